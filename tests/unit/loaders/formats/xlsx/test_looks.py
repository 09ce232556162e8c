"""What cells look like: fills, weight, strike-through, merges, rows and columns that are hidden."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.worksheet.worksheet import Worksheet

from loaders.formats.grid import Grid
from loaders.formats.workbook import grids
from tests.made import workbooks
from tests.made.workbooks import PLAN, SHEET

REAL = Path(__file__).parents[6] / "shared" / "real_workbooks"


def only(data: bytes, name: str = "plan.xlsx") -> Grid:
    (grid,) = grids(data, name)
    return grid


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
