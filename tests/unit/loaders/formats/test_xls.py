"""Old workbooks that xlrd dislikes, or that one stray cell makes too big, are read."""

import struct

import xlrd

from loaders.formats import xls
from loaders.formats.workbook import grids
from tests.made import workbooks
from tests.made.workbooks import PLAN

G = "General"


def test_a_stray_cell_at_the_end_of_the_sheet_is_left_out_and_said() -> None:
    cells = {(row, at): (f"{row}.{at}", G) for row in range(3) for at in range(2)}
    (grid,) = grids(workbooks.xls_of_cells(cells | {(65535, 255): ("x", G)}), "plan.xls")
    assert grid.values == [["0.0", "0.1"], ["1.0", "1.1"], ["2.0", "2.1"]]
    assert grid.notes == (
        "A cell far from the rest of “Plan” (IV65536) could not be read; A1:B3 was. "
        "Delete what lies outside it if it does not belong to the table.",
    )


def test_a_stray_cell_that_fits_is_read() -> None:
    cells = {(0, 0): ("Ref", G), (500, 5): ("x", G)}
    (grid,) = grids(workbooks.xls_of_cells(cells), "plan.xls")
    assert (grid.values[500][5], grid.notes) == ("x", ())


def test_a_cell_that_holds_an_error_shows_it() -> None:
    cells: dict[tuple[int, int], tuple[object, str]] = {(0, 0): ("Ref", G), (0, 1): (b"\x2a", G)}
    (grid,) = grids(workbooks.xls_of_cells(cells), "plan.xls")
    assert grid.values == [["Ref", "#N/A"]]


def test_a_formula_that_xlrd_dislikes_costs_only_the_looks(monkeypatch) -> None:
    def dislike(*_: object) -> None:
        raise xlrd.formula.FormulaError("unexpected token")

    monkeypatch.setattr(xls, "_by_xlrd", dislike)
    # What calamine is handed is its own affair: any workbook that it reads will do.
    (grid,) = xls.grids(workbooks.of_rows(), "plan.xls")
    assert grid.values == [list(row) for row in PLAN]
    assert "were not read" in grid.notes[0]


def test_rows_under_a_filter_are_told_from_those_hidden_by_hand() -> None:
    cells = {(row, 0): (f"{row}", G) for row in range(4)}
    hidden = workbooks.biff(0x0208, struct.pack("<HHHHHHI", 2, 0, 1, 0xFF, 0, 0, 0x20))
    by_hand = workbooks.xls_of_cells(cells, hidden)
    by_filter = workbooks.xls_of_cells(cells, workbooks.biff(0x009B), hidden)
    seen = [
        (g.hidden_rows, g.filtered_rows) for d in (by_hand, by_filter) for g in grids(d, "p.xls")
    ]
    assert seen == [({2}, set()), ({2}, {2})]
