"""Upright bars in parts over time, one a snapshot."""

from collections.abc import Mapping, Sequence

import pandas as pd

from charts import palette, theme
from charts.kinds.piled import Part, piled, reach
from charts.kinds.points import Point, dated, day_words, iso, points, series_of, when
from charts.kinds.rows import hover, inside
from charts.kinds.upright import gap, laid_out
from charts.layout.plot import Note, Plot, Room, Trace, trace
from charts.layout.scales import Dates, values
from charts.layout.spread import Tag
from charts.layout.text import width
from charts.palette import Look
from charts.spec import Chart
from charts.theme import SMALL

DAY = 86_400_000
ONE = pd.Timedelta(days=1)
Column = Part[pd.Timestamp]


def stacked_trend(chart: Chart, room: Room) -> Plot:
    """One upright bar a snapshot, in parts; figures inside where they fit, names at the right."""
    marks = dated(points(chart))
    order = series_of(chart, marks)
    looks = palette.looks(order, chart.meanings)
    parts = piled(marks, order, looks, when)
    tops = reach(parts)
    scale = values(list(tops.values()), chart.unit)
    days = sorted({when(mark) for mark in marks})
    share = 0.5 / max(len(days), 2) + 0.02
    last = days[-1] if days else None
    tags = [
        Tag(f"{p.mark.series} {p.mark.text}", p.middle, p.look.fill) for p in parts if p.bar == last
    ]
    return laid_out(
        chart,
        room,
        marks,
        scale,
        tags,
        lambda axis: tuple(
            _column(
                [p for p in parts if p.order == place],
                name,
                place,
                looks[place],
                _thick(days, axis),
            )
            for place, name in enumerate(order)
        ),
        inner=lambda axis, tall: (
            *_counts(parts, axis, _thick(days, axis), tall / (scale.high - scale.low)),
            *_hidden(marks, tops),
        ),
        ends=(share, share),
        natural=300,
    )


def _thick(days: Sequence[pd.Timestamp], axis: Dates) -> float:
    """A bar's width in days: most of the smallest gap between two snapshots."""
    gaps = [(b - a) / ONE for a, b in zip(days, days[1:], strict=False)]
    if not gaps:
        return float((axis.end - axis.start) / ONE) * 0.25
    return max(min(gaps) * 0.72, 1.0)


def _column(own: Sequence[Column], name: str, place: int, look: Look, thick: float) -> Trace:
    return trace(
        "bar",
        x=[iso(part.bar) for part in own],
        y=[part.long for part in own],
        base=[part.start for part in own],
        width=thick * DAY,
        name=name,
        marker={
            "color": look.fill,
            "line": {"color": palette.PAPER, "width": 1.5},
            "pattern": theme.pattern(look.pattern),
        },
        customdata=[part.mark.place for part in own],
        hovertext=[hover(day_words(p.bar), p.mark.series, p.mark.text) for p in own],
        hoverinfo="text",
        uid=f"column{place}",
    )


def _counts(parts: Sequence[Column], axis: Dates, thick: float, tall: float) -> list[Note]:
    """The figure inside each part that has room for it; ``tall`` is pixels a unit of value."""
    wide = axis.wide * thick / float((axis.end - axis.start) / ONE)
    return [
        inside(p.mark.text, iso(p.bar), p.middle, p.look.fill, patch=p.patterned)
        for p in parts
        if width(p.mark.text, SMALL) + 4 <= wide and p.long * tall >= 16
    ]


def _hidden(marks: Sequence[Point], tops: Mapping[pd.Timestamp, float]) -> list[Note]:
    """The marks of parts without a value, above their bar."""
    missing = {when(m): m for m in marks if m.value is None and m.text}
    return [gap(mark, tops.get(day, 0.0)) for day, mark in missing.items()]
