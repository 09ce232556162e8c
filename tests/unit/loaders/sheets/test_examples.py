"""Cells that show how a column is filled, and the rows of a form that hold them."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Reading
from loaders.sheets.examples import is_date_mask, is_list_of
from workstreams import TABLES

HEADINGS = ["Action", "Owner", "Due date", "RAG"]
TASKS = [
    *("Write the duty rota", "Recruit two solicitors", "Agree the court timetable"),
    *("A stable workforce", "Train the new starters", "Better decisions at the front door"),
]
OWNERS = ["Head of Legal", "Practice manager", "Director", "Principal social worker"]
MASKS = [
    *(
        "dd/mm/yyyy",
        "DD-MMM-YY",
        "yyyy-mm-dd",
        "mm/yy",
        "day/month/year",
        "dd.mm.yyyy",
        "DD MM YYYY",
    ),
    *("(dd/mm/yy)", "d/m/yy", "dd/mm/yyyy format", "Date (dd/mm/yyyy)", "<dd/mm/yyyy>", "mmm-yy"),
    *("Enter as dd/mm/yyyy", "e.g. dd/mm/yyyy", "DDMMYYYY", "MM/YYYY", "dd mmm yyyy"),
]
LISTS = ["R/A/G/B", "R, A, G", "Red / Amber / Green", "Red, Amber or Green", "red|amber|green"]
LISTS += ["R\nA\nG\nB", "Select: R/A/G", "BRAG: B, R, A, G", "(R/A/G)", "R - A - G"]


def records(count: int = 6) -> list[list[Any]]:
    return [
        [TASKS[n % 6], OWNERS[n % 4], date(2026, 1, 5) + timedelta(days=9 * n), "RAGB"[n % 4]]
        for n in range(count)
    ]


def read(rows: list[list[Any]], headings: list[str]) -> Reading:
    grid = Grid("Plan", [headings, *rows])
    return check_grids([grid], "plan.xlsx", "", TABLES, Choices()).readings[0]


def titles(rows: list[list[Any]]) -> list[str]:
    return [row[0] for row in rows]


@pytest.mark.parametrize("mask", MASKS)
def test_the_shape_of_a_date_is_known(mask: str) -> None:
    assert is_date_mask(mask)


@pytest.mark.parametrize(
    "text",
    [
        *("12/03/2026", "March 2026", "Day", "mm", "Monday", "dm", "Daily", "D", "Month", "d/d"),
        *("day to day", "Year end", "Midday", "summary", "my day", "Ready", "dd", "Q1 2026", ""),
    ],
)
def test_what_only_sounds_like_one_is_not(text: str) -> None:
    assert not is_date_mask(text)


@pytest.mark.parametrize("text", LISTS)
def test_the_choices_of_a_column_are_known(text: str) -> None:
    assert is_list_of(text, {"red", "amber", "green", "blue"})
    assert is_list_of(
        "Not started / In progress / Complete", {"not started", "in progress", "complete"}
    )


@pytest.mark.parametrize("text", ["Red", "R/A", "Amber/Green", "Red, then amber and green", "R A"])
def test_one_or_two_of_them_or_a_sentence_are_no_list(text: str) -> None:
    assert not is_list_of(text, {"red", "amber", "green", "blue"})


@pytest.mark.parametrize("mask", MASKS)
@pytest.mark.parametrize(
    "words", [("Words", "Job title"), ("The step we take", None), (None, None)]
)
def test_a_row_of_shapes_under_the_headings_is_guidance(mask: str, words: tuple[Any, Any]) -> None:
    reading = read([[*words, mask, "R/A/G/B"], *records()], HEADINGS)
    assert reading.frame["title"].tolist() == titles(records())
    assert [row for row, _ in reading.left_out] == [2]
    assert not [one for one in reading.problems if "may be guidance" in one.advice]


@pytest.mark.parametrize("shape", [("dd/mm/yyyy", None), (None, "R/A/G/B")])
def test_one_shape_is_enough_where_nothing_speaks_for_a_record(shape: tuple[Any, Any]) -> None:
    reading = read([["The step we take", "Post holder", *shape], *records()], HEADINGS)
    assert reading.frame["title"].tolist() == titles(records())


def test_a_numbered_row_of_shapes_is_guidance_too() -> None:
    row = [1, "What is to be done", "Name", "dd/mm/yyyy", "R/A/G/B"]
    rows = [[n + 1, *own] for n, own in enumerate(records())]
    reading = read([row, *rows], ["No.", *HEADINGS])
    assert reading.frame["title"].tolist() == titles(records())


@pytest.mark.parametrize(
    "row",
    [
        ["Write the protocol", "Head of Legal", "dd/mm/yyyy", None],
        ["Write the protocol", "Somebody new", "dd/mm/yyyy", None],
        ["Safer handovers", "Head of Legal", "dd/mm/yyyy", None],
        ["Safer handovers", "Somebody new", "dd/mm/yyyy", "G"],
        ["Write the protocol", "Head of Legal", None, "R/A/G"],
        ["Write the protocol", "Head of Legal", "dd/mm/yyyy", "R/A/G"],
    ],
)
@pytest.mark.parametrize("at", [0, 1, 3])
def test_an_action_whose_date_was_not_filled_in_is_read(row: list[Any], at: int) -> None:
    rows = records()
    rows.insert(at, row)
    assert row[0] in read(rows, HEADINGS).frame["title"].tolist()


def test_a_form_whose_rows_all_wait_for_dates_is_read() -> None:
    rows = [[*row[:2], "dd/mm/yyyy", row[3]] for row in records()]
    reading = read(rows, HEADINGS)
    assert reading.rows == 6
    assert not [one for one in reading.left_out if "guidance" in one[1]]


row_of = st.tuples(
    st.sampled_from(TASKS + [f"{task} across the county" for task in TASKS]),
    st.sampled_from([*OWNERS, "Legal, Finance and HR", "All/HR/IT", None]),
    st.sampled_from(
        [date(2026, 3, 1), "31/03/2026", "March 2026", "Q1 2026/27", "TBC", "Ongoing", None]
    ),
    st.sampled_from(["R", "A", "G", "B", "Red", "A/G", "Amber/Green", None]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(row_of, min_size=3, max_size=8))
def test_a_row_of_records_is_never_taken_for_guidance(rows: list[tuple[Any, ...]]) -> None:
    reading = read([list(row) for row in rows], HEADINGS)
    assert not [why for _, why in reading.left_out if "guidance" in why]
