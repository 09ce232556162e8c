"""Plans in short, kept: what each audience is told of a plan, until the plan changes."""

import json
from collections.abc import Mapping

import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import require
from store.database.engine import writing
from store.database.tables import IN_SHORT
from workstreams.across.in_short import InShort
from workstreams.view import Audience

RIGHTS: Mapping[Audience, Right] = {"public": Right.SEE, "members": Right.SEE_MEMBERS_FIGURES}


def kept(
    engine: sa.Engine, wanted: Mapping[int, Audience], made_from: Mapping[int, str]
) -> dict[int, InShort]:
    """The wanted plans (by id) in short, those that are kept and not out of date, from one query.

    ``made_from`` is what each would be worked out from now. Raises ``NotAllowed`` where the
    visitor may not see one of them so.
    """
    for plan_id, audience in wanted.items():
        require(RIGHTS[audience], plan_id)
    with engine.connect() as connection:
        rows = connection.execute(sa.select(IN_SHORT).where(IN_SHORT.c.plan_id.in_(wanted))).all()
    return {
        row.plan_id: InShort.of_plain(json.loads(row.value))
        for row in rows
        if row.audience == wanted[row.plan_id] and row.made_from == made_from[row.plan_id]
    }


def keep(
    engine: sa.Engine, plan_id: int, audience: Audience, made_from: str, made: InShort
) -> None:
    """Put a plan in short in the place of what was kept.

    Whoever may see it may have it kept: nothing is said that the store did not say already.
    """
    place = (IN_SHORT.c.plan_id == plan_id, IN_SHORT.c.audience == audience)
    with writing(engine, RIGHTS[audience], plan_id) as connection:
        values = {"made_from": made_from, "value": json.dumps(made.plain(), ensure_ascii=False)}
        done = connection.execute(IN_SHORT.update().where(*place).values(values))
        if not done.rowcount:
            connection.execute(
                IN_SHORT.insert().values(plan_id=plan_id, audience=audience, **values)
            )
