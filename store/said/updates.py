"""What owners were asked for before a meeting: lines of the ledger, each one asking.

A line's subject is the meeting (ISO date), which is also its ``on``. Its value holds ``as_at`` (the
snapshot that the sheets show), ``reply_by`` (ISO date or None) and ``sheets``: for each the
``owner`` and what was ``asked``, each as its name (see ``owners.Action.subject``),
reference and words. Nothing that a return sheet comes back with is kept before it is accepted.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import require
from store.database.engine import writing
from store.database.tables import LEDGER
from store.refused import Refused
from store.said import ledger
from store.said.ledger import Line, line_of
from store.said.settings import change_setting_in, settings_of

KIND = "asking"
WORDS = "updates: covering words"
"""The setting that holds the words of the message that a sheet goes out with."""


@dataclass(frozen=True)
class AskedSheet:
    """What one owner was asked about: each action by its name, reference and words."""

    owner: str
    actions: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Asked:
    """One asking. ``id``, ``by`` and ``at`` are the store's; ``stands`` unless asked anew since."""

    meeting: date
    as_at: date
    reply_by: date | None
    sheets: tuple[AskedSheet, ...]
    id: int = 0
    by: str = ""
    at: datetime | None = None
    stands: bool = True


def ask(engine: sa.Engine, plan_id: int, asked: Asked, words: str, by: str) -> Asked:
    """Keep what is asked for a meeting, in the place of what was asked for it before.

    Asked again to the letter it is the same asking. ``words`` are the covering words, kept with
    the plan. Raises ``Refused`` where there is nobody to ask.
    """
    if not asked.sheets:
        raise Refused("No action is open, so there is nobody to ask.")
    if asked.reply_by and asked.reply_by > asked.meeting:
        raise Refused("The sheets are to be back after the meeting. Choose an earlier day.")
    with writing(engine, Right.UPDATES, plan_id) as connection:
        ledger.hold(connection, plan_id)
        stood = ledger.read(connection, plan_id)
        if settings_of(stood).get(WORDS, "") != words:
            change_setting_in(connection, plan_id, WORDS, words, by)
        before = [line for line in stood.of(KIND) if line.on == asked.meeting]
        same = next((line for line in before if _of(line) == _bare(asked, line)), None)
        if same is not None:
            return _of(same)
        ledger.end(connection, plan_id, [line.id for line in before], by)
        ledger.write(
            connection, plan_id, KIND, asked.meeting.isoformat(), _value(asked), by, asked.meeting
        )
        return _of(ledger.read(connection, plan_id).of(KIND)[-1])


def asked_of(engine: sa.Engine, plan_id: int) -> tuple[Asked, ...]:
    """Everything ever asked of a plan's owners, also what was asked anew since, oldest first."""
    require(Right.UPDATES, plan_id)
    with engine.connect() as connection:
        standing = {line.id for line in ledger.read(connection, plan_id).of(KIND)}
        rows = connection.execute(
            sa.select(LEDGER)
            .where(LEDGER.c.plan_id == plan_id, LEDGER.c.kind == KIND)
            .order_by(LEDGER.c.id)
        ).all()
    return tuple(replace(_of(line_of(row)), stands=row.id in standing) for row in rows)


def _bare(asked: Asked, line: Line) -> Asked:
    return replace(asked, id=line.id, by=line.by, at=line.at, stands=True)


def _value(asked: Asked) -> dict[str, Any]:
    return {
        "as_at": asked.as_at.isoformat(),
        "reply_by": asked.reply_by.isoformat() if asked.reply_by else None,
        "sheets": [
            {"owner": sheet.owner, "asked": [list(action) for action in sheet.actions]}
            for sheet in asked.sheets
        ],
    }


def _of(line: Line) -> Asked:
    value = line.value
    return Asked(
        date.fromisoformat(line.subject),
        date.fromisoformat(value["as_at"]),
        date.fromisoformat(value["reply_by"]) if value["reply_by"] else None,
        tuple(
            AskedSheet(one["owner"], tuple((a, b, c) for a, b, c in one["asked"]))
            for one in value["sheets"]
        ),
        line.id,
        line.by,
        line.at,
    )
