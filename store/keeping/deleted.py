"""A plan deleted for good, when a retention rule says so: nothing of it stays in the store."""

import sqlite3
import time
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import require
from store.database.engine import DatabaseFault, writing
from store.database.failing import first_line, what_is_wrong
from store.database.tables import (
    LEDGER,
    METADATA,
    PEOPLE,
    PLANS,
    RECORDS,
    SNAPSHOTS,
)
from store.plans import plan_of
from store.refused import Refused
from store.said import ledger
from store.said.ledger import ARCHIVED
from workstreams.wording import counted, day, listed

WAIT_SECONDS = 5.0
"""How long to wait for others to finish reading, before the file can be written anew."""
LEFT_TO_BACKUPS = (
    "What was copied before still holds it: backups, packs and files that were downloaded. Delete "
    "those as your retention rule says."
)
OF_POSTGRESQL = (
    "PostgreSQL keeps what was written in its write-ahead log, in standby servers and in archives "
    "until they are recycled."
)
HELD_OPEN = (
    "Another program is using the store, so what was deleted may still stand in its file. Stop "
    "the dashboard and run: python -m store scrub"
)
NOT_ANEW = (
    "The store could not be written anew, so what was deleted may still stand in it. It said: {}. "
    "Once that is put right, run: python -m store scrub"
)


@dataclass(frozen=True)
class Going:
    """What goes with a plan: how many uploads, records and other lines, and of which dates."""

    name: str
    uploads: int
    records: int
    said: int
    packs: int
    roles: int
    dates: tuple[date, date] | None

    @property
    def words(self) -> str:
        """All of it in a sentence."""
        parts = [
            counted(self.uploads, "upload"),
            counted(self.records, "record"),
            f"{counted(self.said, 'line')} of its log, {counted(self.packs, 'pack')} issued among "
            "them",
            f"{counted(self.roles, 'role')} of people in it",
        ]
        when = f", as at {day(self.dates[0])} to {day(self.dates[1])}" if self.dates else ""
        return f"Of “{self.name}” go: {listed(parts)}{when}."


def going(engine: sa.Engine, plan_id: int) -> Going:
    """What deleting a plan would take away."""
    require(Right.PLANS, plan_id)
    own = SNAPSHOTS.c.plan_id == plan_id
    with engine.connect() as connection:

        def count(table: sa.FromClause, *where: sa.ColumnElement[bool]) -> int:
            query = sa.select(sa.func.count()).select_from(table).where(*where)
            return connection.execute(query).scalar_one()

        line = LEDGER.c.plan_id == plan_id
        first, last = connection.execute(
            sa.select(sa.func.min(SNAPSHOTS.c.as_at), sa.func.max(SNAPSHOTS.c.as_at)).where(own)
        ).one()
        return Going(
            plan_of(plan_id, ledger.read(connection, plan_id)).name,
            count(SNAPSHOTS, own),
            count(RECORDS.join(SNAPSHOTS), own),
            count(LEDGER, line),
            count(LEDGER, line, LEDGER.c.kind == "pack"),
            count(PEOPLE, PEOPLE.c.plan_id == plan_id),
            (first, last) if first else None,
        )


def delete(engine: sa.Engine, plan_id: int, name: str, under: str) -> str:
    """Delete a plan for good; what is left to do elsewhere, in words.

    ``name`` is the plan's name as somebody typed it, ``under`` the retention rule. Raises
    ``Refused`` where the name is another, no rule is given, the plan is not archived, or the store
    could not be written anew afterwards.
    """
    if not under.strip():
        raise Refused("Say under which retention rule this plan is deleted.")
    with writing(engine, Right.PLANS, plan_id) as connection:
        ledger.hold(connection, plan_id)
        lines = ledger.read(connection, plan_id)
        own = plan_of(plan_id, lines).name
        if name.strip() != own:
            raise Refused(f"“{name.strip()}” is not the plan’s name, so nothing was deleted.")
        if not lines.of(ARCHIVED):
            raise Refused(f"“{own}” is in use. Archive it first, then delete it.")
        delete_in(connection, plan_id)
    return scrub(engine)


def delete_in(connection: sa.Connection, plan_id: int) -> None:
    """Delete every row of a plan as part of a longer transaction; ``scrub`` must follow."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
    own = sa.select(SNAPSHOTS.c.id).where(SNAPSHOTS.c.plan_id == plan_id)
    # Every table, so that one to come is not forgotten; what names another goes before it.
    for table in reversed(METADATA.sorted_tables):
        if "plan_id" in table.c:
            connection.execute(table.delete().where(table.c.plan_id == plan_id))
        elif "snapshot_id" in table.c:
            connection.execute(table.delete().where(table.c.snapshot_id.in_(own)))
    connection.execute(PLANS.delete().where(PLANS.c.id == plan_id))


def scrub(engine: sa.Engine) -> str:
    """Write the store anew, so that nothing deleted is left in it; what is left elsewhere.

    Raises ``Refused`` where another program uses it all the while, or it cannot be written.
    """
    require(Right.STORE)
    try:
        return _written_anew(engine)
    except (DatabaseFault, sqlite3.Error) as why:
        held = what_is_wrong(why) == "locked"
        raise Refused(HELD_OPEN if held else NOT_ANEW.format(first_line(why))) from why


def _written_anew(engine: sa.Engine) -> str:
    if engine.dialect.name == "sqlite":
        _rewrite_file(engine)
        return LEFT_TO_BACKUPS
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for table in METADATA.sorted_tables:
                # FULL writes the table into a new file; a plain VACUUM leaves what was there.
                connection.exec_driver_sql(f"VACUUM (FULL) {table.name}")
        return f"{LEFT_TO_BACKUPS} {OF_POSTGRESQL}"
    return LEFT_TO_BACKUPS


def _rewrite_file(engine: sa.Engine) -> None:
    """Write an SQLite file anew and empty what stands beside it."""
    engine.dispose()  # our own idle connections
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("VACUUM")
        until = time.monotonic() + WAIT_SECONDS
        while cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            if time.monotonic() > until:
                raise Refused(HELD_OPEN)
            time.sleep(0.1)
    finally:
        connection.close()
