"""Lines over time: trends of several series, each labelled at its end."""

from collections.abc import Sequence

from charts import palette, theme
from charts.kinds.points import Point, dated, day_words, iso, points, series_of, when
from charts.kinds.rows import hover
from charts.kinds.upright import gap, laid_out
from charts.layout.plot import Note, Plot, Room, Trace, trace
from charts.layout.scales import Values, values
from charts.layout.spread import Tag
from charts.layout.text import safe
from charts.spec import Chart


def trend(chart: Chart, room: Room) -> Plot:
    """Lines over time, one a series, told apart by colour, dash, marker and a label at the end.

    A missing value breaks its line, and its mark (c, x) or a cross stands at the foot.
    """
    marks = dated(points(chart))
    order = series_of(chart, marks)
    scale = values([mark.value for mark in marks if mark.value is not None], chart.unit)
    last = max((when(mark) for mark in marks), default=None)
    inks = _inks(chart, order)
    tags = []
    for name in order:
        own = [m for m in marks if m.series == name and m.value is not None]
        if own:
            early = "" if when(own[-1]) == last else f" ({when(own[-1]):%b %Y})"
            words = f"{name} {own[-1].text}{early}"
            tags.append(Tag(words, own[-1].value or 0.0, inks[name]))
    return laid_out(
        chart,
        room,
        marks,
        scale,
        tags,
        lambda axis: tuple(_line(marks, name, i, inks[name]) for i, name in enumerate(order)),
        inner=lambda axis, tall: gaps(marks, scale),
    )


def _inks(chart: Chart, order: tuple[str, ...]) -> dict[str, str]:
    """Each line's colour: grey where the chart is about another line."""
    found = zip(order, palette.looks(order, chart.meanings), strict=True)
    return {
        name: look.fill if not chart.focus or name in chart.focus else palette.QUIET
        for name, look in found
    }


def _line(marks: Sequence[Point], name: str, place: int, ink: str) -> Trace:
    own = [mark for mark in marks if mark.series == name]
    many = len(own) > 24
    whole = all(mark.value is not None for mark in own)
    return trace(
        "scatter",
        x=[iso(when(mark)) for mark in own],
        y=[mark.value for mark in own],
        mode="lines" if many and whole else "lines+markers",
        name=safe(name),
        line={"color": ink, "width": 2.5, "dash": theme.DASHES[place % 6]},
        marker={"symbol": theme.SYMBOLS[place % 6], "size": 5 if many else 8, "color": ink},
        connectgaps=False,
        cliponaxis=False,
        customdata=[mark.place for mark in own],
        hovertext=[hover(name, day_words(when(mark)), mark.text) for mark in own],
        hoverinfo="text",
        uid=f"line{place}",
    )


def gaps(marks: Sequence[Point], scale: Values) -> tuple[Note, ...]:
    """A mark at the foot of the plot where a value is missing: its DfE mark, or a cross."""
    missing = {when(m): m for m in marks if m.value is None}
    if len(missing) > 20:
        return ()
    return tuple(gap(mark, scale.low, bgcolor=palette.PAPER) for mark in missing.values())
