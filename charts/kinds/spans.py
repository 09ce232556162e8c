"""From one date to another, a row each: where a due date began and where it is now."""

from collections.abc import Callable, Sequence

import pandas as pd

from charts import palette
from charts.kinds.points import Point, day_words, iso, points
from charts.kinds.rows import high, hover, rows
from charts.kinds.upright import time_axis
from charts.layout.annotations import label, stroke
from charts.layout.key import Entry
from charts.layout.marks import marked, nudge
from charts.layout.plot import Note, Plot, Room, Trace, trace
from charts.layout.scales import dates, tick_lines
from charts.layout.text import lines, widest
from charts.spec import Chart
from charts.theme import SMALL, TEXT

UNDER = 19
ABOVE = 22


def dumbbell(chart: Chart, room: Room) -> Plot:
    """A ring at the first date, a disc at the last, a line between; the words at the right.

    A date brought forward ends in a diamond; a row without a second date has its ring only.
    """
    marks = points(chart)
    share = room.width - 2 * room.pad if room.narrow else room.width * 0.26
    size = SMALL if room.narrow else TEXT
    words = [lines(mark.text, share, size) for mark in marks]
    right = 16 if room.narrow else int(max((widest(w, TEXT) for w in words), default=0)) + 16
    as_at = pd.Timestamp(chart.as_at)
    found = [day for mark in marks for day in (mark.when, mark.end) if day is not None]
    # The rows' own margin decides how wide the axis is, and the axis how high its marks are.
    draft = rows([mark.label for mark in marks], room)
    wide = max(room.width - draft.left - right, 80)
    axis = dates([*found, as_at], wide, 0.04, 0.04)
    on = marked(chart.marks, axis, draft.left, right)
    under = tick_lines(axis) * 17 + 12
    made = rows(
        [mark.label for mark in marks],
        room,
        taken=on.above + ABOVE + under,
        under=UNDER if room.narrow else 0,
        bar=18 if room.narrow else 22,
        least=[0 if room.narrow else high(w) for w in words],
    )
    shown_marks = marks[: len(made)]
    said = f"As at {as_at.day} {as_at:%b %Y}"
    shift = nudge(said, axis.place(as_at), axis, draft.left, right)
    line, today = _as_at(as_at, said, on.above, shift)
    ends = [_words(text, y, room, size) for text, y in zip(words, made.middles, strict=False)]
    traces, entries = _ends(shown_marks, made.middles, chart)
    return made.plot(
        (_spans(shown_marks, made.middles), *traces),
        [*on.annotations, today, *ends],
        right=right,
        above=on.above + ABOVE,
        below=under,
        xaxis=time_axis(axis),
        shapes=(*_threads(made.middles), *on.shapes, line),
        key=tuple(entries),
        notes=on.notes,
    )


def _words(text: tuple[str, ...], middle: float, room: Room, size: int) -> Note:
    """What the row says: right of the plot, or under its line where the room is narrow."""
    where: dict[str, object] = {"x": 1, "xshift": 10, "y": middle, "yanchor": "middle"}
    if room.narrow:
        where = {"x": 0, "y": middle + 11, "yanchor": "top", "bgcolor": palette.PAPER}
    font = {"size": size, "color": palette.SOFT_INK}
    return label(text, name="end", xref="paper", xanchor="left", align="left", font=font, **where)


def _threads(middles: Sequence[float]) -> list[Note]:
    """A faint level line along each row, for the eye to follow."""
    look = {"color": palette.FAINT, "width": 1}
    return [stroke((0, 1), (y, y), look, xref="paper", layer="below") for y in middles]


def _as_at(when: pd.Timestamp, said: str, above: int, shift: float) -> tuple[Note, Note]:
    """The line of the as-at date and its label: what is left of it is past."""
    day, look = iso(when), {"color": palette.INK, "width": 2}
    line = stroke((day, day), (0, 1), look, yref="paper", layer="below")
    words = label(
        said,
        name="as at",
        x=day,
        xshift=shift,
        yref="paper",
        y=1,
        yanchor="bottom",
        yshift=above + 2,
        font={"size": SMALL, "color": palette.INK},
        bgcolor=palette.PAPER,
    )
    return line, words


def _spans(marks: Sequence[Point], middles: Sequence[float]) -> Trace:
    """The lines between the two dates."""
    x: list[str | None] = []
    y: list[float | None] = []
    for mark, middle in zip(marks, middles, strict=True):
        if mark.when is not None and mark.end is not None and mark.when != mark.end:
            x += [iso(mark.when), iso(mark.end), None]
            y += [middle, middle, None]
    return trace(
        "scatter",
        x=x,
        y=y,
        mode="lines",
        line={"color": palette.BLUE, "width": 3},
        hoverinfo="skip",
        connectgaps=False,
        uid="spans",
    )


def _brought_forward(mark: Point) -> bool:
    return mark.when is not None and mark.end is not None and mark.end < mark.when


def _ends(
    marks: Sequence[Point], middles: Sequence[float], chart: Chart
) -> tuple[list[Trace], list[Entry]]:
    """The rings and the discs, and the key to them."""
    first, last = chart.headings.get("when", "From"), chart.headings.get("end", "To")
    kinds: tuple[tuple[str, str, Callable[[Point], pd.Timestamp | None]], ...] = (
        (first, "circle-open", lambda m: m.when),
        (last, "circle", lambda m: None if _brought_forward(m) else m.end),
        (f"{last}, brought forward", "diamond", lambda m: m.end if _brought_forward(m) else None),
    )
    traces, entries = [], []
    for place, (name, symbol, of) in enumerate(kinds):
        own = [(m, y, day) for m, y in zip(marks, middles, strict=True) if (day := of(m))]
        if not own:
            continue
        entries.append(Entry(name, palette.BLUE, symbol))
        traces.append(
            trace(
                "scatter",
                x=[iso(day) for *_, day in own],
                y=[y for _, y, _ in own],
                mode="markers",
                name=name,
                cliponaxis=False,
                marker={
                    "symbol": symbol.removesuffix("-open"),
                    "size": 12,
                    "color": palette.PAPER if place == 0 else palette.BLUE,
                    "line": {"color": palette.BLUE, "width": 2},
                },
                customdata=[mark.place for mark, *_ in own],
                hovertext=[hover(m.label, name, day_words(day), m.text) for m, _, day in own],
                hoverinfo="text",
                uid=f"ends{place}",
            )
        )
    return traces, entries
