"""The moves of a due date that one record tells of itself: its dates in order, with reasons."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Dates = NDArray[np.datetime64]
Lists = NDArray[np.object_]
Told = Sequence[Sequence[str]]
"""A record's dates as ``[ISO date, heading, reason]``, oldest first; empty where none moved."""


def first_told(told: Lists, otherwise: Dates) -> Dates:
    """The date each record was first given, where it tells of it."""
    out = otherwise.copy()
    for at in np.flatnonzero([bool(len(one)) for one in told]):
        out[at] = np.datetime64(told[at][0][0], "s")
    return out


def steps_of(told: Lists, before: Dates, moved: NDArray[np.bool_]) -> Lists:
    """Each record's own moves since the date known before it: lists of ``[was, now, reason]``.

    They begin where the record's dates last were the one known before. A record whose dates do not
    have that one tells of no more than its last move.
    """
    out = np.empty(len(told), dtype=object)
    for at in range(len(told)):
        out[at] = _steps(told[at], before[at]) if moved[at] and len(told[at]) else []
    return out


def _steps(dates: Told, before: np.datetime64) -> list[list[str]]:
    known = np.datetime_as_string(before, unit="D")
    days = [one[0] for one in dates]
    if known in days:
        begin = len(days) - 1 - days[::-1].index(known)
    else:
        begin = len(days) - 1
        days = [*days[:begin], str(known), *days[begin:]]
        dates = [*dates[:begin], [str(known), "", ""], *dates[begin:]]
    return [[days[at - 1], days[at], dates[at][2]] for at in range(begin + 1, len(days))]


def counted(steps: Lists) -> NDArray[np.int64]:
    """How often each record moved its date: once where it does not tell."""
    return np.fromiter((max(1, len(one)) for one in steps), dtype=np.int64, count=len(steps))
