"""What speaks against accepting a file as it is: a wrong plan, an earlier date, a wrong year.

Each is a question that an officer answers before anything is stored.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import sqlalchemy as sa

from loaders.outcome import Checked
from store import plans
from store.access.roles import Right
from store.access.visitor import require
from store.said import ledger
from store.snapshots import snapshots_in
from store.sources.kept import Into
from store.sources.proposed import SOME, Alike, alike
from workstreams.view import Plan, Source
from workstreams.wording import are, counted, day

Doubted = Literal["rows", "earlier", "year"]
DOUBTS: tuple[Doubted, ...] = ("rows", "earlier", "year")
"""What can be doubted: whose rows they are, the order of the dates, the year."""
FAR, NEAR = timedelta(days=120), timedelta(days=60)
"""A date this far from all that happened, where the same day of another year is near to it."""
YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Doubt:
    """One question: ``found`` is what is odd, a sentence; ``yes`` is what to say to go on."""

    key: Doubted
    found: str
    yes: str


def doubts(
    engine: sa.Engine, plan_id: int, checked: Checked, as_at: date, into: Into
) -> tuple[Doubt, ...]:
    """Every question about a file that goes to a source of a plan, as at a date."""
    require(Right.UPLOAD, plan_id)
    others = other_plans(engine, plan_id)
    with engine.connect() as connection:
        return doubts_in(connection, plan_id, checked, as_at, into, others)


def doubts_in(
    connection: sa.Connection,
    plan_id: int,
    checked: Checked,
    as_at: date,
    into: Into,
    others: Sequence[Plan] = (),
) -> tuple[Doubt, ...]:
    """As ``doubts``, within a transaction; ``others`` are the plans that may fit better."""
    lines = ledger.read(connection, plan_id)
    standing = [one for one in snapshots_in(connection, plan_id, lines) if not one.withdrawn]
    own = [one.as_at for one in standing if one.source == into]
    happened = [*(one.when for one in plans.meetings_of(lines)), *(one.as_at for one in standing)]
    found = (
        _rows(connection, plan_id, checked, into, others),
        _earlier(as_at, own, into),
        _year(as_at, happened),
    )
    return tuple(one for one in found if one is not None)


def other_plans(engine: sa.Engine, plan_id: int) -> list[Plan]:
    """The plans beside this one that the visitor may see."""
    return [one for one in plans.plans(engine) if one.id != plan_id]


def _rows(
    connection: sa.Connection, plan_id: int, checked: Checked, into: Into, others: Sequence[Plan]
) -> Doubt | None:
    """Whether the rows are of another plan: none in the source they go to, or many elsewhere."""
    here = alike(connection, plan_id, checked)
    if any(one.same for one in here if one.source == into or not isinstance(into, Source)):
        return None
    better = _better(connection, others, checked)
    there = ""
    if better is not None:
        plan, like = better
        there = f"{like.same:,} of its {counted(like.rows, 'row')} {are(like.same)} in the plan "
        there += f"“{plan.name}”."
    own = [one for one in here if one.source == into and one.rows and one.held]
    if own:
        found = f"None of its {counted(own[0].rows, 'row')} is in “{into.name}” as it stands."
        return Doubt("rows", f"{found} {there}".strip(), f"It is a file of “{into.name}”")
    return Doubt("rows", there, "It belongs to this plan too") if there else None


def _better(
    connection: sa.Connection, others: Sequence[Plan], checked: Checked
) -> tuple[Plan, Alike] | None:
    """The other plan that has most of the file's rows; None where none has a good part of them."""
    found = [(plan, one) for plan in others for one in alike(connection, plan.id, checked)]
    best = max(found, key=lambda one: one[1].share, default=None)
    return best if best is not None and best[1].share >= SOME else None


def _earlier(as_at: date, own: Sequence[date], into: Into) -> Doubt | None:
    last = max(own, default=None)
    if last is None or as_at >= last:
        return None
    return Doubt(
        "earlier",
        f"“{into.name}” has a file as at {day(last)} already, which is later than {day(as_at)}.",
        f"It is an older file, true on {day(as_at)}",
    )


def _year(as_at: date, happened: Iterable[date]) -> Doubt | None:
    """Whether a date lies far from every meeting and upload, which another year would not."""
    others = [when for when in happened if when != as_at]
    if not others:
        return None
    near = min(others, key=lambda when: abs(when - as_at))
    gap = abs(near - as_at)
    moved = [_in_year(as_at, as_at.year + years) for years in (-1, 1)]
    fits = any(abs(when - other) <= NEAR for when in moved for other in others)
    if gap <= FAR or not (fits or gap > YEAR):
        return None
    return Doubt(
        "year",
        f"{day(as_at)} is {gap.days:,} days from the nearest meeting or upload of this plan, on "
        f"{day(near)}.",
        f"The year is right: {as_at.year}",
    )


def _in_year(when: date, year: int) -> date:
    try:
        return when.replace(year=year)
    except ValueError:  # 29 February
        return when.replace(year=year, day=28)
