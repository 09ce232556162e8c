"""A chart's plain data becomes a Plotly figure: on screen, narrow, in a report or on a slide.

``draw`` is the one way. Each mark's ``customdata`` is the row of ``chart.data`` it came from, so a
page that is told what was clicked can show the records behind it.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import plotly.graph_objects as go

from charts.kinds.bars import bars, bridge
from charts.kinds.columns import stacked_trend
from charts.kinds.grid import grid
from charts.kinds.lines import trend
from charts.kinds.parts import posts, stacked_bars
from charts.kinds.run_chart import run_chart
from charts.kinds.spans import dumbbell
from charts.layout import key
from charts.layout.plot import Drawn, Plot, Room, Words, framed, words_of
from charts.spec import Chart, Kind
from charts.theme import SIZES, Size

Width = Literal["screen", "narrow", "report", "page", "wide"]
DRAWINGS: dict[Kind, Callable[[Chart, Room], Plot]] = {
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
LEAST = SIZES["narrow"].widths[0]


def draw(chart: Chart, width: Width = "screen", *, words: bool = True) -> go.Figure:
    """The figure of a chart; ``plain`` says what the arguments are."""
    return go.Figure(plain(chart, width, words=words))


def plain(chart: Chart, width: Width = "screen", *, words: bool = True) -> Drawn:
    """The figure of a chart as Plotly's plain data, which a browser takes as it is.

    ``width``: "screen" fills its container and fits from 600 pixels up; "narrow" the same from
    330 up (a phone, or half a laptop's page); "report" is the width of an A4 column; "page" the
    same inside a document, with no words round the drawing; "wide" is 16 by 9. ``words=False``
    leaves title, subtitle, notes and source to the page, which can then set them as text that
    wraps by itself.
    """
    plot, said, room, tall = _made(chart, width, words=words)
    return framed(plot, said, room, tall=tall, responsive=SIZES[width].responsive)


def notes(chart: Chart, width: Width) -> tuple[str, ...]:
    """What only the drawing knows: what its lines are, and how many rows had no room."""
    return _made(chart, width, words=True)[0].notes


def _made(chart: Chart, width: Width, *, words: bool) -> tuple[Plot, Words, Room, int]:
    """The drawing at the first of the form's widths that it fits, its words, room and height."""
    size = SIZES[width]
    heights = size.heights or (0,) * len(size.widths)
    made = []
    for wide, tall in zip(size.widths, heights, strict=True):
        room = Room(wide, size.pad, narrow=width == "narrow", plot=size.plot)
        plot, said, fits = _fitted(chart, size, room, tall, words=words)
        made.append((plot, said, room, tall))
        if fits:
            break
    return made[-1]


def _fitted(
    chart: Chart, size: Size, room: Room, tall: int, *, words: bool
) -> tuple[Plot, Words, bool]:
    """The drawing and the words round it, and whether all of it fits the height given."""
    drawing = DRAWINGS[chart.kind]
    plot = drawing(chart, room)
    said = _words(chart, size, room, plot, words=words)
    most = tall or size.tallest
    if not most:
        return plot, said, True
    taken = said.above + said.below + key.height(plot.key, room.width - 2 * room.pad)
    limited = replace(room, tall=most - taken, fill=bool(tall))
    plot = drawing(chart, limited)
    if plot.left_out:
        # Again with a line less, for the sentence that says rows were left out.
        plot = drawing(chart, replace(limited, tall=limited.tall - 18))
        drawn = plot.rows - plot.left_out
        note = f"The first {drawn} of {plot.rows} rows are drawn; the table has all."
        plot = replace(plot, notes=(*plot.notes, note))
        said = _words(chart, size, room, plot, words=words)
    return plot, said, not plot.left_out and plot.tall + taken <= most


def _words(chart: Chart, size: Size, room: Room, plot: Plot, *, words: bool) -> Words:
    """The words round a drawing; none where a document sets them as text."""
    own = plot.notes if size.alone else ()
    return words_of(chart, room, own, words=words and size.alone, least=LEAST)
