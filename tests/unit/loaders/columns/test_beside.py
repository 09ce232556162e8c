"""Where what was asked for stands once for several actions, each row is the action."""

from datetime import date
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Reading
from workstreams import TABLES

ASKED = ["Set a clear long-term financial plan", "Strengthen the work with partners"]
ACTIONS = [
    *("Publish a five year plan", "Hold a savings board each quarter"),
    *("Refresh the local partnership", "Map all partnerships"),
]


def read(asked: str, action: str, cells: list[Any], actions: list[str], **more: Any) -> Reading:
    headings = [asked, action, "Lead", "Timeline"]
    rows = [
        [one, what, "Chief executive", date(2026, 3 + n, 1)]
        for n, (one, what) in enumerate(zip(cells, actions, strict=True))
    ]
    grid = Grid("Plan", [headings, *rows], **more)
    return check_grids([grid], "plan.xlsx", "", TABLES, Choices()).readings[0]


@pytest.mark.parametrize(
    "asked", ["Recommendation", "Must do", "Improvement required", "Objective"]
)
@pytest.mark.parametrize("action", ["Our actions", "Action(s) we will take", "Council action"])
@pytest.mark.parametrize("merged", [True, False])
def test_the_actions_are_read_where_what_was_asked_for_stands_over_several(
    asked: str, action: str, merged: bool
) -> None:
    one, two = ASKED
    cells = [one, None, two, None] if merged else [one, one, two, two]
    tall = ((1, 0, 2, 0), (3, 0, 4, 0)) if merged else ()
    reading = read(asked, action, cells, ACTIONS, merged=tall)
    assert reading.frame["title"].tolist() == ACTIONS
    assert reading.frame["detail"].tolist() == [one, one, two, two]


def test_what_was_asked_for_stays_where_each_row_has_one() -> None:
    asked = [*ASKED, "Review the budget each month", "Publish the forward plan"]
    reading = read("Recommendation", "Our actions", asked, ACTIONS)
    assert reading.frame["title"].tolist() == asked
    assert reading.frame["detail"].tolist() == ACTIONS


@pytest.mark.parametrize("heading", ["Action taken", "Actions completed to date", "Action update"])
def test_what_has_been_done_is_not_what_is_to_be_done(heading: str) -> None:
    one, two = ASKED
    done = ["It was published", "The board has met twice", "It was refreshed", "All were mapped"]
    reading = read("Recommendation", heading, [one, one, two, two], done)
    assert reading.frame["title"].tolist() == [one, one, two, two]
