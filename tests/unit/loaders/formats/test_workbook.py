"""Bytes to grids: values, looks, and one sentence for each file that cannot be read."""

import io
import re
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.worksheet.filters import FilterColumn, Filters
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from loaders.cells.readers import shown
from loaders.formats import limits
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


def looks() -> bytes:
    def fill_in(sheet: Worksheet) -> None:
        for row in PLAN:
            sheet.append(list(row))
        sheet["A1"].font = Font(bold=True)
        sheet["B2"].font = Font(strike=True)
        sheet["D2"].fill = PatternFill("solid", fgColor="FF00B050")
        sheet["D3"].fill = PatternFill("solid", fgColor="FFFFFFFF")
        sheet["C2"].fill = PatternFill("solid", fgColor=Color(theme=4, tint=0.5))
        sheet["C3"].fill = PatternFill("solid", fgColor=Color(indexed=13))
        sheet.merge_cells("A2:A3")
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True

    return workbooks.xlsx(fill_in)


def test_fills_weight_strike_through_merges_and_hidden_rows_are_seen() -> None:
    grid = only(looks())
    assert grid.bold == {(0, 0)}
    assert grid.struck == {(1, 1)}
    assert grid.merged == ((1, 0, 2, 0),)
    assert grid.hidden_rows == {2}
    assert grid.hidden_columns == {1}


def test_theme_colours_with_their_tint_and_palette_colours_are_resolved() -> None:
    # openpyxl's theme has 4F81BD for its first accent; half way to white is A7C0DE.
    assert only(looks()).fills == {(1, 3): "00B050", (1, 2): "A7C0DE", (2, 2): "FFFF00"}


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: (
            xml.replace(b"<", b"<x:")
            .replace(b"<x:/", b"</x:")
            .replace(b"<x:worksheet xmlns=", b"<x:worksheet xmlns:x=")
        ),
        lambda xml: xml.replace(b'"', b"'"),
        lambda xml: re.sub(rb'( s="\d+")( t="\w+")', rb"\2\1", xml),
    ],
    ids=["with a namespace prefix", "with single quotes", "with the style last"],
)
def test_looks_are_seen_however_the_sheet_is_spelled(change) -> None:
    plain, spelled = only(looks()), only(workbooks.changed(looks(), SHEET, change))
    assert (spelled.fills, spelled.bold, spelled.struck) == (plain.fills, plain.bold, plain.struck)
    assert spelled.hidden_rows == plain.hidden_rows


def test_looks_of_a_sheet_longer_than_one_piece_are_the_same(monkeypatch) -> None:
    from loaders.formats.xlsx import looks as xlsx_sheet

    whole = only(looks())
    monkeypatch.setattr(xlsx_sheet.pieces, "__defaults__", (40,))
    assert only(looks()) == whole


def test_a_theme_that_cannot_be_parsed_costs_only_its_colours() -> None:
    data = workbooks.changed(looks(), "xl/theme/theme1.xml", lambda _: b"<a:theme")
    assert only(data).fills == {(1, 3): "00B050", (1, 2): "A2B8E2", (2, 2): "FFFF00"}


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


# CSV


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_csv_in_any_usual_encoding_and_delimiter(encoding: str, delimiter: str) -> None:
    text = f'Ref{delimiter}Action{delimiter}Paid\n1.10{delimiter}"Café, a\nb ""c"""{delimiter}£5\n'
    assert only(text.encode(encoding), "plan.csv").values == [
        ["Ref", "Action", "Paid"],
        ["1.10", 'Café, a\nb "c"', "£5"],
    ]


def test_excels_own_line_that_names_the_delimiter_is_followed() -> None:
    assert only(b"sep=;\r\na,b;c\r\n", "plan.csv").values == [["a,b", "c"]]


def test_a_csv_of_one_column_and_short_rows_are_padded() -> None:
    assert only(b"Action\nTrain\n", "plan.csv").values == [["Action"], ["Train"]]
    assert only(b"a,b,c\nd\n", "plan.csv").values == [["a", "b", "c"], ["d", None, None]]


# Files that cannot be read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
LOCKED_ODS = {
    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml": "<m:file-entry><m:encryption-data/></m:file-entry>",
    "content.xml": "x",
}
REFUSED = {
    "empty": (b"", "plan.xlsx is empty"),
    "only spaces": (b" \n\n", "plan.xlsx is empty"),
    "cut short": (workbooks.of_rows()[:3000], "The end of plan.xlsx is missing"),
    "cut short .xls": (OLE[:300], "plan.xlsx is damaged or incomplete"),
    "noise": (bytes(range(256)) * 20, "plan.xlsx is damaged or incomplete"),
    "password": (
        OLE + "EncryptedPackage".encode("utf-16-le"),
        "plan.xlsx is protected with a password: in Excel choose File, Info, Protect Workbook, "
        "Encrypt with Password, clear the password",
    ),
    "password .ods": (workbooks.zipped(LOCKED_ODS), "plan.xlsx is protected with a password"),
    "Word": (workbooks.zipped({"word/document.xml": "x"}), "plan.xlsx is damaged or incomplete"),
    "old Word": (OLE + "WordDocument".encode("utf-16-le"), "plan.xlsx is an old Word document"),
    "slides": (workbooks.zipped({"ppt/p.xml": "x"}), "plan.xlsx is a PowerPoint presentation"),
    "folder": (workbooks.zipped({"plan.txt": "x"}), "plan.xlsx is a compressed folder"),
    "Numbers": (
        workbooks.zipped({"Index/Document.iwa": "x"}),
        "plan.xlsx is a Numbers spreadsheet: open it, save or export it as .xlsx",
    ),
    "PDF": (b"%PDF-1.7 ...", "plan.xlsx is damaged or incomplete"),
    "picture": (b"\x89PNG\r\n\x1a\n0000", "plan.xlsx is a picture"),
    "web page": (b"<html><p>Sign in</p></html>", "plan.xlsx is a web page without a table"),
    "a bomb": (
        workbooks.zipped({"xl/workbook.xml": b"0" * (limits.MAX_UNPACKED + 1)}),
        "plan.xlsx holds far more than its size says",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_cannot_be_read_gives_one_sentence_that_says_what_to_do(case: str) -> None:
    data, sentence = REFUSED[case]
    with pytest.raises(CannotRead) as refusal:
        grids(data, "plan.xlsx")
    message = str(refusal.value)
    assert message.startswith(sentence)
    assert message.endswith(".")
    assert "\n" not in message


def test_a_file_over_the_limit_is_refused_by_its_size(monkeypatch) -> None:
    monkeypatch.setattr("loaders.formats.sniff.MAX_BYTES", 2_000_000)
    with pytest.raises(CannotRead, match="is 3 MB and the limit is 2 MB: remove pictures"):
        grids(b"a" * 3_000_000, "plan.csv")


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'


def test_entities_are_refused_wherever_they_are_declared() -> None:
    data = workbooks.changed(workbooks.of_rows(), "xl/styles.xml", lambda xml: BOMB + xml)
    with pytest.raises(CannotRead, match="not safe to open"):
        grids(data, "plan.xlsx")
    declared = workbooks.changed(
        workbooks.ods_of_rows(),
        "content.xml",
        lambda xml: BOMB + xml.partition(b"?>")[2],
    )
    with pytest.raises(CannotRead, match="not safe to open"):
        grids(declared, "plan.ods")


def test_a_part_that_is_longer_than_it_says_is_refused() -> None:
    data = bytearray(workbooks.of_rows([["x" * 50]] * 500))
    # The size that the zip's directory gives for the sheet, made smaller.
    entry = data.rfind(b"PK\x01\x02", 0, data.rfind(SHEET.encode()))
    data[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    with pytest.raises(CannotRead, match="damaged"):
        grids(bytes(data), "plan.xlsx")


def test_a_link_to_another_workbook_is_never_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "secret.xml"
    elsewhere.write_text("secret")
    data = workbooks.changed(
        workbooks.of_rows(),
        "xl/_rels/workbook.xml.rels",
        lambda xml: xml.replace(
            b"</Relationships>",
            f'<Relationship Id="rId99" Type="x/theme" TargetMode="External" '
            f'Target="file://{elsewhere}"/></Relationships>'.encode(),
        ),
    )
    assert only(data).values == ROWS


def test_a_path_in_a_name_is_only_a_name(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    workbook = load_workbook_parts(workbooks.of_rows()) | {"../../../escaped.txt": b"x"}
    assert only(workbooks.zipped(workbook), "../../etc/plan.xlsx").values == ROWS
    assert list(tmp_path.iterdir()) == []


def load_workbook_parts(data: bytes) -> dict[str, bytes]:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_cells_are_named_as_excel_names_them() -> None:
    assert [address(0, 0), address(13, 3), address(0, 26), address(1048575, 16383)] == [
        "A1",
        "D14",
        "AA1",
        "XFD1048576",
    ]


@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
@pytest.mark.skipif(not REAL.exists(), reason="the real workbooks are not beside this project")
def test_looks_agree_with_openpyxl_on_real_workbooks() -> None:
    for path in sorted(REAL.glob("*.xlsx")):
        book = load_workbook(path)
        for grid in grids(path.read_bytes(), path.name):
            sheet = book[grid.sheet]
            for row in range(len(grid.values)):
                for column in range(len(grid.values[0])):
                    cell = sheet.cell(row + 1, column + 1)
                    if isinstance(cell, MergedCell):
                        # openpyxl forgets the looks of cells that a merge covers.
                        continue
                    font = cell.font
                    assert ((row, column) in grid.bold) == bool(font.b), (path.name, row, column)
                    assert ((row, column) in grid.struck) == bool(font.strike)


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
