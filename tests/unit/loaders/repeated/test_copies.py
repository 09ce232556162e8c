"""One sheet a month: the latest is read, and each is known with its date."""

import calendar
from datetime import date
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import EACH, LATEST, Choices
from loaders.formats.grid import Grid
from loaders.outcome import Checked
from workstreams import TABLES

STATUS = ("Open", "In progress", "Complete")


def plan(status: str = "Open", rows: int = 5, refs: bool = True) -> list[list[Any]]:
    headings = ["Ref", "Action", "Owner", "Due date", "Status"]
    own = [
        [str(n), f"Write the policy for team {n}", "Head of Legal", date(2025, 3, n), status]
        for n in range(1, rows + 1)
    ]
    return [one[0 if refs else 1 :] for one in [headings, *own]]


def read(
    sheets: dict[str, list[list[Any]]], file: str = "plan.xlsx", choices: Choices | None = None
) -> Checked:
    grids = [Grid(name, rows) for name, rows in sheets.items()]
    return check_grids(grids, file, "", TABLES, choices or Choices())


def months(*names: str, refs: bool = True) -> dict[str, list[list[Any]]]:
    return {name: plan(status, refs=refs) for name, status in zip(names, STATUS, strict=False)}


APRIL, MAY, JUNE = date(2024, 4, 30), date(2024, 5, 31), date(2024, 6, 30)


@pytest.mark.parametrize("refs", [True, False])
@pytest.mark.parametrize(
    ("names", "file", "days"),
    [
        (("April 2024", "May 2024", "June 2024"), "plan.xlsx", (APRIL, MAY, JUNE)),
        (("Apr 24", "May 24", "Jun 24"), "plan.xlsx", (APRIL, MAY, JUNE)),
        (("Plan_Apr_2024", "Plan_May_2024", "Plan_Jun_2024"), "p.xlsx", (APRIL, MAY, JUNE)),
        (("30.04.24", "31.05.24", "30.06.24"), "plan.xlsx", (APRIL, MAY, JUNE)),
        (("2024-04-30", "2024-05-31", "2024-06-30"), "plan.xlsx", (APRIL, MAY, JUNE)),
        (("Apr-24 update", "May-24 update", "Jun-24 update"), "p.xlsx", (APRIL, MAY, JUNE)),
        (("April", "May", "June"), "Plan 2024.xlsx", (APRIL, MAY, JUNE)),
        (("April", "May", "June"), "Plan 2024-25.xlsx", (APRIL, MAY, JUNE)),
        (
            ("Nov", "Dec", "Jan"),
            "Plan 2024-25.xlsx",
            (date(2024, 11, 30), date(2024, 12, 31), date(2025, 1, 31)),
        ),
        (
            ("Nov", "Dec", "Jan"),
            "Plan 2024.xlsx",
            (date(2024, 11, 30), date(2024, 12, 31), date(2025, 1, 31)),
        ),
        (("Apr", "May", "Jun"), "Plan v2 24-25.xlsx", (APRIL, MAY, JUNE)),
        (
            ("Q1 2024-25", "Q2 2024-25", "Q3 2024-25"),
            "plan.xlsx",
            (JUNE, date(2024, 9, 30), date(2024, 12, 31)),
        ),
        (("April", "May", "June"), "plan.xlsx", (None, None, None)),
    ],
)
def test_the_latest_is_the_plan_whatever_the_sheets_are_called(
    names: tuple[str, ...], file: str, days: tuple[date | None, ...], refs: bool
) -> None:
    found = read(months(*names, refs=refs), file)
    assert [copy.sheets for copy in found.copies] == [(name,) for name in names]
    assert [copy.as_at for copy in found.copies] == [*days]
    assert {*found.frames["actions"]["sheet"]} == {names[-1]}
    assert {*found.frames["actions"]["status"]} == {"complete"}
    assert [out.sheet for out in found.left_out] == [*names[:-1]]
    assert found.as_at == days[-1]
    (problem,) = found.file_problems
    assert problem.level == "warning"
    assert f"“{names[0]}” (5)" in problem.advice


def test_the_newest_sheet_may_stand_first() -> None:
    found = read(dict(reversed(months("April 2024", "May 2024", "June 2024").items())))
    assert [copy.sheets[0] for copy in found.copies] == ["April 2024", "May 2024", "June 2024"]
    found = read(dict(reversed(months("April", "May", "June").items())))
    assert found.copies[-1].sheets == ("June",)


@pytest.mark.parametrize("fullest", range(3))
def test_months_go_on_in_the_order_of_the_sheets_whichever_looks_most_like_a_plan(
    fullest: int,
) -> None:
    names = ("Sept", "Oct", "Nov")
    sheets = months(*names)
    for row, more in zip(sheets[names[fullest]], ("Theme", *"abcde"), strict=True):
        row.append(more)
    found = read(sheets)
    assert [copy.sheets[0] for copy in found.copies] == [*names]
    assert {*found.frames["actions"]["sheet"]} == {"Nov"}


@pytest.mark.parametrize(
    ("stand", "order"),
    [
        (("Nov", "Sept", "Oct"), ("Sept", "Oct", "Nov")),
        (("Jan", "Nov", "Dec"), ("Nov", "Dec", "Jan")),
        (("March", "Feb"), ("Feb", "March")),
        (("Mar", "Jan", "Feb"), ("Jan", "Feb", "Mar")),
    ],
)
def test_sheets_that_stand_in_no_order_follow_one_another_in_the_shortest_time(
    stand: tuple[str, ...], order: tuple[str, ...]
) -> None:
    assert [copy.sheets[0] for copy in read(months(*stand)).copies] == [*order]


@pytest.mark.parametrize("turned", [1, -1])
def test_quarters_and_whole_years_follow_the_sheets(turned: int) -> None:
    for names in (("Jun", "Sep", "Dec", "Mar"), tuple(calendar.month_abbr[4:] + ["Jan"])):
        sheets = {name: plan() for name in names[::turned]}
        copies = read(sheets).copies
        assert [copy.sheets[0] for copy in copies] == [*names]


def test_a_date_on_the_sheet_counts_where_its_name_has_none() -> None:
    sheets = {
        name: [[f"Position as at {said}"], *plan(status)]
        for name, said, status in (
            ("Board", "30 June 2024", "Complete"),
            ("Board (2)", "30 April 2024", "Open"),
        )
    }
    found = read(sheets)
    assert [copy.as_at for copy in found.copies] == [APRIL, JUNE]
    assert found.as_at == JUNE


def test_months_without_a_year_are_of_the_year_before_the_date_that_is_given() -> None:
    given = Choices(as_at=date(2025, 1, 20), copies=LATEST)
    found = read(months("November", "December", "January"), choices=given)
    days = [date(2024, 11, 30), date(2024, 12, 31), date(2025, 1, 20)]
    assert [copy.as_at for copy in found.copies] == days


@pytest.mark.parametrize("said", [LATEST, EACH])
def test_once_it_was_said_there_is_nothing_to_ask(said: str) -> None:
    found = read(months("April 2024", "May 2024"), choices=Choices(copies=said))
    assert [problem.level for problem in found.file_problems] == ["note"]


def test_sheets_of_themes_with_the_same_numbers_are_no_copies() -> None:
    other = plan()
    for row in other[1:]:
        row[1] = f"Recruit to post {row[0]} of the court team"
    found = read({"March to freedom": plan(), "May": other})
    assert found.copies == ()
    assert len(found.frames["actions"]) == 10


def test_posts_a_month_are_copies_and_posts_a_team_are_not() -> None:
    posts = [
        ["Post no", "Job title", "FTE", "Status"],
        *([f"P{n}", "Solicitor", 1, "Vacant"] for n in range(1, 5)),
    ]
    a_month = read({"May 2024": posts, "June 2024": posts})
    assert len(a_month.copies) == 2
    assert len(a_month.frames["posts"]) == 4
    a_team = read({"Court team": posts, "Advice team": posts})
    assert a_team.copies == ()
    assert len(a_team.frames["posts"]) == 8


def test_other_sheets_of_the_file_are_read_all_the_same() -> None:
    posts = [
        ["Post no", "Job title", "FTE", "Status"],
        *([f"P{n}", "Solicitor", 1, "Vacant"] for n in range(1, 5)),
    ]
    found = read({**months("April 2024", "May 2024"), "Recruitment": posts})
    assert {*found.frames} == {"actions", "posts"}
