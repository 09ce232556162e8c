"""The log of a plan: everything said of it, who said it and when, and what was taken back."""

from dataclasses import asdict, dataclass
from datetime import datetime

import sqlalchemy as sa

from store.database.tables import LEDGER
from store.said.ledger import Line, line_of

ANSWERED = "same action"
"""What an officer answers while accepting an upload: it falls with it, and no sheet says it."""


@dataclass(frozen=True)
class Entry(Line):
    """One line of the ledger as it was written, and its end where it has one.

    ``from_file`` says that a sheet of an upload said it, not a person on the screen.
    """

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
            **asdict(line_of(row)),
            ended_by=row.ended_by or "",
            ended_at=row.ended_at,
            from_file=row.snapshot_id is not None and row.kind != ANSWERED,
        )
        for row in rows
    )
