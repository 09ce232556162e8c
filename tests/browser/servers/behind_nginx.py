"""What ``deploy/`` sets up, on this machine: PostgreSQL, two servers, nginx with TLS before them.

The files of ``deploy/`` are used as they are; only ports, folders and names are exchanged.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

from benchmarks.visiting.nginx import DEPLOY, NAME, before, environment
from benchmarks.visiting.servers import free_port
from benchmarks.visiting.sessions import trusting
from store.database.copies import copy_store
from store.database.engine import open_store
from tests.browser.conftest import ROOT, answers
from tests.made.sample import sample_copy


class Postgres:
    """A PostgreSQL of its own, which only this machine reaches, and which may be stopped."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self._bin = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        self._folder = folder
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        self._run("initdb", "-D", str(folder / "data"), "-A", "trust", "-U", "tests")

    @property
    def address(self) -> str:
        """Where the store is."""
        return f"postgresql+psycopg://tests@localhost:{self.port}/postgres"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = f"-c listen_addresses=localhost -p {self.port} -k {self._folder} -c fsync=off"
        log = str(self._folder / "log")
        self._run(
            "pg_ctl", "-D", str(self._folder / "data"), "-w", "-l", log, "-o", settings, "start"
        )

    def stop(self) -> None:
        """Stop it at once, whoever is connected."""
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-w", "-m", "fast", "stop")

    def _run(self, command: str, *words: str) -> None:
        # It refuses to run as root.
        other = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        whole = [*other, str(self._bin / command), *words]
        quiet = subprocess.DEVNULL
        subprocess.run(whole, check=True, cwd="/", stdout=quiet, stderr=quiet)


@dataclass
class Site:
    """The whole: its address, the database, and the servers by port."""

    address: str
    postgres: Postgres
    start: Callable[[int], None]
    servers: dict[int, subprocess.Popen[bytes]]
    folder: Path

    def visit_of(self, port: int) -> str:
        """A visit's cookie that nginx keeps at one server."""
        for number in range(100):
            visit = f"visit-{number}"
            request = Request(f"{self.address}/_stcore/health")
            request.add_header("Cookie", f"dashboard_visit={visit}")
            with urlopen(request, timeout=10, context=trusting()):
                pass
            deadline = time.monotonic() + 10
            while (found := self._seen(visit)) is None and time.monotonic() < deadline:
                time.sleep(0.05)
            if found == f"127.0.0.1:{port}":
                return visit
        raise AssertionError(f"no visit of 100 was led to port {port}")

    def _seen(self, visit: str) -> str | None:
        lines = (self.folder / "visits.log").read_text(encoding="ascii").splitlines()
        return next((x.split()[1] for x in reversed(lines) if x.split()[:1] == [visit]), None)


def unit(name: str) -> str:
    """The command that a unit of ``deploy/`` starts."""
    lines = (DEPLOY / name).read_text(encoding="utf-8").splitlines()
    return next(x.removeprefix("ExecStart=") for x in lines if x.startswith("ExecStart="))


@contextmanager
def standing(
    folder: Path, provider: str, secrets: Callable[[Path, str, str], None]
) -> Iterator[Site]:
    """The whole site, until the block is left; ``secrets`` writes the sign-in's file."""
    folder.chmod(0o755)
    base = Path("/tmp") / f"dashboard-{folder.name}-{os.getpid()}"
    base.mkdir(mode=0o755)
    ports, tls, plain = (free_port(), free_port()), free_port(), free_port()
    address = f"https://localhost:{tls}"
    postgres = Postgres(base)
    servers: dict[int, subprocess.Popen[bytes]] = {}
    signing_in = folder / "secrets.toml"
    secrets(signing_in, address, provider)
    settings = {name: value.replace(NAME, "localhost") for name, value in environment().items()}
    settings |= {"DATABASE_URL": postgres.address, "PERSON_KEY_SECRET": "one secret for both"}

    def log_of(port: int) -> Path:
        return folder / f"server-{port}.log"

    def begin(port: int) -> None:
        said = unit("dashboard@.service").replace("%i", str(port)).split()[1:]
        with log_of(port).open("ab") as out:
            servers[port] = subprocess.Popen(
                [sys.executable, "-m", "streamlit", *said, f"--secrets.files={signing_in}"],
                cwd=ROOT,
                env=os.environ | settings,
                stdout=out,
                stderr=out,
            )

    def wait(port: int) -> None:
        answers(f"http://localhost:{port}/_stcore/health", servers[port], log_of(port))

    def start(port: int) -> None:
        begin(port)
        wait(port)

    nginx = None
    try:
        postgres.start()
        copy_store(
            open_store(f"sqlite:///{sample_copy(folder / 'samples.sqlite')}"),
            open_store(postgres.address),
        )
        for port in ports:
            begin(port)
        nginx = before(folder, ports, tls, plain)
        for port in ports:
            wait(port)
        yield Site(address, postgres, start, servers, folder)
    finally:
        for process in [*servers.values(), *([nginx] if nginx else [])]:
            process.terminate()
            process.wait(timeout=20)
        open_store(postgres.address).dispose()
        postgres.stop()
        shutil.rmtree(base)
