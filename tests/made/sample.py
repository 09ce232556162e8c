"""A store with the sample plans in it, made once for a whole run and handed out as copies."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from store.database.engine import open_store
from store.sample import load_sample
from tests.made import shared

WAIT = 300
"""Seconds that a process waits while another makes the store."""


def sample_copy(path: Path) -> Path:
    """A copy of the sample store at this path, for its asker alone."""
    shutil.copyfile(_sample_file(), path)
    return path


def _sample_file() -> Path:
    """What all copies are taken from. The process that asks first makes it, the others wait."""
    folder = shared.folder()
    path = folder / "sample.sqlite"
    if not path.exists():
        # SQLite's own lock, which is gone when its holder is, on every system.
        with closing(sqlite3.connect(folder / "making.sqlite", timeout=WAIT)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            if not path.exists():
                _make(folder / "unfinished.sqlite", path)
    return path


def _make(unfinished: Path, path: Path) -> None:
    engine = open_store(f"sqlite:///{unfinished}")
    load_sample(engine)
    engine.dispose()
    with closing(sqlite3.connect(unfinished)) as store:
        # One file, without the journal beside it.
        store.execute("PRAGMA journal_mode=DELETE")
    unfinished.replace(path)
