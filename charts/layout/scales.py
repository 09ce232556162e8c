"""Axes: round steps for values, and dates that never collide."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

import pandas as pd

from charts.layout.text import width
from charts.theme import TEXT
from measures.figures import Unit, plain

STEPS = (1, 2, 2.5, 5, 10)
MONTHS_APART = (1, 2, 3, 6, 12, 24, 60, 120)
TICK_ROOM = 50


@dataclass(frozen=True)
class Values:
    """A value axis: its ends, its ticks and their words."""

    low: float
    high: float
    at: tuple[float, ...]
    words: tuple[str, ...]

    @property
    def wide(self) -> int:
        """Pixels the words take left of the axis."""
        return ceil(max((width(word, TEXT) for word in self.words), default=0)) + 10

    def share(self, value: float) -> float:
        """Where a value stands between the ends: 0 at the low end, 1 at the high."""
        return (value - self.low) / (self.high - self.low)


def values(found: list[float], unit: Unit, *, from_zero: bool = True, ticks: int = 5) -> Values:
    """A value axis round the values found, in round steps; 0 to 1 where there are none."""
    low, high = (min(found), max(found)) if found else (0.0, 1.0)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high == low:
        high, low = (high + 1, low) if from_zero else (high + 0.5, low - 0.5)
        if unit == "percent":
            high = min(high, low + 1)
    step = _step((high - low) / ticks, whole=unit in {"count", "cases"})
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    at = tuple(round(place * step, 10) for place in range(first, last + 1))
    return Values(at[0], at[-1], at, tuple(tick(value, unit) for value in at))


def _step(least: float, *, whole: bool) -> float:
    """The smallest round step that is at least ``least``; never a part of a countable thing."""
    power = 10.0 ** floor(log10(least))
    step = next(power * s for s in STEPS if power * s >= least * (1 - 1e-9))
    return max(1.0, float(ceil(step))) if whole else step


def tick(value: float, unit: Unit) -> str:
    """A tick's words: the unit only where it is short."""
    if unit == "percent":
        return f"{plain(value * 100)}%"
    if unit == "pounds":
        return f"£{value:,.0f}"
    return plain(value) if abs(value) >= 0.1 or value == 0 else f"{value:g}"


@dataclass(frozen=True)
class Dates:
    """A time axis: its ends, its ticks, and where a date stands in pixels."""

    start: pd.Timestamp
    end: pd.Timestamp
    wide: float
    at: tuple[pd.Timestamp, ...]
    words: tuple[str, ...]

    def place(self, when: pd.Timestamp) -> float:
        """Pixels from the left end, at the least width the axis is drawn at."""
        return _place(when, self.start, self.end, self.wide)


def _place(when: pd.Timestamp, start: pd.Timestamp, end: pd.Timestamp, wide: float) -> float:
    return float((when - start) / (end - start)) * wide


def dates(
    found: Sequence[pd.Timestamp], wide: float, before: float = 0.02, after: float = 0.0
) -> Dates:
    """A time axis over the dates found, in a plot at least ``wide`` pixels wide.

    ``before`` and ``after`` are shares of the span left free at the ends. Ticks stand at the
    dates themselves where they all fit, so that a reader sees what day was counted; otherwise at
    months or years.
    """
    known = sorted(set(found)) or [pd.Timestamp(2000, 1, 1)]
    first, last = known[0], known[-1]
    span = last - first
    if span < pd.Timedelta(days=7):
        # One date alone stands near the labels at the right, with room for its own width.
        span = pd.Timedelta(days=90)
        first = last - span
        before, after = 0.0, max(after, 0.08)
    start, end = first - span * before, last + span * after
    places = [_place(day, start, end, wide) for day in known]
    gaps = [right - left for left, right in zip(places, places[1:], strict=False)]
    if all(gap >= TICK_ROOM for gap in gaps):
        at = list(known)
        words = [f"{day.day} {day:%b}" for day in at]
    else:
        at, words = _calendar(start, end, wide)
    years = [day.year for day in at]
    if all(word.isdigit() for word in words):
        return Dates(start, end, wide, tuple(at), tuple(words))
    lines = [
        f"{word}<br>{year}" if i == 0 or years[i - 1] != year else word
        for i, (word, year) in enumerate(zip(words, years, strict=True))
    ]
    return Dates(start, end, wide, tuple(at), tuple(lines))


def _calendar(
    start: pd.Timestamp, end: pd.Timestamp, wide: float
) -> tuple[list[pd.Timestamp], list[str]]:
    """Firsts of months or years, as close as their words allow."""
    months = max((end - start).days / 30.44, 1)
    apart = next((m for m in MONTHS_APART if wide / months * m >= TICK_ROOM), MONTHS_APART[-1])
    if apart < 12:
        firsts = pd.date_range(start.normalize(), end, freq="MS")
        at = [day for day in firsts if (day.month - 1) % apart == 0]
        words = [f"{day:%b}" for day in at]
    else:
        firsts = pd.date_range(start.normalize(), end, freq="YS")
        at = [day for day in firsts if day.year % (apart // 12) == 0]
        words = [str(day.year) for day in at]
    if not at:
        return [start, end], [f"{start.day} {start:%b}", f"{end.day} {end:%b}"]
    return at, words


def tick_lines(axis: Dates) -> int:
    """How many lines the ticks' words take."""
    return 2 if any("<br>" in word for word in axis.words) else 1
