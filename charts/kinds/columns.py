"""Upright bars in parts over time, one a snapshot."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from charts import theme
from charts.kinds.points import Point, dated, day_words, iso, points, series_of, when
from charts.kinds.rows import hover, inside
from charts.kinds.upright import laid_out
from charts.layout.plot import Note, Plot, Room, Trace, label, trace
from charts.layout.scales import Dates, values
from charts.layout.spread import Tag
from charts.layout.text import width
from charts.spec import Chart
from charts.theme import SMALL, TEXT

DAY = 86_400_000
ONE = pd.Timedelta(days=1)


@dataclass(frozen=True)
class Piece:
    """One part of a column: where it starts, and its place in the order of series."""

    mark: Point
    order: int
    base: float

    @property
    def tall(self) -> float:
        """Its height in the chart's unit."""
        return self.mark.value or 0.0


def stacked_trend(chart: Chart, room: Room) -> Plot:
    """One upright bar a snapshot, in parts; figures inside where they fit, names at the right."""
    marks = dated(points(chart))
    order = series_of(chart, marks)
    pieces = _piled(marks, order)
    tops: dict[pd.Timestamp, float] = {}
    for piece in pieces:
        tops[when(piece.mark)] = piece.base + piece.tall
    scale = values(list(tops.values()), chart.unit)
    days = sorted({when(mark) for mark in marks})
    share = 0.5 / max(len(days), 2) + 0.02
    last = days[-1] if days else None
    tags = [
        Tag(f"{p.mark.series} {p.mark.text}", p.base + p.tall / 2, theme.colour(p.order))
        for p in pieces
        if when(p.mark) == last
    ]
    return laid_out(
        chart,
        room,
        marks,
        scale,
        tags,
        lambda axis: tuple(
            _column([p for p in pieces if p.order == place], name, place, _thick(days, axis))
            for place, name in enumerate(order)
        ),
        inner=lambda axis, tall: (
            *_counts(pieces, axis, _thick(days, axis), tall / (scale.high - scale.low)),
            *_hidden(marks, tops),
        ),
        ends=(share, share),
        natural=300,
    )


def _piled(marks: Sequence[Point], order: tuple[str, ...]) -> list[Piece]:
    """Every part with a height, standing on the part before it."""
    made = []
    reached: dict[pd.Timestamp, float] = {}
    for mark in sorted(marks, key=lambda m: (when(m), order.index(m.series))):
        if mark.value is not None and mark.value > 0:
            base = reached.get(when(mark), 0.0)
            made.append(Piece(mark, order.index(mark.series), base))
            reached[when(mark)] = base + mark.value
    return made


def _thick(days: Sequence[pd.Timestamp], axis: Dates) -> float:
    """A bar's width in days: most of the smallest gap between two snapshots."""
    gaps = [(b - a) / ONE for a, b in zip(days, days[1:], strict=False)]
    if not gaps:
        return float((axis.end - axis.start) / ONE) * 0.25
    return max(min(gaps) * 0.72, 1.0)


def _column(own: Sequence[Piece], name: str, place: int, thick: float) -> Trace:
    return trace(
        "bar",
        x=[iso(when(piece.mark)) for piece in own],
        y=[piece.tall for piece in own],
        base=[piece.base for piece in own],
        width=thick * DAY,
        name=name,
        marker={
            "color": theme.colour(place),
            "line": {"color": theme.PAPER, "width": 1.5},
            "pattern": theme.pattern(place),
        },
        customdata=[piece.mark.place for piece in own],
        hovertext=[hover(day_words(when(p.mark)), p.mark.series, p.mark.text) for p in own],
        hoverinfo="text",
        uid=f"column{place}",
    )


def _counts(pieces: Sequence[Piece], axis: Dates, thick: float, tall: float) -> list[Note]:
    """The figure inside each part that has room for it; ``tall`` is pixels a unit of value."""
    wide = axis.wide * thick / float((axis.end - axis.start) / ONE)
    made: list[Note] = []
    for piece in pieces:
        text = piece.mark.text
        if width(text, SMALL) + 4 <= wide and piece.tall * tall >= 16:
            fill = theme.colour(piece.order)
            patch = bool(theme.PATTERNS[piece.order % len(theme.PATTERNS)])
            middle = piece.base + piece.tall / 2
            made.append(inside(text, iso(when(piece.mark)), middle, fill, patch=patch))
    return made


def _hidden(marks: Sequence[Point], tops: dict[pd.Timestamp, float]) -> list[Note]:
    """The marks of parts without a value, above their bar."""
    missing = {when(m): m for m in marks if m.value is None and m.text}
    return [
        label(
            mark.text if len(mark.text) == 1 else "×",
            name="gap",
            x=iso(day),
            y=tops.get(day, 0.0),
            yanchor="bottom",
            font={"size": TEXT, "color": theme.SOFT_INK},
        )
        for day, mark in missing.items()
    ]
