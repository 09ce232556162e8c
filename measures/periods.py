"""Dates that committees count by: the meetings before, the next one, and months from a date."""

import calendar
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta


def latest_by(when: date, meetings: Iterable[date]) -> date | None:
    """The last meeting on or before a date."""
    return max((meeting for meeting in meetings if meeting <= when), default=None)


def stood_at(
    dates: Sequence[date], as_at: date, meetings: Iterable[date], count: int
) -> tuple[int, ...]:
    """Which snapshots stood at the last ``count`` meetings, oldest first, by their number from 0.

    ``dates`` are the snapshots', in order. The latest one up to the as-at date stands at the
    meeting it goes to: the first on or after that date, whether or not it has been entered. At a
    meeting before that stood the latest snapshot up to its day, so of two uploads between two
    meetings only the later is there, and where a meeting had no new upload the one before is there
    again. Without any meetings, every snapshot counts as one. () where there are not so many.
    """
    days = sorted(set(meetings))
    latest = bisect_right(dates, as_at) - 1
    if not days:
        return tuple(range(latest - count + 1, latest + 1)) if latest >= count - 1 else ()
    before = (bisect_right(dates, day) - 1 for day in days if day < as_at)
    found = (*before, latest)[-count:]
    return found if len(found) == count and min(found) >= 0 else ()


def months_after(when: date, months: int) -> date:
    """The same day some months later; the last day of the month where there is no such day."""
    years, month = divmod(when.month - 1 + months, 12)
    year = when.year + years
    return date(year, month + 1, min(when.day, calendar.monthrange(year, month + 1)[1]))


def answer_due(received: date) -> date:
    """The last day of "two months beginning with the date" a recommendation was received.

    Local Government Act 2000, section 9FE: a period that begins with 7 September ends on 6
    November, because 7 September is its first day.
    """
    return months_after(received, 2) - timedelta(days=1)
