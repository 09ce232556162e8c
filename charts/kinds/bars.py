"""One bar a row: plain bars, and the bridge from an opening number to a closing one."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from typing import Any

from charts import palette, theme
from charts.kinds.points import Point, points
from charts.kinds.rows import (
    BELOW,
    Rows,
    end_label,
    end_room,
    high,
    hover,
    left_margin,
    rows,
    tight,
    value_axis,
    zero_line,
)
from charts.layout.annotations import stroke
from charts.layout.plot import Plot, Room, Trace, trace
from charts.layout.text import lines, widest
from charts.spec import Chart
from charts.theme import TEXT


def bars(chart: Chart, room: Room) -> Plot:
    """One horizontal bar a label, in the order given, its figure at its end."""
    marks = points(chart)
    ends = [_end_words(mark, room) for mark in marks]
    made = rows(
        [mark.label for mark in marks], room, taken=BELOW, least=[high(words) for words in ends]
    )
    marks, ends = marks[: len(made)], ends[: len(made)]
    found = [mark.value or 0.0 for mark in marks]
    scale = tight(found)
    wides = [widest(words, TEXT) for words in ends]
    right = end_room([scale.share(max(v, 0.0)) for v in found], wides, room, made.left)
    # Figures of bars that go left of zero stand left of them, between the bars and the labels.
    aside = ceil(max((w + 10 for w, v in zip(wides, found, strict=True) if v < 0), default=0))
    labels = tuple(a | {"xshift": a.get("xshift", 0) - aside} for a in made.annotations)
    made = replace(made, annotations=labels) if aside else made
    shown = [
        (palette.bar(mark.label, chart.meanings), not chart.focus or mark.label in chart.focus)
        for mark in marks
    ]
    drawn = trace(
        "bar",
        orientation="h",
        x=found,
        y=list(made.middles),
        width=made.thick,
        marker={
            "color": [ink if on else palette.PALE for ink, on in shown],
            "line": {"color": [ink if on else palette.QUIET for ink, on in shown], "width": 1},
        },
        customdata=[mark.place for mark in marks],
        hovertext=[hover(mark.label, mark.text) for mark in marks],
        hoverinfo="text",
        uid="bars",
    )
    return made.plot(
        (drawn,),
        [
            end_label(words, mark.value, middle)
            for words, mark, middle in zip(ends, marks, made.middles, strict=True)
        ],
        left=made.left + aside,
        right=right,
        xaxis=value_axis(scale),
        layout={"bargap": 0},
        shapes=(zero_line(),),
    )


def _end_words(mark: Point, room: Room) -> tuple[str, ...]:
    return lines(mark.text, room.width * (0.5 if room.narrow else 0.3), TEXT)


STEP_PATTERN = {"total": False, "up": False, "down": True}


def bridge(chart: Chart, room: Room) -> Plot:
    """From an opening number to a closing one, a step a row, each starting where the last ended."""
    marks = points(chart)
    labels = [mark.label for mark in marks]
    reached = _reached(marks)
    tips = [max(start, end) for start, end in reached]
    scale = tight([edge for ends in reached for edge in ends])
    texts = [lines(mark.text, room.width * 0.3, TEXT) for mark in marks]
    right = end_room(
        [scale.share(tip) for tip in tips],
        [widest(words, TEXT) for words in texts],
        room,
        left_margin(labels, room),
    )
    made = rows(labels, room, taken=BELOW, bar=28, least=[high(words) for words in texts])
    words = [
        end_label(text, tip, middle)
        for text, tip, middle in zip(texts, tips, made.middles, strict=False)
    ]
    return made.plot(
        tuple(_steps(marks, reached, made)),
        words,
        right=right,
        xaxis=value_axis(scale),
        layout={"barmode": "overlay", "bargap": 0},
        shapes=(zero_line(), *_links(reached, made)),
    )


def _reached(marks: tuple[Point, ...]) -> list[tuple[float, float]]:
    """Where each row of a bridge starts and ends; totals start at zero."""
    made: list[tuple[float, float]] = []
    for mark in marks:
        start = 0.0 if mark.series == "total" or not made else made[-1][1]
        made.append((start, start + (mark.value or 0.0)))
    return made


def _steps(
    marks: tuple[Point, ...], reached: list[tuple[float, float]], made: Rows
) -> Iterator[Trace]:
    """The bars of a bridge: the totals, the steps up and the steps down."""
    for kind, pattern in STEP_PATTERN.items():
        own = [i for i in range(len(made)) if marks[i].series == kind]
        yield trace(
            "bar",
            orientation="h",
            base=[reached[i][0] for i in own],
            x=[reached[i][1] - reached[i][0] for i in own],
            y=[made.middles[i] for i in own],
            width=made.thick,
            marker={
                "color": palette.STEPS[kind],
                "line": {"color": palette.INK, "width": 1},
                "pattern": theme.pattern("/") if pattern else {},
            },
            customdata=[marks[i].place for i in own],
            hovertext=[hover(marks[i].label, marks[i].text) for i in own],
            hoverinfo="text",
            uid=kind,
        )


def _links(reached: list[tuple[float, float]], made: Rows) -> Iterator[dict[str, Any]]:
    """The dotted lines of a bridge, from where a step ends to where the next starts."""
    look, half = {"color": palette.QUIET, "width": 1, "dash": "dot"}, made.thick / 2
    for (_, end), above, below in zip(reached, made.middles, made.middles[1:], strict=False):
        yield stroke((end, end), (above + half, below - half), look)
