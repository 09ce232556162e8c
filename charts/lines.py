"""Lines over time: trends of several series, each labelled at its end."""

from math import isnan

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.marks import marked
from charts.parts import series_of
from charts.plot import Plot, Room, label
from charts.rows import hovers
from charts.scales import Dates, Values, dates, tick_lines, values
from charts.spec import Chart
from charts.spread import Tag, tagged
from charts.text import safe
from charts.theme import SMALL, TEXT

TALL = 250
LEAST = 150


def plot_height(room: Room, taken: int, natural: int = TALL) -> int:
    """How tall an upright plot is drawn beside the ``taken`` pixels of its axes and marks."""
    if not room.tall:
        return natural
    return max(LEAST, room.tall - taken) if room.fill else min(natural, room.tall - taken)


def value_axis(scale: Values) -> dict[str, object]:
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
        "tickvals": [day.isoformat() for day in axis.at],
        "ticktext": list(axis.words),
        "showgrid": False,
        "showline": True,
        "linecolor": theme.QUIET,
        "fixedrange": True,
    }


def below(axis: Dates) -> int:
    """Pixels the time axis takes under the plot."""
    return tick_lines(axis) * 17 + 12


def axis_title(chart: Chart, left: int, up: int) -> tuple[dict[str, object], ...]:
    """What the upright axis counts, level and above it, where the chart says so."""
    if not chart.value_title:
        return ()
    return (
        label(
            chart.value_title, xref="paper", x=0, xanchor="left", xshift=-left + 4, yref="paper",
            y=1, yanchor="bottom", yshift=up + 6, font={"size": SMALL, "color": theme.SOFT_INK},
        ),
    )  # fmt: skip


def trend(chart: Chart, room: Room, pad: int) -> Plot:
    """Lines over time, one a series, told apart by colour, dash, marker and a label at the end.

    A missing value breaks its line, and its mark (c, x) or a cross stands at the foot.
    """
    order = series_of(chart)
    known = [float(v) for v in chart.data["value"] if not isnan(v)]
    scale = values(known, chart.unit)
    left = scale.wide + pad
    label_room = 92.0 if room.narrow else min(170.0, room.width * 0.26)
    ends = [end for name in order if (end := _end(chart, name))]
    tags = [
        Tag(_end_words(chart, name, row), float(row["value"]), theme.colour(order.index(name)))
        for name, row in ends
    ]
    # The margin does not depend on the height, so ask for it first.
    _, right = tagged(tags, TALL, label_room, [scale.share(tag.value) for tag in tags])
    wide = max(room.width - left - right, 80)
    axis = dates(chart.data["when"], wide)
    on = marked(chart.marks, axis, left, right)
    up = on.above + (22 if chart.value_title else 8)
    tall = plot_height(room, up + below(axis))
    labels, right = tagged(tags, tall, label_room, [scale.share(tag.value) for tag in tags])
    return Plot(
        tuple(_line(chart, name, place) for place, name in enumerate(order)),
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
        notes=on.notes,
    )  # fmt: skip


def _end(chart: Chart, name: str) -> tuple[str, pd.Series] | None:
    """The last row of a series that has a value."""
    own = chart.data[(chart.data["series"] == name) & chart.data["value"].notna()]
    if not len(own):
        return None
    return name, own.sort_values("when").iloc[-1]


def _end_words(chart: Chart, name: str, row: pd.Series) -> str:
    """A line's name and last figure, with its date where the line stops early."""
    early = row["when"] < chart.data["when"].max()
    return f"{name} {row['text']}" + (f" ({row['when']:%b %Y})" if early else "")


def _line(chart: Chart, name: str, place: int) -> go.Scatter:
    own = chart.data[chart.data["series"] == name].sort_values("when")
    quiet = bool(chart.focus) and name not in chart.focus
    ink = theme.QUIET if quiet else theme.colour(place)
    many = len(own) > 24
    return go.Scatter(
        x=[day.isoformat() for day in own["when"]],
        y=[None if isnan(v) else float(v) for v in own["value"]],
        mode="lines" if many and own["value"].notna().all() else "lines+markers",
        name=safe(name),
        line={"color": ink, "width": 2.5, "dash": theme.DASHES[place % 6]},
        marker={"symbol": theme.SYMBOLS[place % 6], "size": 5 if many else 8, "color": ink},
        connectgaps=False,
        cliponaxis=False,
        customdata=[int(at) for at in own.index],
        hovertext=_dated(own),
        hoverinfo="text",
        showlegend=False,
        uid=f"line{place}",
    )


def _dated(own: pd.DataFrame) -> list[str]:
    """Hover words with the date written out."""
    days = own["when"].map(lambda day: f"{day.day} {day:%B %Y}")
    names = ("series", "day") if "series" in own else ("day",)
    return hovers(own.assign(day=days), names)


def gaps(chart: Chart, scale: Values) -> tuple[dict[str, object], ...]:
    """A mark at the foot of the plot where a value is missing: its DfE mark, or a cross."""
    missing = chart.data[chart.data["value"].isna()].drop_duplicates("when")
    if len(missing) > 20:
        return ()
    return tuple(
        label(
            str(row.text) if len(str(row.text)) == 1 else "×",
            x=row.when.isoformat(), y=scale.low, yanchor="bottom",
            font={"size": TEXT, "color": theme.SOFT_INK}, bgcolor=theme.PAPER,
        )
        for row in missing.itertuples()
    )  # fmt: skip
