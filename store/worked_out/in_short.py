"""Plans in short, kept: what each audience is told of a plan, until the plan changes."""

from collections.abc import Mapping

import sqlalchemy as sa

from store.database.tables import IN_SHORT
from store.worked_out.kept import put, read
from workstreams.across.in_short import InShort
from workstreams.view import Audience


def kept(
    engine: sa.Engine, wanted: Mapping[int, Audience], made_from: Mapping[int, str]
) -> dict[int, InShort]:
    """The wanted plans in short, those that are kept and not out of date, as ``kept.read``."""
    found = read(engine, IN_SHORT, wanted, made_from)
    return {plan_id: InShort.of_plain(value) for plan_id, value in found.items()}


def keep(
    engine: sa.Engine, plan_id: int, audience: Audience, made_from: str, made: InShort
) -> None:
    """Put a plan in short in the place of what was kept."""
    put(engine, IN_SHORT, plan_id, audience, made_from, made.plain())
