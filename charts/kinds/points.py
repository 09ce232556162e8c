"""A chart's rows as plain values: what every drawing works on."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import isnan

import pandas as pd

from charts.spec import Chart

NUMBERS = ("value", "centre", "lower", "upper", "target")
WORDS = ("label", "series", "text", "signal")
DATES = ("when", "end")


@dataclass(frozen=True)
class Point:
    """One mark. ``place`` is its row in the chart's data; what it has not is None or ""."""

    place: int
    label: str = ""
    series: str = ""
    text: str = ""
    signal: str = ""
    value: float | None = None
    centre: float | None = None
    lower: float | None = None
    upper: float | None = None
    target: float | None = None
    when: pd.Timestamp | None = None
    end: pd.Timestamp | None = None


def points(chart: Chart) -> tuple[Point, ...]:
    """The chart's rows in their order."""
    data = chart.data
    columns: dict[str, list[object]] = {"place": list(range(len(data)))}
    for name in WORDS:
        if name in data:
            columns[name] = ["" if missing(value) else str(value) for value in data[name]]
    for name in NUMBERS:
        if name in data:
            columns[name] = [None if missing(value) else float(value) for value in data[name]]
    for name in DATES:
        if name in data:
            columns[name] = [
                None if missing(value) else pd.Timestamp(value) for value in data[name]
            ]
    names = list(columns)
    return tuple(
        Point(**dict(zip(names, row, strict=True))) for row in zip(*columns.values(), strict=True)
    )


def missing(value: object) -> bool:
    """Whether a cell of a frame holds nothing."""
    return value is None or value is pd.NaT or (isinstance(value, float) and isnan(value))


def labels_of(marks: Iterable[Point]) -> tuple[str, ...]:
    """The labels in the order they come, each once."""
    return tuple(dict.fromkeys(mark.label for mark in marks))


def series_of(chart: Chart, marks: Iterable[Point]) -> tuple[str, ...]:
    """The series in their order: those the chart fixes, then any others as they come."""
    found = tuple(dict.fromkeys(mark.series for mark in marks))
    fixed = tuple(name for name in chart.series_order if name in found)
    return fixed + tuple(name for name in found if name not in fixed)


def dated(marks: Iterable[Point]) -> tuple[Point, ...]:
    """Those that have a date, in its order."""
    return tuple(sorted((m for m in marks if m.when is not None), key=when))


def when(mark: Point) -> pd.Timestamp:
    """The date of a mark that has one."""
    if mark.when is None:
        raise ValueError("a chart over time has a row without a date")
    return mark.when


def iso(day: pd.Timestamp) -> str:
    """A day as Plotly takes it."""
    return str(day.date().isoformat())


def day_words(day: pd.Timestamp) -> str:
    """A day as people write it: 7 September 2021."""
    return f"{day.day} {day:%B %Y}"
