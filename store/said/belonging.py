"""From which snapshot on what officers recorded counts, so that each date keeps its figures.

What is recorded belongs to the snapshot that it is about, and to every later one. It is about the
latest snapshot there is when it is recorded; or, given an earlier day, about the one that stood on
that day, as far as the meeting which that one reports to. An upload that is accepted later takes
nothing of it away, and what is recorded after that upload adds nothing to the date before.
"""

from collections.abc import Sequence
from datetime import date, datetime

import pandas as pd

from workstreams.view import Meeting, Snapshot, reports_to


def holds_from(
    judgements: pd.DataFrame,
    standing: Sequence[Snapshot],
    meetings: Sequence[Meeting],
    looked_at: tuple[date, date | None] | None = None,
) -> pd.Series:
    """The as-at date of the first snapshot that each judgement counts at, as ``datetime64[s]``.

    ``standing`` are the plan's snapshots that are not withdrawn; without any, a judgement counts
    from its own day. ``looked_at`` is a snapshot's date and the meeting that it is looked at for,
    where that is not the one it reports to: nothing new came to it.
    """
    if judgements.empty or not standing:
        return judgements["on"].astype("datetime64[s]")
    came: dict[pd.Timestamp, datetime] = {}
    for one in standing:
        day, first_at = pd.Timestamp(one.as_at), one.first_at or one.accepted_at
        came[day] = min(first_at, came.get(day, first_at))
    days = sorted(came)
    on, at = judgements["on"], judgements["at"]
    first = pd.Series(days[-1], index=judgements.index, dtype="datetime64[s]")
    # The earliest later date that had a file when it was recorded; none for the latest date.
    later = pd.Series(pd.NaT, index=judgements.index, dtype="datetime64[s]")
    for day, after in zip(days[-2::-1], days[:0:-1], strict=True):
        there: pd.Series = at >= pd.Timestamp(came[after]).tz_convert("UTC").tz_localize(None)
        later = later.mask(there, after)
        met = reports_to(day.date(), meetings)
        if looked_at and looked_at[0] == day.date():
            met = looked_at[1] or met
        reported = pd.Timestamp(met)
        first = first.mask(later.isna() | ((on < later) & (on <= reported)), day)
    return first
