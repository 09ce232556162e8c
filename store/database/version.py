"""A short text that changes whenever anything of a plan changes, to keep what was read with."""

from datetime import datetime

import sqlalchemy as sa

from store.database.tables import LEDGER, PLANS, SNAPSHOTS


def version(engine: sa.Engine, plan_id: int) -> str:
    """The plan's version now, as ``version_in`` tells it."""
    with engine.connect() as connection:
        return version_in(connection, plan_id)


def versions(engine: sa.Engine) -> dict[int, str]:
    """Every plan's version now, by its id, from one query."""
    with engine.connect() as connection:
        rows = connection.execute(_counts()).all()
    return {row.id: _told(row) for row in rows}


def version_in(connection: sa.Connection, plan_id: int) -> str:
    """The plan's version, from one quick query.

    Of a plan that is not deleted nothing is, and lines only end once, so counts tell all; the
    moment the plan was added tells two stores, and two plans of one number, apart.
    """
    return _told(connection.execute(_counts().where(PLANS.c.id == plan_id)).one())


def _counts() -> sa.Select[tuple[int, datetime, int, int, int]]:
    lines = sa.select(sa.func.count(LEDGER.c.id)).where(LEDGER.c.plan_id == PLANS.c.id)
    ended = sa.select(sa.func.count(LEDGER.c.ended_at)).where(LEDGER.c.plan_id == PLANS.c.id)
    accepted = sa.select(sa.func.count(SNAPSHOTS.c.id)).where(SNAPSHOTS.c.plan_id == PLANS.c.id)
    return sa.select(
        PLANS.c.id,
        PLANS.c.at,
        lines.scalar_subquery().label("lines"),
        ended.scalar_subquery().label("ended"),
        accepted.scalar_subquery().label("accepted"),
    )


def _told(row: sa.Row[tuple[int, datetime, int, int, int]]) -> str:
    added = int(row.at.timestamp() * 1e6)
    return f"{row.id}-{added}-{row.lines}-{row.ended}-{row.accepted}"
