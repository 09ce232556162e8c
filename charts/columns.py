"""Upright bars in parts over time, one a snapshot."""

from math import isnan

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.lines import axis_title, below, plot_height, time_axis, value_axis
from charts.marks import marked
from charts.parts import series_of
from charts.plot import Plot, Room, label
from charts.rows import hovers, inside
from charts.scales import dates, values
from charts.spec import Chart
from charts.spread import Tag, tagged
from charts.text import width
from charts.theme import SMALL, TEXT

DAY = 86_400_000


def stacked_trend(chart: Chart, room: Room, pad: int) -> Plot:
    """One upright bar a snapshot, in parts; figures inside where they fit, names at the right."""
    order = series_of(chart)
    places = {name: place for place, name in enumerate(order)}
    data = chart.data.assign(place=chart.data["series"].map(places)).sort_values(["when", "place"])
    shown = data["value"].fillna(0.0)
    data = data.assign(base=shown.groupby(data["when"]).cumsum() - shown)
    tops = shown.groupby(data["when"]).sum()
    scale = values([float(v) for v in tops], chart.unit)
    left = scale.wide + pad
    tags = _tags(data, order)
    shares = [scale.share(tag.value) for tag in tags]
    label_room = 92.0 if room.narrow else min(170.0, room.width * 0.26)
    _, right = tagged(tags, 250, label_room, shares)
    wide = max(room.width - left - right, 80)
    days = data["when"].drop_duplicates()
    share = 0.5 / max(len(days), 2) + 0.02
    axis = dates(data["when"], wide, before=share, after=share)
    on = marked(chart.marks, axis, left, right)
    up = on.above + (22 if chart.value_title else 8)
    tall = plot_height(room, up + below(axis), 300)
    labels, right = tagged(tags, tall, label_room, shares)
    thick = _thick(days, axis.end - axis.start)
    pixels = wide * thick / float((axis.end - axis.start) / pd.Timedelta(days=1))
    return Plot(
        tuple(_column(data[data["series"] == name], name, places[name], thick) for name in order),
        height=tall,
        left=left,
        right=right,
        above=up,
        below=below(axis),
        xaxis=time_axis(axis),
        yaxis=value_axis(scale),
        layout={"barmode": "overlay", "bargap": 0},
        shapes=on.shapes,
        annotations=(
            *labels,
            *on.annotations,
            *axis_title(chart, left, on.above),
            *_counts(data, pixels, tall / (scale.high - scale.low)),
            *_hidden(data, tops),
        ),
        notes=on.notes,
    )


def _thick(days: pd.Series, span: pd.Timedelta) -> float:
    """A bar's width in days: most of the smallest gap between two snapshots."""
    gaps = days.diff().dropna()
    if not len(gaps):
        return float(span / pd.Timedelta(days=1)) * 0.3
    return max(float(gaps.min() / pd.Timedelta(days=1)) * 0.72, 1.0)


def _tags(data: pd.DataFrame, order: list[str]) -> list[Tag]:
    """A name and figure at the right edge for each part of the last bar."""
    last = data[data["when"] == data["when"].max()]
    return [
        Tag(f"{row.series} {row.text}", float(row.base + row.value / 2),
            theme.colour(order.index(row.series)))
        for row in last.itertuples()
        if not isnan(row.value) and row.value > 0
    ]  # fmt: skip


def _column(own: pd.DataFrame, name: str, place: int, thick: float) -> go.Bar:
    own = own[own["value"] > 0]
    days = own["when"].map(lambda day: f"{day.day} {day:%B %Y}")
    return go.Bar(
        x=[day.isoformat() for day in own["when"]],
        y=[float(v) for v in own["value"]],
        base=[float(v) for v in own["base"]],
        width=thick * DAY,
        name=name,
        marker={
            "color": theme.colour(place),
            "line": {"color": theme.PAPER, "width": 1.5},
            "pattern": theme.pattern(place),
        },
        customdata=[int(at) for at in own.index],
        hovertext=hovers(own.assign(day=days), ("day", "series")),
        hoverinfo="text",
        showlegend=False,
        uid=f"column{place}",
    )


def _counts(data: pd.DataFrame, wide: float, tall: float) -> list[dict[str, object]]:
    """The figure inside each part that has room for it; ``tall`` is pixels a unit of value."""
    made = []
    for row in data[data["value"] > 0].itertuples():
        text = str(row.text)
        if width(text, SMALL) + 4 <= wide and row.value * tall >= 16:
            fill = theme.colour(row.place)
            patch = bool(theme.pattern(row.place)["shape"])
            where = inside(text, 0, row.base + row.value / 2, fill, chip=patch)
            made.append(where | {"x": row.when.isoformat()})
    return made


def _hidden(data: pd.DataFrame, tops: pd.Series) -> list[dict[str, object]]:
    """The marks of parts without a value, above their bar."""
    missing = data[data["value"].isna() & (data["text"] != "")].drop_duplicates("when")
    return [
        label(str(row.text) if len(str(row.text)) == 1 else "×", x=row.when.isoformat(),
              y=float(tops[row.when]), yanchor="bottom",
              font={"size": TEXT, "color": theme.SOFT_INK})
        for row in missing.itertuples()
    ]  # fmt: skip
