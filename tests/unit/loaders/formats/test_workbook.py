"""Bytes to grids: values, looks, and one sentence for each file that cannot be read."""

import io
import re
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.filters import FilterColumn, Filters
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from loaders.cells.readers import shown
from loaders.formats.grid import Grid, address
from loaders.formats.number_format import Formatted
from loaders.formats.workbook import CannotRead, grids
from tests.made import workbooks
from tests.made.workbooks import PLAN, SHEET

REAL = Path(__file__).parents[5] / "shared" / "real_workbooks"
HALF_PAST_TWO = datetime.fromisoformat("2021-09-07T14:30")
ROWS = [list(row) for row in PLAN]


def only(data: bytes, name: str = "plan.xlsx") -> Grid:
    (grid,) = grids(data, name)
    return grid


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plan.xlsx", workbooks.of_rows()),
        ("plan.xls", workbooks.xls()),
        ("plan.xlsb", workbooks.xlsb()),
        ("plan.ods", workbooks.ods_of_rows()),
        ("plan.csv", "\n".join(",".join(map(str, row)) for row in PLAN).encode()),
    ],
)
def test_every_form_of_workbook_gives_the_same_values(name: str, data: bytes) -> None:
    assert only(data, name).values == ROWS


def test_a_file_is_told_by_what_is_in_it_not_by_its_name() -> None:
    assert only(workbooks.of_rows(), "plan.xls").values == ROWS


def test_values_keep_their_type_and_blanks_are_none() -> None:
    typed = ["1.10", 36.5, True, date(2021, 9, 7), HALF_PAST_TWO, None, "a\nb "]
    assert only(workbooks.of_rows([typed])).values == [typed]


def test_times_become_text() -> None:
    assert only(workbooks.of_rows([[time(9, 30)]])).values == [["09:30"]]


FORMATS = {
    "0.0%": (0.88, "88.0%"),
    "0.00": (1.1, "1.10"),
    "000": (7.0, "007"),
    "#,##0.00": (1200.0, "1,200.00"),
    "General": (36.5, "36.5"),
    '0.0"%"': (88.0, "88.0%"),
}


def in_xlsx() -> bytes:
    def fill_in(sheet: Worksheet) -> None:
        sheet.append([number for number, _ in FORMATS.values()])
        for cell, code in zip(sheet[1], FORMATS, strict=True):
            cell.number_format = code

    return workbooks.xlsx(fill_in)


def in_ods() -> bytes:
    cells = "".join(
        f'<table:table-cell office:value-type="float" office:value="{number}"><text:p>{text}'
        "</text:p></table:table-cell>"
        for number, text in FORMATS.values()
    )
    row = f"<table:table-row>{cells}</table:table-row>"
    return workbooks.ods(f'<table:table table:name="Plan">{row}</table:table>')


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plan.xlsx", in_xlsx()),
        ("plan.xlsx", workbooks.changed(in_xlsx(), SHEET, lambda xml: xml.replace(b'"', b"'"))),
        ("plan.ods", in_ods()),
        (
            "plan.xls",
            workbooks.xls_of_cells(
                {(0, at): (FORMATS[code][0], code) for at, code in enumerate(FORMATS)}
            ),
        ),
    ],
    ids=["xlsx", "xlsx with single quotes", "ods", "xls"],
)
def test_a_number_carries_what_its_cell_shows(name: str, data: bytes) -> None:
    (row,) = only(data, name).values
    assert [shown(value) for value in row] == [text for _, text in FORMATS.values()]
    assert row == [*[number for number, _ in FORMATS.values()][:-1], 0.88]
    assert [isinstance(value, Formatted) and value.percent for value in row] == [
        *(True, False, False, False, False, True)
    ]


def test_what_is_coloured_on_more_cells_than_are_looked_at_is_still_shown_as_formatted(
    monkeypatch,
) -> None:
    monkeypatch.setattr("loaders.formats.xlsx.looks.MAX_LOOKS", 3)

    def fill_in(sheet: Worksheet) -> None:
        for row in range(1, 10):
            sheet.cell(row, 1, 1.1).number_format = "0.00"
            sheet.cell(row, 1).font = Font(bold=True)

    grid = only(workbooks.xlsx(fill_in))
    assert [shown(row[0]) for row in grid.values] == ["1.10"] * 9
    assert len(grid.bold) == 3


def test_a_moment_in_utc_is_the_day_it_was_in_the_united_kingdom() -> None:
    cell = "<table:table-cell office:value-type='date' office:date-value="
    row = f"<table:table-row>{cell}'2024-06-30T23:00:00Z'/>{cell}'2024-06-30T23:30:00'/>"
    sheet = f"<table:table table:name='Plan'>{row}</table:table-row></table:table>"
    assert only(workbooks.ods(sheet), "plan.ods").values == [
        [date(2024, 7, 1), datetime.fromisoformat("2024-06-30T23:30")]
    ]


def test_rows_and_columns_count_from_a1_even_when_the_table_does_not_start_there() -> None:
    def fill_in(sheet: Worksheet) -> None:
        sheet["C4"] = "Action"

    assert only(workbooks.xlsx(fill_in)).values == [[None] * 3] * 3 + [[None, None, "Action"]]


def test_what_is_merely_formatted_is_trimmed() -> None:
    def fill_in(sheet: Worksheet) -> None:
        sheet["A1"] = "Action"
        for row in range(1, 2_000):
            sheet.cell(row, 30).fill = PatternFill("solid", fgColor="FF0000")

    grid = only(workbooks.xlsx(fill_in))
    assert (grid.values, grid.fills) == ([["Action"]], {})


def test_hidden_sheets_are_marked() -> None:
    book = Workbook()
    book.active.append(["Action"])
    for title, state in (("Old", "hidden"), ("Codes", "veryHidden")):
        book.create_sheet(title).append(["x"])
        book[title].sheet_state = state
    found = grids(workbooks.saved(book), "plan.xlsx")
    assert [(grid.sheet, grid.hidden) for grid in found] == [
        ("Sheet", False),
        ("Old", True),
        ("Codes", True),
    ]


def test_a_formula_without_a_result_is_marked_and_an_error_is_shown() -> None:
    def fill_in(sheet: Worksheet) -> None:
        sheet.append(["=1+1", "#REF!", "x"])
        sheet["B4"] = "=A1"

    grid = only(workbooks.xlsx(fill_in))
    assert grid.uncomputed == {(0, 0), (3, 1)}
    assert grid.values[0] == [None, "#REF!", "x"]
    assert len(grid.values) == 4


def test_a_filter_that_hides_rows_is_said() -> None:
    def fill_in(sheet: Worksheet) -> None:
        sheet.append(["Status"])
        sheet.append(["Complete"])
        sheet.auto_filter.ref = "A1:A2"
        sheet.auto_filter.add_filter_column(0, ["Ongoing"])
        sheet.row_dimensions[2].hidden = True

    grid = only(workbooks.xlsx(fill_in))
    assert grid.filtered_rows == grid.hidden_rows
    assert grid.hidden_rows == {1}


def test_chart_sheets_are_passed_over() -> None:
    book = Workbook()
    book.active.append(["Action"])
    book.create_chartsheet("Chart")
    assert [grid.sheet for grid in grids(workbooks.saved(book), "plan.xlsx")] == ["Sheet"]


def stray(at: str) -> bytes:
    def fill_in(sheet: Worksheet) -> None:
        for number in range(300):
            sheet.append([number, "Action"])
        sheet[at] = "x"

    return workbooks.xlsx(fill_in)


def test_a_stray_cell_at_the_end_of_the_sheet_is_left_out_and_said() -> None:
    grid = only(stray("XFD1048576"))
    assert (len(grid.values), len(grid.values[0])) == (300, 2)
    assert grid.notes == (
        "A cell far from the rest of “Plan” (XFD1048576) could not be read; A1:B300 was. "
        "Delete what lies outside it if it does not belong to the table.",
    )


def test_a_stray_cell_that_fits_is_read() -> None:
    assert only(stray("F500")).values[499][5] == "x"


def test_a_formatted_cell_at_the_end_of_the_sheet_is_no_stray() -> None:
    def fill_in(sheet: Worksheet) -> None:
        sheet.append(["Action"])
        sheet["XFD1048576"].font = Font(bold=True)

    grid = only(workbooks.xlsx(fill_in))
    assert (grid.values, grid.notes) == ([["Action"]], ())


def test_more_cells_than_can_be_read_are_refused(monkeypatch) -> None:
    for module in ("xlsx.book", "stray", "delimited", "ods.book"):
        monkeypatch.setattr(f"loaders.formats.{module}.MAX_CELLS", 10)
    rows = [[1, 2, 3]] * 4
    for data in (workbooks.of_rows(rows), workbooks.ods_of_rows(rows), b"1,2,3\n" * 4):
        with pytest.raises(CannotRead, match="There are more than 10 cells in "):
            grids(data, "plan")


def test_a_sheet_wider_than_any_table_is_cut_and_that_is_said() -> None:
    wide = only(workbooks.of_rows([range(1_200)] * 2))
    assert len(wide.values[0]) == 500
    assert wide.notes == (
        "“Plan” is 1,200 columns wide; columns SG to ATD were not read. "
        "Move them to another sheet if they belong to the plan.",
    )


def test_a_merge_reaches_no_further_than_the_values() -> None:
    def fill_in(sheet: Worksheet) -> None:
        sheet.append(["Action", "Owner"])
        sheet.append(["Train", "Head"])
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("F9:G9")

    # Put in as Excel does: openpyxl would make a million cells for it, and take half a minute.
    data = workbooks.changed(
        workbooks.xlsx(fill_in), workbooks.SHEET, lambda xml: xml.replace(b"A2:A3", b"A2:A1048576")
    )
    assert b'ref="A2:A1048576"' in zipfile.ZipFile(io.BytesIO(data)).read(workbooks.SHEET)
    assert only(data).merged == ((1, 0, 1, 0),)


# OpenDocument


STYLES = (
    '<style:style style:name="red" style:family="table-cell"><style:table-cell-properties '
    'fo:background-color="#ff0000"/><style:text-properties fo:font-weight="bold" '
    'style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="plain" style:family="table-cell" style:parent-style-name="red">'
    '<style:text-properties fo:font-weight="normal" style:text-line-through-style="none"/>'
    '</style:style><style:style style:name="away" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>'
)


def test_an_open_document_sheet_gives_values_and_looks() -> None:
    cell = "<table:table-cell office:value-type="
    rows = (
        "<table:table-row>"
        f'{cell}"string" table:style-name="red" table:number-rows-spanned="2"><text:p>a<text:s '
        'text:c="2"/>b</text:p><text:p>c</text:p><office:annotation xmlns:office="urn:oasis:names:'
        'tc:opendocument:xmlns:office:1.0"><text:p>a note</text:p></office:annotation>'
        "</table:table-cell>"
        f'{cell}"float" office:value="36.5" table:number-columns-repeated="2"/>'
        f'{cell}"date" office:date-value="2021-09-07"/>'
        f'{cell}"date" office:date-value="2021-09-07T14:30:00"/>'
        f'{cell}"boolean" office:boolean-value="true" table:style-name="plain"/>'
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        '<table:table-row table:visibility="filter"><table:covered-table-cell/>'
        '<table:table-cell table:formula="of:=1+1"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:style-name="red" table:number-columns-repeated="16384"/></table:table-row>'
    )
    grid = only(
        workbooks.ods(
            f'<table:table table:name="Old" table:style-name="away">{rows}</table:table>', STYLES
        ),
        "plan.ods",
    )
    assert grid.hidden
    assert grid.values == [
        ["a  b\nc", 36.5, 36.5, date(2021, 9, 7), HALF_PAST_TWO, True],
        [None] * 6,
    ]
    assert grid.merged == ((0, 0, 1, 0),)
    assert grid.fills == {(0, 0): "FF0000", (0, 5): "FF0000"}
    assert grid.bold == grid.struck == {(0, 0)}
    assert grid.uncomputed == {(1, 1)}
    assert (grid.hidden_rows, grid.filtered_rows) == ({1}, {1})


def test_a_row_that_is_repeated_to_the_end_of_the_sheet_is_read_once_and_said() -> None:
    row = "<table:table-cell office:value-type='string'><text:p>x</text:p></table:table-cell>"
    rows = f"<table:table-row table:number-rows-repeated='1048576'>{row}</table:table-row>"
    grid = only(workbooks.ods(f"<table:table table:name='Plan'>{rows}</table:table>"), "plan.ods")
    assert grid.values == [["x"]]
    assert "repeated 1,048,576 times" in grid.notes[0]


def test_rows_that_are_repeated_are_all_read() -> None:
    row = "<table:table-cell office:value-type='string'><text:p>x</text:p></table:table-cell>"
    rows = f"<table:table-row table:number-rows-repeated='3'>{row}</table:table-row>"
    grid = only(workbooks.ods(f"<table:table table:name='Plan'>{rows}</table:table>"), "plan.ods")
    assert grid.values == [["x"]] * 3


def test_cells_are_named_as_excel_names_them() -> None:
    assert [address(0, 0), address(13, 3), address(0, 26), address(1048575, 16383)] == [
        "A1",
        "D14",
        "AA1",
        "XFD1048576",
    ]


@pytest.mark.skipif(not REAL.exists(), reason="the real workbooks are not beside this project")
def test_looks_of_an_old_xls_are_read() -> None:
    path = next(REAL.glob("32_*.xls"))
    (grid,) = grids(path.read_bytes(), path.name)
    assert grid.notes == ()
    assert {"C0C0C0", "969696"} == set(grid.fills.values())
    assert len(grid.bold) == 42
    assert len(grid.merged) == 10


def test_a_filter_of_an_excel_table_is_told_from_rows_hidden_by_hand() -> None:
    def fill_in(sheet: Worksheet) -> None:
        for row in (["Ref", "Status"], [1, "Open"], [2, "Complete"], [3, "Open"]):
            sheet.append(row)
        table = Table(displayName="Plan", ref="A1:B3")
        table._initialise_columns()
        for column, heading in zip(table.tableColumns, ("Ref", "Status"), strict=True):
            column.name = heading
        table.autoFilter.filterColumn = [FilterColumn(colId=1, filters=Filters(filter=["Open"]))]
        sheet.add_table(table)
        sheet.row_dimensions[3].hidden = sheet.row_dimensions[4].hidden = True

    grid = only(workbooks.xlsx(fill_in))
    assert (grid.hidden_rows, grid.filtered_rows) == ({2, 3}, {2})


def test_a_flat_open_document_is_read_as_the_zipped_one_is() -> None:
    with zipfile.ZipFile(io.BytesIO(in_ods())) as archive:
        content = archive.read("content.xml").decode()
    flat = re.sub(r"office:document-content", "office:document", content)
    mime = 'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"'
    flat = flat.replace("<office:document ", f"<office:document {mime} ", 1)
    if not flat.startswith("<?xml"):
        flat = f'<?xml version="1.0"?>{flat}'
    assert only(flat.encode(), "plan.fods").values == only(in_ods(), "plan.ods").values
