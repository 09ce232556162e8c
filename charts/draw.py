"""A chart's plain data becomes a Plotly figure: on screen, narrow, in a report or on a slide.

``draw`` is the one way. Each mark's ``customdata`` is the row of ``chart.data`` it came from, so a
page that is told what was clicked can show the records behind it.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import plotly.graph_objects as go

from charts.columns import stacked_trend
from charts.grid import grid
from charts.lines import trend
from charts.parts import posts, stacked_bars
from charts.plot import Plot, Room, Words, framed, key_height, with_note, words_of
from charts.rows import bars, bridge
from charts.run_chart import run_chart
from charts.spans import dumbbell
from charts.spec import Chart, Kind
from charts.theme import SIZES, Size

Width = Literal["screen", "narrow", "report", "wide"]
Drawing = Callable[[Chart, Room, int], Plot]

DRAWINGS: dict[Kind, Drawing] = {
    "bars": bars,
    "stacked bars": stacked_bars,
    "trend": trend,
    "stacked trend": stacked_trend,
    "dumbbell": dumbbell,
    "bridge": bridge,
    "run chart": run_chart,
    "posts": posts,
    "grid": grid,
}


def draw(chart: Chart, width: Width = "screen", *, words: bool = True) -> go.Figure:
    """The figure of a chart.

    ``width``: "screen" fills its container and fits from 600 pixels up; "narrow" the same from
    330 up (a phone, or half a laptop's page); "report" is the width of an A4 column; "wide" is 16
    by 9. ``words=False`` leaves title, subtitle, notes and source to the page, which can then set
    them as text that wraps by itself.
    """
    chart = replace(chart, data=chart.data.reset_index(drop=True))
    size = SIZES[width]
    heights = size.heights or (0,) * len(size.widths)
    for wide, tall in zip(size.widths, heights, strict=True):
        plot, said = _fitted(chart, size, wide, tall, narrow=width == "narrow", words=words)
        if not plot.left_out and _fits(plot, said, wide, tall, size):
            break
    return framed(plot, said, wide=wide, tall=tall, responsive=size.responsive)


def _fitted(
    chart: Chart, size: Size, wide: int, tall: int, *, narrow: bool, words: bool
) -> tuple[Plot, Words]:
    """The drawing and the words round it, within a width and, where given, a height."""
    most = tall or size.tallest
    said = words_of(chart, wide, size.pad, words=words, notes=())
    room = Room(wide, narrow=narrow)
    draft = DRAWINGS[chart.kind](chart, room, size.pad)
    said = _said(chart, draft, wide, size, words=words)
    if not most:
        return draft, said
    key = key_height(draft.key, Room(wide - 2 * size.pad))
    # A line in reserve, for the sentence that says rows were left out.
    left = most - said.above - said.below - key - 18
    plot = DRAWINGS[chart.kind](chart, replace(room, tall=left, fill=bool(tall)), size.pad)
    if plot.left_out:
        whole = len(chart.data["label"].drop_duplicates())
        plot = with_note(
            plot,
            f"The first {whole - plot.left_out} of {whole} rows are drawn; the table has them all.",
        )
    return plot, _said(chart, plot, wide, size, words=words)


def _said(chart: Chart, plot: Plot, wide: int, size: Size, *, words: bool) -> Words:
    return words_of(chart, wide, size.pad, words=words, notes=plot.notes)


def _fits(plot: Plot, said: Words, wide: int, tall: int, size: Size) -> bool:
    key = key_height(plot.key, Room(wide - 2 * size.pad))
    return not tall or plot.tall + said.above + said.below + key <= tall
