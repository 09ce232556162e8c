"""Charts and tables on a slide: the program's own, so that they can be edited there."""

from datetime import date
from math import ceil
from typing import Any

from pptx.chart.chart import Chart as Drawn
from pptx.chart.data import CategoryChartData
from pptx.dml.line import LineFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu, Pt

from charts import palette
from charts.spec import POSTS, Chart
from charts.table import alt
from reports.content.blocks import Table
from reports.content.printable import printable
from reports.slides import parts
from reports.slides.native import BASE, DOWN, LINES, Native, Series

TYPES = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "stacked bars": XL_CHART_TYPE.BAR_STACKED,
    POSTS: XL_CHART_TYPE.BAR_STACKED,
    "bridge": XL_CHART_TYPE.BAR_STACKED,
    "trend": XL_CHART_TYPE.LINE_MARKERS,
    "run chart": XL_CHART_TYPE.LINE_MARKERS,
    "stacked trend": XL_CHART_TYPE.COLUMN_STACKED,
}
FORMATS = {"percent": "0.0%", "pounds": "£#,##0"}
LETTERS = 12
FEW = 8
"""Points of a line up to which each has its figure beside it; of more, the last."""
CELL = 16.0
LEAST = 9.0
"""The type of a table, and the smallest that it is set in."""
MARKERS = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.DIAMOND,
    XL_MARKER_STYLE.TRIANGLE,
    XL_MARKER_STYLE.PLUS,
    XL_MARKER_STYLE.X,
)
GRID = "{5940675A-B579-460E-94D1-54222C63F5DA}"
"""The program's own style of a table with plain lines."""
LABELS = 8
"""Dates that an axis names at most."""


def chart(on: Slide, of: Chart, found: Native, box: parts.Box) -> None:
    """A chart in our colours, its figures as printed beside its marks, and its text alternative."""
    data = CategoryChartData(number_format=FORMATS.get(of.unit, "General"))
    data.categories = [
        printable(name) if isinstance(name, str) else name for name in found.categories
    ]
    for series in found.series:
        data.add_series(printable(series.name), series.values)
    frame = on.shapes.add_chart(TYPES[of.kind], *(Emu(edge) for edge in box), data)
    parts.describe(frame, of.finding[:80], alt(of))
    drawn: Drawn = frame.chart
    drawn.font.size, drawn.font.name = Pt(LETTERS), parts.FONT
    drawn.font.color.rgb = parts.colour(palette.INK)
    drawn.has_title = False
    _axes(drawn, of, found)
    _legend(drawn, found)
    plot = drawn.plots[0]
    if of.kind not in LINES:
        plot.gap_width = 45
        if len(found.series) > 1:
            plot.overlap = 100
    for place, (series, given) in enumerate(zip(plot.series, found.series, strict=True)):
        _paint(series, given, of, place)
        if not given.dashed:
            _label(series, given, of, alone=len(found.series) == 1)


def _axes(drawn: Drawn, of: Chart, found: Native) -> None:
    """The axis of values with light lines; of bars, whose figures stand beside them, not seen."""
    values, names = drawn.value_axis, drawn.category_axis
    values.has_major_gridlines = of.kind in LINES
    values.visible = of.kind in LINES
    if of.kind in LINES:
        _stroke(values.major_gridlines.format.line, palette.PALE, 0.75)
        values.format.line.fill.background()
        values.tick_labels.number_format = "0%" if of.unit == "percent" else "#,##0.##"
        values.tick_labels.number_format_is_linked = False
        names.tick_labels.number_format = "mmm yyyy"
        names.tick_labels.number_format_is_linked = False
        _months(names, found)
    names.has_major_gridlines = False
    _stroke(names.format.line, palette.QUIET, 1)
    # Bars stand in the order given from the top down.
    names.reverse_order = of.kind in DOWN


def _months(axis: Any, found: Native) -> None:
    """Name so few dates on an axis that they stand upright beside one another."""
    days = [day for day in found.categories if isinstance(day, date)]
    step = max(1, ceil((max(days) - min(days)).days / 30 / LABELS))
    for name in ("baseTimeUnit", "majorUnit", "majorTimeUnit"):
        for old in axis._element.findall(qn(f"c:{name}")):
            axis._element.remove(old)
    for name, value in (
        ("baseTimeUnit", "days"), ("majorUnit", str(step)), ("majorTimeUnit", "months")
    ):  # fmt: skip
        axis._element.append(axis._element.makeelement(qn(f"c:{name}"), {"val": value}))


def _legend(drawn: Drawn, found: Native) -> None:
    named = [series for series in found.series if series.name != BASE]
    drawn.has_legend = len(named) > 1
    if drawn.legend is not None:
        drawn.legend.position = XL_LEGEND_POSITION.BOTTOM
        drawn.legend.include_in_layout = False
        if len(named) < len(found.series):
            _unlisted(drawn)


def _unlisted(drawn: Drawn) -> None:
    """Leave the first series, which is not seen, out of the key."""
    legend = drawn.legend._element
    entry = legend.makeelement(legend.tag.replace("legend", "legendEntry"), {})
    for name, value in (("idx", "0"), ("delete", "1")):
        child = entry.makeelement(legend.tag.replace("legend", name), {"val": value})
        entry.append(child)
    legend.insert(1, entry)


def _stroke(line: LineFormat, ink: str, wide: float) -> None:
    line.color.rgb = parts.colour(ink)
    line.width = Pt(wide)


def _paint(series: Any, given: Series, of: Chart, place: int) -> None:
    if not given.colours:
        series.format.fill.background()
        return
    if of.kind in LINES:
        _stroke(series.format.line, given.colours[0], 1.5 if given.dashed else 2.5)
        series.smooth = False
        if given.dashed:
            series.format.line.dash_style = MSO_LINE.DASH
            series.marker.style = XL_MARKER_STYLE.NONE
            return
        series.marker.style = MARKERS[place % len(MARKERS)]
        series.marker.size = 8
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = parts.colour(given.colours[0])
        _stroke(series.marker.format.line, given.colours[0], 1)
        return
    _solid(series.format, given.colours[0])
    if len(set(given.colours)) > 1:
        for at, ink in enumerate(given.colours):
            _solid(series.points[at].format, ink)


def _solid(form: Any, ink: str) -> None:
    form.fill.solid()
    form.fill.fore_color.rgb = parts.colour(ink)
    # Where colours are not told apart, an edge is.
    _stroke(form.line, palette.PAPER, 0.75)


def _label(series: Any, given: Series, of: Chart, *, alone: bool) -> None:
    """The figures as they are printed everywhere: of a long line, that of its last point.

    So it is of one among others, whose figures would stand on one another.
    """
    shown = [at for at, value in enumerate(given.values) if value]
    if of.kind in ("bars", "bridge"):
        shown = [at for at, value in enumerate(given.values) if value is not None]
    if of.kind in LINES and (not alone or len(shown) > FEW):
        shown = shown[-1:]
    stacked = of.kind not in LINES and of.kind not in ("bars", "bridge")
    for at in shown:
        if not given.texts[at]:
            continue
        label = series.points[at].data_label
        ink = palette.ink_on(given.colours[0]) if stacked and given.colours else palette.INK
        parts.run(label.text_frame.paragraphs[0], given.texts[at], LETTERS, ink=ink)
        if of.kind in LINES:
            label.position = XL_LABEL_POSITION.ABOVE
        elif of.kind == "bars":
            label.position = XL_LABEL_POSITION.OUTSIDE_END


def table(
    on: Slide, of: Table, box: parts.Box, alternative: str, shares: tuple[float, ...] = ()
) -> int:
    """As many of a table's rows as the box has room for; gives how many.

    ``shares`` are those of the width that its columns take, where not the table's own.
    """
    left, top, wide, high = box
    shares = shares or of.shares
    points, rows = _room(of, shares, wide, high)
    frame = on.shapes.add_table(
        rows + 1, len(of.headings), Emu(left), Emu(top), Emu(wide), Emu(high // 10)
    )
    parts.describe(frame, of.caption[:80] or "Table", alternative)
    drawn = frame.table
    drawn._tbl.tblPr.find(qn("a:tableStyleId")).text = GRID
    for column, share in zip(drawn.columns, shares, strict=True):
        column.width = Emu(int(share * wide))
    for at, cells in enumerate((of.headings, *of.rows[:rows])):
        drawn.rows[at].height = Emu(int(_tall(cells, shares, wide, points)))
        for cell, said in zip(drawn.rows[at].cells, cells, strict=True):
            cell.margin_left = cell.margin_right = Pt(4)
            cell.margin_top = cell.margin_bottom = Pt(2)
            cell.fill.solid()
            cell.fill.fore_color.rgb = parts.colour(palette.PAPER if at else palette.BLUE)
            ink = palette.INK if at else palette.PAPER
            parts.run(cell.text_frame.paragraphs[0], said, points, bold=not at, ink=ink)
    return rows


Shares = tuple[float, ...]


def _room(of: Table, shares: Shares, wide: int, high: int) -> tuple[float, int]:
    """The type size and how many rows: all in the largest type that holds all, else the first."""
    points = CELL
    while points > LEAST and _height(of, shares, wide, points, len(of.rows)) > high:
        points -= 1
    rows = len(of.rows)
    while rows > 1 and _height(of, shares, wide, points, rows) > high:
        rows -= 1
    return points, rows


def _height(of: Table, shares: Shares, wide: int, points: float, rows: int) -> float:
    return sum(_tall(cells, shares, wide, points) for cells in (of.headings, *of.rows[:rows]))


def _tall(cells: tuple[str, ...], shares: Shares, wide: int, points: float) -> float:
    """The height of a row: its longest cell's lines."""
    most = max(
        parts.lines(cell, share * wide - 8 * parts.POINT, points)
        for cell, share in zip(cells, shares, strict=True)
    )
    return (most * points * 1.2 + 5) * parts.POINT
