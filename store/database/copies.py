"""Copying a whole store: to a backup file, or from the embedded file to a database server."""

from pathlib import Path

import sqlalchemy as sa

from store.access.roles import Right
from store.database.engine import open_store, writing
from store.database.tables import METADATA, PLANS
from store.refused import Refused

AT_ONCE = 1000


def backup(engine: sa.Engine, path: Path) -> None:
    """Copy the store, as it is at one moment, into a new SQLite file.

    The copy is a store of its own: point DATABASE_URL at it to look inside or to go on from it.
    """
    if path.exists():
        raise Refused(f"{path} is there already. Choose another name for the backup.")
    if not path.parent.exists():
        raise Refused(f"There is no folder {path.parent}. Make it first, or choose another.")
    copy_store(engine, open_store(f"sqlite:///{path.resolve()}"))


def copy_store(source: sa.Engine, target: sa.Engine) -> None:
    """Copy every row of one store into another that has no plan, on any database."""
    with source.connect() as read, writing(target, Right.STORE) as write:
        if write.execute(sa.select(PLANS.c.id)).first():
            raise Refused("The store to copy to has plans in it. Choose an empty one.")
        for table in METADATA.sorted_tables:
            rows = read.execution_options(yield_per=AT_ONCE).execute(
                sa.select(table).order_by(table.c.id)
            )
            for part in rows.partitions():
                write.execute(table.insert(), [dict(row._mapping) for row in part])
            if target.dialect.name == "postgresql":
                # PostgreSQL counts ids by itself; the next must come after those copied.
                last = sa.func.coalesce(sa.func.max(table.c.id), 0) + 1
                counter = sa.func.pg_get_serial_sequence(table.name, "id")
                write.execute(sa.select(sa.func.setval(counter, last, False)).select_from(table))
