"""Every value of every chart is the same in the workbook, on the page and in what is drawn."""

import json
import re
from datetime import datetime
from functools import cache
from html import escape
from typing import Any

import pandas as pd
import pytest

from charts.draw import plain
from charts.kinds.points import points
from charts.layout.text import safe
from charts.spec import Chart
from charts.table import table
from reports.content.blocks import Sheet
from tests.made.sheets import EVERY
from tests.made.written import book
from tests.made.written import page as one_file

ACROSS = {"bars": "x", "stacked bars": "x", "trend": "y", "stacked trend": "y", "run chart": "y"}
"""Where a drawing of a kind holds the value itself."""
NOT_DRAWN_AT_NOUGHT = ("stacked bars", "stacked trend", "posts")


@cache
def page(place: int, audience: str) -> dict[str, tuple[str, dict[str, Any]]]:
    """Finding and subtitle of each chart on the page -> its table, and what the page draws."""
    text = one_file(place, audience)
    figures = {
        name: json.loads(body)
        for name, body in re.findall(
            r'<script type="application/json" id="(figure-\d+)">(.*?)</script>', text
        )
    }
    found = {}
    for figure in re.findall(r"<figure>(.*?)</figure>", text, re.DOTALL):
        (title,) = re.findall(r"<h3>(.*?)</h3>", figure, re.DOTALL)
        (subtitle,) = re.findall(r'<p class="small">(.*?)</p>', figure, re.DOTALL)
        (name,) = re.findall(r'data-from="(figure-\d+)"', figure)
        found[title + subtitle] = figure, figures[name]
    return found


def on_page(place: int, audience: str, chart: Chart) -> tuple[str, dict[str, Any]]:
    return page(place, audience)[escape(chart.finding) + escape(chart.subtitle)]


def in_words(cell: object) -> str:
    if isinstance(cell, datetime):
        return f"{cell.day} {cell:%B %Y}"
    return "" if cell is None else str(cell)


@pytest.mark.parametrize(("place", "audience", "key"), EVERY)
def test_the_workbook_holds_the_charts_table_and_its_numbers(place, audience, sheet: Sheet):
    cells = table(sheet.chart)
    rows = list(book(place, audience)[sheet.name].iter_rows(values_only=True))
    start = next(at for at, row in enumerate(rows) if row[0] is None) + 1
    wide = len(cells.columns)
    assert [str(name) for name in cells.columns] == list(rows[start][:wide])
    for row, expected in zip(
        rows[start + 1 : start + 1 + len(cells)], cells.itertuples(index=False), strict=True
    ):
        assert [in_words(cell) for cell in row[:wide]] == [str(text) for text in expected]
    numbers = next(at for at, row in enumerate(rows) if row[0] == "Numbers drawn") + 1
    drawn = rows[numbers + 1 : numbers + 1 + len(sheet.chart.data)]
    for mark, row in zip(points(sheet.chart), drawn, strict=True):
        held = [cell for cell in row if isinstance(cell, int | float)]
        for value in (mark.value, mark.centre, mark.lower, mark.upper, mark.target):
            assert value is None or any(value == pytest.approx(cell) for cell in held)
        assert not mark.text or mark.text in row


@pytest.mark.parametrize(("place", "audience", "key"), EVERY)
def test_the_pages_table_is_the_charts_table(place, audience, sheet: Sheet):
    figure, _ = on_page(place, audience, sheet.chart)
    body = figure.partition("<tbody>")[2].partition("</tbody>")[0]
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in
            re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)]  # fmt: skip
    cells = table(sheet.chart)
    assert rows == [[escape(str(c)) for c in row] for row in cells.itertuples(index=False)]


@pytest.mark.parametrize(("place", "audience", "key"), EVERY)
def test_what_is_drawn_says_each_value_as_the_table_does(place, audience, sheet: Sheet):
    chart = sheet.chart
    _, forms = on_page(place, audience, chart)
    for drawing in (*forms.values(), plain(chart, "report"), plain(chart, "wide")):
        said = _said(drawing)
        _check(chart, said, whole=drawing in forms.values())


def _said(drawing: dict[str, Any]) -> list[tuple[int, str, Any, Any]]:
    """Row, words and place of every mark of a drawing."""
    return [
        (int(row), words, x, y)
        for trace in drawing["data"]
        if "customdata" in trace and "hovertext" in trace
        for row, words, x, y in zip(
            trace["customdata"], trace["hovertext"], trace["x"], trace["y"], strict=True
        )
    ]


def _check(chart: Chart, said: list[tuple[int, str, Any, Any]], *, whole: bool) -> None:
    texts = [mark.text for mark in points(chart)]
    for row, words, x, y in said:
        assert not texts[row] or safe(texts[row]) in words.split("<br>"), f"row {row} says {words}"
        axis = ACROSS.get(chart.kind)
        if axis:
            value = chart.data["value"].iloc[row]
            assert pd.isna(value) or (x if axis == "x" else y) == pytest.approx(value)
    if whole:
        drawn = {row for row, *_ in said}
        missing = set(range(len(texts))) - drawn - _earlier(chart, drawn)
        for row in missing:
            value = chart.data["value"].iloc[row] if "value" in chart.data else None
            nought = chart.kind in NOT_DRAWN_AT_NOUGHT and value == 0
            assert nought or pd.isna(value), f"row {row} of {chart.key} is not drawn"


def _earlier(chart: Chart, drawn: set[int]) -> set[int]:
    """The rows of the dates before those that a narrow grid has room for; none of other charts."""
    if not chart.latest_fit:
        return set()
    series = list(chart.data["series"])
    first = min(chart.series_order.index(series[row]) for row in drawn)
    earlier = chart.series_order[:first]
    return {row for row, name in enumerate(series) if name in earlier}
