"""Dates that committees count by: the meeting before, the next one, and months from a date."""

import calendar
from collections.abc import Iterable
from datetime import date, timedelta


def next_after(when: date, meetings: Iterable[date]) -> date | None:
    """The first meeting after a date."""
    return min((meeting for meeting in meetings if meeting > when), default=None)


def latest_by(when: date, meetings: Iterable[date]) -> date | None:
    """The last meeting on or before a date."""
    return max((meeting for meeting in meetings if meeting <= when), default=None)


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
