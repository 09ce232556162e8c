"""Rows of a horizontal chart, measured in pixels: bars and bridges."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, isnan
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.plot import Plot, Room, label
from charts.scales import Values
from charts.spec import Chart
from charts.text import lines, safe, shown, widest, width
from charts.theme import SMALL, TEXT

LINE = 17
PAD = 10
BAR = 24


@dataclass(frozen=True)
class Rows:
    """Rows down a plot whose upright axis counts pixels from the top.

    ``middles`` is where each row's bar stands, ``left`` the margin its words need.
    """

    middles: tuple[float, ...]
    thick: float
    height: int
    left: int
    annotations: tuple[dict[str, Any], ...]
    left_out: int

    @property
    def axis(self) -> dict[str, Any]:
        """The upright axis: pixels, from the top down, not drawn."""
        return {"range": [self.height, 0], "visible": False, "fixedrange": True}

    def __len__(self) -> int:
        return len(self.middles)


def rows(
    labels: Sequence[str], room: Room, pad: int, *, taken: int = 0, under: int = 0, bar: int = BAR
) -> Rows:
    """Rows for these labels: beside the plot, or above each bar where the room is narrow.

    ``taken`` are pixels above and below the rows, ``under`` those that each row needs under its
    bar. Rows that do not fit a limited height are left out and counted.
    """
    share = room.width - 2 * pad if room.narrow else min(0.36 * room.width, 250)
    broken = [lines(text, share, TEXT, most=3 if len(labels) > 8 else 5) for text in labels]
    if room.narrow:
        heights = [len(words) * LINE + 4 + bar + under + PAD for words in broken]
    else:
        heights = [max(len(words) * LINE, bar) + under + PAD for words in broken]
    kept = len(heights)
    while room.tall and kept > 1 and sum(heights[:kept]) + taken > room.tall:
        kept -= 1
    spare = room.tall - taken - sum(heights[:kept])
    stretch = min(1.7, 1 + spare / sum(heights[:kept])) if room.fill and spare > 0 and kept else 1
    left = pad if room.narrow else ceil(max((widest(w, TEXT) for w in broken), default=0)) + 10
    middles, annotations, top = [], [], 0.0
    for words, high in zip(broken[:kept], heights[:kept], strict=True):
        tall = high * stretch
        body = tall - under
        middle = top + (len(words) * LINE + 4 + bar / 2 if room.narrow else body / 2)
        middles.append(round(middle, 1))
        annotations.append(_row_label(words, top, middle, room, pad, left))
        top += tall
    thick = round(bar * (1 if room.narrow else min(stretch, 1.5)), 1)
    return Rows(
        tuple(middles), thick, ceil(top), max(left, pad), tuple(annotations), len(heights) - kept
    )


def _row_label(
    words: tuple[str, ...], top: float, middle: float, room: Room, pad: int, left: int
) -> dict[str, Any]:
    if room.narrow:
        where = {"xanchor": "left", "y": top, "yanchor": "top", "align": "left"}
    else:
        where = {"xanchor": "right", "y": middle, "yanchor": "middle", "align": "right"}
        where["xshift"] = -6
    return {
        "text": shown(words),
        "font": {"size": TEXT},
        "xref": "paper",
        "x": 0,
        "yref": "y",
        "borderpad": 0,
        **where,
    }


def end_room(shares: Sequence[float], wides: Sequence[float], room: Room, left: int) -> int:
    """The right margin that words starting at each share of the plot need, at its least width."""
    right = theme.SIZES["report"].pad
    for _ in range(6):
        plot = max(room.width - left - right, 60)
        over = (w + 8 - plot * (1 - share) for share, w in zip(shares, wides, strict=True))
        right = ceil(max(16.0, *over)) if shares else 16
    return min(right, ceil(room.width * 0.55))


def value_axis(scale: Values) -> dict[str, Any]:
    """A value axis that is not drawn: every bar carries its figure."""
    return {"range": [scale.low, scale.high], "visible": False, "fixedrange": True}


def zero_line(scale: Values) -> dict[str, Any]:
    """The line that bars start from."""
    return {
        "type": "line",
        "xref": "x",
        "x0": 0,
        "x1": 0,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": theme.QUIET, "width": 1},
    }


def tight(found: Sequence[float]) -> Values:
    """A scale from zero to just the furthest bar."""
    low, high = min([0.0, *found]), max([0.0, *found])
    return Values(low, high if high > low else low + 1, (), ())


def numbers(column: pd.Series) -> list[float | None]:
    """A column of values, None where there is none."""
    return [None if isnan(value) else float(value) for value in column]


def bars(chart: Chart, room: Room, pad: int) -> Plot:
    """One horizontal bar a label, in the order given, its figure at its end."""
    made = rows(list(chart.data["label"]), room, pad)
    data = chart.data.iloc[: len(made)]
    found = numbers(data["value"])
    scale = tight([value for value in found if value is not None])
    texts = [_end_words(str(text), room) for text in data["text"]]
    shares = [scale.share(max(value or 0.0, 0.0)) for value in found]
    right = end_room(shares, [widest(text, TEXT) for text in texts], room, made.left)
    spare_left = 0
    if scale.low < 0:
        below = [widest(t, TEXT) + 10 for t, v in zip(texts, found, strict=True) if (v or 0) < 0]
        spare_left = ceil(max(below, default=0))
    focused = [not chart.focus or name in chart.focus for name in data["label"]]
    trace = go.Bar(
        orientation="h",
        x=[value or 0.0 for value in found],
        y=list(made.middles),
        width=made.thick,
        marker={
            "color": [theme.BLUE if on else "#BFBFBF" for on in focused],
            "line": {"color": [theme.BLUE if on else theme.QUIET for on in focused], "width": 1},
        },
        customdata=list(range(len(data))),
        hovertext=hovers(data, ("label",)),
        hoverinfo="text",
        showlegend=False,
        uid="bars",
    )
    ends = [
        end_label(text, value, middle)
        for text, value, middle in zip(texts, found, made.middles, strict=True)
    ]
    shapes = [zero_line(scale)]
    annotations = list(made.annotations)
    if spare_left and not room.narrow:
        annotations = [a | {"xshift": a["xshift"] - spare_left} for a in annotations]
    return Plot(
        (trace,),
        height=made.height,
        left=made.left + spare_left,
        right=right,
        below=4,
        xaxis=value_axis(scale),
        yaxis=made.axis,
        layout={"bargap": 0},
        shapes=tuple(shapes),
        annotations=(*annotations, *ends),
        left_out=made.left_out,
    )


def _end_words(text: str, room: Room) -> tuple[str, ...]:
    return lines(text, room.width * (0.5 if room.narrow else 0.3), TEXT, most=3)


def end_label(words: tuple[str, ...], value: float | None, y: float) -> dict[str, Any]:
    """A figure at the end of its bar; in soft ink at the start where there is none."""
    negative = (value or 0) < 0
    return {
        "text": shown(words),
        "font": {"size": TEXT, "color": theme.SOFT_INK if value is None else theme.INK},
        "xref": "x",
        "x": value or 0.0,
        "xanchor": "right" if negative else "left",
        "xshift": -5 if negative else 5,
        "yref": "y",
        "y": y,
        "yanchor": "middle",
        "align": "right" if negative else "left",
        "borderpad": 0,
    }


def hovers(data: pd.DataFrame, names: Sequence[str]) -> list[str]:
    """What the pointer shows over each mark: its names, then its figure."""
    parts = [data[name].astype(str) for name in names]
    return [
        "<br>".join(safe(piece) for piece in (*before, text) if piece)
        for *before, text in zip(*parts, data["text"].astype(str), strict=True)
    ]


STEP = {"total": theme.BLUE, "up": theme.ORANGE, "down": theme.TURQUOISE}
STEP_PATTERN = {"total": "", "up": "", "down": "/"}


def bridge(chart: Chart, room: Room, pad: int) -> Plot:
    """From an opening number to a closing one, a step a row, each starting where the last ended."""
    made = rows(list(chart.data["label"]), room, pad, bar=28)
    data = chart.data.iloc[: len(made)]
    starts, ends = _running(data)
    scale = tight([*starts, *ends])
    texts = [_end_words(str(text), room) for text in data["text"]]
    tips = [max(a, b) for a, b in zip(starts, ends, strict=True)]
    right = end_room(
        [scale.share(tip) for tip in tips],
        [widest(text, TEXT) for text in texts],
        room,
        made.left,
    )
    kinds = list(data["series"])
    trace = go.Bar(
        orientation="h",
        base=starts,
        x=[end - start for start, end in zip(starts, ends, strict=True)],
        y=list(made.middles),
        width=made.thick,
        marker={
            "color": [STEP[kind] for kind in kinds],
            "line": {"color": theme.INK, "width": 1},
            "pattern": theme.pattern(2) | {"shape": [STEP_PATTERN[kind] for kind in kinds]},
        },
        customdata=list(range(len(data))),
        hovertext=hovers(data, ("label",)),
        hoverinfo="text",
        showlegend=False,
        uid="bridge",
    )
    links = [
        {
            "type": "line",
            "xref": "x",
            "yref": "y",
            "x0": ends[i],
            "x1": ends[i],
            "y0": made.middles[i] + made.thick / 2,
            "y1": made.middles[i + 1] - made.thick / 2,
            "line": {"color": theme.QUIET, "width": 1, "dash": "dot"},
        }
        for i in range(len(ends) - 1)
    ]
    words = [
        end_label(text, tip, middle)
        for text, tip, middle in zip(texts, tips, made.middles, strict=True)
    ]
    return Plot(
        (trace,),
        height=made.height,
        left=made.left,
        right=right,
        below=4,
        xaxis=value_axis(scale),
        yaxis=made.axis,
        layout={"bargap": 0},
        shapes=(zero_line(scale), *links),
        annotations=(*made.annotations, *words),
        left_out=made.left_out,
    )


def _running(data: pd.DataFrame) -> tuple[list[float], list[float]]:
    """Where each row of a bridge starts and ends; totals start at zero."""
    starts, ends, reached = [], [], 0.0
    for kind, value in zip(data["series"], data["value"].fillna(0.0), strict=True):
        start = 0.0 if kind == "total" else reached
        reached = start + float(value)
        starts.append(start)
        ends.append(reached)
    return starts, ends


def fits(text: str, room: float, size: float = SMALL) -> bool:
    """Whether a line fits inside a segment with a little air."""
    return width(text, size) + 8 <= room


def inside(text: str, x: float, y: float, fill: str, *, chip: bool) -> dict[str, Any]:
    """Words in the middle of a segment, on a patch of its colour where it has a pattern."""
    made = label(
        text, x=x, y=y, xanchor="center", yanchor="middle",
        font={"size": SMALL, "color": theme.ink_on(fill)},
    )  # fmt: skip
    return made | ({"bgcolor": fill, "borderpad": 2} if chip else {})
