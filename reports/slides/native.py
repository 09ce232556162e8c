"""A chart as a program for slides draws it by itself: categories and series that can be edited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from charts import palette, spec
from charts.kinds.points import Point, dated, day_words, labels_of, points, series_of, when
from charts.spec import Chart
from measures.figures import printed

MOST = 15
"""Bars that a slide has room for."""
DOWN = ("bars", "stacked bars", spec.POSTS, "bridge")
"""The kinds whose bars lie, one under the other."""
LINES = ("trend", "run chart")
LEVELS = (
    ("target", "Target", palette.FILLS["planned"]),
    ("centre", "Middle", palette.INK),
    ("upper", "Upper limit", palette.QUIET),
    ("lower", "Lower limit", palette.QUIET),
)
"""The lines beside a run chart's own: column, usual name, colour."""
STEP_NAMES = {"total": "In all", "up": "More", "down": "Fewer"}
Name = TypeVar("Name", str, date)
BASE = "Starts at"
"""The series under the steps of a bridge, which is not seen."""


@dataclass(frozen=True)
class Series:
    """Values under one name, one a category; ``texts`` are their figures as printed.

    ``colours`` has one for each value where they differ, else one for all; none is not seen.
    """

    name: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    colours: tuple[str, ...]
    dashed: bool = False


@dataclass(frozen=True)
class Native:
    """What is drawn: the categories in their order, and what stands over each.

    ``left_out`` is how many of the chart's categories there was no room for.
    """

    categories: tuple[str | date, ...]
    series: tuple[Series, ...]
    left_out: int = 0


def native(chart: Chart) -> Native | None:
    """The chart in categories and series; None where a slide has no such kind, or two values at
    one place."""
    marks = points(chart)
    made: Native | None
    match chart.kind:
        case "bars":
            made = _bars(chart, marks)
        case "bridge":
            made = _bridge(marks)
        case "stacked bars" | spec.POSTS:
            made = _crossed(chart, marks, labels_of(marks), [mark.label for mark in marks])
        case "trend":
            made = _trend(chart)
        case "stacked trend":
            found = dated(marks)
            days = [day_words(when(mark)) for mark in found]
            made = _crossed(chart, found, tuple(dict.fromkeys(days)), days)
        case "run chart":
            made = _run(chart)
        case _:
            return None
    if made is None or all(v is None for series in made.series for v in series.values):
        return None
    return _cut(made) if chart.kind in DOWN else made


def _cut(made: Native) -> Native:
    if len(made.categories) <= MOST:
        return made
    series = tuple(
        Series(s.name, s.values[:MOST], s.texts[:MOST], s.colours[:MOST], s.dashed)
        for s in made.series
    )
    return Native(made.categories[:MOST], series, len(made.categories) - MOST)


def _said(mark: Point, chart: Chart) -> str:
    if mark.text or mark.value is None:
        return mark.text
    return printed(mark.value, chart.unit)


def _bars(chart: Chart, marks: Sequence[Point]) -> Native:
    quiet = [chart.focus and mark.label not in chart.focus for mark in marks]
    one = Series(
        chart.headings.get("value") or chart.value_title or "Figure",
        tuple(mark.value for mark in marks),
        tuple(_said(mark, chart) for mark in marks),
        tuple(
            palette.QUIET if still else palette.bar(mark.label, chart.meanings)
            for mark, still in zip(marks, quiet, strict=True)
        ),
    )
    return Native(tuple(mark.label for mark in marks), (one,))


def _bridge(marks: Sequence[Point]) -> Native:
    """The steps as bars that stand on a series which is not seen."""
    reached = 0.0
    base: list[float | None] = []
    for mark in marks:
        start = 0.0 if mark.series == "total" else reached
        reached = start + (mark.value or 0.0)
        base.append(min(start, reached))
    blank = ("",) * len(marks)
    steps = [
        Series(
            STEP_NAMES[kind],
            tuple(abs(m.value or 0.0) if m.series == kind else None for m in marks),
            tuple(m.text if m.series == kind else "" for m in marks),
            (ink,),
        )
        for kind, ink in palette.STEPS.items()
        if any(m.series == kind for m in marks)
    ]
    return Native(
        tuple(mark.label for mark in marks), (Series(BASE, tuple(base), blank, ()), *steps)
    )


def _crossed(
    chart: Chart, marks: Sequence[Point], names: Sequence[str], of: Sequence[str]
) -> Native | None:
    """Values by category and series; None where two have the same place."""
    held = {(name, mark.series): mark for name, mark in zip(of, marks, strict=True)}
    if len(held) < len(marks):
        return None
    return Native(tuple(names), _series(chart, marks, names, held))


def _trend(chart: Chart) -> Native | None:
    marks = dated(points(chart))
    days = [when(mark).date() for mark in marks]
    held = {(day, mark.series): mark for day, mark in zip(days, marks, strict=True)}
    if len(held) < len(marks):
        return None
    names = tuple(dict.fromkeys(days))
    return Native(names, _series(chart, marks, names, held))


def _series(
    chart: Chart,
    marks: Sequence[Point],
    names: Sequence[Name],
    held: dict[tuple[Name, str], Point],
) -> tuple[Series, ...]:
    made = []
    order = series_of(chart, marks)
    for series, look in zip(order, palette.looks(order, chart.meanings), strict=True):
        own = [held.get((name, series)) for name in names]
        made.append(
            Series(
                series or chart.value_title or "Figure",
                tuple(mark.value if mark else None for mark in own),
                tuple(_said(mark, chart) if mark else "" for mark in own),
                (_ink(chart, series, look.fill),),
            )
        )
    return tuple(made)


def _ink(chart: Chart, series: str, ink: str) -> str:
    """A series' colour: grey where the chart is about another line."""
    quiet = chart.kind == "trend" and chart.focus and series not in chart.focus
    return palette.QUIET if quiet else ink


def _run(chart: Chart) -> Native | None:
    """The series with its limits and target as lines of their own."""
    marks = dated(points(chart))
    days = tuple(when(mark).date() for mark in marks)
    if len(set(days)) < len(days):
        return None
    name = chart.headings.get("value") or chart.headings.get("text") or "Figure"
    made = [
        Series(
            name,
            tuple(mark.value for mark in marks),
            tuple(_said(mark, chart) for mark in marks),
            (palette.BLUE,),
        )
    ]
    for column, usual, ink in LEVELS:
        found: tuple[float | None, ...] = tuple(getattr(mark, column) for mark in marks)
        if any(value is not None for value in found):
            texts = tuple("" if v is None else printed(v, chart.unit) for v in found)
            # Beside one another at the edge the figures would not be told apart.
            last = next(text for text in reversed(texts) if text)
            named = f"{chart.headings.get(column) or usual}: {last}"
            made.append(Series(named, found, texts, (ink,), dashed=True))
    return Native(days, tuple(made))
