"""A plan's records over time: one query a workstream."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

import numpy as np
import pandas as pd
import sqlalchemy as sa

from loaders.declared import Table
from measures.following.carried import Unread, carry
from measures.following.minuted import beside
from measures.following.together import together
from store.access.roles import Right
from store.access.visitor import require
from store.database.records import frame_of
from store.database.tables import READINGS, RECORDS, SNAPSHOTS
from store.said import ledger
from store.said.ledger import Ledger, Line
from store.said.minuted import minuted

REF_AND_WORDS = 2
"""A table whose records are told by a reference and by their words is followed."""
Row = tuple[int, int, str, int, str]
"""A record of the store: its id, snapshot, sheet, row and cells."""


class Stands(NamedTuple):
    """The snapshot that counts for one table of one source at a date."""

    table: str
    source: int
    as_at: date
    snapshot: int


def history(
    engine: sa.Engine, plan_id: int, tables: Iterable[Table], known_at: datetime | None = None
) -> dict[str, pd.DataFrame]:
    """The records of each table in all standing snapshots, as ``View.history`` describes them."""
    require(Right.SEE_MEMBERS_FIGURES, plan_id)
    with engine.connect() as connection:
        lines = ledger.read(connection, plan_id, known_at)
        return history_in(connection, plan_id, tables, lines, known_at)


def history_in(
    connection: sa.Connection,
    plan_id: int,
    tables: Iterable[Table],
    lines: Ledger,
    known_at: datetime | None = None,
    until: date | None = None,
) -> dict[str, pd.DataFrame]:
    """As ``history``, within a transaction, up to an as-at date."""
    tables = tuple(tables)
    stood = _standing(connection, plan_id, lines, known_at, until)
    wanted = [
        sa.and_(RECORDS.c.table_key == table.key, RECORDS.c.snapshot_id.in_(ids))
        for table in tables
        if (ids := [one.snapshot for one in stood if one.table == table.key])
    ]
    found: dict[str, list[Row]] = {table.key: [] for table in tables}
    if wanted:
        rows = connection.execute(
            sa.select(
                RECORDS.c.table_key,
                RECORDS.c.id,
                RECORDS.c.snapshot_id,
                RECORDS.c.sheet,
                RECORDS.c.row,
                RECORDS.c.cells,
            ).where(sa.or_(*wanted))
        ).all()
        for key, *record in rows:
            found[key].append(tuple(record))
    frames = {}
    for table in tables:
        standing = [one for one in stood if one.table == table.key]
        frames[table.key] = _of_all_sources(connection, table, found[table.key], standing)
        if len(table.listing.known_by) == REF_AND_WORDS:
            kept = [line for line in minuted(lines) if line.value["table"] == table.key]
            if kept and standing:
                every = _standing(connection, plan_id, lines, known_at) if until else stood
                kept = _by_then(kept, {one.as_at for one in every}, until)
                dates = {one.snapshot: one.as_at for one in standing}
                dates_of_all = [one.as_at for one in every if one.table == table.key]
                frames[table.key] = _beside(table, frames[table.key], kept, dates, dates_of_all)
    return frames


def _of_all_sources(
    connection: sa.Connection, table: Table, rows: list[Row], standing: Sequence[Stands]
) -> pd.DataFrame:
    """One table's records, each source's carried on by itself, then beside one another."""
    parts = []
    for source in sorted({one.source for one in standing}):
        dates = {one.snapshot: one.as_at for one in standing if one.source == source}
        part = _frame(table, [row for row in rows if row[1] in dates], dates)
        if len(table.listing.known_by) == REF_AND_WORDS:
            part = _carried(connection, table, part, dates)
        parts.append(part.assign(source_id=np.int64(source)))
    return together(parts) if parts else _frame(table, [], {}).assign(source_id=np.int64(0))


def _by_then(kept: Sequence[Line], dates: Collection[date], until: date | None) -> list[Line]:
    """What was kept beside an upload up to a date; of one withdrawn, beside what is left before."""
    found = []
    for line in kept:
        beside = line.on or line.at.date()
        stands = max((when for when in dates if when <= beside), default=min(dates))
        if until is None or stands <= until:
            found.append(line)
    return found


def _beside(
    table: Table,
    records: pd.DataFrame,
    kept: Sequence[Line],
    standing: Mapping[int, date],
    every: Sequence[date],
) -> pd.DataFrame:
    """The records with what was kept from minutes, until a file brings it."""
    values = [line.value for line in kept]
    numbers = [line.id for line in kept]
    rows = frame_of(
        table,
        numbers,
        [0] * len(kept),
        {0: date.min},
        [value["sheet"] for value in values],
        [value["row"] for value in values],
        [value["cells"] for value in values],
    )
    ref, words = table.listing.known_by
    return beside(
        records,
        rows,
        {line.id: np.datetime64(line.on or line.at.date(), "s") for line in kept},
        {one: np.datetime64(as_at, "s") for one, as_at in standing.items()},
        [np.datetime64(as_at, "s") for as_at in every],
        (ref, words),
    )


def _carried(
    connection: sa.Connection, table: Table, records: pd.DataFrame, standing: Mapping[int, date]
) -> pd.DataFrame:
    """The records with those carried on whose rows a file has, but which were not read."""
    if len(standing) < 2:
        return records
    read = sa.select(READINGS.c.snapshot_id, READINGS.c.sheet, READINGS.c.detail).where(
        READINGS.c.table_key == table.key, READINGS.c.snapshot_id.in_(standing)
    )
    ref, words = table.listing.known_by
    unread = [
        Unread(snapshot, sheet, row, told.get(ref, ""), told.get(words, ""))
        for snapshot, sheet, detail in connection.execute(read)
        if '"unread": [[' in detail
        for row, _, told in json.loads(detail)["unread"]
    ]
    dates = {one: np.datetime64(as_at, "s") for one, as_at in standing.items()}
    return carry(records, unread, dates, ref, words)


def _standing(
    connection: sa.Connection,
    plan_id: int,
    lines: Ledger,
    known_at: datetime | None,
    until: date | None = None,
) -> list[Stands]:
    """Which snapshots count: of a table, a source and a date the latest accepted, not withdrawn."""
    query = (
        sa.select(READINGS.c.table_key, SNAPSHOTS.c.source_id, SNAPSHOTS.c.as_at, SNAPSHOTS.c.id)
        .join(SNAPSHOTS)
        .where(SNAPSHOTS.c.plan_id == plan_id, READINGS.c.rows_read > 0)
        .order_by(SNAPSHOTS.c.id)
    )
    if known_at:
        query = query.where(SNAPSHOTS.c.at <= known_at)
    if until:
        query = query.where(SNAPSHOTS.c.as_at <= until)
    found = {
        (key, source, as_at): snapshot
        for key, source, as_at, snapshot in connection.execute(query)
        if snapshot not in lines.withdrawn
    }
    return [Stands(*place, snapshot) for place, snapshot in found.items()]


def _frame(table: Table, found: list[Row], dates: Mapping[int, date]) -> pd.DataFrame:
    """Records of one table in order of as-at date, sheet and row."""
    # Records are stored by sheet and row, so their ids are in that order within a snapshot.
    found.sort(key=lambda record: (dates[record[1]], record[0]))
    ids, snapshots, sheets, rows, cells = zip(*found, strict=True) if found else ((),) * 5
    return frame_of(table, ids, snapshots, dates, sheets, rows, cells)
