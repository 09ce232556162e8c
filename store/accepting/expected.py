"""What is still to come of each of a plan's sources before the committee meets next."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from store import plans
from store.snapshots import snapshots
from workstreams.view import Snapshot, Source
from workstreams.wording import day


@dataclass(frozen=True)
class Expected:
    """A source, its latest upload, and what is expected of it, in a few words."""

    source: Source
    latest: Snapshot
    words: str


def expected(engine: sa.Engine, plan_id: int, today: date) -> tuple[Expected, ...]:
    """Each source of a plan that has an upload which stands, in the order they were added."""
    latest: dict[Source, Snapshot] = {}
    for one in snapshots(engine, plan_id):
        latest[one.source] = one
    meetings = [one.when for one in plans.meetings(engine, plan_id)]
    ahead = min((when for when in meetings if when >= today), default=None)
    met = max((when for when in meetings if when < today), default=None)
    return tuple(
        Expected(source, latest[source], _words(latest[source].as_at, met, ahead))
        for source in sorted(latest, key=lambda one: one.id)
    )


def _words(last: date, met: date | None, ahead: date | None) -> str:
    """What is expected of a source whose last file is true at a date."""
    if ahead is None:
        return "No later meeting is entered"
    if met is not None and last > met:
        return f"Nothing: it came since the meeting of {day(met)}"
    return f"A file before the meeting of {day(ahead)}"
