"""The frame of every upright chart over time: axes, marks, labels at the right, and the height."""

from collections.abc import Callable, Sequence
from typing import Any

from charts import palette
from charts.kinds.points import Point, iso, when
from charts.layout.annotations import label, pinned
from charts.layout.key import Entry
from charts.layout.marks import marked
from charts.layout.plot import Note, Plot, Room
from charts.layout.scales import Dates, Values, dates, tick_lines
from charts.layout.spread import Tag, tagged
from charts.layout.text import safe
from charts.spec import Chart
from charts.theme import SMALL, TEXT

TALL = 260
LEAST = 140


def laid_out(
    chart: Chart,
    room: Room,
    marks: Sequence[Point],
    scale: Values,
    tags: Sequence[Tag],
    traces: Callable[[Dates], tuple[Any, ...]],
    *,
    inner: Callable[[Dates, int], Sequence[Note]] = lambda axis, tall: (),
    entries: tuple[Entry, ...] = (),
    ends: tuple[float, float] = (0.02, 0.0),
    natural: int = TALL,
) -> Plot:
    """The drawing of a chart over time.

    ``tags`` are the labels at the right edge. ``traces`` makes the marks once the time axis is
    known, ``inner`` the words among them once the plot's height is too. ``ends`` are the shares
    of the span left free before and after.
    """
    left = scale.wide + room.pad
    shares = [scale.share(tag.value) for tag in tags]
    beside = 92.0 if room.narrow else min(170.0, room.width * 0.26)
    _, right = tagged(tags, natural, beside, shares)
    right += room.pad
    axis = dates([when(m) for m in marks], max(room.width - left - right, 80), *ends)
    on = marked(chart.marks, axis, left, right)
    up = on.above + (22 if chart.value_title else 8)
    under = tick_lines(axis) * 17 + 12
    tall = natural = min(natural, room.plot or natural)
    if room.tall:
        most = room.tall - up - under
        tall = max(LEAST, most if room.fill else min(natural, most))
    labels, _ = tagged(tags, tall, beside, shares)
    return Plot(
        traces(axis),
        height=tall,
        left=left,
        right=right,
        above=up,
        below=under,
        xaxis=time_axis(axis),
        yaxis=_value_axis(scale),
        layout={"barmode": "overlay", "bargap": 0},
        shapes=on.shapes,
        annotations=(
            *labels,
            *on.annotations,
            *_title(chart.value_title, left, on.above, room.pad),
            *inner(axis, tall),
        ),
        key=entries,
        notes=on.notes,
    )


def _value_axis(scale: Values) -> dict[str, object]:
    """An upright value axis with its lines and words."""
    return {
        "range": [scale.low, scale.high],
        "tickvals": list(scale.at),
        "ticktext": list(scale.words),
        "showgrid": True,
        "ticks": "",
        "showline": False,
        "fixedrange": True,
    }


def time_axis(axis: Dates) -> dict[str, object]:
    """A time axis with its ticks where their words have room."""
    return {
        "type": "date",
        "range": [axis.start.isoformat(), axis.end.isoformat()],
        "tickvals": [iso(day) for day in axis.at],
        "ticktext": list(axis.words),
        "showgrid": False,
        "showline": True,
        "linecolor": palette.QUIET,
        "fixedrange": True,
    }


def _title(words: str, left: int, up: int, pad: int) -> tuple[Note, ...]:
    """What the upright axis counts, level and above it, where the chart says so."""
    if not words:
        return ()
    font, level = {"size": SMALL, "color": palette.SOFT_INK}, {"y": 1, "yanchor": "bottom"}
    title = safe(words)
    return (pinned(title, pad - left, name="value title", yshift=up + 6, font=font, **level),)


def gap(mark: Point, y: float, **look: Any) -> Note:
    """Where a value is missing: its DfE mark, or a cross."""
    words = mark.text if len(mark.text) == 1 else "×"
    font = {"size": TEXT, "color": palette.SOFT_INK}
    return label(words, name="gap", x=iso(when(mark)), y=y, yanchor="bottom", font=font, **look)
