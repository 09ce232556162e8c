"""How things stand is read from a column whose heading carries a date: the latest of several."""

from datetime import date
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.columns.dated import dated, latest
from loaders.formats.grid import Grid
from loaders.outcome import Reading
from workstreams import TABLES
from workstreams.actions.columns import ACTIONS

TASKS = ["Recruit ten social workers", "Launch an academy", "Roll out the model", "Audit the files"]
OWNERS = ["Head of HR", "Principal social worker", "Director", "Head of Legal"]
DAYS = [date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)]
WORDS = ["Complete", "In progress", "Not started", "In progress"]
EARLIER = ["Not started"] * 4


def read(columns: dict[str, list[Any]]) -> Reading:
    plan = {"Action": TASKS, "Owner": OWNERS, "Due date": DAYS, **columns}
    grid = Grid("Plan", [[*plan], *map(list, zip(*plan.values(), strict=True))])
    return check_grids([grid], "plan.xlsx", "", TABLES, Choices()).readings[0]


@pytest.mark.parametrize(
    "heading",
    [
        *("Status at Sept 2026", "Status as at 30/09/2026", "Status September 2026", "Status (Q2)"),
        *("Q2 status", "Sept 2026 status", "Status - Q2 2026/27", "Status Sep-26", "Status June"),
    ],
)
def test_a_status_of_one_date_is_the_status(heading: str) -> None:
    reading = read({heading: WORDS})
    assert reading.fields["status"] == heading
    assert reading.frame["status"].tolist() == [word.casefold() for word in WORDS]


def test_words_of_the_plan_s_own_under_it_are_asked_about() -> None:
    own = ["Partially implemented", "Implemented", "Not yet due", "Risk accepted"]
    assert set(read({"Status at Sept 2026": own}).colours) == {"Not yet due", "Risk accepted"}


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Q1 RAG", "Q2 RAG"),
        ("RAG June 2026", "RAG Sept 2026"),
        ("RAG Q4 2025/26", "RAG Q1 2026/27"),
        ("RAG Dec", "RAG Jan"),
        ("RAG rating (May)", "RAG rating (Aug)"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_of_several_the_latest_is_read_and_the_others_are_said(
    earlier: str, later: str, turned: bool
) -> None:
    columns: dict[str, list[Any]] = {earlier: ["R", "R", "A", "R"], later: ["G", "A", "G", "B"]}
    reading = read(dict(reversed(columns.items())) if turned else columns)
    assert reading.fields["rag"] == later
    assert reading.frame["rag"].tolist() == ["G", "A", "G", "B"]
    assert [one.heading for one in reading.unused] == [earlier]
    assert "status" not in reading.fields


def test_a_quarter_that_nobody_has_filled_in_yet_is_not_the_latest() -> None:
    reading = read({"Q1 status": EARLIER, "Q2 status": WORDS, "Q3 status": [None] * 4})
    assert reading.fields["status"] == "Q2 status"


def test_one_without_a_date_comes_before_them() -> None:
    reading = read({"Status": WORDS, "Status at June 2026": EARLIER})
    assert reading.fields["status"] == "Status"


def test_sentences_by_quarter_stay_the_updates() -> None:
    told = ["Four are recruited and two start in May", "It is scoped", "60 are trained", "Begun"]
    reading = read({"Q1 progress": told, "Q2 progress": told[::-1], "Q2 RAG": ["G", "A", "R", "G"]})
    assert "status" not in reading.fields
    assert reading.frame["update"].tolist() == told[::-1]
    assert [len(one) for one in reading.frame["update_history"]] == [2] * 4


def test_a_name_with_a_period_is_known_on_either_side() -> None:
    status = ACTIONS["status"]
    assert dated(status, "Status at Sept 2026") == (date(2026, 9, 30), "at Sept 2026")
    assert dated(status, "Q2 status") == (None, "Q2")
    assert dated(status, "Status of the building") is None


def test_quarters_and_months_without_a_year_are_of_the_financial_year() -> None:
    assert latest({0: (None, "Q4"), 1: (None, "Q1")}) == 0
    assert latest({0: (None, "Jan"), 1: (None, "Dec")}) == 0
    assert latest({0: (date(2026, 6, 30), "June 2026"), 1: (None, "now")}) == 0
