"""A chart's drawing before its words are put round it, and the words' places in pixels.

Every margin is worked out here and never left to Plotly, so that nothing is cut and the same
chart has the same picture wherever it is made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import ceil
from typing import Any

import plotly.graph_objects as go

from charts import theme
from charts.spec import Chart
from charts.text import lines, safe, shown, width
from charts.theme import LEADING, SMALL, TEXT, TITLE

KEY_LINE = 24
GAP = 10


@dataclass(frozen=True)
class Room:
    """What a drawing may take: the width it must fit and, where limited, the height.

    ``tall`` is the most pixels for the plot with its axes, key and marks; 0 is no limit.
    ``fill`` says that the height is to be used, not just kept to.
    """

    width: int
    narrow: bool = False
    tall: int = 0
    fill: bool = False


@dataclass(frozen=True)
class Plot:
    """Traces and axes, and the pixels they need on each side.

    ``key`` are the words of the legend in order, where one is drawn. ``left_out`` counts the rows
    that did not fit, which the picture then says.
    """

    traces: tuple[Any, ...]
    height: int
    left: int
    right: int
    above: int = 0
    below: int = 0
    xaxis: Mapping[str, Any] = field(default_factory=dict)
    yaxis: Mapping[str, Any] = field(default_factory=dict)
    layout: Mapping[str, Any] = field(default_factory=dict)
    shapes: tuple[Mapping[str, Any], ...] = ()
    annotations: tuple[Mapping[str, Any], ...] = ()
    key: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    left_out: int = 0

    @property
    def tall(self) -> int:
        """Pixels from above the key to below the axis, words not counted."""
        return self.height + self.above + self.below


def key_height(words: tuple[str, ...], room: Room) -> int:
    """Pixels that a legend of these words takes, laid out in lines across the room."""
    if not words:
        return 0
    rows, taken = 1, 0.0
    for word in words:
        wide = width(word, TEXT) + 50
        if taken and taken + wide > room.width:
            rows, taken = rows + 1, 0.0
        taken += wide
    return rows * KEY_LINE + 6


@dataclass(frozen=True)
class Words:
    """The text round a drawing, broken for its width."""

    banner: tuple[str, ...]
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    foot: tuple[str, ...]
    pad: int

    @property
    def above(self) -> int:
        """Pixels taken above the drawing."""
        lines_high = (
            _high(self.banner, SMALL) + _high(self.title, TITLE) + _high(self.subtitle, TEXT)
        )
        return self.pad + lines_high + (GAP if lines_high else 0)

    @property
    def below(self) -> int:
        """Pixels taken below the drawing."""
        return self.pad + (_high(self.foot, SMALL) + GAP if self.foot else 0)


def _high(broken: tuple[str, ...], size: float) -> int:
    return ceil(len(broken) * size * LEADING) + 4 if broken else 0


def words_of(chart: Chart, wide: int, pad: int, *, words: bool, notes: tuple[str, ...]) -> Words:
    """The title, subtitle, notes and source of a chart, broken to fit; none if not ``words``."""
    room = wide - 2 * pad
    if not words:
        return Words((), (), (), _broken(notes, room), pad)
    source = chart.source
    if source and not source.lower().startswith("source"):
        source = f"Source: {source}"
    foot = _broken((*chart.notes, *notes, source), room)
    return Words(
        lines(chart.banner, room, SMALL, bold=True) if chart.banner else (),
        lines(chart.finding, room, TITLE, bold=True) if chart.finding else (),
        lines(chart.subtitle, room, TEXT) if chart.subtitle else (),
        foot,
        pad,
    )


def _broken(texts: tuple[str, ...], room: float) -> tuple[str, ...]:
    return tuple(line for text in texts if text for line in lines(text, room, SMALL))


def framed(plot: Plot, words: Words, *, wide: int, tall: int, responsive: bool) -> go.Figure:
    """The whole figure: drawing, key and words, each at its own pixels."""
    if tall > plot.tall + words.above + words.below:
        # The drawing sits under its title; the rest of a fixed height is left white at the foot.
        spare = tall - plot.tall - words.above - words.below
    else:
        spare = 0
    key = key_height(plot.key, Room(wide - 2 * words.pad))
    top = words.above + key + plot.above
    bottom = words.below + plot.below + spare
    height = top + plot.height + bottom
    figure = go.Figure(data=list(plot.traces))
    start = -plot.left + words.pad
    notes = list(plot.annotations)
    y = words.pad
    banner_high = _high(words.banner, SMALL)
    if words.banner:
        notes.append(_line(words.banner, SMALL, start, top - y, bold=True))
    y += banner_high + _high(words.title, TITLE)
    if words.subtitle:
        notes.append(_line(words.subtitle, TEXT, start, top - y, ink=theme.SOFT_INK))
    if words.foot:
        down = plot.below + spare + GAP
        notes.append(_foot(words.foot, start, down))
    figure.update_layout(
        template=theme.TEMPLATE,
        height=height,
        width=None if responsive else wide,
        autosize=responsive,
        margin={
            "l": plot.left,
            "r": plot.right,
            "t": top,
            "b": bottom,
            "pad": 0,
            "autoexpand": False,
        },
        title={
            "text": f"<b>{shown(words.title)}</b>" if words.title else None,
            "font": {"size": TITLE, "color": theme.INK},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"l": words.pad, "t": words.pad + banner_high, "b": 0, "r": 0},
            "automargin": False,
        },
        showlegend=bool(plot.key),
        legend={
            "orientation": "h",
            "x": words.pad / wide,
            "xref": "container",
            "xanchor": "left",
            "y": 1 - (words.above / height),
            "yref": "container",
            "yanchor": "top",
            "traceorder": "normal",
            "itemclick": False,
            "itemdoubleclick": False,
            "itemsizing": "constant",
        },
        shapes=list(plot.shapes),
        annotations=notes,
        xaxis=dict(plot.xaxis),
        yaxis=dict(plot.yaxis),
        **plot.layout,
    )
    return figure


def _line(
    broken: tuple[str, ...], size: int, start: int, up: int, *, bold: bool = False, ink: str = ""
) -> dict[str, Any]:
    """Lines of text whose top stands ``up`` pixels above the plot."""
    text = shown(broken)
    return {
        "text": f"<b>{text}</b>" if bold else text,
        "font": {"size": size, "color": ink or theme.INK},
        "align": "left",
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "xshift": start,
        "yref": "paper",
        "y": 1,
        "yanchor": "top",
        "yshift": up,
        "borderpad": 0,
    }


def _foot(broken: tuple[str, ...], start: int, down: int) -> dict[str, Any]:
    made = _line(broken, SMALL, start, 0, ink=theme.SOFT_INK)
    return made | {"y": 0, "yshift": -down}


def label(text: str, **where: Any) -> dict[str, Any]:
    """An annotation of one line, letter for letter, where told."""
    return {"text": safe(text), "xref": "x", "yref": "y", "borderpad": 0, **where}


def with_note(plot: Plot, note: str) -> Plot:
    """The plot with one more sentence for the foot of the picture."""
    return replace(plot, notes=(*plot.notes, note))
