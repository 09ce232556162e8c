"""One server process and two behind nginx, as ``deploy/`` sets them up, with the same visitors.

They read the public pages of one store: fifty arrive over twenty seconds, then fifty within two.
nginx, the servers and the visitors themselves share the machine's cores.
"""

import asyncio
import contextlib
import os
import platform
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.lines import Line, beside
from benchmarks.load import ACTIONS, SNAPSHOTS
from benchmarks.made.stored_plan import stored_plan
from benchmarks.visiting import nginx
from benchmarks.visiting.rounds import STEPS, VISITORS, Round, visited
from benchmarks.visiting.servers import DASHBOARD, Server, free_port, served

PAGES = ("overview", "actions")
CROWDS = {"over 20 s": 20.0, "within 2 s": 2.0}
"""How fifty visitors come, and the seconds it takes them."""
FIRST = 8
"""Visitors before them, so that every process has been asked."""


@dataclass(frozen=True)
class Site:
    """Servers behind one nginx, visited as one."""

    host: str
    servers: tuple[Server, ...]
    secure: bool = True

    @property
    def memory(self) -> int:
        """Bytes of memory that are the servers' own."""
        return sum(server.memory for server in self.servers)

    @property
    def processor(self) -> float:
        """Seconds of processor time that the servers have used."""
        return sum(server.processor for server in self.servers)


def run() -> list[Line]:
    """Each crowd at one process and at two; nothing without nginx."""
    if platform.system() != "Linux":
        return [Line("needs Linux, for the memory of another process", 0.0)]
    if nginx.program() is None or not shutil.which("openssl"):
        return [Line("no nginx or no openssl on this machine", 0.0)]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        address = f"sqlite:///{folder / 'store.sqlite'}"
        query = f"plan={stored_plan(address, SNAPSHOTS, ACTIONS)}"
        met = {processes: _met(folder, address, query, processes) for processes in (1, 2)}
    lines = [_cores()]
    for crowd in CROWDS:
        lines += _beside(crowd, met[1][crowd], met[2][crowd])
    return lines


def _met(folder: Path, address: str, query: str, processes: int) -> dict[str, Round]:
    with _standing(folder, address, processes) as site:
        return {
            crowd: asyncio.run(
                visited(site, PAGES, query, over=seconds, left=0.0, first=FIRST * processes)
            )
            for crowd, seconds in CROWDS.items()
        }


@contextlib.contextmanager
def _standing(folder: Path, address: str, processes: int) -> Iterator[Site]:
    """So many servers of what a council may publish, and nginx before them."""
    settings = nginx.environment() | {
        "DASHBOARD_ACCESS": "published",
        "DATABASE_URL": address,
        "PERSON_KEY_SECRET": "one secret for all",
    }
    settings = {name: value.replace(nginx.NAME, "localhost") for name, value in settings.items()}
    tls, plain = free_port(), free_port()
    with contextlib.ExitStack() as stack:
        servers = tuple(stack.enter_context(served(DASHBOARD, settings)) for _ in range(processes))
        ports = [int(server.host.rpartition(":")[2]) for server in servers]
        before = nginx.before(folder, ports, tls, plain)
        stack.callback(before.wait, timeout=20)
        stack.callback(before.terminate)
        time.sleep(1.0)
        yield Site(f"localhost:{tls}", servers)


def _cores() -> Line:
    return Line(f"cores of this machine: {os.cpu_count()}")


def _beside(crowd: str, one: Round, two: Round) -> list[Line]:
    lines = []
    for step in STEPS:
        alone = one.p95(step)
        lines.append(Line(f"{VISITORS} {crowd}, one process, {step}: p95", alone))
        what = f"{VISITORS} {crowd}, two processes, {step}: p95"
        lines.append(beside(what, two.p95(step), alone, "one process"))
    lost = one.lost + two.lost
    return [*lines, Line(f"{VISITORS} {crowd}: lost {lost}", aim="none", met=not lost)]
