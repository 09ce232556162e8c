"""The log of a plan: everything said of it, who said it and when, and what was taken back."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from store.database.tables import LEDGER

ANSWERED = "same action"
"""What an officer answers while accepting an upload: it falls with it, and no sheet says it."""


@dataclass(frozen=True)
class Entry:
    """One line of the ledger as it was written, and its end where it has one.

    ``from_file`` says that a sheet of an upload said it, not a person on the screen.
    """

    id: int
    kind: str
    subject: str
    value: Any
    on: date | None
    by: str
    at: datetime
    ended_by: str
    ended_at: datetime | None
    from_file: bool


def changes(engine: sa.Engine, plan_id: int) -> tuple[Entry, ...]:
    """Every line ever written about a plan, the latest first."""
    with engine.connect() as connection:
        rows = connection.execute(
            sa.select(LEDGER).where(LEDGER.c.plan_id == plan_id).order_by(LEDGER.c.id.desc())
        ).all()
    return tuple(
        Entry(
            row.id,
            row.kind,
            row.subject,
            json.loads(row.value),
            row.on,
            row.by,
            row.at,
            row.ended_by or "",
            row.ended_at,
            row.snapshot_id is not None and row.kind != ANSWERED,
        )
        for row in rows
    )
