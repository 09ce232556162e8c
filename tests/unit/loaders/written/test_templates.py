"""The blank workbook: every table with its headings, lists and notes, and an example row."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from loaders.check import check
from loaders.declared import Column, Table
from loaders.formats.grid import Grid
from loaders.formats.workbook import grids
from loaders.outcome import Reading
from loaders.sheets.examples import is_example
from loaders.written.templates import LISTS, READ_ME, ROOM, blank
from workstreams import TABLES

BOOK = load_workbook(BytesIO(blank(TABLES, "A title")))
GRIDS: dict[str, Grid] = {grid.sheet: grid for grid in grids(blank(TABLES), "blank.xlsx")}


def test_there_is_a_sheet_for_each_table_and_one_that_explains_them() -> None:
    assert BOOK.sheetnames == [READ_ME, *(table.sheet for table in TABLES), LISTS]
    assert BOOK[LISTS].sheet_state == "hidden"
    assert BOOK[READ_ME]["A1"].value == BOOK.properties.title == "A title"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_the_first_row_holds_the_declared_headings_each_with_a_note(table: Table) -> None:
    sheet = BOOK[table.sheet]
    assert GRIDS[table.sheet].values[0] == [column.heading for column in table.columns]
    for at, column in enumerate(table.columns, start=1):
        note = sheet.cell(1, at).comment.text
        assert column.kind.says in note
        assert ("Must be filled in." in note) == column.required


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_the_only_row_is_an_example_that_says_so_first(table: Table) -> None:
    (example,) = GRIDS[table.sheet].values[1:]
    assert is_example(example[0])


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_a_choice_has_its_drop_down_list(table: Table) -> None:
    sheet = BOOK[table.sheet]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    lists = BOOK[LISTS]
    for at, column in enumerate(table.columns, start=1):
        letter = sheet.cell(1, at).column_letter
        rule = rules.get(f"{letter}3:{letter}{ROOM}")
        assert (rule is not None) == bool(column.kind.words)
        if rule is not None:
            listed = lists[rule.formula1.removeprefix(f"{LISTS}!")]
            assert tuple(cell.value for (cell,) in listed) == column.kind.words


def test_references_are_text_so_that_one_point_ten_stays_so() -> None:
    sheet = BOOK["Actions"]
    assert sheet["A3"].number_format == "@"
    assert sheet.column_dimensions["A"].number_format == "@"


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("Example: Q7", True),
        ("EXAMPLE", True),
        ("e.g. Train staff", False),
        ("e.g.: Q7", True),
        ("For example – 1.1", True),
        ("Examples of practice to be shared", False),
        ("Example of good practice to be shared", False),
        ("Egress system to be replaced", False),
        (1.0, False),
        (None, False),
    ],
)
def test_what_marks_an_example(first: object, expected: bool) -> None:
    assert is_example(first) is expected


def _filled(column: Column, number: int) -> object:
    """Something that may stand in a column."""
    if column.kind.words:
        return column.kind.words[number % len(column.kind.words)]
    if column.kind.dtype.startswith("datetime"):
        return date(2022, 1 + number, 1)
    if column.kind.dtype == "float64":
        return 0.5 if column.kind.name == "percentage" else 1 + number
    return f"{column.heading} {number}"


@pytest.fixture(scope="module")
def read_back() -> dict[str, Reading]:
    book = load_workbook(BytesIO(blank(TABLES)))
    for table in TABLES:
        for number in range(2):
            for at, column in enumerate(table.columns, start=1):
                book[table.sheet].cell(3 + number, at, _filled(column, number))
    out = BytesIO()
    book.save(out)
    checked = check(out.getvalue(), "filled.xlsx", TABLES)
    return {reading.sheet: reading for reading in checked.readings}


# The key to colours and letters is read as the answer to what they mean, not as a table.
READ_AS_TABLES = [table for table in TABLES if table.key != "key"]


@pytest.mark.parametrize("table", READ_AS_TABLES, ids=lambda table: table.key)
def test_a_filled_template_reads_back_as_the_table_it_is(
    table: Table, read_back: dict[str, Reading]
) -> None:
    reading = read_back[table.sheet]
    assert reading.table == table.key
    assert dict(reading.fields) == {column.field: column.heading for column in table.columns}
    assert list(reading.frame["row"]) == [3, 4]
    assert [row for row, _ in reading.left_out] == [2]
    assert [problem for problem in reading.problems if problem.level == "error"] == []


def test_the_sheet_that_explains_is_not_read_as_a_table(read_back: dict[str, Reading]) -> None:
    assert READ_ME not in read_back
