"""The sample plans taken away again, once there is something real to look at."""

from pathlib import Path

import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import require
from store.database.engine import writing
from store.database.tables import PLANS, SNAPSHOTS
from store.keeping.deleted import delete_in, scrub
from store.plans import plans
from store.refused import Refused
from store.sample import BY
from workstreams.view import Plan


def sample_plans(engine: sa.Engine) -> list[Plan]:
    """The sample plans that stand and hold no upload of anybody's own."""
    require(Right.PLANS)
    with engine.connect() as connection:
        made = set(connection.execute(sa.select(PLANS.c.id).where(PLANS.c.by == BY)).scalars())
        own = sa.select(SNAPSHOTS.c.plan_id).where(SNAPSHOTS.c.by != BY)
        made -= set(connection.execute(own).scalars())
    return [one for one in plans(engine, None) if one.id in made]


def remove_sample(engine: sa.Engine) -> list[Plan]:
    """Delete the sample plans for good, and have them not put back at the next start.

    One that somebody uploaded a file of their own to stays. Raises ``Refused`` where there is none
    to remove.
    """
    found = sample_plans(engine)
    if not found:
        raise Refused("There is no sample plan to remove.")
    with writing(engine, Right.PLANS) as connection:
        for plan in found:
            delete_in(connection, plan.id)
    if mark := _mark(engine):
        mark.touch()
    scrub(engine)
    return found


def was_removed(engine: sa.Engine) -> bool:
    """Whether the sample plans were taken away from this store, so that they are not wanted."""
    mark = _mark(engine)
    return mark is not None and mark.exists()


def _mark(engine: sa.Engine) -> Path | None:
    """The file beside an SQLite store that says so; another store never gets a sample by itself."""
    name = engine.url.database or ""
    if engine.dialect.name != "sqlite" or name in ("", ":memory:"):
        return None
    return Path(f"{name}.no-samples")
