"""A heading that names a field is not taken for it where no cell is what the field holds."""

from datetime import date
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Checked
from workstreams import TABLES

TASKS = ["Approve the policy", "Write to partners", "Recruit two solicitors", "Audit the files"]
OWNERS = ["Head of Legal", "Practice manager", "HR lead", "Director"]
DAYS = [date(2026, 1, 5), date(2026, 2, 6), date(2026, 3, 9), date(2026, 4, 1)]


def check(choices: Choices | None = None, **columns: list[Any]) -> Checked:
    rows = [list(row) for row in zip(*columns.values(), strict=True)]
    headings = [name.replace("_", " ") for name in columns]
    grid = Grid("Sheet1", [headings, *rows])
    return check_grids([grid], "plan.xlsx", "", TABLES, choices or Choices())


def said(checked: Checked) -> list[str]:
    return [p.advice for p in checked.problems if p.level == "warning"]


@pytest.mark.parametrize("heading", ["By", "When", "Due", "Target_date", "Deadline", "Timescale"])
@pytest.mark.parametrize(
    "words",
    [["Chair"] * 4, OWNERS, ["Cabinet", "Board", "Cabinet", "Scrutiny"], ["x", "y", "z", "w"]],
)
def test_a_list_of_decisions_without_a_date_to_come_is_no_plan(
    heading: str, words: list[str]
) -> None:
    checked = check(Date=DAYS, Decision=TASKS, **{heading: words})
    assert not checked.frames
    assert any("was not read: 4 rows" in one for one in said(checked))


@pytest.mark.parametrize("heading", ["By", "Due_date", "By_when", "Completion_date", "Deadline"])
@pytest.mark.parametrize("words", [["Chair"] * 4, ["Chair", None, "Board", "Cabinet"]])
def test_a_date_that_is_none_is_said_and_the_rest_is_read(heading: str, words: list[Any]) -> None:
    checked = check(Action=TASKS, Owner=OWNERS, Status=["Open"] * 4, **{heading: words})
    frame = checked.frames["actions"]
    assert frame["owner"].tolist() == OWNERS
    assert frame[["due_date", "completed_date"]].isna().all(axis=None)
    shown = heading.replace("_", " ")
    assert [u.heading for r in checked.readings for u in r.unused] == [shown]
    assert any(one.startswith("This column was not read. It holds words") for one in said(checked))


def test_so_it_is_in_a_plan_of_one_row() -> None:
    checked = check(Action=TASKS[:1], Owner=OWNERS[:1], Due_date=["Chair"])
    assert [u.holds for r in checked.readings for u in r.unused] == ["words"]


@pytest.mark.parametrize(
    "words",
    [
        [None] * 4,
        ["Ongoing", "TBC", None, "asap"],
        ["Spring term", "Autumn term", "Easter", "Summer"],
        ["Term 2", "March", "Q3", "end of June"],
        ["When funded", "In six months", "Next year", "n/a"],
        ["31/06/2026", "30/02/2026", "31/11/2026", "soon"],
        ["Chair", "Board", None, "31/03/2026"],
        ["Chair", None, None, None],
        ["dd/mm/yyyy"] * 4,
    ],
)
@pytest.mark.parametrize("heading", ["By", "Due_date", "Deadline"])
def test_a_date_that_is_not_known_yet_keeps_its_column(heading: str, words: list[Any]) -> None:
    checked = check(Action=TASKS, Owner=OWNERS, **{heading: words})
    fields = checked.readings[0].fields
    assert fields["due_date"] == heading.replace("_", " ")


@pytest.mark.parametrize(
    ("heading", "cells", "holds", "like"),
    [
        ("Owner", DAYS, "dates", "raised_date"),
        ("Lead", [1, 2, 3, 4], "numbers", "percent_complete"),
        ("Status", DAYS, "dates", "raised_date"),
        (
            "Status",
            [f"The board saw the draft and asked for {t.lower()}" for t in TASKS],
            *[""] * 2,
        ),
    ],
)
def test_other_fields_are_not_taken_from_cells_that_are_none_of_theirs(
    heading: str, cells: list[Any], holds: str, like: str
) -> None:
    checked = check(Action=TASKS, Due_date=DAYS, RAG=["R", "A", "G", "G"], **{heading: cells})
    unused = [one for reading in checked.readings for one in reading.unused]
    assert [one.heading for one in unused] == [heading]
    assert unused[0].holds == (holds or "long texts")
    assert unused[0].like in {like, "update", "start_date"}


def test_a_target_of_words_is_no_number() -> None:
    checked = check(
        Indicator=["Visits", "Plans", "Caseload"],
        Period=DAYS[:3],
        Value=[80, 70, 18],
        Target=["up", "down", "up"],
    )
    assert "target" not in checked.readings[0].fields
    assert [one.heading for one in checked.readings[0].unused] == ["Target"]


def test_what_an_officer_says_a_column_is_it_is() -> None:
    choices = Choices(fields={"actions": {"By": "due_date"}})
    checked = check(choices, Action=TASKS, Owner=OWNERS, By=["Chair"] * 4)
    assert checked.readings[0].fields["due_date"] == "By"


@pytest.mark.parametrize("heading", ["Milestone", "Issue", "Deliverable", "Item_description"])
@pytest.mark.parametrize(
    "cells",
    [DAYS, ["Jun 2026", "Sept 2026", "31.12.26", "Q4 2026/27"], [1, 2, 3, 4], [0.5, 1.0, 2.5, 3.0]],
)
def test_an_action_is_not_read_from_dates_or_numbers(heading: str, cells: list[Any]) -> None:
    checked = check(
        **{heading: cells},
        What_we_will_do_to_improve=TASKS,
        Owner=OWNERS,
        Status=["Open"] * 4,
    )
    assert checked.frames["actions"]["title"].tolist() == TASKS


def test_words_are_no_references() -> None:
    items = ["School attendance", "Annual report on fostering", "Budget for the year", "Placements"]
    checked = check(Item=items, Action=TASKS, Owner=OWNERS, Due=DAYS)
    assert "ref" not in checked.readings[0].fields


@pytest.mark.parametrize("heading", ["By", "When"])
def test_people_under_a_date_s_name_are_the_owners_where_the_plan_is_sure(heading: str) -> None:
    checked = check(Ref=["A1", "A2", "A3", "A4"], Action=TASKS, **{heading: OWNERS}, Due=DAYS)
    assert checked.frames["actions"]["owner"].tolist() == OWNERS
    assert checked.readings[0].guessed == ("owner",)
    assert any("called like a date" in one for one in said(checked))
