"""The log of a plan: everything said of it, who said it and when, and what was taken back."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime

import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import require
from store.database.tables import LEDGER, SNAPSHOTS, SOURCES
from store.said.ledger import RENAMED, WITHDRAWAL, Line, line_of

ANSWERED = "same action"
"""What an officer answers while accepting an upload: it falls with it, and no sheet says it."""
RETURNED = "returned"
"""What owners sent back, kept with the upload that it became."""


@dataclass(frozen=True)
class OfUpload:
    """An upload that a line of the log names: the file, and the day that it was true."""

    file: str
    as_at: date


@dataclass(frozen=True)
class Entry(Line):
    """One line of the ledger as it was written, and its end where it has one.

    ``said_by`` is the upload whose sheet said it, None where a person did on the screen;
    ``about`` the upload that was withdrawn, None where the line is about something else; ``was``
    what a source was called before it was renamed.
    """

    ended_by: str
    ended_at: datetime | None
    said_by: OfUpload | None
    about: OfUpload | None
    was: str = ""


def changes(engine: sa.Engine, plan_id: int) -> tuple[Entry, ...]:
    """Every line ever written about a plan, the latest first."""
    require(Right.SEE_MEMBERS_FIGURES, plan_id)
    with engine.connect() as connection:
        rows = connection.execute(
            sa.select(LEDGER).where(LEDGER.c.plan_id == plan_id).order_by(LEDGER.c.id.desc())
        ).all()
        kept = connection.execute(
            sa.select(SNAPSHOTS.c.id, SNAPSHOTS.c.file, SNAPSHOTS.c.as_at).where(
                SNAPSHOTS.c.plan_id == plan_id
            )
        ).all()
        called = connection.execute(
            sa.select(SOURCES.c.id, SOURCES.c.name).where(SOURCES.c.plan_id == plan_id)
        ).all()
    uploads = {row.id: OfUpload(row.file, row.as_at) for row in kept}
    were = _names_before(map(line_of, reversed(rows)), {row.id: row.name for row in called})
    return tuple(
        Entry(
            **asdict(line_of(row)),
            ended_by=row.ended_by or "",
            ended_at=row.ended_at,
            said_by=None if row.kind in (ANSWERED, RETURNED) else uploads.get(row.snapshot_id),
            about=uploads.get(int(row.subject)) if row.kind == WITHDRAWAL else None,
            was=were.get(row.id, ""),
        )
        for row in rows
    )


def _names_before(lines: Iterable[Line], names: dict[int, str]) -> dict[int, str]:
    """What a source was called until then, by the id of each line that renames it.

    ``lines`` come the oldest first; ``names`` are those that the sources (by id) began with.
    """
    before = {}
    for line in lines:
        if line.kind == RENAMED:
            source = int(line.subject)
            before[line.id] = names.get(source, "")
            names = {**names, source: line.value}
    return before
