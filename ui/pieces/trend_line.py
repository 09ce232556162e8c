"""A small line of one figure over the latest snapshots, with its words for those who listen."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from charts import palette
from charts.dark import in_the_dark
from measures.figures import Figure
from ui.pieces.charts import Checked
from ui.shell.screen_width import dark
from workstreams.base import Measure
from workstreams.view import View
from workstreams.wording import day

HEIGHT = 34
LONG = 12
"""How many snapshots a line goes back."""


@dataclass(frozen=True)
class Trend:
    """A figure at the latest snapshots, oldest first."""

    figures: tuple[Figure, ...]
    dates: tuple[date, ...]


@dataclass(frozen=True)
class Ends:
    """The first and last figures of a line that have a value."""

    first: int
    last: int


def trend(view: View, measure: Measure) -> Trend:
    """The measure's figure at each of the latest snapshots."""
    dates = view.dates[-LONG:]
    return Trend(tuple(measure.figure(view.back_to(when)) for when in dates), dates)


def small(trend: Trend, name: str, key: str) -> None:
    """The bare line, where the figures at its ends stand beside it in words."""
    ends = _ends(trend)
    if ends is None:
        return
    # A tile is narrower than Plotly is wide by itself, and changes with the side bar.
    st.plotly_chart(
        Checked(_parts(trend, ends)),
        theme=None,
        config={"displayModeBar": False, "staticPlot": True, "responsive": True},
        alt=says(trend, name),
        key=f"trend_{key}",
    )


def says(trend: Trend, name: str) -> str:
    """The line in words: every figure with its date."""
    pairs = zip(trend.figures, trend.dates, strict=True)
    return f"{name}: " + ", ".join(f"{figure} at {day(when)}" for figure, when in pairs) + "."


def _ends(trend: Trend) -> Ends | None:
    there = [i for i, figure in enumerate(trend.figures) if figure.value is not None]
    return Ends(there[0], there[-1]) if len(there) > 1 else None


def _parts(trend: Trend, ends: Ends) -> dict[str, Any]:
    """The figure as Plotly sends it."""
    dates = [when.isoformat() for when in trend.dates]
    values = [figure.value for figure in trend.figures]
    line = {
        "type": "scatter",
        "x": dates,
        "y": values,
        "mode": "lines",
        "line": {"color": palette.BLUE, "width": 2},
        "connectgaps": False,
    }
    tips = {
        "type": "scatter",
        "x": [dates[ends.first], dates[ends.last]],
        "y": [values[ends.first], values[ends.last]],
        "mode": "markers",
        "marker": {"color": palette.BLUE, "size": 7},
        "cliponaxis": False,
    }
    layout = {
        "height": HEIGHT,
        "margin": {"l": 6, "r": 6, "t": 6, "b": 6, "pad": 0},
        "showlegend": False,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"size": 13, "color": palette.INK},
        "xaxis": {
            "type": "date",
            "showgrid": False,
            "zeroline": False,
            "showticklabels": False,
            "ticklen": 0,
            "fixedrange": True,
        },
        "yaxis": {"visible": False, "fixedrange": True},
    }
    parts = {"data": [line, tips], "layout": layout}
    return dict(in_the_dark(parts)) if dark() else parts
