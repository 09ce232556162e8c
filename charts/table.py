"""The table under a chart: the same figures as words, for those who read rather than look."""

from collections.abc import Sequence

import pandas as pd

from charts.kinds.points import Point, day_words, labels_of, points, series_of
from charts.kinds.run_chart import SIGNALS
from charts.spec import Chart
from measures.figures import printed

NONE = "no figure"
NOT_THERE = {"stacked bars": "none", "posts": "none"}
"""What a part without a row of its own is: in a stack nothing is drawn, so there are none."""
USUAL = {
    "label": "Row",
    "series": "Part",
    "when": "Date",
    "end": "To",
    "value": "Figure",
    "text": "Figure",
    "centre": "Middle",
    "lower": "Lower limit",
    "upper": "Upper limit",
    "target": "Target",
    "signal": "Signal",
}


def table(chart: Chart) -> pd.DataFrame:
    """The chart's figures as text, a column a heading, in the order they are drawn.

    Parts and series stand side by side where each row has each of them at most once. A cell
    without a figure says so, in the words or the mark that the chart gives.
    """
    marks = points(chart)
    match chart.kind:
        case "stacked bars" | "posts" | "grid":
            return _crossed(chart, marks, [mark.label for mark in marks], "label")
        case "trend" | "stacked trend":
            return _crossed(chart, marks, [_day(mark.when) for mark in marks], "when")
        case "dumbbell":
            return _dates(chart, marks)
        case "run chart":
            return _run(chart, marks)
        case _:
            return _frame(
                (_heading(chart, "label"), [mark.label for mark in marks]),
                (_figure_heading(chart), [_said(mark, chart) for mark in marks]),
            )


MOST_SAID = 12
"""Figures up to which a text alternative reads them out."""


def alt(chart: Chart) -> str:
    """The text alternative where no table stands beside: with the figures, where they are few."""
    cells = table(chart)
    if cells.size - len(cells) > MOST_SAID:
        return chart.alt
    rows = []
    for first, *rest in cells.itertuples(index=False, name=None):
        heads = cells.columns[1:]
        said = [
            cell if len(rest) == 1 else f"{head} {cell}"
            for head, cell in zip(heads, rest, strict=True)
        ]
        rows.append(f"{first}: {', '.join(said)}")
    return f"{chart.alt} {'; '.join(rows)}."


def _frame(*columns: tuple[str, Sequence[str]]) -> pd.DataFrame:
    """Columns of text; a heading that comes twice is told apart by a number."""
    made: dict[str, list[str]] = {}
    for heading, cells in columns:
        name, times = heading, 1
        while name in made:
            times += 1
            name = f"{heading} ({times})"
        made[name] = list(cells)
    return pd.DataFrame(made, dtype="str")


def _heading(chart: Chart, column: str) -> str:
    return chart.headings.get(column) or USUAL[column]


def _figure_heading(chart: Chart) -> str:
    """The heading over the figures: the words' own, or the value's."""
    return chart.headings.get("text") or chart.headings.get("value") or USUAL["text"]


def _day(day: pd.Timestamp | None) -> str:
    return day_words(day) if day is not None else "no date"


def _said(mark: Point, chart: Chart) -> str:
    """A mark's figure as words; printed by the one rule where the chart gives none."""
    if mark.text:
        return mark.text
    return printed(mark.value, chart.unit) if mark.value is not None else NONE


def _crossed(
    chart: Chart, marks: Sequence[Point], names: Sequence[str], column: str
) -> pd.DataFrame:
    """Rows by name, a column a series; long form where a cell would hold two figures."""
    across = series_of(chart, marks)
    cells: dict[tuple[str, str], str] = {}
    for name, mark in zip(names, marks, strict=True):
        if (name, mark.series) in cells:
            return _frame(
                (_heading(chart, column), names),
                (_heading(chart, "series"), [mark.series for mark in marks]),
                (_figure_heading(chart), [_said(mark, chart) for mark in marks]),
            )
        cells[name, mark.series] = _said(mark, chart)
    absent = NOT_THERE.get(chart.kind, NONE)
    down = list(dict.fromkeys(names)) if column == "when" else list(labels_of(marks))
    return _frame(
        (_heading(chart, column), down),
        *((name, [cells.get((row, name), absent) for row in down]) for name in across),
    )


def _dates(chart: Chart, marks: Sequence[Point]) -> pd.DataFrame:
    return _frame(
        (_heading(chart, "label"), [mark.label for mark in marks]),
        (_heading(chart, "when"), [_day(mark.when) for mark in marks]),
        (_heading(chart, "end"), [_day(mark.end) for mark in marks]),
        (chart.headings.get("text") or "Change", [mark.text for mark in marks]),
    )


def _run(chart: Chart, marks: Sequence[Point]) -> pd.DataFrame:
    """Date and figure, then whichever of centre, limits and target there are, then the signal."""
    columns: list[tuple[str, Sequence[str]]] = [
        (_heading(chart, "when"), [_day(mark.when) for mark in marks]),
        (_figure_heading(chart), [_said(mark, chart) for mark in marks]),
    ]
    levels = {
        "centre": [mark.centre for mark in marks],
        "lower": [mark.lower for mark in marks],
        "upper": [mark.upper for mark in marks],
        "target": [mark.target for mark in marks],
    }
    for name, found in levels.items():
        if any(value is not None for value in found):
            words = ["none" if value is None else printed(value, chart.unit) for value in found]
            columns.append((_heading(chart, name), words))
    if any(mark.signal for mark in marks):
        columns.append((_heading(chart, "signal"), [SIGNALS[m.signal].words for m in marks]))
    return _frame(*columns)
