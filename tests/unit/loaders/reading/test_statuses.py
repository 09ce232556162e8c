"""What stands for a status and must be asked: colours, letters, ticks and a plan's own words."""

from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Reading
from workstreams.actions.columns import ACTIONS

RED, AMBER, GREEN = "FF0000", "FFC000", "00B050"


def plan(
    heading: str,
    cells: list[Any],
    choices: Choices | None = None,
    fills: list[str | None] | None = None,
    at: int = 3,
) -> Reading:
    rows = [["Ref", "Action", "Lead officer", heading]]
    rows += [[str(n), f"Deliver step {n}", "Head", cell] for n, cell in enumerate(cells, 1)]
    filled = {(row, at): fill for row, fill in enumerate(fills or [], 1) if fill}
    grids = [Grid("Plan", rows, fills=filled)]
    return check_grids(grids, "plan.xlsx", "", (ACTIONS,), choices or Choices()).readings[0]


def statuses(reading: Reading) -> list[str | None]:
    return [None if value != value else value for value in reading.frame["status"]]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        *(
            ("Status", [word, word, "Open"])
            for word in (
                *("Overdue", "Slipped", "At risk", "Pending", "Escalated", "BAU", "Met", "Blocked"),
                *("Completed (partially)", "Behind schedule", "100%", "Not applicable"),
            )
        ),
        ("Done", [True, True, False]),
        ("Done?", ["TRUE", "TRUE", "FALSE"]),
        ("Complete?", ["Y", "Y", "N"]),
        ("Completed?", ["Yes", "Yes", "No"]),
        ("Done", ["✓", "✓", "✗"]),
        ("Done", ["☑", "☑", "☐"]),
    ],
)
def test_a_plans_own_words_are_asked_once_with_their_counts(heading: str, cells: list[Any]) -> None:
    reading = plan(heading, cells)
    first = next(iter(reading.colours))
    assert first == (str(cells[0]).upper() if isinstance(cells[0], bool) else cells[0])
    assert reading.colours[first] == 2
    assert reading.coloured[first] == heading
    assert statuses(reading)[:2] == [None, None]
    assert reading.frame["rag"].isna().all()
    asked = [p for p in reading.problems if p.level == "warning"]
    assert [p.heading for p in asked] == [heading]
    assert f"{first} in 2 rows" in asked[0].advice

    answered = plan(heading, cells, Choices(colours={first.casefold(): "paused"}))
    assert statuses(answered)[:2] == ["paused", "paused"]
    assert not [p for p in answered.problems if first in p.advice]


def test_one_word_in_two_cases_is_one_question() -> None:
    assert plan("Status", ["Overdue", "OVERDUE", "overdue "]).colours == {"Overdue": 3}


def test_long_texts_are_no_words_of_a_key() -> None:
    reading = plan(
        "Status", ["The policy was sent to every team in March and then came back", "Open"]
    )
    assert reading.colours == {}
    assert [p.cell for p in reading.problems if p.level == "warning"] == ["D2"]


def test_of_many_different_words_only_those_that_repeat_are_asked() -> None:
    cells = [f"Stage number {n} of the plan" for n in range(45)]
    reading = plan("Status", [*cells, "Slipped", "Slipped"])
    assert reading.colours == {"Slipped": 2}


@pytest.mark.parametrize(
    "heading",
    [
        *("Severity", "Priority", "Risk rating", "Risk level", "Impact", "Likelihood", "Urgency"),
        *("Severity level", "Risk score", "Importance", "Criticality", "Complexity"),
    ],
)
def test_colours_of_severity_or_priority_are_theirs(heading: str) -> None:
    cells = ["High", "Medium", "Medium", "Low", "High"]
    reading = plan(heading, cells, fills=[RED, AMBER, AMBER, GREEN, RED])
    assert reading.colours == {}
    assert reading.frame["rag"].isna().all()


def test_colours_that_only_repeat_a_columns_words_are_its_own() -> None:
    cells = ["Legal", "Social care", "Legal", "Finance", "Legal", "Finance"]
    fills = [RED, AMBER, RED, GREEN, RED, GREEN]
    assert plan("Directorate", cells, fills=[*fills]).colours == {}


@pytest.mark.parametrize("at", [0, 1])
def test_colours_of_a_column_without_any_of_its_own_are_asked_with_its_heading(at: int) -> None:
    reading = plan("Notes", ["a", "b", "c", "d"], fills=[RED, AMBER, GREEN, GREEN], at=at)
    assert reading.colours == {"red": 1, "amber": 1, "green": 2}
    assert set(reading.coloured.values()) == {("Ref", "Action")[at]}


def test_a_word_in_the_status_column_is_asked_rather_than_its_colour() -> None:
    reading = plan("Status", ["Slipped", "Met", None], fills=[RED, GREEN, GREEN])
    assert reading.colours == {"Slipped": 1, "Met": 1, "green": 1}
