"""A record that stands in two lists of a file counts once, and the other row is said to be it."""

from datetime import date
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import LEAVE_OUT, Choices
from loaders.formats.grid import Grid
from loaders.outcome import Checked
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


def read(sheets: dict[str, list[list[Any]]], choices: Choices | None = None) -> Checked:
    grids = [Grid(name, rows) for name, rows in sheets.items()]
    return check_grids(grids, "plan.xlsx", "", TABLES, choices or Choices())


def actions(checked: Checked) -> dict[str, str]:
    frame = checked.frames["actions"]
    return dict(zip(frame["title"], frame["status"], strict=True))


@pytest.mark.parametrize("refs", [True, False])
@pytest.mark.parametrize("closed", ["Closed", "Completed actions", "Archive", "Done"])
@pytest.mark.parametrize("first", [True, False])
def test_an_action_on_the_open_and_the_closed_list_counts_once_as_closed(
    closed: str, refs: bool, first: bool
) -> None:
    sheets = {
        "Open": lines(1, 2, 3, 4, 5, refs=refs),
        closed: lines(5, 6, 7, status="Closed", refs=refs),
    }
    found = read(sheets if first else dict(reversed(sheets.items())))
    assert len(found.frames["actions"]) == 7
    assert actions(found)["Write the policy for team 5"] == "complete"
    (problem,) = found.file_problems
    assert (problem.level, problem.sheet) == ("note", "Open")
    assert f"It counts once, as “{closed}” has it" in problem.advice
    (left,) = [one for one in found.readings if one.sheet == "Open"][0].left_out
    assert left == (6, f"the same as row 2 of “{closed}”, which is read")


def test_lists_parted_by_how_they_stand_are_no_themes() -> None:
    found = read({"Open": lines(1, 2, 3), "Closed": lines(6, 7, status="Closed")})
    assert found.frames["actions"]["theme"].isna().all()
    assert found.file_problems == ()


def test_a_list_of_some_of_them_beside_the_plan_adds_nothing() -> None:
    found = read({"Plan": lines(1, 2, 3, 4, 5, 6), "For discussion": lines(2, 4)})
    assert len(found.frames["actions"]) == 6
    assert {*found.frames["actions"]["sheet"]} == {"Plan"}


def test_where_the_two_differ_that_is_a_warning() -> None:
    found = read({"Plan": lines(1, 2, 3, 4, 5), "Late": lines(2, 3, status="Complete")})
    (problem,) = found.file_problems
    assert problem.level == "warning"
    assert "2 of them have another status here." in problem.advice


def test_reworded_under_the_same_reference_it_is_the_same_action() -> None:
    closed = lines(5, status="Closed")
    closed[1][1] = "Write the policy for team 5 (done 3 May 2025)"
    found = read({"Open": lines(1, 2, 3, 4, 5), "Closed": closed})
    assert len(found.frames["actions"]) == 5


def test_the_same_reference_for_something_else_is_another_action() -> None:
    other = [HEADINGS, ["1", "Recruit two solicitors", "Head of HR", date(2025, 3, 1), "Open"]]
    found = read({"Legal": lines(1, 2, 3), "Workforce": other})
    assert len(found.frames["actions"]) == 4
    assert {*found.frames["actions"]["theme"]} == {"Legal", "Workforce"}


def test_two_lists_on_one_sheet_are_two_lists_all_the_same() -> None:
    both = [["Open actions"], *lines(1, 2, 3), [], ["Closed actions"], *lines(3, 4, status="Done")]
    found = read({"Plan": both})
    assert len(found.frames["actions"]) == 4
    assert actions(found)["Write the policy for team 3"] == "complete"


def test_copies_without_a_date_count_once_and_are_asked_about() -> None:
    found = read({"Plan": lines(1, 2, 3, 4), "Plan (2)": lines(1, 2, 3, 4, status="Closed")})
    assert len(found.frames["actions"]) == 4
    (problem,) = found.file_problems
    assert problem.level == "warning"
    assert "They look like copies of one list" in problem.advice


def test_a_sheet_that_was_left_out_counts_nothing() -> None:
    sheets = {"Plan": lines(1, 2, 3), "Plan (2)": lines(1, 2, 3)}
    assert read(sheets, Choices(sheets={"Plan": LEAVE_OUT})).file_problems == ()
