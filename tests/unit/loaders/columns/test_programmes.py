"""A programme of what comes to meetings is told from a plan, and asked about."""

from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Checked
from workstreams import TABLES

WORK = [
    ["Meeting date", "Item", "Purpose", "Lead officer", "Cabinet member", "Report deadline"],
    ["12/9/2024", "Budget monitoring", "To note the position", "Chief finance officer", "", ""],
    ["14/11/2024", "Road safety strategy", "To scrutinise it", "Head of highways", "", ""],
]
FORWARD = [
    ["Decision", "Decision maker", "Date of decision", "Key decision?", "Contact officer"],
    ["Award of the highways contract", "Cabinet", "10/12/2024", "Yes", "Head of procurement"],
    ["Disposal of land at Mill Road", "Cabinet member", "20/1/2025", "No", "Estates surveyor"],
]
PLAN = [
    ["Meeting", "Action", "Lead officer", "Report deadline"],
    ["12/9/2024", "Write to the minister", "Clerk", "1/10/2024"],
    ["12/9/2024", "Obtain three quotes", "Clerk", "1/10/2024"],
]


def checked(rows: list[list[Any]], title: str, **said: Any) -> Checked:
    values = [[title], *[[cell or None for cell in row] for row in rows]]
    values = [[*row, *[None] * (6 - len(row))] for row in values]
    return check_grids([Grid("Sheet1", values)], "a.xlsx", "", TABLES, Choices(**said))


@pytest.mark.parametrize("rows", [WORK, FORWARD])
@pytest.mark.parametrize("title", ["Scrutiny work programme 2024/25", "Forward plan", "Sheet"])
def test_a_programme_is_not_read_and_that_is_said(rows: list[list[Any]], title: str) -> None:
    read = checked(rows, title)
    assert not any(one.table for one in read.readings)
    (told,) = [p for p in read.problems if "programme of what comes to meetings" in p.advice]
    assert told.level == "warning"


@pytest.mark.parametrize("rows", [WORK, FORWARD])
def test_it_is_read_once_somebody_says_that_it_is_a_plan(rows: list[list[Any]]) -> None:
    read = checked(rows, "Forward plan", sheets={"Sheet1": "actions"})
    assert read.readings[0].table == "actions"
    assert len(read.readings[0].frame) == 2


def test_a_plan_of_a_working_group_is_a_plan_whatever_it_is_called() -> None:
    assert checked(PLAN, "Work programme").readings[0].table == "actions"


def test_what_says_how_far_it_has_got_is_a_plan() -> None:
    rows = [[*row[:5], more] for row, more in zip(WORK, ("Status", "Open", "Closed"), strict=True)]
    assert checked(rows, "Work programme").readings[0].table == "actions"


def test_recommendations_sent_to_cabinet_are_no_programme() -> None:
    rows = [
        ["Rec", "Recommendation", "Sent to Cabinet", "Date Cabinet replied", "Purpose"],
        ["1", "Publish the vacancy rate", "12/9/2024", "", ""],
        ["2", "Report each quarter", "12/9/2024", "", ""],
    ]
    assert checked(rows, "Forward plan").readings[0].table == "actions"
