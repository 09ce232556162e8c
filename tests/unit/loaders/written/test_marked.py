"""The officer's own workbook with its problems marked, and text made safe to write."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from loaders.formats.workbook import CannotRead
from loaders.problems import Problem
from loaders.written import notes
from loaders.written.escaping import escaped
from loaders.written.marked import marked
from tests.made import workbooks


def problem(cell: str, level: str = "error", sheet: str = "Plan", found: str = "soon") -> Problem:
    return Problem(level, sheet, cell, "due_date", "Due", found, f"Advice for {cell or sheet}.")


def opened(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def test_a_problem_cell_is_filled_and_noted_and_the_rest_stays_as_it_was() -> None:
    def fill_in(sheet: Worksheet) -> None:
        sheet.append(["Action", "Due", "Days"])
        sheet.append(["Train", "soon", "=1+1"])
        sheet["B2"].comment = Comment("Ask the board", "Officer")

    book = opened(marked(workbooks.xlsx(fill_in), "plan.xlsx", [problem("B2")]))
    sheet = book["Plan"]
    assert sheet["B2"].fill.fgColor.rgb == "00F4CCCC"
    assert sheet["B2"].comment.text == "Ask the board\nMust fix: Advice for B2."
    assert sheet["C2"].value == "=1+1"
    assert sheet["A2"].fill.fill_type is None


def test_every_problem_is_on_the_first_sheet_with_a_link_to_its_cell() -> None:
    problems = [problem("B2"), problem("", "warning"), problem("", "note", "Another sheet")]
    book = opened(marked(workbooks.of_rows(), "plan.xlsx", problems))
    assert book.sheetnames[0] == "Problems"
    rows = list(book["Problems"].iter_rows(min_row=2, values_only=True))
    assert rows[0] == ("Must fix", "Plan", "B2", "Due", "soon", "Advice for B2.")
    assert [row[0] for row in rows] == ["Must fix", "Check", "For your information"]
    assert book["Problems"]["C2"].hyperlink.location == "'Plan'!B2"


def test_two_problems_of_one_cell_share_a_note_and_the_worst_gives_the_colour() -> None:
    both = [problem("B2", "note"), problem("B2", "error")]
    cell = opened(marked(workbooks.of_rows(), "plan.xlsx", both))["Plan"]["B2"]
    assert cell.fill.fgColor.rgb == "00F4CCCC"
    assert cell.comment.text.splitlines() == [
        "For your information: Advice for B2.",
        "Must fix: Advice for B2.",
    ]


@pytest.mark.parametrize("named", ["A2, C2, B3", "A2, C2 and B3", "A2; C2; B3"])
def test_one_problem_may_name_several_cells(named: str) -> None:
    sheet = opened(marked(workbooks.of_rows(), "plan.xlsx", [problem(named)]))["Plan"]
    filled = {cell.coordinate for row in sheet for cell in row if cell.comment}
    assert filled == {"A2", "C2", "B3"}


def test_a_range_of_cells_is_marked_throughout() -> None:
    sheet = opened(marked(workbooks.of_rows(), "plan.xlsx", [problem("A2:B3")]))["Plan"]
    filled = {cell.coordinate for row in sheet for cell in row if cell.comment}
    assert filled == {"A2", "A3", "B2", "B3"}


def test_a_problem_inside_a_merge_is_marked_on_its_first_cell() -> None:
    def fill_in(sheet: Worksheet) -> None:
        sheet.append(["Action", "Owner"])
        sheet.append(["Train", "Head"])
        sheet.merge_cells("A2:A3")

    sheet = opened(marked(workbooks.xlsx(fill_in), "plan.xlsx", [problem("A3")]))["Plan"]
    assert sheet["A2"].comment.text == "Must fix: Advice for A3."


@pytest.mark.parametrize(
    ("name", "data", "sheet"),
    [
        ("plan.xls", workbooks.xls(), "Sheet 1"),
        ("plan.ods", workbooks.ods_of_rows(), "Plan"),
        ("plan.xlsb", workbooks.xlsb(), "Plan"),
        ("plan.csv", b"Ref,Action\n1.10,=cmd|x\n", "plan"),
    ],
)
def test_other_forms_become_a_workbook_of_their_values(name: str, data: bytes, sheet: str) -> None:
    made = opened(marked(data, name, [problem("B2", sheet=sheet)]))[sheet]
    assert made["A2"].value == "1.10"
    assert made["B2"].comment.text == "Must fix: Advice for B2."
    assert made["B2"].data_type == "s"


def test_a_very_large_workbook_keeps_its_headings_and_the_rows_with_a_problem(monkeypatch) -> None:
    monkeypatch.setattr(notes, "MOST_CELLS", 100)
    monkeypatch.setattr(notes, "_HEAD_ROWS", 1)
    data = workbooks.of_rows([["Ref", "Action"], *([number, "x"] for number in range(500))])
    book = opened(notes.mark(data, "plan.xlsx", [problem("B400")]))
    rows = list(book["Plan"].iter_rows(values_only=True))
    assert rows == [("Row 1", "Ref", "Action"), ("Row 400", 398, "x")]
    assert book["Plan"]["C2"].comment.text == "Must fix: Advice for B400."
    assert book["Problems"]["C2"].hyperlink.location == "'Plan'!C2"


def test_what_was_found_in_a_cell_can_never_run_as_a_formula() -> None:
    found = problem("B2", found='=HYPERLINK("http://x")')
    sheet = opened(marked(workbooks.of_rows(), "plan.xlsx", [found]))["Problems"]
    assert sheet["E2"].value == '\'=HYPERLINK("http://x")'
    assert sheet["E2"].data_type == "s"


def test_a_sheet_of_the_officers_own_named_problems_is_kept() -> None:
    book = Workbook()
    book.active.title = "Problems"
    book.active.append(["Issue"])
    made = opened(marked(workbooks.saved(book), "plan.xlsx", []))
    assert made.sheetnames == ["Problems 2", "Problems"]
    assert made["Problems"]["A1"].value == "Issue"


def test_a_file_that_cannot_be_read_is_refused_here_too() -> None:
    with pytest.raises(CannotRead, match="is damaged or incomplete"):
        marked(b"%PDF-1.7", "plan.xlsx", [])


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝"])
def test_text_that_could_run_as_a_formula_is_escaped(start: str) -> None:
    assert escaped(f"{start}cmd|x") == f"'{start}cmd|x"


@pytest.mark.parametrize("value", ["Train", "1.10", "-5", "+3.5", "-12.5%", 5, -5.0, None, "a=b"])
def test_plain_text_and_numbers_are_written_as_they_are(value: object) -> None:
    assert escaped(value) == value


def test_characters_that_a_workbook_cannot_hold_are_dropped() -> None:
    assert escaped("a\x00b\x1fc\ud800d") == "abcd"
