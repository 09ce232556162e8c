"""From one date to another, a row each: where a due date began and where it is now."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.lines import below, time_axis
from charts.marks import marked
from charts.plot import Plot, Room, label
from charts.rows import hovers, rows
from charts.scales import dates
from charts.spec import Chart
from charts.text import lines, shown, widest
from charts.theme import SMALL, TEXT

UNDER = 17


def dumbbell(chart: Chart, room: Room, pad: int) -> Plot:
    """A ring at the first date, a disc at the last, a line between; the words at the right.

    A date brought forward ends in a diamond; a row without a second date has its ring only.
    """
    data = chart.data
    words = [
        lines(str(text), room.width - 2 * pad if room.narrow else room.width * 0.26, TEXT, most=2)
        for text in data["text"]
    ]
    taken = 110
    made = rows(list(data["label"]), room, pad, taken=taken,
                under=UNDER if room.narrow else 0, bar=18 if room.narrow else 22)  # fmt: skip
    data, words = data.iloc[: len(made)], words[: len(made)]
    right = 16 if room.narrow else int(max((widest(w, TEXT) for w in words), default=0)) + 16
    wide = max(room.width - made.left - right, 80)
    as_at = pd.Timestamp(chart.as_at)
    axis = dates(pd.concat([data["when"], data["end"], pd.Series([as_at])]), wide,
                 before=0.04, after=0.04)  # fmt: skip
    on = marked(chart.marks, axis, made.left, right)
    today = _as_at(as_at, on.above, made.height)
    notes = [*made.annotations, *on.annotations, today[1]]
    for text, middle in zip(words, made.middles, strict=True):
        notes.append(_words(text, middle, room))
    key = [chart.headings.get("when", "From"), chart.headings.get("end", "To")]
    traces = _traces(data, made.middles, key)
    return Plot(
        tuple(traces),
        height=made.height,
        left=made.left,
        right=right,
        above=on.above + 20,
        below=below(axis),
        xaxis=time_axis(axis),
        yaxis=made.axis,
        shapes=(*_stripes(made.middles), *on.shapes, today[0]),
        annotations=tuple(notes),
        key=tuple(str(trace.name) for trace in traces if trace.showlegend),
        notes=on.notes,
        left_out=made.left_out,
    )


def _words(text: tuple[str, ...], middle: float, room: Room) -> dict[str, object]:
    """What the row says: right of the plot, or under its line where the room is narrow."""
    where = {"x": 0, "y": middle + 12, "yanchor": "top"} if room.narrow else {
        "x": 1, "xshift": 10, "y": middle, "yanchor": "middle"}  # fmt: skip
    return {
        "text": shown(text), "xref": "paper", "xanchor": "left", "yref": "y", "align": "left",
        "font": {"size": SMALL if room.narrow else TEXT, "color": theme.SOFT_INK},
        "borderpad": 0, **where,
    }  # fmt: skip


def _stripes(middles: tuple[float, ...]) -> list[dict[str, object]]:
    """A faint level line under each row, for the eye to follow."""
    return [
        {
            "type": "line", "layer": "below", "xref": "paper", "x0": 0, "x1": 1, "yref": "y",
            "y0": middle, "y1": middle, "line": {"color": "#EDEDED", "width": 1},
        }
        for middle in middles
    ]  # fmt: skip


def _as_at(when: pd.Timestamp, above: int, tall: int) -> tuple[dict[str, object], ...]:
    """The line of the as-at date: what is left of it is past."""
    day = when.isoformat()
    line = {
        "type": "line", "layer": "below", "xref": "x", "x0": day, "x1": day, "yref": "paper",
        "y0": 0, "y1": 1, "line": {"color": theme.INK, "width": 2},
    }  # fmt: skip
    words = label(
        f"As at {when.day} {when:%b %Y}", x=day, yref="paper", y=1, yanchor="bottom",
        yshift=above + 2, font={"size": SMALL, "color": theme.INK}, bgcolor=theme.PAPER,
    )  # fmt: skip
    return line, words


def _traces(data: pd.DataFrame, middles: tuple[float, ...], key: list[str]) -> list[go.Scatter]:
    """The lines, the rings and the discs."""
    x: list[str | None] = []
    y: list[float | None] = []
    for start, end, middle in zip(data["when"], data["end"], middles, strict=True):
        if pd.notna(start) and pd.notna(end) and start != end:
            x += [start.isoformat(), end.isoformat(), None]
            y += [middle, middle, None]
    made = [
        go.Scatter(
            x=x, y=y, mode="lines", line={"color": theme.BLUE, "width": 3}, hoverinfo="skip",
            showlegend=False, connectgaps=False, uid="spans",
        )
    ]  # fmt: skip
    earlier = data["end"] < data["when"]
    ends = (
        ("when", data["when"].notna(), "circle-open", 12, key[0]),
        ("end", data["end"].notna() & ~earlier, "circle", 11, key[1]),
        ("end", earlier, "diamond", 12, f"{key[1]}, brought forward"),
    )
    heights = pd.Series(middles, index=data.index)
    for place, (column, which, symbol, size, name) in enumerate(ends):
        own = data[which]
        if not len(own):
            continue
        days = own[column].map(lambda day: f"{day.day} {day:%B %Y}")
        made.append(
            go.Scatter(
                x=[day.isoformat() for day in own[column]], y=[float(v) for v in heights[own.index]],
                mode="markers", name=name, cliponaxis=False,
                marker={"symbol": symbol, "size": size, "color": theme.BLUE,
                        "line": {"color": theme.BLUE, "width": 2}},
                customdata=[int(at) for at in own.index],
                hovertext=hovers(own.assign(day=days), ("label", "day")), hoverinfo="text",
                showlegend=True, uid=f"ends{place}",
            )
        )  # fmt: skip
    return made
