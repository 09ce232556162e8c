"""Charts on a sheet: Excel's own where it has the kind, so that they can be edited; else pictures.

In our colours, with the figures as printed beside the marks and a text alternative.
"""

import struct
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from charts import palette
from charts.draw import Width
from charts.kinds.points import dated, points, when
from charts.spec import Chart
from charts.table import alt
from reports.content.blocks import Sheet
from reports.content.printable import printable
from reports.excel.sheets import Cell
from reports.native import BASE, DOWN, LINES, Native, Series, months, native
from reports.pictures import Drawing

SIZE: Width = "report"
"""The size at which pictures are drawn, as they are for the folder of pictures."""
LINE = 20
"""Dots that a line of a sheet is high."""
WIDE = 900
TALL = 400
A_BAR = 26
"""Dots: how wide a chart is, how tall, and what a bar that lies takes."""
MOST = 100
"""Bars that a sheet has room for."""
FEW = 8
"""Points of a line up to which each has its figure beside it; of more, the last."""
AXES = {"percent": "0%", "pounds": "£#,##0"}
STACKED = "stacked trend"
MARKERS = ("circle", "square", "diamond", "triangle", "plus", "x")
OWN = "The figures of the chart above"
"""What stands over the table that a chart of Excel's own is drawn from."""


def own(sheet: Sheet) -> Native | None:
    """The chart of a sheet in categories and series; None for a picture."""
    return native(sheet.chart, MOST)


def pictured(sheets: Sequence[Sheet]) -> list[Chart]:
    """The charts of which Excel has no kind."""
    return [sheet.chart for sheet in sheets if own(sheet) is None]


def tall(chart: Chart, found: Native) -> int:
    """The height of a chart in lines of the sheet."""
    bars = len(found.categories) * A_BAR + 80 if chart.kind in DOWN else TALL
    return -(-max(bars, 200) // LINE)


def figures(found: Native, chart: Chart) -> list[list[Cell]]:
    """What a chart is drawn from: a row a category, a column a series."""
    names: Sequence[str | date] = found.categories
    if chart.kind == STACKED:
        # One a date, in order: the words of a date would be text to Excel.
        names = list(dict.fromkeys(when(mark).date() for mark in dated(points(chart))))
    first = "Date" if chart.kind in (*LINES, STACKED) else "Name"
    made: list[list[Cell]] = [[first, *(series.name for series in found.series)]]
    for place, name in enumerate(names):
        made.append([name, *(series.values[place] for series in found.series)])
    return made


def lines(drawing: Drawing) -> int:
    """The height of a picture in lines of the sheet."""
    return -(-_high(drawing) // LINE) + 1


def _high(drawing: Drawing) -> int:
    """Its height in dots at the width of a chart."""
    wide, high = _size(drawing)
    return int(WIDE * high / wide) + 1


def _size(drawing: Drawing) -> tuple[int, int]:
    """Dots across and down, which stand at the start of a PNG."""
    wide, high = struct.unpack(">II", drawing.png[16:24])
    return int(wide), int(high)


def picture(page: Worksheet, line: int, chart: Chart, drawing: Drawing) -> None:
    """A picture below the title."""
    wide, _ = _size(drawing)
    # A picture's dots are as fine as it says itself; Excel reckons with 96 an inch.
    scale = {"x_scale": WIDE / wide, "y_scale": WIDE / wide}
    options = {"image_data": BytesIO(drawing.png), "description": alt(chart), "object_position": 2}
    page.insert_image(line, 0, f"{chart.key}.png", {**options, **scale})


def chart(
    book: xlsxwriter.Workbook, page: Worksheet, line: int, of: Chart, found: Native, top: int
) -> None:
    """A chart of Excel's own at a line, of the table whose headings stand at line ``top``."""
    kind: dict[str, Any] = {"type": "line"}
    if of.kind not in LINES:
        kind = {"type": "bar" if of.kind in DOWN else "column"}
        if of.kind != "bars":
            kind["subtype"] = "stacked"
    made = book.add_chart(kind)
    last = top + len(found.categories)
    for place, series in enumerate(found.series):
        column = place + 1
        made.add_series(
            {
                "name": [page.name, top, column],
                "categories": [page.name, top + 1, 0, last, 0],
                "values": [page.name, top + 1, column, last, column],
                **_looks(of, series, place),
                **_labels(of, series, alone=len(found.series) == 1),
            }
        )
    _axes(made, of, found)
    made.set_title({"none": True})
    # The steps of a bridge say by their figures which way they go.
    alone = len(found.series) == 1 or any(series.name == BASE for series in found.series)
    made.set_legend({"none": True} if alone else {"position": "bottom", "font": FONT})
    made.set_size({"width": WIDE, "height": tall(of, found) * LINE - 10})
    made.set_chartarea({"border": {"none": True}})
    made.show_blanks_as("gap")
    page.insert_chart(line, 0, made, {"description": alt(of), "object_position": 2})


FONT = {"name": "Arial", "size": 10, "color": palette.INK}


def _looks(of: Chart, series: Series, place: int) -> dict[str, Any]:
    if not series.colours:
        return {"fill": {"none": True}, "border": {"none": True}}
    ink = series.colours[0]
    if of.kind in LINES:
        line = {"color": ink, "width": 1.5 if series.dashed else 2.5}
        if series.dashed:
            return {"line": {**line, "dash_type": "dash"}, "marker": {"type": "none"}}
        mark = {
            "type": MARKERS[place % len(MARKERS)],
            "size": 7,
            "fill": {"color": ink},
            "border": {"color": ink},
        }
        return {"line": line, "marker": mark}
    # Where colours are not told apart, an edge is.
    edge = {"color": palette.PAPER, "width": 0.75}
    looks: dict[str, Any] = {"fill": {"color": ink}, "border": edge, "gap": 45}
    if of.kind != "bars":
        looks["overlap"] = 100
    if len(set(series.colours)) > 1:
        looks["points"] = [{"fill": {"color": one}, "border": edge} for one in series.colours]
    return looks


def _labels(of: Chart, series: Series, *, alone: bool) -> dict[str, Any]:
    """The figures as they are printed everywhere: of a line among others, that of its last point.

    So it is of a long line, whose figures would stand on one another.
    """
    told = of.kind in ("bars", "bridge")
    shown = [at for at, value in enumerate(series.values) if (value is not None if told else value)]
    if series.dashed or not series.colours:
        shown = []
    elif of.kind in LINES and (not alone or len(shown) > FEW):
        shown = shown[-1:]
    if not shown:
        return {}
    ink = series.colours[0]
    inside = palette.INK if of.kind == "bars" or of.kind in LINES else palette.ink_on(ink)
    custom: list[dict[str, Any]] = [
        # Text is text: what begins like a formula is none.
        {
            "value": printable(series.texts[at]).lstrip("="),
            "font": {**FONT, "color": inside if series.values[at] else palette.INK},
        }
        if at in shown and series.texts[at]
        else {"delete": True}
        for at in range(len(series.values))
    ]
    labels: dict[str, Any] = {"value": True, "custom": custom}
    if of.kind in LINES:
        labels["position"] = "above"
    elif of.kind == "bars":
        labels["position"] = "outside_end"
    return {"data_labels": labels}


def _axes(made: Any, of: Chart, found: Native) -> None:
    """The axis of values with light lines; of bars, whose figures stand beside them, not seen."""
    lines = of.kind in LINES
    grid = {"visible": lines, "line": {"color": palette.PALE, "width": 0.75}}
    values = {
        "visible": lines,
        "major_gridlines": grid,
        "num_format": AXES.get(of.unit, "#,##0.##"),
        "num_font": FONT,
        "line": {"none": True},
        "min": 0 if not lines else None,
    }
    names: dict[str, Any] = {
        "num_font": FONT,
        "line": {"color": palette.QUIET},
        "major_gridlines": {"visible": False},
        # Bars stand in the order given from the top down.
        "reverse": of.kind in DOWN,
    }
    if of.kind == STACKED:
        # Each date beside the next, as the words of one: not as far apart as the days are.
        names |= {"text_axis": True, "num_format": "d mmm yyyy"}
    if lines:
        names |= {"date_axis": True, "num_format": "mmm yyyy"}
        names |= {"major_unit": months(found), "major_unit_type": "months"}
    # Of bars that lie, the writer calls the axis across the first: that of the values.
    across, up = (values, names) if of.kind in DOWN else (names, values)
    made.set_x_axis(across)
    made.set_y_axis(up)
