"""Snapshots: accepting an upload, withdrawing it, restoring it, and what was said of it."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from loaders.outcome import Checked
from store import plan_sheets, upload_rows
from store.acceptable import check, is_latest
from store.access.roles import Right
from store.access.visitor import current, require
from store.database.engine import writing
from store.database.tables import PROBLEMS, READINGS, RECORDS, SNAPSHOTS, SOURCES
from store.database.version import version_in
from store.refused import Refused
from store.said import ledger
from store.said.as_read import whose
from store.said.judgements import judge_in
from store.said.ledger import WITHDRAWAL, Ledger
from store.said.remembered import hold_key
from store.sources.kept import Into, renamed, settled
from store.sources.proposed import propose_in
from workstreams import TABLES
from workstreams.view import Snapshot, Source, TableRead

Answers = Sequence[tuple[str, Mapping[str, Any]]]
"""Subjects and values of "same action", as ``store/said/judgements.py`` lists them."""


class Changed(Refused):
    """The plan is no longer what an upload was compared with."""


def accept(
    engine: sa.Engine,
    plan_id: int,
    as_at: date,
    checked: Checked,
    by: str,
    reasons: Mapping[str, str] | None = None,
    answers: Answers = (),
    into: Into | None = None,
) -> Snapshot:
    """Store an upload as the plan's snapshot at a date: all of it, or nothing.

    ``reasons`` gives the reason for which each warning is accepted, by ``str(problem)``, or by
    ``upload_rows.ANY`` for all others. ``answers`` say which rows are an earlier action, and which
    are not. ``into`` is the source that it continues or adds; where none is given, what is proposed
    for it. Raises ``Refused`` where there is nothing to store, the date cannot be, or the same file
    stands for that date already.
    """
    (snapshot,) = accept_each(engine, plan_id, [(as_at, checked)], by, reasons, answers, into)
    return snapshot


def accept_each(
    engine: sa.Engine,
    plan_id: int,
    uploads: Sequence[tuple[date, Checked]],
    by: str,
    reasons: Mapping[str, str] | None = None,
    answers: Answers = (),
    into: Into | None = None,
    looked_at: str = "",
) -> tuple[Snapshot, ...]:
    """As ``accept``, for several dates of one file, oldest first: all of them are stored, or none.

    ``answers`` are about the last. ``looked_at`` is the plan's version that what will change was
    worked out from: raises ``Changed`` where it has another by now.
    """
    with writing(engine, Right.UPLOAD, plan_id) as connection:
        ledger.hold(connection, plan_id)
        if looked_at and version_in(connection, plan_id) != looked_at:
            raise Changed("The plan was changed while you looked at what this upload changes.")
        ids = accept_in(connection, plan_id, uploads, by, reasons or {}, answers, into)
    stored = {one.id: one for one in snapshots(engine, plan_id)}
    return tuple(stored[snapshot_id] for snapshot_id in ids)


def accept_in(
    connection: sa.Connection,
    plan_id: int,
    uploads: Sequence[tuple[date, Checked]],
    by: str,
    reasons: Mapping[str, str],
    answers: Answers = (),
    into: Into | None = None,
) -> list[int]:
    """As ``accept_each``, as part of a longer transaction; gives the ids of the snapshots."""
    ledger.hold(connection, plan_id)
    if into is None:
        into = propose_in(connection, plan_id, uploads[-1][1]).into
    source_id = settled(connection, plan_id, into, by)
    return [
        _stored(
            connection,
            plan_id,
            as_at,
            checked,
            by,
            reasons,
            answers if checked is uploads[-1][1] else (),
            source_id,
        )
        for as_at, checked in uploads
    ]


def _stored(
    connection: sa.Connection,
    plan_id: int,
    as_at: date,
    checked: Checked,
    by: str,
    reasons: Mapping[str, str],
    answers: Answers,
    source_id: int,
) -> int:
    """Store one upload, and return its snapshot's id."""
    stood = ledger.read(connection, plan_id)
    check(connection, plan_id, as_at, checked, stood)
    done = connection.execute(
        SNAPSHOTS.insert().values(
            plan_id=plan_id,
            source_id=source_id,
            as_at=as_at,
            file=upload_rows.storable(checked.file)[-500:],
            fingerprint=checked.sha256,
            detail=json.dumps(upload_rows.about_the_file(checked)),
            by=ledger.named(by),
            at=ledger.stamp(connection, plan_id),
        )
    )
    (snapshot_id,) = done.inserted_primary_key or (0,)
    for rows, table in (
        (upload_rows.readings(checked), READINGS),
        (upload_rows.records(checked), RECORDS),
        (upload_rows.problems(checked, reasons), PROBLEMS),
    ):
        if rows:
            connection.execute(table.insert(), [{"snapshot_id": snapshot_id} | row for row in rows])
    if any(table.pseudonymised and len(checked.frames.get(table.key, ())) for table in TABLES):
        hold_key(connection, plan_id, by)
    latest = is_latest(connection, plan_id, as_at, stood)
    legend = {
        one: means
        for reading in checked.readings
        for one, means in reading.key.items()
        if one in reading.colours
    }
    plan_sheets.say(connection, plan_id, checked.frames, by, int(snapshot_id), latest, legend)
    for subject, value in answers:
        judge_in(connection, plan_id, "same action", subject, value, by, as_at, int(snapshot_id))
    return int(snapshot_id)


def withdraw(engine: sa.Engine, snapshot_id: int, by: str, reason: str) -> None:
    """Take a snapshot out of every figure; it is kept, marked, and can be restored.

    Whoever may upload may undo an upload of their own; another's is for an administrator.
    """
    plan_id = _plan_of(engine, snapshot_id)
    with writing(engine, Right.UPLOAD, plan_id) as connection:
        withdraw_in(connection, snapshot_id, by, reason)


def withdraw_in(connection: sa.Connection, snapshot_id: int, by: str, reason: str) -> None:
    """As ``withdraw``, as part of a longer transaction of whoever may upload."""
    if not reason.strip():
        raise Refused("Say why this upload is withdrawn; the reason is kept with it.")
    plan_id, accepted_by = whose(connection, snapshot_id)
    if not current().name or accepted_by != current().name:
        require(Right.WITHDRAW, plan_id)
    ledger.hold(connection, plan_id)
    if snapshot_id in ledger.read(connection, plan_id).withdrawn:
        raise Refused("That upload is already withdrawn.")
    value = {"reason": reason.strip()}
    ledger.write(connection, plan_id, WITHDRAWAL, str(snapshot_id), value, by)


def restore(engine: sa.Engine, snapshot_id: int, by: str) -> None:
    """Bring a withdrawn snapshot back."""
    plan_id = _plan_of(engine, snapshot_id)
    with writing(engine, Right.WITHDRAW, plan_id) as connection:
        ledger.hold(connection, plan_id)
        stood = ledger.read(connection, plan_id).of(WITHDRAWAL)
        ids = [line.id for line in stood if line.subject == str(snapshot_id)]
        if not ids:
            raise Refused("That upload is not withdrawn.")
        ledger.end(connection, plan_id, ids, by)


def snapshots(
    engine: sa.Engine, plan_id: int, withdrawn: bool = False, known_at: datetime | None = None
) -> tuple[Snapshot, ...]:
    """The plan's snapshots by as-at date, those withdrawn only when asked for."""
    require(Right.SEE, plan_id)
    with engine.connect() as connection:
        stood = ledger.read(connection, plan_id, known_at)
        found = snapshots_in(connection, plan_id, stood, known_at)
    return tuple(one for one in found if withdrawn or not one.withdrawn)


def snapshots_in(
    connection: sa.Connection, plan_id: int, stood: Ledger, known_at: datetime | None = None
) -> tuple[Snapshot, ...]:
    """Every snapshot of a plan by as-at date and acceptance, the withdrawn ones marked."""
    query = (
        sa.select(SNAPSHOTS, SOURCES.c.name.label("source"))
        .join(SOURCES, SOURCES.c.id == SNAPSHOTS.c.source_id)
        .where(SNAPSHOTS.c.plan_id == plan_id)
        .order_by(SNAPSHOTS.c.as_at, SNAPSHOTS.c.id)
    )
    if known_at:
        query = query.where(SNAPSHOTS.c.at <= known_at)
    names = renamed(stood)
    tables: dict[int, list[TableRead]] = {}
    read = sa.select(READINGS).join(SNAPSHOTS).where(SNAPSHOTS.c.plan_id == plan_id)
    for row in connection.execute(read.order_by(READINGS.c.id)):
        detail = json.loads(row.detail)
        # Uploads of before this was kept have none.
        unread = {place: why for place, why, _ in detail.get("unread", ())}
        counts = row.rows_read, row.rows_left_out
        tables.setdefault(row.snapshot_id, []).append(
            TableRead(row.table_key, row.sheet, *counts, detail["letters"], unread)
        )
    rows = connection.execute(query).all()
    first = {row.as_at: row.at for row in sorted(rows, key=lambda row: row.at, reverse=True)}
    return tuple(
        Snapshot(
            row.id,
            row.as_at,
            row.file,
            row.fingerprint,
            row.at,
            row.by,
            tuple(tables.get(row.id, ())),
            row.id in stood.withdrawn,
            source=Source(row.source_id, names.get(row.source_id, row.source)),
            first_at=first[row.as_at],
            corrects=any(
                (one.as_at, one.source_id) == (row.as_at, row.source_id) and one.id < row.id
                for one in rows
            ),
        )
        for row in rows
    )


def _plan_of(engine: sa.Engine, snapshot_id: int) -> int:
    with engine.connect() as connection:
        return whose(connection, snapshot_id)[0]
