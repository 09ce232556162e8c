"""Charts of the workbook of data: Excel's own where it has the kind, pictures where it has not."""

import re
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.utils import range_boundaries

from charts import palette
from charts.table import alt
from reports.excel import document
from reports.excel.drawn import SIZE, own, pictured
from reports.forms import wanted
from tests.made.packs import drawings, made
from tests.made.sheets import PLANS
from tests.made.written import in_excel
from workstreams.view import Audience

BOTH = pytest.mark.parametrize(("place", "audience"), PLANS)


@cache
def with_pictures(place: int, audience: Audience) -> bytes:
    return document.write(made(place, audience), drawings(made(place, audience)))


def parts(data: bytes, named: str) -> list[str]:
    """The parts of a workbook whose names hold a word."""
    with ZipFile(BytesIO(data)) as read:
        return [read.read(name).decode() for name in read.namelist() if named in name]


@BOTH
def test_every_chart_is_excels_own_or_a_picture_with_its_alternative(place, audience):
    given = made(place, audience)
    native = [sheet for sheet in given.sheets if own(sheet)]
    other = pictured(given.sheets)
    data = with_pictures(place, audience)
    assert len(native) + len(other) == len(given.sheets)
    assert len(parts(data, "xl/charts/chart")) == len(native) > len(other) > 0
    book = openpyxl.load_workbook(BytesIO(data))
    assert sum(len(page._images) for page in book.worksheets) == len(other)
    told = " ".join(parts(data, "xl/drawings/drawing"))
    assert told.count(" descr=") == len(given.sheets)
    for sheet in given.sheets:
        words = re.sub(r"[^\w ]", "", alt(sheet.chart))[:60]
        assert words in re.sub(r"[^\w ]", "", re.sub(r"&\w+;", "", told)), sheet.name


@BOTH
def test_a_chart_is_drawn_from_cells_of_its_sheet_in_our_colours(place, audience):
    book = openpyxl.load_workbook(BytesIO(with_pictures(place, audience)))
    ours = {ink.removeprefix("#").upper() for ink in vars(palette).values() if isinstance(ink, str)}
    ours |= {ink.removeprefix("#").upper() for ink in palette.FILLS.values()}
    for sheet in made(place, audience).sheets:
        found = own(sheet)
        if found is None:
            continue
        page = book[sheet.name]
        (chart,) = page._charts
        for series, given in zip(chart.series, found.series, strict=True):
            where = series.val.numRef.f.split("!")[1].replace("$", "")
            left, top, right, bottom = range_boundaries(where)
            cells = [page.cell(row, left).value for row in range(top, bottom + 1)]
            assert left == right
            assert cells == pytest.approx(list(given.values)), sheet.name
    # The colours in which categories come are those of the palette too.
    used = set(re.findall(r'srgbClr val="(\w+)"', " ".join(parts(in_excel(0), "xl/charts/chart"))))
    assert len(used) > 4
    ours |= {ink.removeprefix("#").upper() for ink in (*palette.SERIES, *palette.STEPS.values())}
    assert used <= ours


@BOTH
def test_data_stand_in_tables_each_with_a_name_of_its_own(place, audience):
    book = openpyxl.load_workbook(BytesIO(in_excel(place, audience)))
    names = [name.casefold() for page in book.worksheets for name in page.tables]
    assert len(set(names)) == len(names)
    for page in book.worksheets:
        assert page.tables, page.title
        for table in page.tables.values():
            heads = [cell.value for cell in page[table.ref][0]]
            assert [column.name for column in table.tableColumns] == heads
    assert {"Data_Figures_1", "Data_Notes_1"} <= {n for p in book.worksheets for n in p.tables}


def test_the_same_pack_gives_the_same_bytes_with_pictures_too():
    again = document.write(made(0), drawings(made(0)))
    assert again == with_pictures(0, "public")


def test_only_what_excel_has_no_kind_for_is_drawn_for_the_workbook_alone():
    given = made(0, "members")
    assert wanted(given, ["excel"]) == [(chart, SIZE) for chart in pictured(given.sheets)]
    assert {chart.kind for chart, _ in wanted(given, ["excel"])} <= {"grid", "dumbbell"}
