"""What is said where nothing is wrong: never that all is well beside what was not read."""

from collections.abc import Sequence

import pytest

from loaders.check import check
from loaders.outcome import Checked, LeftOut
from loaders.problems import Problem
from tests.made.workbooks import PLAN, of_rows
from ui.upload.problems import _line, not_read
from workstreams import TABLES

CHECKLIST = (("Colour", "Shape"), ("Blue", "Round"), ("Red", "Square"), ("Green", "Round"))


def of(rows: Sequence[Sequence[object]]) -> Checked:
    return check(of_rows(rows), "file.xlsx", TABLES)


def test_a_file_read_whole_has_nothing_that_was_not_read() -> None:
    assert not_read(of(PLAN)) == []


@pytest.mark.parametrize("last", ["Total", "Note: this list is kept weekly"])
def test_rows_left_out_are_named(last: str) -> None:
    found = of([*PLAN, (None, last, None, None)])
    left = sum(len(one.left_out) for one in found.readings)
    assert not_read(found) == ([f"{left} row"] if left == 1 else [])


def test_a_table_like_none_we_know_and_a_sheet_left_out_are_named() -> None:
    found = of(CHECKLIST)
    assert not_read(found) == ["the sheet Plan"]
    left = Checked("file.xlsx", "", (), (LeftOut("Old", "It is hidden."),))
    assert not_read(left) == ["the sheet Old"]


@pytest.mark.parametrize(
    ("problem", "found"),
    [
        (Problem("error", "Plan", "A4", "title", "Action", "", "It is missing."), "Nothing"),
        (Problem("warning", "Plan", "C1", "", "RAG", "", "This column is not used."), "–"),
        (Problem("error", "", "", "", "", "", "No sheet holds a table."), "–"),
        (Problem("error", "Plan", "B4", "due_date", "Due", "soon", "It is not a date."), "soon"),
    ],
)
def test_a_cell_that_must_be_filled_in_holds_nothing(problem: Problem, found: str) -> None:
    assert _line(problem)["Found"] == found
