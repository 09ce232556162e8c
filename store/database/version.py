"""A short text that changes whenever anything of a plan changes, to keep what was read with."""

import sqlalchemy as sa

from store.database.tables import LEDGER, PLANS, SNAPSHOTS


def version(engine: sa.Engine, plan_id: int) -> str:
    """The plan's version now, as ``version_in`` tells it."""
    with engine.connect() as connection:
        return version_in(connection, plan_id)


def version_in(connection: sa.Connection, plan_id: int) -> str:
    """The plan's version, from one quick query.

    Nothing in the store is ever deleted and lines only end once, so counts tell all; the moment
    the plan was added tells two stores apart.
    """
    lines = sa.select(sa.func.count(LEDGER.c.id)).where(LEDGER.c.plan_id == plan_id)
    ended = sa.select(sa.func.count(LEDGER.c.ended_at)).where(LEDGER.c.plan_id == plan_id)
    accepted = sa.select(sa.func.count(SNAPSHOTS.c.id)).where(SNAPSHOTS.c.plan_id == plan_id)
    query = sa.select(
        PLANS.c.at, lines.scalar_subquery(), ended.scalar_subquery(), accepted.scalar_subquery()
    ).where(PLANS.c.id == plan_id)
    added, *counts = connection.execute(query).one()
    return "-".join(str(part) for part in (plan_id, int(added.timestamp() * 1e6), *counts))
