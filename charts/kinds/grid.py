"""A grid of cells: labels down, series across, the figure in each and a shade behind it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import ceil

from charts import palette
from charts.kinds.bars import bars
from charts.kinds.points import Point, labels_of, points, series_of
from charts.kinds.rows import BELOW, hover, left_margin, rows
from charts.layout.annotations import label
from charts.layout.plot import Note, Plot, Room, trace
from charts.layout.text import lines, width
from charts.spec import Chart
from charts.theme import SMALL, TEXT

LEAST_CELL = 44
LABELS = 0.3
LINE = 17


def grid(chart: Chart, room: Room) -> Plot:
    """Cells shaded light to dark by value, each with its figure; as bars where too narrow."""
    marks = points(chart)
    across = series_of(chart, marks)
    down = labels_of(marks)
    beside = replace(room, narrow=False)
    wide = room.width - left_margin(down, beside, LABELS) - room.pad
    words = [(word, SMALL) for mark in marks for word in mark.text.split()]
    words += [(word, TEXT) for name in across for word in name.split()]
    least = max([LEAST_CELL, *(width(word, size) + 8 for word, size in words)])
    notes: tuple[str, ...] = ()
    fitting = max(1, int(wide // least))
    if chart.latest_fit and fitting < len(across):
        notes = (f"The latest {fitting} of {len(across)} dates are drawn; the table has all.",)
        across = across[-fitting:]
        marks = tuple(mark for mark in marks if mark.series in across)
    cell = wide / max(len(across), 1)
    if cell < least:
        return bars(_flat(chart), room)
    heads = [lines(name, cell - 8, TEXT) for name in across]
    above = max((len(head) for head in heads), default=0) * LINE + 10
    made = rows(down, beside, taken=above + BELOW, bar=34, share=LABELS)
    kept = [mark for mark in marks if mark.label in down[: len(made)]]
    place = {
        mark: (across.index(mark.series), made.middles[down.index(mark.label)]) for mark in kept
    }
    shade = _shades(chart, marks)
    shapes = [_box(*place[mark], made.thick, shade(mark), mark.value is None) for mark in kept]
    cells = [_words(mark, *place[mark], cell, shade(mark)) for mark in kept]
    drawn = trace(
        "scatter",
        x=[place[mark][0] for mark in kept],
        y=[place[mark][1] for mark in kept],
        mode="markers",
        marker={"size": 30, "opacity": 0, "symbol": "square"},
        customdata=[mark.place for mark in kept],
        hovertext=[hover(mark.label, mark.series, mark.text) for mark in kept],
        hoverinfo="text",
        uid="cells",
    )
    return made.plot(
        (drawn,),
        (*cells, *_heads(heads)),
        right=room.pad,
        above=ceil(above),
        xaxis={"range": [-0.5, len(across) - 0.5], "visible": False, "fixedrange": True},
        shapes=tuple(shapes),
        notes=notes,
    )


def _shades(chart: Chart, marks: Sequence[Point]) -> Callable[[Point], str]:
    """The fill of a cell by where its value stands between the least and the most."""
    known = [mark.value for mark in marks if mark.value is not None]
    low, high = (0.0, 1.0) if chart.unit == "percent" else (min([0.0, *known]), max([1.0, *known]))

    def shade(mark: Point) -> str:
        if mark.value is None:
            return palette.PAPER
        step = int((mark.value - low) / (high - low) * len(palette.SHADES))
        return palette.SHADES[max(0, min(step, len(palette.SHADES) - 1))]

    return shade


def _box(column: int, middle: float, thick: float, fill: str, missing: bool) -> Note:
    return {
        "type": "rect",
        "layer": "below",
        "xref": "x",
        "x0": column - 0.48,
        "x1": column + 0.48,
        "yref": "y",
        "y0": middle - thick / 2 - 2,
        "y1": middle + thick / 2 + 2,
        "fillcolor": fill,
        "line": {
            "color": palette.QUIET if missing else fill,
            "width": 1,
            "dash": "dot" if missing else "solid",
        },
    }


def _words(mark: Point, column: int, middle: float, cell: float, fill: str) -> Note:
    ink = palette.SOFT_INK if mark.value is None else palette.ink_on(fill)
    words = lines(mark.text, cell - 6, SMALL, most=2)
    return label(words, name="part", x=column, y=middle, font={"size": SMALL, "color": ink})


def _heads(heads: Sequence[tuple[str, ...]]) -> list[Note]:
    """The series' names above their columns."""
    above = {"yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 4}
    return [
        label(head, name="head", x=column, font={"size": TEXT}, **above)
        for column, head in enumerate(heads)
    ]


def _flat(chart: Chart) -> Chart:
    """The same cells as one bar each, for a room too narrow for columns."""
    names = chart.data["label"].astype(str) + ": " + chart.data["series"].astype(str)
    return replace(chart, data=chart.data.assign(label=names), focus=())
