"""Reading a file again with other answers: the reading that it takes the place of is kept."""

import json
from collections.abc import Mapping
from datetime import date

import sqlalchemy as sa

from loaders.outcome import Checked
from store.access.roles import Right
from store.database.engine import writing
from store.database.tables import LEDGER
from store.database.version import version_in
from store.refused import Refused
from store.said import ledger
from store.snapshots import Answers, Changed, accept_in, snapshots, withdraw_in
from workstreams.view import Snapshot

SAME_ACTION = "same action"


def accept_again(
    engine: sa.Engine,
    plan_id: int,
    old: Snapshot,
    as_at: date,
    checked: Checked,
    by: str,
    why: str,
    reasons: Mapping[str, str] | None = None,
    answers: Answers = (),
    looked_at: str = "",
) -> Snapshot:
    """Store a reading in the place of ``old``, which is withdrawn with the reason; or do neither.

    It stays in the same source. What officers said of ``old``'s rows being earlier actions is said
    of the new one, unless ``answers`` say otherwise. Raises ``Refused`` without a reason, or where
    ``old`` may not be withdrawn or is already, and otherwise as ``accept_each`` does.
    """
    if not why.strip():
        raise Refused("Say why this file is read again; the reason is kept with it.")
    with writing(engine, Right.UPLOAD, plan_id) as connection:
        ledger.hold(connection, plan_id)
        if looked_at and version_in(connection, plan_id) != looked_at:
            raise Changed("The plan was changed while you looked at what this upload changes.")
        answered = {subject for subject, _ in answers}
        kept = [one for one in _answers(connection, old.id) if one[0] not in answered]
        withdraw_in(connection, old.id, by, f"Read again: {why.strip()}")
        uploads = [(as_at, checked)]
        both = [*answers, *kept]
        (new,) = accept_in(connection, plan_id, uploads, by, reasons or {}, both, old.source)
    return next(one for one in snapshots(engine, plan_id) if one.id == new)


def _answers(connection: sa.Connection, snapshot_id: int) -> Answers:
    """What was said with an upload of which of its rows are an earlier action."""
    lines = connection.execute(
        sa.select(LEDGER.c.subject, LEDGER.c.value)
        .where(
            LEDGER.c.snapshot_id == snapshot_id,
            LEDGER.c.kind == SAME_ACTION,
            LEDGER.c.ended_at.is_(None),
        )
        .order_by(LEDGER.c.id)
    )
    return [(line.subject, json.loads(line.value)) for line in lines]
