"""Opening the store: an embedded SQLite file unless DATABASE_URL says otherwise."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine
from sqlalchemy.exc import ArgumentError
from sqlalchemy.exc import SQLAlchemyError as DatabaseFault

from store.access.roles import Right
from store.access.visitor import require
from store.database.failing import (
    GONE,
    NO_ADDRESS,
    NO_DRIVER,
    NO_FILE,
    OPENING,
    Unusable,
    what_is_wrong,
)
from store.database.private import make_private

__all__ = ["DatabaseFault", "Engine", "answers", "is_embedded", "open_store", "writing"]

FOLDER = Path(__file__).parent
DATA = FOLDER.parents[1] / "data"
WAIT_SECONDS = 30
CONNECT_SECONDS = 10
"""How long a database server may take to answer at all."""
_MEMORY, _NOWHERE = (0, 0), (-1, -1)
_FILES: dict[str, tuple[int, int]] = {}
"""Which file each address was when it was opened: its device and its number there."""
ONE_AT_A_TIME = 7_092_021
"""The number of the PostgreSQL lock under which one server at a time makes the tables."""
NAMING, GIVING = ONE_AT_A_TIME + 1, ONE_AT_A_TIME + 2
"""Those under which plans are named, and roles given, one at a time."""


def open_store(url: str | None = None) -> sa.Engine:
    """The store at a database address, with its tables brought up to date.

    Without an address: what DATABASE_URL says, else a SQLite file in the ``data`` folder. The
    same address gives the same engine, so every page of a server shares one.

    Raises ``DatabaseFault`` where it cannot be used; ``failing.what_is_wrong`` says why.
    """
    address = usable(url or os.environ.get("DATABASE_URL") or _embedded())
    engine = _opened(address)
    if _FILES.get(address, _MEMORY) == _file_of(engine):
        return engine
    # Somebody moved, deleted or put back the file while this server had it open. What is written
    # into a file that is no longer there would be lost without a word.
    engine.dispose()
    if not Path(str(engine.url.database)).exists():
        raise Unusable(GONE)
    _opened.cache_clear()
    return _opened(address)


def _file_of(engine: sa.Engine) -> tuple[int, int]:
    """Which file an address is now; nothing where it is no file, or the file is gone."""
    name = engine.url.database or ""
    if engine.dialect.name != "sqlite" or name in ("", ":memory:"):
        return _MEMORY
    try:
        found = Path(name).stat()
    except OSError:
        return _NOWHERE
    return found.st_dev, found.st_ino


def answers() -> bool:
    """Whether the store can be opened and read now; its complaint is not said again.

    Where it cannot, the next look begins with connections of its own: those that are open may know
    a file as it was.
    """
    try:
        engine = open_store()
    except (DatabaseFault, OSError):
        return False
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT id FROM plans").first()
    except (DatabaseFault, OSError):
        engine.dispose()
        return False
    return True


def usable(url: str) -> str:
    """An address as SQLAlchemy wants it: hosts often hand out ``postgres://``."""
    for short in ("postgres://", "postgresql://"):
        if url.startswith(short):
            return "postgresql+psycopg://" + url.removeprefix(short)
    return url


def is_embedded(engine: sa.Engine) -> bool:
    """Whether this is the default SQLite file, which the sample plans may be put into."""
    return engine.url == sa.make_url(_embedded())


@contextmanager
def writing(engine: sa.Engine, right: Right, plan_id: int | None = None) -> Iterator[sa.Connection]:
    """A transaction that may write: all of it is stored, or none.

    ``right`` is what is being done, to the plan named or to the store as a whole. Raises
    ``NotAllowed`` where the visitor may not. SQLite takes its one write lock at the start; taking
    it half-way fails when another server has written in between.
    """
    require(right, plan_id)
    with _writing(engine) as connection:
        yield connection


@contextmanager
def _writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    with engine.execution_options(writes=True).begin() as connection:
        yield connection


def alone(connection: sa.Connection, lock: int = ONE_AT_A_TIME) -> None:
    """Wait until nobody else does the same: makes tables or sample plans, or what ``lock`` says.

    It lasts as long as the transaction. A writer of SQLite is alone in any case.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(lock)))


def _embedded() -> str:
    return f"sqlite:///{DATA / 'dashboard.sqlite'}"


@cache
def _opened(url: str) -> sa.Engine:
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        if address.database and address.database != ":memory:":
            try:
                make_private(Path(address.database), DATA)
            except OSError as why:
                raise Unusable(NO_FILE.format(address.database, why.strerror)) from why
        engine = sa.create_engine(address, hide_parameters=True)
        sa.event.listen(engine, "connect", _prepare)
        sa.event.listen(engine, "begin", _begin)
    else:
        # What a statement holds is about children: it has no place in a log.
        patience = {"connect_timeout": CONNECT_SECONDS} if _is_postgresql(address) else {}
        engine = sa.create_engine(
            address, pool_pre_ping=True, hide_parameters=True, connect_args=patience
        )
    try:
        _migrate(engine)
    except OPENING as why:
        engine.dispose()
        raise Unusable(str(why)) from why
    _FILES[url] = _file_of(engine)
    return engine


def _address(url: str) -> sa.URL:
    """A database's address, taken apart, where there is what is needed to reach it.

    Raises ``Unusable`` where not. The address itself is not said: it may hold a password.
    """
    try:
        address = sa.make_url(url)
    except (ArgumentError, ValueError):
        raise Unusable(NO_ADDRESS) from None
    try:
        driver = address.get_dialect()
        driver.import_dbapi()
    except (ArgumentError, ImportError) as why:
        raise Unusable(NO_DRIVER.format(address.drivername)) from why
    if driver.is_async:
        raise Unusable(NO_DRIVER.format(address.drivername))
    return address


def _is_postgresql(address: sa.URL) -> bool:
    return address.get_backend_name() == "postgresql"


def _prepare(connection: Any, record: object) -> None:
    """Set up one SQLite connection."""
    # Python's own driver begins transactions late; _begin does it instead.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {WAIT_SECONDS * 1000}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(engine: sa.Engine) -> None:
    """Bring the tables up to date; two servers that start at once take turns."""
    if engine.dialect.name == "sqlite":
        _write_ahead(engine)
    config = Config()
    config.set_main_option("script_location", str(FOLDER / "migrations"))
    config.set_main_option("path_separator", "os")
    with engine.connect() as connection:
        stands = MigrationContext.configure(connection).get_current_revision()
    if stands == ScriptDirectory.from_config(config).get_current_head():
        return  # a store that another writes to, or that nobody may, can be read all the same
    with _writing(engine) as connection:
        alone(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _write_ahead(engine: sa.Engine) -> None:
    """Let readers go on while one writes (SQLite's WAL mode, kept in the file).

    The switch needs the file to itself for a moment and does not wait for it, so it is tried
    again for as long as a writer would wait.
    """
    deadline = time.monotonic() + WAIT_SECONDS
    connection = engine.raw_connection()
    try:
        while True:
            try:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as why:
                # What is full, read-only or barred will not be otherwise for waiting.
                if what_is_wrong(why) != "locked" or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
            else:
                return
    finally:
        connection.close()
