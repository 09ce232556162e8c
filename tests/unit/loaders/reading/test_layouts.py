"""The other tables of a plan, in the layouts they are kept in, told apart by their headings."""

from datetime import UTC, datetime
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Reading
from loaders.reading import periods
from loaders.reading.periods import dated
from workstreams import TABLES
from workstreams.actions.columns import ACTIONS


def day(year: int, month: int, number: int) -> datetime:
    return datetime(year, month, number, tzinfo=UTC)


def read(rows: list[list[Any]], sheet: str = "Sheet1") -> Reading:
    width = max(map(len, rows))
    values = [[*line, *[None] * (width - len(line))] for line in rows]
    checked = check_grids([Grid(sheet, values)], "x.xlsx", "", TABLES, Choices())
    return checked.readings[0]


SHEETS: dict[str, tuple[str, list[list[Any]], int]] = {  # name -> table, sheet, records
    "one row a post": (
        "posts",
        [
            ["post_id", "title", "team", "grade_band", "fte", "status", "advert_date"],
            ["CLT01", "Solicitor", "Legal", "HC9", 1, "filled-permanent", None],
            ["CLT02", "Assistant", "Legal", "HC4", 0.5, "vacant-not-recruiting", None],
        ],
        2,
    ),
    "a list of people and courses": (
        "trained",
        [
            ["Role", "User", "Required training", "Owner", "Due date", "Status"],
            ["Social worker", "A B", "HRA", "Training lead", day(2021, 1, 1), "Completed"],
            ["Social worker", "C D", "HRA", "Training lead", day(2021, 1, 1), "Overdue"],
        ],
        2,
    ),
    "groups of staff": (
        "cohorts",
        [
            ["Cohort", "Course", "In role", "Trained", "As at"],
            ["Social workers", "HRA workshop", 35, 24, day(2021, 9, 7)],
            ["Middle managers", "HRA workshop", 12, 5, day(2021, 9, 7)],
        ],
        2,
    ),
    "events": (
        "attendance",
        [
            ["Event", "Date", "Attendees"],
            ["Call-in training", day(2021, 9, 1), 15],
            ["Induction", day(2021, 10, 1), 7],
        ],
        2,
    ),
    "people by courses with dates": (
        "trained",
        [
            ["Employee", "Team", "HRA", "Section 20", "Induction"],
            ["A", "Legal", day(2021, 1, 1), None, day(2020, 1, 1)],
            ["B", "Legal", None, day(2021, 3, 1), None],
        ],
        6,
    ),
    "people by courses with ticks": (
        "trained",
        [
            ["Name", "Job title", "HRA", "Section 20"],
            ["A", "SW", "✓", None],
            ["B", "SW", None, "✓"],
        ],
        4,
    ),
    "one row an indicator and month": (
        "indicators",
        [
            ["Measure", "Month", "Actual", "Target", "Polarity"],
            ["Advice in time", day(2021, 9, 30), 0.8, 0.9, "Higher"],
            ["Complaints", day(2021, 9, 30), 4, 2, "Lower"],
        ],
        2,
    ),
    "quarters across": (
        "indicators",
        [
            ["Indicator", "Target", "Good is", "Q1 2021/22", "Q2 2021/22", "Q3 2021/22"],
            ["Advice in time", 0.9, "High", 0.7, 0.8, 0.85],
        ],
        3,
    ),
    "dates across": (
        "indicators",
        [
            ["Indicator", "Better when", day(2021, 4, 30), day(2021, 5, 31), day(2021, 6, 30)],
            ["Advice in time", "higher", 0.7, 0.8, None],
        ],
        2,
    ),
    "cases": (
        "hra_cases",
        [
            ["Case", "Current stage", "Date notified", "Outcome", "Closed"],
            ["1", "Issued", day(2020, 1, 1), None, None],
            ["2", "Concluded", day(2019, 1, 1), "Damages", day(2020, 5, 1)],
        ],
        2,
    ),
    "capacity": (
        "capacity",
        [
            ["Month", "Fee earners", "Cases per fee earner", "Live cases"],
            ["Apr 2021", 4.6, 16, 100],
            ["May 2021", 5, 16, 95],
        ],
        2,
    ),
    "recommendations": (
        "actions",
        [
            ["Rec", "Recommendation", "Executive response", "Date of response", "Lead"],
            ["1", "Publish", "Accepted", day(2019, 1, 18), "Director"],
        ],
        1,
    ),
    "meetings": (
        "meetings",
        [["Meeting date", "Meeting"], [day(2021, 9, 7), "Scrutiny"], [day(2021, 11, 23), None]],
        2,
    ),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_known_by_its_headings(name: str) -> None:
    table, rows, records = SHEETS[name]
    found = read(rows)
    assert found.table == table
    assert len(found.frame) == records


def test_a_legend_of_grades_is_not_taken_for_actions() -> None:
    rows = [["Priority", "Description"], ["High", "Act within a month"], ["Low", "Act in a year"]]
    assert read(rows).table != "actions"


def test_a_date_in_a_matrix_is_when_the_course_was_completed() -> None:
    frame = read(SHEETS["people by courses with dates"][1]).frame
    done = frame[frame["completed_date"].notna()]
    assert done["course"].tolist() == ["HRA", "Induction", "Section 20"]
    assert frame["position"].isna().all()


def test_a_blank_in_a_series_is_no_record_and_a_blank_in_a_matrix_is_one() -> None:
    assert len(read(SHEETS["dates across"][1]).frame) == 2
    assert len(read(SHEETS["people by courses with ticks"][1]).frame) == 4


@pytest.mark.parametrize(
    ("heading", "iso"),
    [
        ("Progress October 2003", "2003-10-31"),
        ("Update - Nov 21", "2021-11-30"),
        ("Progress as at 31 March 2022", "2022-03-31"),
        ("October 2021 update", "2021-10-31"),
        ("Outcome Q1", ""),
        ("Progress", None),
        ("Progress against target", None),
        ("Action from October 2003", None),
    ],
)
def test_a_period_behind_a_heading_makes_it_a_dated_update(heading: str, iso: str | None) -> None:
    found = dated(ACTIONS["update"], heading)
    assert (found is None) == (iso is None)
    if found and iso:
        assert found[0] is not None
        assert found[0].isoformat() == iso


def test_a_dash_in_the_last_column_does_not_hide_what_the_one_before_said() -> None:
    spread = {0: (None, "Progress Oct"), 1: (None, "Progress Dec")}
    latest, told = periods.history(
        [["Offer made", "Drafted", "-"], ["-", "Agreed", "-"]],
        ["Progress Oct", "Progress Dec"],
        spread,
    )
    assert latest == ["Offer made", "Agreed", None]
    assert told[0] == [["", "Progress Oct", "Offer made"], ["", "Progress Dec", "-"]]
