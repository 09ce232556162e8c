"""When the public saw a plan, and what it was told then: nothing told later may give more away.

A pack that is issued is seen by the public, and so is a page that is drawn for somebody who may
not see the members' figures. What was said then is worked out when it is first needed, which is
once the uploads are others; as long as they are the same, the same is said again.
"""

import json
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import require
from store.database.engine import DatabaseFault, writing
from store.database.tables import LEDGER, PUBLIC_COPIES, SNAPSHOTS
from store.said import ledger
from store.said.ledger import WITHDRAWAL
from workstreams import WORKSTREAMS
from workstreams.view import View

LOG = logging.getLogger(__name__)
Said = dict[str, list[dict[str, Any]]]
"""What public copies said, as ``View.in_print`` holds it."""


def seen(engine: sa.Engine, plan_id: int) -> None:
    """The public sees the plan as it stands now."""
    require(Right.SEE, plan_id)
    with engine.connect() as connection:
        if _is_noted(connection, plan_id):
            return
    with writing(engine, Right.SEE, plan_id) as connection:
        ledger.hold(connection, plan_id)
        note(connection, plan_id, ledger.stamp(connection, plan_id))


def note(connection: sa.Connection, plan_id: int, at: datetime) -> None:
    """As ``seen``, as part of a longer transaction that holds the plan."""
    if not _is_noted(connection, plan_id):
        connection.execute(
            PUBLIC_COPIES.insert().values(
                plan_id=plan_id, uploads=_uploads(connection, plan_id), alone=False, at=at
            )
        )


def in_print(
    engine: sa.Engine, plan_id: int, known_at: datetime | None, look: Callable[[datetime], View]
) -> Said:
    """All that public copies said before, by the workstream's key, oldest first.

    Now, or before ``known_at``. ``look`` gives the public view as it was known at a moment.
    Raises ``NotAllowed`` where the visitor may not see the plan.
    """
    require(Right.SEE, plan_id)
    found: Said = {}
    with engine.connect() as connection:
        rows = connection.execute(
            sa.select(PUBLIC_COPIES)
            .where(PUBLIC_COPIES.c.plan_id == plan_id)
            .order_by(PUBLIC_COPIES.c.at, PUBLIC_COPIES.c.id)
        ).all()
        standing = _uploads(connection, plan_id) if rows and known_at is None else None
    if any(row.at == known_at and row.alone for row in rows):
        return {}
    for row in rows:
        if row.uploads == standing or (known_at is not None and row.at >= known_at):
            continue
        said = json.loads(row.said) if row.said else _kept(engine, row, look(row.at))
        for key, told in said.items():
            found.setdefault(key, []).append(told)
    return found


def _kept(engine: sa.Engine, row: Any, view: View) -> dict[str, Any]:
    """What a view says, kept for the next time where the store can be written to."""
    said = {one.key: dict(told) for one in WORKSTREAMS if (told := one.said_in_print(view))}
    try:
        with writing(engine, Right.SEE, row.plan_id) as connection:
            own = PUBLIC_COPIES.c.id == row.id, PUBLIC_COPIES.c.said.is_(None)
            connection.execute(PUBLIC_COPIES.update().where(*own).values(said=json.dumps(said)))
    except DatabaseFault:
        LOG.warning("What a public copy said could not be kept; it is worked out again next time.")
    return said


def _is_noted(connection: sa.Connection, plan_id: int) -> bool:
    own = PUBLIC_COPIES.c.plan_id == plan_id
    same = PUBLIC_COPIES.c.uploads == _uploads(connection, plan_id)
    return connection.execute(sa.select(PUBLIC_COPIES.c.id).where(own, same)).first() is not None


def _uploads(connection: sa.Connection, plan_id: int) -> str:
    """Changes whenever a plan is given an upload, or one is withdrawn or restored."""
    withdrawals = LEDGER.c.plan_id == plan_id, LEDGER.c.kind == WITHDRAWAL
    counts = (
        sa.select(sa.func.count(SNAPSHOTS.c.id)).where(SNAPSHOTS.c.plan_id == plan_id),
        sa.select(sa.func.count(LEDGER.c.id)).where(*withdrawals),
        sa.select(sa.func.count(LEDGER.c.ended_at)).where(*withdrawals),
    )
    row = connection.execute(sa.select(*(count.scalar_subquery() for count in counts))).one()
    return "-".join(str(count) for count in row)
