"""Whether an upload is in a plan already: the very file, or the same records in another form."""

from collections import Counter
from datetime import date

import sqlalchemy as sa

from loaders.outcome import Checked
from store import upload_rows
from store.access.roles import Right
from store.access.visitor import require
from store.database.tables import RECORDS
from store.snapshots import snapshots
from workstreams.view import Snapshot


def same_file(engine: sa.Engine, plan_id: int, as_at: date, sha256: str) -> Snapshot | None:
    """The standing snapshot that this very file already is for that date, if any."""
    require(Right.UPLOAD, plan_id)
    standing = snapshots(engine, plan_id)
    same = (one for one in standing if one.as_at == as_at and one.fingerprint == sha256)
    return next(same, None)


def same_records(engine: sa.Engine, plan_id: int, checked: Checked) -> Snapshot | None:
    """The last standing snapshot of another file that holds just these records, if any.

    Sheets and rows may differ: a workbook saved as .csv has others.
    """
    require(Right.UPLOAD, plan_id)
    own = Counter((row["table_key"], row["cells"]) for row in upload_rows.records(checked))
    for one in reversed(snapshots(engine, plan_id)):
        read = sum(table.rows_read for table in one.tables)
        if one.fingerprint == checked.sha256 or read != own.total():
            continue
        held = sa.select(RECORDS.c.table_key, RECORDS.c.cells).where(
            RECORDS.c.snapshot_id == one.id
        )
        with engine.connect() as connection:
            if Counter((row.table_key, row.cells) for row in connection.execute(held)) == own:
                return one
    return None
