"""What may be wrong with a store: each way to spoil one, and the sentence that is said of it.

Each is given the file of the store, what undoes itself at the end of a test, and a stack that is
closed there: what it did is lifted with both, and the file's bytes are the test's to put back.
"""

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

from store.database import engine
from store.database.engine import open_store
from store.database.failing import SENTENCES

Spoil = Callable[[Path, pytest.MonkeyPatch, ExitStack], None]


class Full(sqlite3.Cursor):
    """A database on a disk that takes nothing more."""

    def execute(self, statement: str, *more: Any) -> sqlite3.Cursor:
        if statement.split()[0] in ("INSERT", "UPDATE", "DELETE", "VACUUM", "CREATE"):
            raise sqlite3.OperationalError("database or disk is full")
        return super().execute(statement, *more)

    def executemany(self, statement: str, *more: Any) -> sqlite3.Cursor:
        raise sqlite3.OperationalError("database or disk is full")


class OnAFullDisk(sqlite3.Connection):
    def cursor(self, factory: Any = Full) -> Any:
        return super().cursor(factory)


def full(path: Path, patch: pytest.MonkeyPatch, _: ExitStack) -> None:
    connect = sqlite3.dbapi2.connect
    patch.setattr(
        sqlite3.dbapi2, "connect", lambda *where, **how: connect(*where, factory=OnAFullDisk, **how)
    )


def read_only(path: Path, patch: pytest.MonkeyPatch, _: ExitStack) -> None:
    prepare = engine._prepare

    def prepared(connection: Any, record: object) -> None:
        prepare(connection, record)
        connection.execute("PRAGMA query_only = ON")

    patch.setattr(engine, "_prepare", prepared)


def _another(path: Path) -> sqlite3.Connection:
    """Somebody else's connection, which any thread may end."""
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False)


def written_to(path: Path, _: pytest.MonkeyPatch, stack: ExitStack) -> None:
    other = stack.enter_context(closing(_another(path)))
    other.execute("BEGIN IMMEDIATE")


def locked(path: Path, _: pytest.MonkeyPatch, stack: ExitStack) -> None:
    other = stack.enter_context(closing(_another(path)))
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")


def newer(path: Path, *_: object) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def no_database(path: Path, *_: object) -> None:
    path.write_bytes(b"no database at all" * 500)


def malformed(path: Path, *_: object) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))


def deleted(path: Path, *_: object) -> None:
    open_store()
    path.unlink()


def no_folder(path: Path, patch: pytest.MonkeyPatch, _: ExitStack) -> None:
    patch.setenv("DATABASE_URL", f"sqlite:///{path}/store.sqlite")


def no_file(path: Path, patch: pytest.MonkeyPatch, _: ExitStack) -> None:
    patch.setenv("DATABASE_URL", f"sqlite:///{path.parent}")


def no_driver(path: Path, patch: pytest.MonkeyPatch, _: ExitStack) -> None:
    patch.setenv("DATABASE_URL", "mysql://localhost/plans")


def no_server(path: Path, patch: pytest.MonkeyPatch, _: ExitStack) -> None:
    patch.setenv("DATABASE_URL", "postgresql://localhost:1/plans")


FOR_WRITERS: dict[Spoil, str] = {
    full: SENTENCES["full"], read_only: SENTENCES["read-only"], written_to: SENTENCES["locked"],
}  # fmt: skip
FOR_ALL: dict[Spoil, str] = {
    locked: SENTENCES["locked"],
    newer: SENTENCES["newer"],
    no_database: SENTENCES["damaged"],
    malformed: SENTENCES["damaged"],
    deleted: SENTENCES["gone"],
    no_folder: SENTENCES["barred"],
    no_file: SENTENCES["barred"],
    no_driver: SENTENCES["address"],
    no_server: SENTENCES["away"],
}
