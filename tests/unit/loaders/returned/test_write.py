"""A return sheet as Excel opens it: what may be changed, what may not, and what is offered."""

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from loaders.returned.form import ANSWERS, KEY, KNOWN, Line, Sheet
from loaders.returned.write import LISTS, NAME, written

LINES = (
    Line("ud-1-1-0-r1-00", "Q1", "Write the plan", date(2022, 3, 31), "On track", "Begun.", ""),
    Line("ud-1-1-0-r2-00", "=1+1", "=HYPERLINK(1)", None, "", "", "Minute 4"),
)
STATUSES = ("Not started", "On track", "Off track, for now", "Done")
SHEET = Sheet(("Update for the meeting", "For: Head of service"), LINES, STATUSES)


@pytest.fixture(scope="module")
def page() -> Worksheet:
    return load_workbook(BytesIO(written(SHEET)))[NAME]


def top(page: Worksheet) -> int:
    return next(cell.row for cell in page["A"] if cell.value == KEY)


def test_the_headings_stand_in_order_and_the_keys_out_of_sight(page: Worksheet) -> None:
    assert [cell.value for cell in page[top(page)]] == [KEY, *KNOWN, *ANSWERS.values()]
    assert page.column_dimensions["A"].hidden
    assert [page.cell(top(page) + n, 1).value for n in (1, 2)] == [one.key for one in LINES]


def test_nothing_can_be_changed_but_the_cells_to_fill_in(page: Worksheet) -> None:
    assert page.protection.sheet
    assert not page.protection.password
    open_cells = {
        (cell.row, cell.column) for row in page for cell in row if not cell.protection.locked
    }
    first = len(KNOWN) + 2
    rows = range(top(page) + 1, top(page) + 3)
    assert open_cells == {(row, first + n) for row in rows for n in range(len(ANSWERS))}
    assert not any(page.cell(row, column).value for row, column in open_cells)


def test_a_status_is_chosen_from_the_plans_own_words_commas_and_all(page: Worksheet) -> None:
    book = load_workbook(BytesIO(written(SHEET)))
    (rule,) = [one for one in page.data_validations.dataValidation if one.type == "list"]
    assert str(rule.sqref) == f"H{top(page) + 1}:H{top(page) + 2}"
    assert rule.formula1 == f"{LISTS}!$A$1:$A$4"
    assert [cell.value for cell in book[LISTS]["A"]] == list(STATUSES)
    assert book[LISTS].sheet_state == "hidden"


def test_a_day_is_a_day_and_text_of_the_plan_is_no_formula(page: Worksheet) -> None:
    first, second = top(page) + 1, top(page) + 2
    assert page.cell(first, 4).value == datetime(2022, 3, 31)  # noqa: DTZ001
    assert page.cell(second, 2).value == "'=1+1"
    assert all(cell.data_type != "f" for row in page for cell in row)


def test_a_sheet_of_three_hundred_long_actions_is_written() -> None:
    line = Line("ud-1", "Q", "Do it. " * 200, None, "Done", "Said.\n" * 90, "")
    book = load_workbook(BytesIO(written(Sheet(("Update",), (line,) * 300, STATUSES))))
    assert book[NAME].max_row == 3 + 300
