"""Copying a whole store: to a backup file, or from the embedded file to a database server."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import require
from store.database.engine import DatabaseFault, open_store, writing
from store.database.failing import what_it_said
from store.database.private import BESIDE
from store.database.tables import METADATA, PLANS
from store.refused import Refused

AT_ONCE = 1000


def backup(engine: sa.Engine, path: Path) -> None:
    """Copy the store, as it is at one moment, into a new SQLite file.

    The copy is a store of its own: point DATABASE_URL at it to look inside or to go on from it.
    """
    require(Right.STORE)
    if path.exists():
        raise Refused(f"{path} is there already. Choose another name for the backup.")
    if not path.parent.is_dir():
        raise Refused(f"There is no folder {path.parent}. Make it first, or choose another.")
    target = open_store(f"sqlite:///{path.resolve()}")
    try:
        copy_store(engine, target)
    except BaseException:
        target.dispose()
        # Its own files and no others: the backups of other days may begin with the same name.
        for end in BESIDE:
            path.with_name(f"{path.name}{end}").unlink(missing_ok=True)
        raise
    finally:
        # Closed, SQLite has everything in the one file: what stands beside it would be left behind.
        target.dispose()


def restore_backup(engine: sa.Engine, path: Path) -> None:
    """Copy a backup into an empty store, brought up to date on the way; the file stays as it is.

    Raises ``Refused`` where there is no such file, it is no backup, or the store has plans: nothing
    that stands is written over.
    """
    require(Right.STORE)
    if not path.is_file():
        raise Refused(f"There is no file {path}.")
    with TemporaryDirectory() as made:
        # Opening brings its tables up to date, which is for a copy.
        copied = Path(made) / "backup.sqlite"
        shutil.copyfile(path, copied)
        beside = path.with_name(f"{path.name}-wal")
        if beside.is_file():  # a store's own file, copied while it was in use
            shutil.copyfile(beside, copied.with_name(f"{copied.name}-wal"))
        try:
            source = open_store(f"sqlite:///{copied}")
            with source.connect() as connection:
                empty = connection.execute(sa.select(PLANS.c.id)).first() is None
        except DatabaseFault as why:
            raise Refused(f"{path} cannot be read as a backup: {what_it_said(why)}") from why
        if empty:
            raise Refused(f"There are no plans in {path}, so nothing was restored.")
        try:
            copy_store(source, engine)
        finally:
            source.dispose()


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
