"""Run charts: one series with its median or limits, its target and the signals in it."""

from math import isnan

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.lines import axis_title, below, gaps, plot_height, time_axis, value_axis
from charts.marks import marked
from charts.plot import Plot, Room
from charts.rows import hovers
from charts.scales import dates, tick, values
from charts.spec import Chart
from charts.spread import Tag, tagged

SIGNALS = {
    "": ("No signal", "circle", theme.QUIET),
    "improvement": ("Improvement", "diamond", theme.BLUE),
    "concern": ("Concern", "triangle-up", theme.ORANGE),
    "change": ("Change, neither better nor worse", "square", theme.PLUM),
}
REFERENCES = (
    # column, usual heading, colour, dash, width
    ("target", "Target", theme.PLUM, "dashdot", 2.0),
    ("centre", "Middle", theme.INK, "solid", 1.5),
    ("upper", "Upper limit", theme.QUIET, "dash", 1.5),
    ("lower", "Lower limit", theme.QUIET, "dash", 1.5),
)


def run_chart(chart: Chart, room: Room, pad: int) -> Plot:
    """Points over time with their centre, limits and target, each labelled at the right edge.

    Points with a signal differ by shape, colour and word; lines break where the centre steps.
    """
    data = chart.data.sort_values("when")
    chart_columns = ["value", *(name for name, *_ in REFERENCES if name in data)]
    known = [float(v) for name in chart_columns for v in data[name].dropna()]
    scale = values(known, chart.unit, from_zero=_near_zero(known))
    left = scale.wide + pad
    tags = _tags(chart, data)
    shares = [scale.share(tag.value) for tag in tags]
    label_room = 86.0 if room.narrow else 130.0
    _, right = tagged(tags, 250, label_room, shares)
    axis = dates(data["when"], max(room.width - left - right, 80))
    on = marked(chart.marks, axis, left, right)
    up = on.above + (22 if chart.value_title else 8)
    key = _key(data)
    tall = plot_height(room, up + below(axis) + (34 if key else 0))
    labels, right = tagged(tags, tall, label_room, shares)
    lines = [_reference(data, *what) for what in REFERENCES if what[0] in data]
    return Plot(
        (*(line for line in lines if line), _thread(data), *_points(data, key)),
        height=tall,
        left=left,
        right=right,
        above=up,
        below=below(axis),
        xaxis=time_axis(axis),
        yaxis=value_axis(scale),
        shapes=on.shapes,
        annotations=(
            *labels, *on.annotations, *axis_title(chart, left, on.above), *gaps(chart, scale)
        ),
        key=key,
        notes=on.notes,
    )  # fmt: skip


def _near_zero(known: list[float]) -> bool:
    """Whether zero belongs on the axis: where the values move by as much as they stand off it."""
    return not known or min(known) <= 0 or min(known) < 0.5 * max(known)


def _tags(chart: Chart, data: pd.DataFrame) -> list[Tag]:
    """Words at the right edge: the latest point, then target, centre and limits."""
    tags = []
    valued = data[data["value"].notna()]
    if len(valued):
        tags.append(Tag(f"Latest {valued['text'].iloc[-1]}", float(valued["value"].iloc[-1])))
    for column, usual, ink, _, _ in REFERENCES:
        if column not in data:
            continue
        last = data[column].dropna()
        if len(last):
            name = chart.headings.get(column, usual)
            tags.append(Tag(f"{name} {tick(float(last.iloc[-1]), chart.unit)}",
                            float(last.iloc[-1]), ink))  # fmt: skip
    return tags


def _reference(
    data: pd.DataFrame, column: str, usual: str, ink: str, dash: str, wide: float
) -> go.Scatter | None:
    """A level line, broken where its value steps."""
    if not data[column].notna().any():
        return None
    x: list[str | None] = []
    y: list[float | None] = []
    previous: float | None = None
    for when, value in zip(data["when"], data[column], strict=True):
        level = None if isnan(value) else float(value)
        if previous is not None and level != previous:
            x.append(when.isoformat())
            y.append(None)
        x.append(when.isoformat())
        y.append(level)
        previous = level
    return go.Scatter(
        x=x, y=y, mode="lines", name=usual, line={"color": ink, "dash": dash, "width": wide},
        hoverinfo="skip", showlegend=False, connectgaps=False, uid=column,
    )  # fmt: skip


def _thread(data: pd.DataFrame) -> go.Scatter:
    """The thin line that joins the points."""
    return go.Scatter(
        x=[day.isoformat() for day in data["when"]],
        y=[None if isnan(v) else float(v) for v in data["value"]],
        mode="lines", line={"color": theme.QUIET, "width": 1.5}, hoverinfo="skip",
        showlegend=False, connectgaps=False, uid="thread",
    )  # fmt: skip


def _key(data: pd.DataFrame) -> tuple[str, ...]:
    """The words of the point shapes in use; none while there is no signal at all."""
    used = set(data.loc[data["value"].notna(), "signal"]) if "signal" in data else set()
    if not used - {""}:
        return ()
    return tuple(SIGNALS[signal][0] for signal in SIGNALS if signal in used)


def _points(data: pd.DataFrame, key: tuple[str, ...]) -> list[go.Scatter]:
    """The points, one trace a signal so that each has its shape and its word."""
    signal = data["signal"] if "signal" in data else pd.Series("", index=data.index)
    days = data["when"].map(lambda day: f"{day.day} {day:%B %Y}")
    data = data.assign(day=days, signal=signal)
    made = []
    for name, (word, symbol, ink) in SIGNALS.items():
        own = data[(data["signal"] == name) & data["value"].notna()]
        if not len(own):
            continue
        own = own.assign(word=word if name else "")
        made.append(
            go.Scatter(
                x=[day.isoformat() for day in own["when"]],
                y=[float(v) for v in own["value"]],
                mode="markers", name=word, showlegend=bool(key), cliponaxis=False,
                marker={"symbol": symbol, "color": ink, "size": 8 if not name else 11,
                        "line": {"color": theme.INK if name else theme.PAPER, "width": 1}},
                customdata=[int(at) for at in own.index],
                hovertext=hovers(own, ("day", "word")), hoverinfo="text",
                uid=f"points {name}",
            )
        )  # fmt: skip
    return made
