"""A chart's drawing before its words are put round it, and the words' places in pixels.

Every margin is worked out here and never left to Plotly, so that nothing is cut and the same
chart has the same picture wherever it is made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import Any, Literal

from charts import palette, theme
from charts.layout import badges, key
from charts.layout.annotations import pinned
from charts.layout.badges import Row
from charts.layout.key import Entry
from charts.layout.text import lines, shown
from charts.spec import Chart, stopped
from charts.theme import LEADING, SMALL, TEXT, TITLE

GAP = 10
Note = Mapping[str, Any]
Trace = dict[str, Any]
Drawn = dict[str, Any]
"""A figure as Plotly's plain data: ``data`` and ``layout``."""


def trace(kind: Literal["bar", "scatter"], **more: Any) -> Trace:
    """A set of marks, as Plotly's plain data."""
    return {"type": kind, **more}


@dataclass(frozen=True)
class Room:
    """What a drawing may take: the width it must fit and, where limited, the height.

    ``pad`` is kept free at the sides. ``tall`` is the most pixels for the plot with its axes and
    marks, the key not counted; 0 is no limit. ``fill`` says that the height is to be used, not
    just kept to.
    """

    width: int
    pad: int
    narrow: bool = False
    tall: int = 0
    fill: bool = False
    plot: int = 0
    """The most that an upright plot takes where its height is free; 0 leaves it to the chart."""


@dataclass(frozen=True)
class Plot:
    """Traces and axes, and the pixels they need on each side of the plot.

    ``notes`` are sentences for the foot of the picture that only the drawing knows.
    ``left_out`` counts the rows that did not fit out of ``rows``, which the picture then says.
    """

    traces: tuple[Trace, ...]
    height: int
    left: int
    right: int
    above: int = 0
    below: int = 0
    xaxis: Mapping[str, Any] = field(default_factory=dict)
    yaxis: Mapping[str, Any] = field(default_factory=dict)
    layout: Mapping[str, Any] = field(default_factory=dict)
    shapes: tuple[Note, ...] = ()
    annotations: tuple[Note, ...] = ()
    key: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()
    rows: int = 0
    left_out: int = 0

    @property
    def tall(self) -> int:
        """Pixels from above the marks to below the axis; key and words not counted."""
        return self.height + self.above + self.below


@dataclass(frozen=True)
class Words:
    """The text round a drawing, broken for its width."""

    banner: tuple[str, ...]
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    foot: tuple[str, ...]
    pad: int
    marks: tuple[Row, ...] = ()

    @property
    def above(self) -> int:
        """Pixels taken above the drawing."""
        high = self.said + badges.high(self.marks)
        return self.pad + high + (GAP if high else 0)

    @property
    def said(self) -> int:
        """Pixels of banner, title and subtitle."""
        return _high(self.banner, SMALL) + _high(self.title, TITLE) + _high(self.subtitle, TEXT)

    @property
    def below(self) -> int:
        """Pixels taken below the drawing."""
        return self.pad + (_high(self.foot, SMALL) + GAP if self.foot else 0)


def _high(broken: tuple[str, ...], size: float) -> int:
    return ceil(len(broken) * size * LEADING) + 4 if broken else 0


def words_of(chart: Chart, room: Room, notes: tuple[str, ...], *, words: bool, least: int) -> Words:
    """The title, subtitle, notes and source of a chart, broken to fit.

    Without ``words`` only the drawing's own notes are left, broken for the ``least`` width that
    the page may have.
    """
    wide = room.width - 2 * room.pad
    if not words:
        return Words((), (), (), _foot_lines(notes, "", min(wide, least)), room.pad)
    source = chart.source
    if source and not source.lower().startswith("source"):
        source = f"Source: {source}"
    return Words(
        lines(chart.banner, wide, SMALL, bold=True) if chart.banner else (),
        lines(chart.finding, wide, TITLE, bold=True) if chart.finding else (),
        lines(chart.subtitle, wide, TEXT) if chart.subtitle else (),
        _foot_lines((*chart.notes, *notes), source, wide),
        room.pad,
        badges.rows(chart.badges, wide),
    )


def _foot_lines(notes: tuple[str, ...], source: str, wide: float) -> tuple[str, ...]:
    """Notes one after another as sentences, then the source on a line of its own."""
    said = " ".join(stopped(note) for note in notes if note)
    return tuple(line for text in (said, source) if text for line in lines(text, wide, SMALL))


def framed(plot: Plot, words: Words, room: Room, *, tall: int, responsive: bool) -> Drawn:
    """The whole figure as Plotly's plain data: drawing, key and words, each at its own pixels.

    ``tall`` is the whole height where it is fixed; what is to spare stays white at the foot.
    """
    wide = room.width - 2 * room.pad
    keyed = key.height(plot.key, wide)
    spare = max(tall - plot.tall - keyed - words.above - words.below, 0)
    top = words.above + keyed + plot.above
    bottom = words.below + plot.below + spare
    start = room.pad - plot.left
    swatches, entries = key.drawn(plot.key, wide, start, keyed + plot.above)
    boxes, verdicts = badges.drawn(words.marks, start, top - words.pad - words.said)
    layout: dict[str, Any] = {
        "template": theme.TEMPLATE,
        "height": top + plot.height + bottom,
        "autosize": responsive,
        "margin": {
            "l": plot.left,
            "r": plot.right,
            "t": top,
            "b": bottom,
            "pad": 0,
            "autoexpand": False,
        },
        "showlegend": False,
        "shapes": [*plot.shapes, *swatches, *boxes],
        "annotations": [
            *plot.annotations,
            *entries,
            *verdicts,
            *_round(words, start, top),
            *_foot(words, start, plot.below + spare + GAP),
        ],
        "xaxis": dict(plot.xaxis),
        "yaxis": dict(plot.yaxis),
        **plot.layout,
    }
    if not responsive:
        layout["width"] = room.width
    return {"data": list(plot.traces), "layout": layout}


def _round(words: Words, start: int, top: int) -> list[Note]:
    """Banner, title and subtitle, one under the other from the top of the picture."""
    made: list[Note] = []
    y = words.pad
    for name, broken, size, bold, ink in (
        ("banner", words.banner, SMALL, True, palette.INK),
        ("title", words.title, TITLE, True, palette.INK),
        ("subtitle", words.subtitle, TEXT, False, palette.SOFT_INK),
    ):
        if broken:
            text = f"<b>{shown(broken)}</b>" if bold else shown(broken)
            made.append(_text(name, text, size, ink, start) | {"y": 1, "yshift": top - y})
        y += _high(broken, size)
    return made


def _foot(words: Words, start: int, down: int) -> list[Note]:
    """Notes and source under the drawing."""
    if not words.foot:
        return []
    made = _text("foot", shown(words.foot), SMALL, palette.SOFT_INK, start)
    return [made | {"y": 0, "yshift": -down}]


def _text(name: str, text: str, size: int, ink: str, start: int) -> dict[str, Any]:
    font = {"size": size, "color": ink}
    return pinned(text, start, name=name, font=font, align="left", yanchor="top")
