"""What owners were asked for before a meeting: lines of the ledger, each one asking.

A line's subject is the meeting (ISO date), which is also its ``on``. Its value holds ``as_at`` (the
snapshot that the sheets show), ``reply_by`` (ISO date or None) and ``sheets``: for each the
``owner`` and what was ``asked``, each as its name (see ``owners.Action.subject``),
reference and words. Nothing that a return sheet comes back with is kept before it is accepted: then
a line for each owner holds what they said, and falls with the upload that it became.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import require
from store.database.engine import writing
from store.database.tables import LEDGER, SNAPSHOTS
from store.refused import Refused
from store.said import ledger
from store.said.changes import RETURNED
from store.said.ledger import Line, line_of
from store.said.settings import change_setting_in, settings_of
from workstreams.actions.updates.asked import Asked, AskedSheet
from workstreams.actions.updates.collected import Collected
from workstreams.view import SentBack

KIND = "asking"
WORDS = "updates: covering words"
"""The setting that holds the words of the message that a sheet goes out with."""


def ask(engine: sa.Engine, plan_id: int, asked: Asked, words: str, by: str) -> Asked:
    """Keep what is asked for a meeting, in the place of what was asked for it before.

    Asked again to the letter it is the same asking. ``words`` are the covering words, kept with
    the plan. Raises ``Refused`` where there is nobody to ask.
    """
    require(Right.UPDATES, plan_id)
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


def keep_returned(
    engine: sa.Engine,
    plan_id: int,
    found: Collected,
    snapshot_id: int,
    by: str,
    came: Mapping[str, date] | None = None,
) -> None:
    """Keep who said what in the sheets that an accepted upload was made from, and when.

    ``came`` says for each owner on which day the sheet came back, where that is known. A line's
    subject is the owner, its ``on`` the meeting; its value holds that day (``came``, ISO date or
    None) and what was ``said``: for each thing the action, which cell, the words, and the row that
    they stood in. What the file was called is not kept: people put their names there.
    """
    days = came or {}
    with writing(engine, Right.UPDATES, plan_id) as connection:
        ledger.hold(connection, plan_id)
        for owner in found.returned:
            said = [
                [one.action, one.answer, one.value, one.place]
                for one in found.said
                if one.owner.casefold() == owner.casefold()
            ]
            ledger.write(
                connection,
                plan_id,
                RETURNED,
                owner[:200],
                {"said": said, "came": days[owner].isoformat() if owner in days else None},
                by,
                found.asked.meeting,
                snapshot_id,
            )


def returned_of(engine: sa.Engine, plan_id: int, meeting: date) -> tuple[str, ...]:
    """The owners whose sheets for a meeting are in uploads that stand."""
    require(Right.UPDATES, plan_id)
    with engine.connect() as connection:
        lines = ledger.read(connection, plan_id).of(RETURNED)
    return tuple(dict.fromkeys(line.subject for line in lines if line.on == meeting))


def heard_of(engine: sa.Engine, plan_id: int) -> tuple[tuple[Asked, ...], tuple[SentBack, ...]]:
    """What was asked of a plan's owners and stands, oldest first, and the sheets that came back."""
    require(Right.SEE_MEMBERS_FIGURES, plan_id)
    with engine.connect() as connection:
        stood = ledger.read(connection, plan_id)
        return tuple(_of(line) for line in stood.of(KIND)), sent_back_in(connection, plan_id, stood)


def sent_back_in(
    connection: sa.Connection, plan_id: int, stood: ledger.Ledger
) -> tuple[SentBack, ...]:
    """The return sheets in uploads that stand, within a transaction."""
    lines = stood.of(RETURNED)
    if not lines:
        return ()
    query = (
        sa.select(LEDGER.c.id, SNAPSHOTS.c.as_at)
        .join(SNAPSHOTS, SNAPSHOTS.c.id == LEDGER.c.snapshot_id)
        .where(LEDGER.c.plan_id == plan_id, LEDGER.c.kind == RETURNED)
    )
    dates = {row.id: row.as_at for row in connection.execute(query)}
    return tuple(
        SentBack(
            line.subject,
            line.on,
            dates[line.id],
            # Lines of stores that were made before days were kept have none.
            date.fromisoformat(line.value["came"]) if line.value.get("came") else None,
            tuple((action, answer, words) for action, answer, words, *_ in line.value["said"]),
        )
        for line in lines
        if line.on and line.id in dates
    )


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
