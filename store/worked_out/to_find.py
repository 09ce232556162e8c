"""What of each plan can be looked for, kept: so that a search over plans reads no history."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple

import sqlalchemy as sa

from measures.finding.index import Entry
from store.access.roles import Right
from store.access.visitor import require
from store.database.engine import writing
from store.database.tables import TO_FIND
from workstreams.view import Audience


def kept(
    engine: sa.Engine, wanted: Mapping[int, Audience], made_from: Mapping[int, str]
) -> dict[int, tuple[Entry, ...]]:
    """What can be found of the wanted plans (by id), where it is kept and not out of date.

    As ``in_short.kept``: raises ``NotAllowed`` where the visitor may not see one of them so.
    """
    for plan_id, audience in wanted.items():
        require(_right(audience), plan_id)
    chosen = sa.select(TO_FIND).where(
        sa.tuple_(TO_FIND.c.plan_id, TO_FIND.c.audience).in_(list(wanted.items()))
    )
    with engine.connect() as connection:
        rows = connection.execute(chosen).all()
    return {
        row.plan_id: tuple(Entry(*one) for one in json.loads(row.value))
        for row in rows
        if row.made_from == made_from[row.plan_id]
    }


def keep(
    engine: sa.Engine, plan_id: int, audience: Audience, made_from: str, made: Sequence[Entry]
) -> None:
    """Put what can be found of a plan in the place of what was kept, as ``in_short.keep``."""
    place = (TO_FIND.c.plan_id == plan_id, TO_FIND.c.audience == audience)
    values = {
        "made_from": made_from,
        "value": json.dumps([astuple(one) for one in made], ensure_ascii=False),
    }
    with writing(engine, _right(audience), plan_id) as connection:
        done = connection.execute(TO_FIND.update().where(*place).values(values))
        if not done.rowcount:
            connection.execute(
                TO_FIND.insert().values(plan_id=plan_id, audience=audience, **values)
            )


def _right(audience: Audience) -> Right:
    return Right.SEE_MEMBERS_FIGURES if audience == "members" else Right.SEE
