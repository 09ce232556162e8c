"""Run charts: one series with its median or limits, its target and the signals in it."""

from collections.abc import Callable, Sequence

from charts import palette
from charts.kinds.lines import gaps
from charts.kinds.points import Point, dated, day_words, iso, points, when
from charts.kinds.rows import hover
from charts.kinds.upright import laid_out
from charts.layout.key import Entry
from charts.layout.plot import Plot, Room, Trace, trace
from charts.layout.scales import tick, values
from charts.layout.spread import Tag
from charts.spec import Chart

SIGNALS = {
    "": Entry("No signal", palette.QUIET, "circle"),
    "improvement": Entry("Improvement", palette.FILLS["on course"], "diamond"),
    "concern": Entry("Concern", palette.FILLS["attention"], "triangle-up"),
    "change": Entry("Change, neither better nor worse", palette.BLUE, "square"),
}
Reference = tuple[str, str, Callable[[Point], float | None], str, str, float]
REFERENCES: tuple[Reference, ...] = (
    # column, usual heading, where it is, colour, dash, width
    ("target", "Target", lambda mark: mark.target, palette.FILLS["planned"], "dashdot", 2.0),
    ("centre", "Middle", lambda mark: mark.centre, palette.INK, "solid", 1.5),
    ("upper", "Upper limit", lambda mark: mark.upper, palette.QUIET, "dash", 1.5),
    ("lower", "Lower limit", lambda mark: mark.lower, palette.QUIET, "dash", 1.5),
)


def run_chart(chart: Chart, room: Room) -> Plot:
    """Points over time with their centre, limits and target, each labelled at the right edge.

    Points with a signal differ by shape, colour and word; lines break where the centre steps.
    """
    marks = dated(points(chart))
    known = [m.value for m in marks if m.value is not None]
    for _, _, level, *_ in REFERENCES:
        known += [found for mark in marks if (found := level(mark)) is not None]
    scale = values(known, chart.unit, from_zero=_near_zero(known))
    entries = _key(marks)
    return laid_out(
        chart,
        room,
        marks,
        scale,
        _tags(chart, marks),
        lambda axis: (
            *(line for what in REFERENCES if (line := _reference(marks, what))),
            _thread(marks),
            *_points(marks),
        ),
        inner=lambda axis, tall: gaps(marks, scale),
        entries=entries,
    )


def _near_zero(known: Sequence[float]) -> bool:
    """Whether zero belongs on the axis: where the values move by as much as they stand off it."""
    return not known or min(known) <= 0 or min(known) < 0.5 * max(known)


def _tags(chart: Chart, marks: Sequence[Point]) -> list[Tag]:
    """Words at the right edge: the latest point, then target, centre and limits."""
    tags = []
    valued = [mark for mark in marks if mark.value is not None]
    if valued:
        tags.append(Tag(f"Latest {valued[-1].text}", valued[-1].value or 0.0))
    for column, usual, level, ink, _, _ in REFERENCES:
        found = [value for mark in marks if (value := level(mark)) is not None]
        if found:
            name = chart.headings.get(column, usual)
            tags.append(Tag(f"{name} {tick(found[-1], chart.unit)}", found[-1], ink))
    return tags


def _reference(marks: Sequence[Point], what: Reference) -> Trace | None:
    """A level line, broken where its value steps; none where it has no value."""
    column, usual, level, ink, dash, wide = what
    if all(level(mark) is None for mark in marks):
        return None
    x: list[str] = []
    y: list[float | None] = []
    previous: float | None = None
    for mark in marks:
        now = level(mark)
        if previous is not None and now != previous:
            x.append(iso(when(mark)))
            y.append(None)
        x.append(iso(when(mark)))
        y.append(now)
        previous = now
    return trace(
        "scatter",
        x=x,
        y=y,
        mode="lines",
        name=usual,
        line={"color": ink, "dash": dash, "width": wide},
        hoverinfo="skip",
        connectgaps=False,
        uid=column,
    )


def _thread(marks: Sequence[Point]) -> Trace:
    """The thin line that joins the points."""
    return trace(
        "scatter",
        x=[iso(when(mark)) for mark in marks],
        y=[mark.value for mark in marks],
        mode="lines",
        line={"color": palette.QUIET, "width": 1.5},
        hoverinfo="skip",
        connectgaps=False,
        uid="thread",
    )


def _key(marks: Sequence[Point]) -> tuple[Entry, ...]:
    """The words of the point shapes in use; none while there is no signal at all."""
    used = {mark.signal for mark in marks if mark.value is not None}
    return tuple(SIGNALS[name] for name in SIGNALS if name in used) if used - {""} else ()


def _points(marks: Sequence[Point]) -> list[Trace]:
    """The points, one trace a signal so that each has its shape and its word."""
    made = []
    for name, entry in SIGNALS.items():
        own = [mark for mark in marks if mark.signal == name and mark.value is not None]
        if not own:
            continue
        word = entry.words if name else ""
        made.append(
            trace(
                "scatter",
                x=[iso(when(mark)) for mark in own],
                y=[mark.value for mark in own],
                mode="markers",
                name=entry.words,
                cliponaxis=False,
                marker={
                    "symbol": entry.shape,
                    "color": entry.fill,
                    "size": 11 if name else 8,
                    "line": {"color": palette.INK if name else palette.PAPER, "width": 1},
                },
                customdata=[mark.place for mark in own],
                hovertext=[hover(day_words(when(mark)), word, mark.text) for mark in own],
                hoverinfo="text",
                uid=f"points {name}",
            )
        )
    return made
