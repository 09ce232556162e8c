"""Bars in parts: stacked shares of a whole, and posts one by one."""

from collections.abc import Sequence
from math import floor, isnan
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.plot import Plot, Room
from charts.rows import end_label, end_room, fits, hovers, inside, rows, tight, value_axis
from charts.spec import Chart
from charts.text import lines, widest
from charts.theme import TEXT

Segment = tuple[int, int, float, float, str]
"""Row, place of the series, start, length and words of one segment."""


def series_of(chart: Chart) -> list[str]:
    """The series in their order: those the chart fixes, then any others as they come."""
    found = list(dict.fromkeys(chart.data["series"]))
    fixed = [name for name in chart.series_order if name in found]
    return fixed + [name for name in found if name not in fixed]


def stacked_bars(chart: Chart, room: Room, pad: int) -> Plot:
    """Horizontal bars in parts, late first, a count and its word in each part that has room.

    What has no room inside stands in words at the end of its bar, so that no part is unlabelled.
    """
    return _parts(chart, room, pad, posts=False)


def posts(chart: Chart, room: Room, pad: int) -> Plot:
    """One block a post, grouped by position in rows; a part-time post is a part of a block."""
    return _parts(chart, room, pad, posts=True)


def _parts(chart: Chart, room: Room, pad: int, *, posts: bool) -> Plot:
    order = series_of(chart)
    places = {name: place for place, name in enumerate(order)}
    names = list(dict.fromkeys(chart.data["label"]))
    drawn = {name for name, value in zip(chart.data["series"], chart.data["value"], strict=True)
             if value > 0}  # fmt: skip
    key = tuple(name for name in order if name in drawn)
    made = rows(names, room, pad, taken=40, bar=28)
    names = names[: len(made)]
    data = chart.data[chart.data["label"].isin(names)]
    segments = _segments(data, names, places)
    totals = [0.0] * len(names)
    for row, _, start, length, _ in segments:
        totals[row] = max(totals[row], start + length)
    scale = tight(totals)
    right, inner, ends = _words(data, names, order, segments, totals, room, made.left)
    annotations = [*made.annotations]
    for row, (_, place, start, length, _), text in inner:
        fill = theme.colour(place)
        annotations.append(
            inside(text, start + length / 2, made.middles[row], fill,
                   chip=posts or bool(theme.pattern(place)["shape"]))
        )  # fmt: skip
    annotations += [
        end_label(words, totals[row], made.middles[row]) for row, words in ends.items() if words
    ]
    traces = [
        _trace(data, name, places[name], segments, made.middles, made.thick, posts=posts)
        for name in key
    ]
    return Plot(
        tuple(traces),
        height=made.height,
        left=made.left,
        right=right,
        below=4,
        xaxis=value_axis(scale),
        yaxis=made.axis,
        layout={"barmode": "overlay", "bargap": 0},
        annotations=tuple(annotations),
        key=key,
        left_out=made.left_out,
    )


def _segments(data: pd.DataFrame, names: list[str], places: dict[str, int]) -> list[Segment]:
    """Every part with a length, each starting where the one before it in its row ends."""
    by_row: dict[int, list[tuple[int, float, str]]] = {}
    rows_of = {name: row for row, name in enumerate(names)}
    for name, series, value, text in zip(
        data["label"], data["series"], data["value"], data["text"], strict=True
    ):
        if not isnan(value) and value > 0:
            by_row.setdefault(rows_of[name], []).append((places[series], float(value), str(text)))
    made: list[Segment] = []
    for row, parts in by_row.items():
        reached = 0.0
        for place, value, text in sorted(parts):
            made.append((row, place, reached, value, text))
            reached += value
    return made


def _words(
    data: pd.DataFrame,
    names: list[str],
    order: list[str],
    segments: list[Segment],
    totals: list[float],
    room: Room,
    left: int,
) -> tuple[int, list[tuple[int, Segment, str]], dict[int, tuple[str, ...]]]:
    """Which words go inside each segment, which to the end of the row, and the right margin."""
    most = max([*totals, 0.0]) or 1.0
    hidden = _without_value(data, names)
    right = 16
    inner: list[tuple[int, Segment, str]] = []
    ends: dict[int, tuple[str, ...]] = {}
    for _ in range(3):  # words moved to the end take room from the bars, so measure again
        plot = max(room.width - left - right, 60)
        inner, outer = [], {row: list(words) for row, words in hidden.items()}
        for segment in segments:
            row, place, _, length, text = segment
            space = plot * length / most
            whole = text if order[place].lower() in text.lower() else f"{text} {order[place]}"
            if fits(whole, space):
                inner.append((row, segment, whole))
            elif fits(text, space):
                inner.append((row, segment, text))
            else:
                outer.setdefault(row, []).append(whole)
        ends = {
            row: lines(", ".join(words), room.width * 0.28, TEXT, most=3)
            for row, words in outer.items()
        }
        shares = [totals[row] / most for row in ends]
        right = end_room(shares, [widest(words, TEXT) for words in ends.values()], room, left)
    return right, inner, ends


def _without_value(data: pd.DataFrame, names: list[str]) -> dict[int, list[str]]:
    """Row -> the words of its parts that have no value ("c overdue"), for the end of the row."""
    missing = data[data["value"].isna() & (data["text"] != "")]
    found: dict[int, list[str]] = {}
    for name, series, text in zip(
        missing["label"], missing["series"], missing["text"], strict=True
    ):
        found.setdefault(names.index(name), []).append(f"{series}: {text}")
    return found


def _trace(
    data: pd.DataFrame,
    name: str,
    place: int,
    segments: list[Segment],
    middles: Sequence[float],
    thick: float,
    *,
    posts: bool,
) -> go.Bar:
    """The bars of one series: one a segment, or one a post."""
    own = data[(data["series"] == name) & (data["value"] > 0)]
    said = dict(zip(own["label"], hovers(own, ("label", "series")), strict=True))
    position = dict(zip(own["label"], own.index, strict=True))
    labels = list(dict.fromkeys(data["label"]))
    base: list[float] = []
    lengths: list[float] = []
    at: list[float] = []
    hover: list[str] = []
    records: list[int] = []
    for row, part, start, length, _ in segments:
        if part != place:
            continue
        for first, long in _blocks(start, length) if posts else [(start, length)]:
            base.append(first)
            lengths.append(long)
            at.append(middles[row])
            hover.append(said[labels[row]])
            records.append(int(position[labels[row]]))
    marker: dict[str, Any] = {
        "color": theme.colour(place),
        "line": {"color": theme.PAPER, "width": 2},
        "pattern": theme.pattern(place),
    }
    return go.Bar(
        orientation="h", name=name, base=base, x=lengths, y=at, width=thick, marker=marker,
        customdata=records, hovertext=hover, hoverinfo="text", uid=f"part{place}",
    )  # fmt: skip


def _blocks(start: float, length: float) -> list[tuple[float, float]]:
    """Whole posts one by one, then what is left of one."""
    whole = floor(length + 1e-9)
    made = [(start + i, 1.0) for i in range(whole)]
    rest = length - whole
    return [*made, (start + whole, rest)] if rest > 1e-6 else made
