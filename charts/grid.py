"""A grid of cells: labels down, series across, the figure in each and a shade behind it."""

from dataclasses import replace
from math import ceil, isnan

import plotly.graph_objects as go

from charts import theme
from charts.parts import series_of
from charts.plot import Plot, Room
from charts.rows import bars, hovers, rows
from charts.spec import Chart
from charts.text import lines, shown, width
from charts.theme import SMALL, TEXT

LEAST_CELL = 62


def grid(chart: Chart, room: Room, pad: int) -> Plot:
    """Cells shaded light to dark by value, each with its figure; as bars where too narrow."""
    across = series_of(chart)
    down = list(dict.fromkeys(chart.data["label"]))
    texts = [str(text) for text in chart.data["text"]]
    made = rows(down, replace(room, narrow=False), pad, taken=70, bar=34)
    cell = (room.width - made.left - pad) / max(len(across), 1)
    if cell < max(LEAST_CELL, max((width(t, SMALL) for t in texts), default=0) + 6):
        return bars(_flat(chart), room, pad)
    heads = [lines(name, cell - 8, TEXT, most=4) for name in across]
    above = max((len(head) for head in heads), default=0) * 17 + 10
    known = [float(v) for v in chart.data["value"] if not isnan(v)]
    low, high = (0.0, 1.0) if chart.unit == "percent" else (min([0.0, *known]), max([1.0, *known]))
    marks = []
    annotations = list(made.annotations)
    at: list[tuple[float, float, int]] = []
    for name, series, value, text, place in zip(
        chart.data["label"], chart.data["series"], chart.data["value"], texts,
        chart.data.index, strict=True,
    ):  # fmt: skip
        row, column = down.index(name), across.index(series)
        if row >= len(made):
            continue
        fill = theme.PAPER if isnan(value) else _shade((value - low) / (high - low))
        middle = made.middles[row]
        marks.append(_cell(column, middle, made.thick, fill, missing=isnan(value)))
        at.append((column, middle, int(place)))
        annotations.append(
            {
                "text": shown(lines(text, cell - 6, SMALL, most=2)), "xref": "x", "x": column,
                "yref": "y", "y": middle, "borderpad": 0,
                "font": {"size": SMALL, "color": theme.SOFT_INK if isnan(value)
                         else theme.ink_on(fill)},
            }
        )  # fmt: skip
    for column, head in enumerate(heads):
        annotations.append(
            {
                "text": shown(head), "xref": "x", "x": column, "yref": "paper", "y": 1,
                "yanchor": "bottom", "yshift": 4, "font": {"size": TEXT}, "borderpad": 0,
            }
        )  # fmt: skip
    kept = chart.data[chart.data["label"].isin(down[: len(made)])]
    trace = go.Scatter(
        x=[x for x, _, _ in at], y=[y for _, y, _ in at], mode="markers",
        marker={"size": 30, "opacity": 0, "symbol": "square"},
        customdata=[place for *_, place in at],
        hovertext=hovers(kept, ("label", "series")), hoverinfo="text", showlegend=False,
        uid="cells",
    )  # fmt: skip
    return Plot(
        (trace,),
        height=made.height,
        left=made.left,
        right=pad,
        above=ceil(above),
        below=4,
        xaxis={"range": [-0.5, len(across) - 0.5], "visible": False, "fixedrange": True},
        yaxis=made.axis,
        shapes=tuple(marks),
        annotations=tuple(annotations),
        left_out=made.left_out,
    )


def _shade(share: float) -> str:
    """The fill of a cell by where its value stands between the least and the most."""
    return theme.SHADES[min(int(share * len(theme.SHADES)), len(theme.SHADES) - 1)]


def _cell(
    column: int, middle: float, thick: float, fill: str, *, missing: bool
) -> dict[str, object]:
    return {
        "type": "rect", "layer": "below", "xref": "x", "x0": column - 0.48, "x1": column + 0.48,
        "yref": "y", "y0": middle - thick / 2 - 2, "y1": middle + thick / 2 + 2, "fillcolor": fill,
        "line": {"color": theme.QUIET if missing else fill, "width": 1,
                 "dash": "dot" if missing else "solid"},
    }  # fmt: skip


def _flat(chart: Chart) -> Chart:
    """The same cells as one bar each, for a room too narrow for columns."""
    names = chart.data["label"].astype(str) + ": " + chart.data["series"].astype(str)
    return replace(chart, data=chart.data.assign(label=names), focus=())
