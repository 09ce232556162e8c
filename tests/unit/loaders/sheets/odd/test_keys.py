"""A key straight under a plan, however small, is no record; what it says is kept."""

from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Reading
from workstreams import TABLES

HEADINGS = ["Action", "Lead", "By when", "RAG"]
PLAN = [["Appoint a lead", "Director", "June 2025", "G"], ["Write the policy", "Lead", "", "A"]]
TWO_CELLS = [["R", "Behind"], ["A", "At risk"], ["G", "On track"]]
NAMES = [["Red", "Not begun"], ["Amber", "Slipping"]]
ONE_CELL = [["RED: not started"], ["AMBER - started"], ["GREEN = done"]]


def read(rows: list[list[Any]]) -> Reading:
    filled = [[cell or None for cell in row] + [None] * (4 - len(row)) for row in rows]
    grid = Grid("Plan", [[*HEADINGS], *filled])
    return check_grids([grid], "plan.xlsx", "", TABLES, Choices()).readings[0]


@pytest.mark.parametrize("key", [TWO_CELLS, NAMES, ONE_CELL])
@pytest.mark.parametrize("records", [1, 2])
def test_a_key_under_one_or_two_actions_is_told_from_them(
    key: list[list[Any]], records: int
) -> None:
    reading = read([*PLAN[:records], *key])
    assert len(reading.frame) == records
    assert {why for _, why in reading.left_out} == {"a key to letters or colours"}
    assert reading.key


def test_actions_known_by_letters_are_records() -> None:
    full = ["Clerk", "1/5/25", "Open", "Begun"]
    rows = [
        ["Ref", "Action", "Lead", "Due", "Status", "Progress"],
        ["C", "Set up the board", *full],
        ["D", "Agree the budget", *full],
        ["A", "Write the policy", None, None, None, None],
        ["B", "Appoint a lead", None, None, None, None],
    ]
    reading = check_grids([Grid("Plan", rows)], "plan.xlsx", "", TABLES, Choices()).readings[0]
    assert reading.frame["title"].tolist() == [row[1] for row in rows[1:]]


def test_one_letter_twice_is_no_key() -> None:
    reading = read([*PLAN, ["A", "Slow"], ["A", "Slower"]])
    assert len(reading.frame) + len(reading.left_out) == 4
