"""Ticks under words of the status: one a row, beside words, two in a row."""

from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Reading
from workstreams import TABLES


def read(headings: list[str], *cells: list[Any]) -> Reading:
    rows = [[str(n), f"Write policy {n}", "Clerk", *more] for n, more in enumerate(cells, 1)]
    grid = Grid("Plan", [["Ref", "Action", "Lead", *headings], *rows])
    return check_grids([grid], "plan.xlsx", "", TABLES, Choices()).readings[0]


@pytest.mark.parametrize("tick", ["✓", "x", "Yes"])
def test_a_tick_gives_the_status_it_stands_under(tick: str) -> None:
    reading = read(
        ["Not started", "In progress", "Complete"],
        [None, tick, None],
        [tick, None, None],
        [None, None, tick],
    )
    assert reading.frame["status"].tolist() == ["in progress", "not started", "complete"]
    (told,) = [p for p in reading.problems if "tick" in p.advice]
    assert told.level == "note"


def test_two_ticks_in_a_row_give_none_and_that_is_a_warning() -> None:
    reading = read(["Not started", "In progress"], ["✓", "✓"], ["✓", None], [None, "✓"])
    assert reading.frame["status"].isna().tolist() == [True, False, False]
    assert any(p.level == "warning" and p.cell == "D2, E2" for p in reading.problems)


def test_a_tick_beside_words_counts_where_it_says_that_the_work_has_ended() -> None:
    reading = read(
        ["Progress", "Closed", "On hold"],
        ["Ongoing", None, None],
        ["Ongoing", "x", None],
        [None, "x", None],
        ["Not started", None, "x"],
    )
    said = ["in progress", "complete", "complete", "not started"]
    assert reading.frame["status"].tolist() == said
    assert [one.heading for one in reading.unused] == ["On hold"]
