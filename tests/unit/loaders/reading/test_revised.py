"""Several dates in a row are moves of one date, each with its reason; dates that contradict."""

from datetime import date
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Reading
from loaders.records import records
from workstreams.actions.columns import ACTIONS

MARCH, JUNE, SEPTEMBER = date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30)
ISO = ["2024-03-31", "2024-06-30", "2024-09-30"]


def read(
    headings: list[str], *rows: list[Any], choices: Choices | None = None, **more: Any
) -> Reading:
    lines = [["Ref", "Action", "Lead officer", "Status", *headings]]
    lines += [
        [str(number), "Write a protocol", "Head", "Open", *row]
        for number, row in enumerate(rows, 1)
    ]
    grids = [Grid("Action plan", lines, **more)]
    return check_grids(grids, "plan.xlsx", "", (ACTIONS,), choices or Choices()).readings[0]


def dates_of(reading: Reading, row: int = 0) -> list[str]:
    return [told[0] for told in reading.frame["due_date_history"].iloc[row]]


def current(reading: Reading, row: int = 0) -> Any:
    record = reading.frame.iloc[row]
    return record["revised_due_date"].date() if record["revised_due_date"] is not None else None


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("Original due date", "1st revised date", "2nd revised date"),
        ("Due date", "First revised date", "Second revised date"),
        ("Due date", "Revised date 1", "Revised date 2"),
        ("Due date", "Revised date (1)", "Revised date (2)"),
        ("Target date", "Revision 1", "Revision 2"),
        ("Target date", "1st revision", "2nd revision"),
        ("Original target date", "Revised target date", "2nd revised target date"),
        ("Deadline", "Revised deadline", "Further revised deadline"),
        ("Due date", "Revised date", "Re-revised date"),
        ("Due date", "Revised due date", "Extension"),
        ("Due date", "1st extension", "2nd extension"),
        ("Due date", "Extension 1", "Extension 2"),
        ("Due date", "First extension date", "Second extension date"),
        ("Due date", "Extended to", "Second extension"),
        ("Due date", "Revised date", "Latest revised date"),
        ("Due date", "New date", "New date 2"),
        ("Due date", "New due date 1", "New due date 2"),
        ("Due date", "Revised date", "Revised date"),
        ("By when", "1st Revised\nDate", "2nd Revised\nDate"),
        ("Due date", "Revised date May 2024", "Revised date Aug 2024"),
        ("Due date", "Amended date 1", "Amended date 2"),
        ("Due date", "Rescheduled date", "Rescheduled date 2"),
    ],
)
def test_several_later_dates_are_moves_and_the_latest_is_current(
    first: str, second: str, third: str
) -> None:
    reading = read(
        [first, second, third],
        [MARCH, JUNE, SEPTEMBER],
        [MARCH, JUNE, None],
        [MARCH, None, None],
    )
    assert [dates_of(reading, row) for row in range(3)] == [ISO, ISO[:2], []]
    assert (current(reading), current(reading, 1)) == (SEPTEMBER, JUNE)
    assert reading.frame["due_date"].dt.date.tolist() == [MARCH] * 3
    assert [(one["from"], one["to"]) for one in records(reading.frame)[0]["moves"]] == [
        (ISO[0], ISO[1]),
        (ISO[1], ISO[2]),
    ]


def test_numbers_in_the_headings_go_before_their_place() -> None:
    reading = read(["2nd revised date", "1st revised date", "Due date"], [SEPTEMBER, JUNE, MARCH])
    assert dates_of(reading) == ISO
    assert current(reading) == SEPTEMBER


def test_a_date_moved_forward_is_current_too() -> None:
    reading = read(["Due date", "1st revised date", "2nd revised date"], [JUNE, SEPTEMBER, MARCH])
    assert dates_of(reading) == [ISO[1], ISO[2], ISO[0]]
    assert current(reading) == MARCH


def test_a_date_given_again_as_it_was_is_no_move() -> None:
    reading = read(["Due date", "1st revised date", "2nd revised date"], [MARCH, MARCH, JUNE])
    assert dates_of(reading) == ISO[:2]


@pytest.mark.parametrize(
    ("headings", "row", "reasons"),
    [
        (
            ["Due date", "1st revised date", "Reason", "2nd revised date", "Reason"],
            [MARCH, JUNE, "Vacancy", SEPTEMBER, "Court backlog"],
            ["", "Vacancy", "Court backlog"],
        ),
        (
            ["Due date", "1st revised date", "2nd revised date", "Reason for revision"],
            [MARCH, JUNE, SEPTEMBER, "Court backlog"],
            ["", "", "Court backlog"],
        ),
        (
            ["Due date", "1st revised date", "2nd revised date", "Reason for revision"],
            [MARCH, JUNE, None, "Vacancy"],
            ["", "Vacancy"],
        ),
        (
            [
                *("Due date", "1st revised date", "2nd revised date"),
                *("Reason for 1st revision", "Reason for 2nd revision"),
            ],
            [MARCH, JUNE, SEPTEMBER, "Vacancy", "Court backlog"],
            ["", "Vacancy", "Court backlog"],
        ),
        (
            ["Due date", "Revised due date", "Reason for extension"],
            [MARCH, JUNE, "Vacancy"],
            ["", "Vacancy"],
        ),
        (
            ["Due date", "Revised date", "Why the date changed"],
            [MARCH, JUNE, "Vacancy"],
            ["", "Vacancy"],
        ),
        (
            ["Due date", "Rationale for extension", "Extended to"],
            [MARCH, "Vacancy", JUNE],
            ["", "Vacancy"],
        ),
    ],
)
def test_a_reason_beside_a_date_is_kept_with_its_move(
    headings: list[str], row: list[Any], reasons: list[str]
) -> None:
    reading = read(headings, row)
    assert [told[2] for told in reading.frame["due_date_history"].iloc[0]] == reasons


def test_a_move_told_in_the_cell_counts_with_those_in_columns() -> None:
    reading = read(["Due date", "Revised date"], ["30/06/2024 (was 31/03/2024)", SEPTEMBER])
    assert dates_of(reading) == ISO
    reading = read(["Due date"], ["30/06/2024 (was 31/03/2024)"])
    assert dates_of(reading) == ISO[:2]
    assert reading.frame["due_date"].dt.date.tolist() == [JUNE]


def test_a_column_that_an_officer_said_is_something_else_is_no_move() -> None:
    choices = Choices(fields={"actions": {"2nd revised date": "completed_date"}})
    headings = ["Due date", "1st revised date", "2nd revised date"]
    reading = read(headings, [MARCH, JUNE, SEPTEMBER], choices=choices)
    assert dates_of(reading) == ISO[:2]
    assert reading.frame["completed_date"].dt.date.tolist() == [SEPTEMBER]


def test_the_columns_read_are_said_together() -> None:
    reading = read(["Due date", "1st revised date", "2nd revised date"], [MARCH, JUNE, SEPTEMBER])
    assert reading.fields["revised_due_date"] == "2nd revised date"
    assert "each earlier one is kept" in reading.reasons["revised_due_date"]


@pytest.mark.parametrize("shows", ["6/28/2024", "12/31/2024", "04/13/24"])
def test_month_first_in_one_cell_holds_for_every_date_of_the_table(shows: str) -> None:
    headings = ["Due date", "Revised date", "Date raised"]
    reading = read(headings, ["9/11/2024", "10/12/2024", "1/2/2024"], ["", "", shows])
    first = reading.frame.iloc[0]
    assert first["due_date"].date() == date(2024, 9, 11)
    assert first["revised_due_date"].date() == date(2024, 10, 12)
    assert first["raised_date"].date() == date(2024, 1, 2)
    told = [p for p in reading.problems if p.level == "warning"]
    assert {cell for p in told for cell in p.cells} == {"E2", "F2", "G2", "G3"}
    assert all(shows in p.advice for p in told)


def test_where_others_are_day_first_a_doubtful_date_is_read_so_and_warned_of() -> None:
    rows = ["6/28/2024"], ["28/6/2024"], ["9/11/2024"]
    reading = read(["Due date"], *rows)
    days = [day.date() for day in reading.frame["due_date"]]
    assert days == [date(2024, 6, 28), date(2024, 6, 28), date(2024, 11, 9)]
    warned = {cell for p in reading.problems if p.level == "warning" for cell in p.cells}
    assert warned == {"E2", "E4"}


def test_dates_that_excel_took_may_be_changed_over_where_text_is_month_first() -> None:
    reading = read(["Due date"], ["6/28/2024"], [date(2024, 7, 6)], [date(2024, 5, 5)])
    changed = [p for p in reading.problems if "taken the day" in p.advice]
    assert [p.cell for p in changed] == ["E3"]
    reading = read(["Due date"], ["6/28/2024"], [date(2024, 7, 6)], [date(2024, 6, 30)])
    assert not [p for p in reading.problems if "taken the day" in p.advice]


def test_a_date_before_the_one_it_follows_is_a_warning() -> None:
    reading = read(["Date raised", "Due date"], [JUNE, MARCH], [MARCH, JUNE], [JUNE, JUNE])
    (problem,) = [p for p in reading.problems if p.level == "warning"]
    assert (problem.cell, problem.field) == ("F2", "due_date")
    assert problem.advice == "This is before date raised, 30 June 2024. Check both."


def test_a_date_of_completion_after_the_files_date_is_a_warning() -> None:
    rows = ["Due date", "Date completed"], [MARCH, SEPTEMBER], [MARCH, MARCH]
    reading = read(*rows, choices=Choices(as_at=JUNE))
    (problem,) = [p for p in reading.problems if p.level == "warning"]
    assert (problem.cell, problem.field) == ("F2", "completed_date")
    assert "30 June 2024" in problem.advice
    assert read(*rows, choices=Choices(as_at=SEPTEMBER)).problems == ()
