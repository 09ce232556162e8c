"""What was worked out of a plan for an audience, kept until the plan or the rules change."""

import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import require
from store.database.engine import writing
from workstreams.view import Audience

RIGHTS: Mapping[Audience, Right] = {"public": Right.SEE, "members": Right.SEE_MEMBERS_FIGURES}


def read(
    engine: sa.Engine,
    table: sa.Table,
    wanted: Mapping[int, Audience],
    made_from: Mapping[int, str],
) -> dict[int, Any]:
    """What a table keeps of the wanted plans (by id) that is not out of date, from one query.

    ``made_from`` is what each would be worked out from now. Raises ``NotAllowed`` where the
    visitor may not see one of them so.
    """
    for plan_id, audience in wanted.items():
        require(RIGHTS[audience], plan_id)
    chosen = sa.select(table).where(
        sa.tuple_(table.c.plan_id, table.c.audience).in_(list(wanted.items()))
    )
    with engine.connect() as connection:
        rows = connection.execute(chosen).all()
    return {
        row.plan_id: json.loads(row.value)
        for row in rows
        if row.made_from == made_from[row.plan_id]
    }


def put(
    engine: sa.Engine,
    table: sa.Table,
    plan_id: int,
    audience: Audience,
    made_from: str,
    value: Any,
) -> None:
    """Put what JSON can hold in the place of what was kept.

    Whoever may see it may have it kept: nothing is said that the store did not say already.
    """
    place = (table.c.plan_id == plan_id, table.c.audience == audience)
    with writing(engine, RIGHTS[audience], plan_id) as connection:
        values = {"made_from": made_from, "value": json.dumps(value, ensure_ascii=False)}
        done = connection.execute(table.update().where(*place).values(values))
        if not done.rowcount:
            connection.execute(table.insert().values(plan_id=plan_id, audience=audience, **values))
