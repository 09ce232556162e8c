"""The same records on several sheets of a file are told of, for each would count again."""

from datetime import date
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import LEAVE_OUT, Choices
from loaders.formats.grid import Grid
from loaders.problems import Problem
from workstreams import TABLES

HEADINGS = ["Ref", "Action", "Owner", "Due date", "Status"]


def lines(*numbers: int, status: str = "Open", refs: bool = True) -> list[list[Any]]:
    own = [
        [
            *([str(n)] if refs else []),
            *(f"Write the policy for team {n}", "Head of Legal", date(2025, 3, n), status),
        ]
        for n in numbers
    ]
    return [HEADINGS if refs else HEADINGS[1:], *own]


def told(sheets: dict[str, list[list[Any]]], choices: Choices | None = None) -> list[Problem]:
    grids = [Grid(name, rows) for name, rows in sheets.items()]
    read = check_grids(grids, "plan.xlsx", "", TABLES, choices or Choices())
    return list(read.file_problems)


@pytest.mark.parametrize("refs", [True, False])
@pytest.mark.parametrize("names", [("April", "May"), ("Apr 24", "May 24", "Jun 24"), ("v1", "v2")])
def test_one_sheet_a_month_is_recognised(names: tuple[str, ...], refs: bool) -> None:
    rows = lines(1, 2, 3, 4, 5, refs=refs)
    (problem,) = told(dict.fromkeys(names, rows))
    assert problem.level == "warning"
    assert "5 records stand on more than one of the sheets" in problem.advice
    assert all(f"“{name}”" in problem.advice for name in names)
    assert "copies of one plan at different dates" in problem.advice


def test_an_action_on_the_open_list_and_the_closed_list_is_told_of() -> None:
    sheets = {"Open": lines(1, 2, 3, 4, 5), "Closed": lines(5, 6, 7, 8, status="Closed")}
    (problem,) = told(sheets)
    assert "1 record stands on more than one of the sheets “Open” and “Closed”" in problem.advice
    assert "Take each out of all sheets but one" in problem.advice


def test_sheets_of_different_themes_share_nothing() -> None:
    assert told({"Legal": lines(1, 2, 3), "Workforce": lines(4, 5, 6)}) == []


def test_a_sheet_that_was_left_out_counts_nothing() -> None:
    sheets = {"April": lines(1, 2, 3), "May": lines(1, 2, 3)}
    assert told(sheets, Choices(sheets={"April": LEAVE_OUT})) == []
