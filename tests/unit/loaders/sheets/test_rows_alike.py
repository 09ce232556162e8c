"""Rows that say the same but for one reference, name or number are records, dated or not."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Reading
from workstreams import TABLES

DAY = date(2025, 3, 4)
LIST = ["Person", "Course", "Completed", "Status", "Staff group"]
POSTS = ["Post number", "Job title", "Team", "FTE", "Start date", "Status"]
CASES = ["Case", "Stage", "Opened", "Theme"]
ACTIONS = ["Ref", "Action", "Owner", "Due date", "Status"]

Row = Sequence[Any]
VARIANTS: dict[str, tuple[list[str], list[Row], list[Row]]] = {
    # name: headings, rows of other words above, rows at the end that differ in one thing alone
    **{
        f"people called {like.format('n')}": (
            LIST,
            [[like.format(n), "Legal literacy", DAY, "Completed", "Legal"] for n in (1, 3, 5, 7)],
            [[like.format(n), "Legal literacy", None, "Never", "Legal"] for n in (2, 4, 6, 8)],
        )
        for like in ("Employee {}", "Solicitor {}", "SW{:03}", "P-{}", "{}", "Person no {}")
    },
    "people by number as a number": (
        LIST,
        [[n, "Legal literacy", DAY, "Completed", "Legal"] for n in (101, 103, 105, 107)],
        [[n, "Legal literacy", None, "Never", "Legal"] for n in (102, 104, 106)],
    ),
    "people by job title": (
        LIST,
        [["Head of Legal", "Legal literacy", DAY, "Completed", "Legal"]] * 1
        + [
            [f"Solicitor {w}", "Legal literacy", DAY, "Completed", "Legal"]
            for w in ("north", "east")
        ],
        [
            [f"Paralegal {w}", "Legal literacy", None, "Never", "Legal"]
            for w in ("north", "east", "south")
        ],
    ),
    "the course before the person": (
        ["Course", "Person", "Completed", "Status", "Staff group"],
        [["Legal literacy", f"Employee {n}", DAY, "Completed", "Legal"] for n in (1, 3, 5)],
        [["Legal literacy", f"Employee {n}", None, "Never", "Legal"] for n in (2, 4, 6)],
    ),
    "the date first": (
        ["Completed", "Person", "Course", "Status", "Staff group"],
        [[DAY, f"Employee {n}", "Legal literacy", "Completed", "Legal"] for n in (1, 3, 5)],
        [[None, f"Employee {n}", "Legal literacy", "Never", "Legal"] for n in (2, 4, 6)],
    ),
    "no status": (
        ["Person", "Course", "Completed", "Staff group"],
        [[f"Employee {n}", "Legal literacy", DAY, "Legal"] for n in (1, 3, 5, 7)],
        [[f"Employee {n}", "Legal literacy", None, "Legal"] for n in (2, 4, 6)],
    ),
    "a course that differs in its number": (
        LIST,
        [["Employee 1", f"Module {n}", DAY, "Completed", "Legal"] for n in (1, 2, 3, 4)],
        [["Employee 1", f"Module {n}", None, "Never", "Legal"] for n in (5, 6, 7)],
    ),
    "many people": (
        LIST,
        [[f"Employee {n}", "Legal literacy", DAY, "Completed", "Legal"] for n in range(1, 41)],
        [[f"Employee {n}", "Legal literacy", None, "Never", "Legal"] for n in range(41, 81)],
    ),
    "posts by number": (
        POSTS,
        [[f"CLT{n:02}", "Solicitor", "Legal", 1.0, DAY, "Filled"] for n in (1, 2, 3)],
        [[f"CLT{n:02}", "Paralegal", "Legal", None, None, "Vacant"] for n in (4, 5, 6)],
    ),
    "posts by a plain number": (
        POSTS,
        [[n, "Solicitor", "Legal", 1.0, DAY, "Filled"] for n in (4001, 4007, 4013)],
        [[n, "Paralegal", "Legal", None, None, "Vacant"] for n in (4002, 4005, 4011)],
    ),
    "cases": (
        CASES,
        [[f"H{n}", "Issued", DAY, "Delay"] for n in (1, 2, 3)],
        [[f"H{n}", "Notified", None, "Delay"] for n in (4, 5, 6)],
    ),
    "cases of letters and a year": (
        CASES,
        [[f"HRA/25/{n}", "Issued", DAY, "Delay"] for n in (11, 12, 13)],
        [[f"HRA/25/{n}", "Notified", None, "Delay"] for n in (14, 15, 16, 17)],
    ),
    "actions by reference": (
        ACTIONS,
        [[f"A{n}", f"Write protocol {n}", "Director", DAY, "In progress"] for n in (1, 2, 3)],
        [[f"A{n}", "Agree a protocol", "Director", None, "Not started"] for n in (4, 5, 6)],
    ),
    "actions by a number in the words": (
        ACTIONS[1:],
        [[f"Write protocol {n}", "Director", DAY, "In progress"] for n in (1, 2, 3)],
        [[f"Write protocol {n}", "Director", None, "Not started"] for n in (4, 5, 6)],
    ),
    "actions by owner": (
        ACTIONS,
        [[f"A{n}", f"Write protocol {n}", "Director", DAY, "In progress"] for n in (1, 2, 3)],
        [
            [None, "Agree a protocol", owner, None, "Not started"]
            for owner in ("Head of Legal", "Director", "Team manager")
        ],
    ),
    "actions by status": (
        ACTIONS,
        [[f"A{n}", f"Write protocol {n}", "Director", DAY, "In progress"] for n in (1, 2, 3)],
        [
            [None, "Agree a protocol", "Director", None, status]
            for status in ("Complete", "Not started", "In progress")
        ],
    ),
}


def read(headings: Row, rows: Sequence[Row], lead: int = 0) -> Reading:
    values = [[None] * len(headings)] * lead + [list(row) for row in (headings, *rows)]
    found = check_grids([Grid("Sheet1", values)], "list.xlsx", "", TABLES, Choices())
    return found.readings[0]


@pytest.mark.parametrize("lead", [0, 2])
@pytest.mark.parametrize("name", VARIANTS)
def test_rows_that_differ_in_one_thing_are_all_records(name: str, lead: int) -> None:
    headings, above, last = VARIANTS[name]
    reading = read(headings, [*above, *last], lead)
    first = lead + 2
    assert reading.left_out == ()
    # A blank date that a table cannot do without stops its row, with an error at the cell.
    told = [*reading.frame["row"], *reading.stopped]
    assert sorted(told) == list(range(first, first + len(above) + len(last)))
    needs_the_date = reading.table in {"hra_cases", "posts"}
    assert needs_the_date or not reading.stopped


@pytest.mark.parametrize("headings", [LIST, ["Name", "Training", "Date done", "Status", "Team"]])
def test_people_of_one_number_each_are_not_even_pointed_out(headings: list[str]) -> None:
    _, above, last = VARIANTS["people called Employee n"]
    reading = read(headings, [*above, *last])
    assert not [problem for problem in reading.problems if "the same" in problem.advice]


@pytest.mark.parametrize("count", [3, 4, 9])
def test_a_row_left_out_because_others_are_the_same_throughout_is_said(count: int) -> None:
    _, above, _ = VARIANTS["people called Employee n"]
    same = [["New starter", "Legal literacy", None, "Never", "Legal"]] * count
    reading = read(LIST, [*above, *same])
    rows = [len(above) + 2 + n for n in range(count)]
    assert [row for row, _ in reading.left_out] == rows
    (said,) = [p for p in reading.problems if "the same in every cell" in p.advice]
    assert said.level == "warning"
    assert [int(cell[1:]) for cell in said.cells] == rows
