"""A ditto mark holds what stands above it, and it is said that it was read so."""

from datetime import date
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Reading
from loaders.sheets.ditto import is_ditto
from workstreams import TABLES

HEADINGS = ["Ref", "Action", "Owner", "Due date", "Status"]
MARKS = [
    *('"', "″", "”", "“", "〃", "''", ",,", " “ ", '- " -', '" "', "do.", "do", "-do-", "Ditto"),
    *("ditto.", "As above", "as above.", "(as above)", "Same as above", "See above", "same above"),
]
OTHERS = [
    *("Do", "DO", "To do", "None", "above", "See above for the plan", "Same", "-", "…", ".", ""),
    *("Above target", "As above, and HR", "Toronto", "Improve", '"Red"', "5'", '12"', "see ref 3"),
]


def read(*rows: list[Any], **more: Any) -> Reading:
    values = [[*row, *[None] * (5 - len(row))] for row in (HEADINGS, *rows)]
    grid = Grid("Plan", values, **more)
    return check_grids([grid], "plan.xlsx", "", TABLES, Choices()).readings[0]


@pytest.mark.parametrize("mark", MARKS)
def test_a_ditto_is_known_however_it_is_written(mark: str) -> None:
    assert is_ditto(mark)
    reading = read(
        ["1", "Write the rota", "Director", date(2026, 5, 1), "Open"],
        ["2", "Recruit two solicitors", mark, mark, "Open"],
        ["3", "Audit the files", mark, date(2026, 6, 1), mark],
    )
    frame = reading.frame
    assert frame["owner"].tolist() == ["Director"] * 3
    assert [day.month for day in frame["due_date"]] == [5, 5, 6]
    assert frame["status"].tolist() == ["in progress"] * 3
    told = [(p.cell, p.advice) for p in reading.problems if p.level == "note"]
    same = "Read as what stands above it in the same column."
    assert told == [("C3 to C4", same), ("D3", same), ("E4", same)]


@pytest.mark.parametrize("text", OTHERS)
def test_what_says_more_or_less_is_none(text: str) -> None:
    assert not is_ditto(text)


def test_a_ditto_with_nothing_above_it_stays_and_is_no_title_of_a_group() -> None:
    reading = read(
        ["1", "Write the rota", "As above", None, "Open"],
        ["The front door"],
        ["2", "Recruit two solicitors", "Director", None, "Open"],
        ["as above", "Audit the files", "Director", None, "Open"],
    )
    assert reading.frame["owner"].tolist()[0] == "As above"
    assert reading.frame["ref"].tolist() == ["1", "2", "2"]


def test_a_ditto_under_a_merged_cell_and_after_another_holds_the_same() -> None:
    reading = read(
        ["1", "Write the rota", "Director", "31/05/2026", "Open"],
        ["2", "Recruit two solicitors", None, '"', "Open"],
        ["3", "Audit the files", '"', '"', "Open"],
        merged=((1, 2, 2, 2),),
    )
    assert reading.frame["owner"].tolist() == ["Director"] * 3
    assert {day.isoformat()[:10] for day in reading.frame["due_date"]} == {"2026-05-31"}
