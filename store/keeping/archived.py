"""Plans put away and brought back: out of every list, with nothing of them lost."""

import sqlalchemy as sa

from store.access.roles import Right
from store.database.engine import writing
from store.plans import plan_of
from store.refused import Refused
from store.said import ledger
from store.said.ledger import ARCHIVED


def archive(engine: sa.Engine, plan_id: int, by: str, why: str) -> None:
    """Put a plan away, with the reason. Raises ``Refused`` without one, or where it is away."""
    if not why.strip():
        raise Refused("Say why this plan is archived; the reason is kept with it.")
    with writing(engine, Right.PLANS, plan_id) as connection:
        ledger.hold(connection, plan_id)
        lines = ledger.read(connection, plan_id)
        if lines.of(ARCHIVED):
            raise Refused(f"“{plan_of(plan_id, lines).name}” is archived already.")
        ledger.write(connection, plan_id, ARCHIVED, "", {"reason": why.strip()}, by)


def bring_back(engine: sa.Engine, plan_id: int, by: str) -> None:
    """Put an archived plan among the others again. Raises ``Refused`` where it is not archived."""
    with writing(engine, Right.PLANS, plan_id) as connection:
        ledger.hold(connection, plan_id)
        lines = ledger.read(connection, plan_id)
        ids = [line.id for line in lines.of(ARCHIVED)]
        if not ids:
            raise Refused(f"“{plan_of(plan_id, lines).name}” is not archived.")
        ledger.end(connection, plan_id, ids, by)
