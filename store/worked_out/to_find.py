"""What of each plan can be looked for, kept: so that a search over plans reads no history."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple

import sqlalchemy as sa

from measures.finding.index import Entry
from store.database.tables import TO_FIND
from store.worked_out.kept import put, read
from workstreams.view import Audience


def kept(
    engine: sa.Engine, wanted: Mapping[int, Audience], made_from: Mapping[int, str]
) -> dict[int, tuple[Entry, ...]]:
    """What can be found of the wanted plans, where it is not out of date, as ``kept.read``."""
    found = read(engine, TO_FIND, wanted, made_from)
    return {plan_id: tuple(Entry(*one) for one in value) for plan_id, value in found.items()}


def keep(
    engine: sa.Engine, plan_id: int, audience: Audience, made_from: str, made: Sequence[Entry]
) -> None:
    """Put what can be found of a plan in the place of what was kept."""
    put(engine, TO_FIND, plan_id, audience, made_from, [astuple(one) for one in made])
