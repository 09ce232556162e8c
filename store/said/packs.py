"""The moment each meeting's pack was made for, so that the same pack can be made again.

A pack is read with ``view(..., known_at=issue.known_at)``: later uploads, withdrawals and changed
settings do not alter it. Only making it anew, with a reason, moves the moment on.
"""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import require
from store.database.engine import writing
from store.refused import Refused
from store.said import ledger, public_copies
from store.said.ledger import Line

KIND = "pack"


@dataclass(frozen=True)
class Issue:
    """One issue of a meeting's pack: its number, what was known then, who made it and why anew."""

    number: int
    meeting: date
    known_at: datetime
    by: str
    reason: str = ""


def issues(engine: sa.Engine, plan_id: int, meeting: date) -> tuple[Issue, ...]:
    """Every issue of a meeting's pack, the first one first."""
    require(Right.SEE, plan_id)
    with engine.connect() as connection:
        return _issues(ledger.read(connection, plan_id).of(KIND), meeting)


def issue(engine: sa.Engine, plan_id: int, meeting: date, by: str) -> Issue:
    """The pack of a meeting as it stands: its last issue, or its first one made now."""
    with writing(engine, Right.PACK, plan_id) as connection:
        ledger.hold(connection, plan_id)
        made = _issues(ledger.read(connection, plan_id).of(KIND), meeting)
        if not made:
            _write(connection, plan_id, meeting, by, "")
            made = _issues(ledger.read(connection, plan_id).of(KIND), meeting)
    return made[-1]


def issue_anew(engine: sa.Engine, plan_id: int, meeting: date, by: str, reason: str) -> Issue:
    """Make a meeting's pack anew from what is known now; earlier issues can still be made."""
    if not reason.strip():
        raise Refused("Say why the pack is made anew; the reason is printed in it.")
    with writing(engine, Right.PACK, plan_id) as connection:
        ledger.hold(connection, plan_id)
        _write(connection, plan_id, meeting, by, reason.strip())
        return _issues(ledger.read(connection, plan_id).of(KIND), meeting)[-1]


def _write(connection: sa.Connection, plan_id: int, meeting: date, by: str, reason: str) -> None:
    ledger.write(connection, plan_id, KIND, meeting.isoformat(), {"reason": reason}, by, meeting)
    public_copies.note(connection, plan_id, ledger.stamp(connection, plan_id))


def _issues(lines: tuple[Line, ...], meeting: date) -> tuple[Issue, ...]:
    found = [line for line in lines if line.on == meeting]
    return tuple(
        Issue(number, meeting, line.at, line.by, line.value["reason"])
        for number, line in enumerate(found, start=1)
    )
