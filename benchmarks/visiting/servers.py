"""A dashboard, or any other script, served by a process of its own while something is measured."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
DASHBOARD = ROOT / "dashboard.py"
BARE = """
import plotly.graph_objects as go
import streamlit as st

def page():
    st.title("Bare page")
    moved = st.sidebar.selectbox("As at", [str(n) for n in range({points})])
    for n in range({charts}):
        figure = go.Figure()
        xs = list(range({points}))
        for line in range(4):
            figure.add_scatter(x=xs, y=[(x * (line + 1) + int(moved)) % 17 for x in xs])
        st.plotly_chart(figure, key=str(n))

st.set_page_config(layout="wide")
st.navigation([st.Page(page, title="Overview", url_path="overview", default=True)]).run()
"""
"""A page with so many plain charts of four lines with so many points each, and one list."""


@dataclass(frozen=True)
class Server:
    """A server that runs: host with port, and the number of its process."""

    host: str
    process: int
    secure: bool = False

    @property
    def memory(self) -> int:
        """Bytes of memory that are its own (Linux)."""
        pages = int(Path(f"/proc/{self.process}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    @property
    def processor(self) -> float:
        """Seconds of processor time used so far (Linux)."""
        told = Path(f"/proc/{self.process}/stat").read_text(encoding="ascii")
        user, system = told.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        return int(free.getsockname()[1])


@contextlib.contextmanager
def served(script: Path, environment: dict[str, str], *options: str) -> Iterator[Server]:
    """A server of its own for a script, from when it answers until the block is left."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}"]
    process = subprocess.Popen(
        [*command, *options],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    host = f"localhost:{port}"
    try:
        for _ in range(600):
            with (
                contextlib.suppress(OSError),
                urlopen(f"http://{host}/_stcore/health", timeout=5),
            ):
                break
            time.sleep(0.1)
        yield Server(host, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)
