"""Headings over two and three rows, merged and not, wherever the lowest row stands."""

from collections.abc import Sequence
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Reading
from workstreams import TABLES

RECORDS = [
    ["Waiting", "Introduce triage", "DASS", "Head", "1/4/24", "30/6/24", "30/9/24", "R", "A", "On"],
    ["Waiting", "Clear the backlog", "DASS", "OT", "1/5/24", "31/12/24", None, "A", "G", "Agency"],
    ["Safety", "Revise the guide", "AD", "SAB", "1/6/24", "31/10/24", None, "G", "B", "Published"],
]
DOWN = (
    ["Theme", "Improvement activity", "Accountability", None, "Timescale", None, None]
    + ["Progress", None, None],
    [None, None, "Exec", "Delivery", "Planned", None, "Revised", "RAG", None, "Narrative"],
    [None] * 4 + ["Start", "Finish", "Finish", "Last month", "This month", None],
)
UP = (
    [None, None, "Who", None, "When", None, None, "How far", None, None],
    [None] * 4 + ["Planned", None, "Revised", "RAG", None, "Narrative"],
    ["Theme", "Improvement activity", "Exec", "Delivery", "Start", "Finish", "Finish"]
    + ["Last month", "This month", None],
)
MERGED = ((0, 2, 0, 3), (0, 4, 0, 6), (0, 7, 0, 9), (1, 4, 1, 5), (1, 7, 1, 8))


def read(rows: Sequence[Sequence[Any]], merged: tuple[tuple[int, int, int, int], ...]) -> Reading:
    grid = Grid("Plan", [list(row) for row in rows], merged=merged)
    return check_grids([grid], "plan.xlsx", "", TABLES, Choices()).readings[0]


@pytest.mark.parametrize("headings", [DOWN, UP])
@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("above", [0, 1, 3])
def test_three_rows_of_headings_are_one(headings: Any, merged: bool, above: int) -> None:
    title = [["Improvement plan 2024"], [], ["As at 31 August 2024"]][:above]
    rows = [*title, *headings, *RECORDS]
    cells = tuple((a + above, b, c + above, d) for a, b, c, d in MERGED) if merged else ()
    reading = read(rows, cells)
    assert reading.heading_rows == (above + 1, above + 3)
    assert reading.frame["title"].tolist() == [row[1] for row in RECORDS]
    days = reading.frame["due_date"].dt.date.astype(str).tolist()
    assert days == ["2024-06-30", "2024-12-31", "2024-10-31"]
    assert reading.fields["revised_due_date"] == "Revised Finish"
    assert reading.fields["start_date"] == "Planned Start"
    assert reading.fields["rag"] == "RAG This month"


@pytest.mark.parametrize("merged", [((0, 2, 0, 3), (0, 4, 0, 6)), ()])
def test_groups_are_headings_merged_or_with_blank_cells_beside_them(merged: Any) -> None:
    lower = [None, None, "Exec", "Delivery", "Start", "Finish", "Revised finish"]
    reading = read([DOWN[0][:7], lower, *[row[:7] for row in RECORDS]], merged)
    assert reading.heading_rows == (1, 2)
    assert reading.fields["title"] == "Improvement activity"
    assert reading.fields["due_date"] == "Finish"


@pytest.mark.parametrize("blank", [2, 3])
def test_a_first_record_with_few_cells_is_no_row_of_headings(blank: int) -> None:
    rows = [
        ["Action", "Lead", None, "Due", None, "Status"],
        ["Write the policy", None, None, None, None, None],
        ["Brief the board", "Clerk", "Deputy", "1/5/24", "Extended", "Open"],
        ["Publish it", "Clerk", None, "1/6/24", None, "Open"],
    ]
    rows[1][blank] = "Review"
    assert read(rows, ()).heading_rows == (1, 1)
    assert len(read(rows, ()).frame) == 3


def test_a_line_about_the_file_is_no_group_of_the_headings_below_it() -> None:
    rows = [
        ["Owner", "Chief executive", "Version", "2"],
        ["Action", "Lead", "Due", "Status"],
        ["Write the policy", "Clerk", "1/5/24", "Open"],
        ["Brief the board", "Clerk", "1/6/24", "Open"],
    ]
    assert read(rows, ()).heading_rows == (2, 2)
