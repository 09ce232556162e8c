"""Nothing is silent: every filled column and table is read, or it is said that it was not."""

from datetime import date
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import LEAVE_OUT, Choices
from loaders.formats.grid import Grid
from loaders.outcome import Checked
from workstreams import TABLES

HEADINGS = ["Ref", "Action", "Owner", "Due date", "Status"]


def checked(*sheets: tuple[str, list[list[Any]]], choices: Choices | None = None) -> Checked:
    grids = [Grid(name, rows) for name, rows in sheets]
    return check_grids(grids, "plan.xlsx", "", TABLES, choices or Choices())


def plan(*more: str, cells: Any = None, rows: int = 6) -> list[list[Any]]:
    lines: list[list[Any]] = [[*HEADINGS, *more]]
    for n in range(1, rows + 1):
        own = [f"{n}", f"Write the policy for team {n}", "Head of Legal", date(2025, 3, n), "Open"]
        lines.append([*own, *(cells(n) if cells else [])])
    return lines


@pytest.mark.parametrize(
    ("heading", "cell", "holds", "shown", "likely"),
    [
        ("Vzk", lambda n: date(2025, 6, n), "dates", "01/06/2025", ""),
        ("Later due", lambda n: f"{n} June 2025", "dates", "1 June 2025", "Revised due date"),
        ("Column7", lambda n: f"Met the court on day {n} of June", "long texts", "", ""),
        ("Spend", lambda n: 1000 + n, "numbers", "1001", ""),
        ("Zqx", lambda n: "accepted" if n % 2 else "rejected", "words like a status", "", ""),
    ],
)
def test_a_column_full_of_something_and_not_read_is_a_warning(
    heading: str, cell: Any, holds: str, shown: str, likely: str
) -> None:
    read = checked(("Plan", plan(heading, cells=lambda n: [cell(n)])))
    told = [p for p in read.problems if p.heading == heading]
    assert [(p.level, p.cell) for p in told] == [("warning", "F1")]
    assert f"It holds {holds}, such as “{shown}" in told[0].advice
    assert f"“{likely}”" in told[0].advice or not likely


@pytest.mark.parametrize("mark", ["✓", "✔", "x", "Yes", "●"])
@pytest.mark.parametrize("heading", ["In progress", "Not started", "On hold"])
def test_ticks_under_a_word_of_the_status_are_said_however_few(mark: str, heading: str) -> None:
    read = checked(("Plan", plan(heading, cells=lambda n: [mark if n == 2 else None])))
    told = [p.advice for p in read.problems if p.heading == heading]
    assert len(told) == 1
    assert f"words like a status, such as “{mark}”" in told[0]


def test_letters_of_a_traffic_light_that_were_not_read_are_said() -> None:
    rows = plan("RAG", "Vzk", cells=lambda n: ["RAG"[n % 3], "GAR"[n % 3]])
    assert [one.heading for one in checked(("Plan", rows)).readings[0].unused] == ["Vzk"]


@pytest.mark.parametrize(
    "cell",
    [
        lambda n: date(2025, 6, n) if n < 3 else None,  # in fewer than half of the rows
        lambda n: "North" if n % 2 else "South",  # a word or two
    ],
)
def test_a_column_that_says_little_is_named_and_asks_for_nothing(cell: Any) -> None:
    (told,) = checked(("Plan", plan("Zone", cells=lambda n: [cell(n)]))).problems
    assert (told.level, told.cell) == ("note", "F1")
    assert "“Zone”" in told.advice


def test_a_blank_column_is_not_spoken_of() -> None:
    assert checked(("Plan", plan("Zone", cells=lambda n: [None]))).problems == ()


def test_a_column_that_an_officer_left_out_is_not_spoken_of_again() -> None:
    rows = plan("Vzk", cells=lambda n: [date(2025, 6, n)])
    said = Choices(fields={"actions": {"Vzk": LEAVE_OUT}})
    assert checked(("Plan", rows), choices=said).problems == ()


def test_no_cell_of_a_table_about_people_is_repeated() -> None:
    rows: list[list[Any]] = [
        ["Case ref", "Date received", "Stage", "What the family told the worker"],
        *[
            [f"HRA{n}", date(2025, 1, n), "Pre-action", f"A long text on day {n}"]
            for n in (1, 2, 3)
        ],
    ]
    read = checked(("Cases", rows), choices=Choices(sheets={"Cases": "hra_cases"}))
    assert read.readings[0].table == "hra_cases"
    assert "long text on day" not in str([str(p) for p in read.problems])


COUNTS = [["Week", "New", "Closed", "Open"], *[[n, 2, 1, 10 + n] for n in range(1, 40)]]
LISTS = [["Status", "Owner"], ["Open", "Director"], ["Closed", "Head of Legal"]]
WORDS = [["Term", "Meaning"], ["SRO", "Senior responsible owner"], ["KPI", "A measure"]]
VERSIONS = [
    ["Version", "Changed on", "By", "What changed"],
    *[
        [f"0.{n}", date(2025, 1, n), "Author", f"Added section {n} to the plan"]
        for n in range(1, 9)
    ],
]
EMPTY = [HEADINGS]
FIGURES = [
    ["what", "date", "value", "comment", "target"],
    *[["Advice in time", date(2024, n, 28), 80 + n, "As planned", 90] for n in range(1, 13)],
]


@pytest.mark.parametrize("other", [COUNTS, LISTS, WORDS, VERSIONS, EMPTY, FIGURES])
@pytest.mark.parametrize("name", ["Lists", "Sheet2", "Cover", "Actions summary"])
@pytest.mark.parametrize("first", [True, False])
def test_no_list_of_something_else_comes_before_the_plan(
    other: list[list[Any]], name: str, first: bool
) -> None:
    sheets = [(name, other), ("Tracker", plan())]
    read = checked(*(sheets if first else sheets[::-1]))
    assert (read.readings[0].sheet, read.readings[0].table) == ("Tracker", "actions")
    assert len(read.frames["actions"]) == 6


def test_figures_over_time_are_indicators_and_what_they_lack_is_said() -> None:
    read = checked(("Sheet1", FIGURES)).readings[0]
    assert read.table == "indicators"
    assert ("warning", "better") in [(p.level, p.field) for p in read.problems]
    assert len(read.frame)


@pytest.mark.parametrize("other", [COUNTS, WORDS, VERSIONS, LISTS])
def test_a_list_of_something_else_is_no_plan_and_that_is_said(other: list[list[Any]]) -> None:
    read = checked(("Plan", other))
    assert not any(reading.table for reading in read.readings)
    (told,) = read.problems
    assert (told.level, told.sheet) == ("warning", "Plan")
    assert "read" in told.advice
    beside = checked(("Plan", other), ("Tracker", plan()))
    assert [(p.level, p.sheet) for p in beside.problems] == [("note", "Plan")]


def test_what_the_nearest_table_lacks_is_said() -> None:
    rows = [["Action", "Notes"], *[[f"Write policy {n}", f"It is drafted {n}"] for n in (1, 2, 3)]]
    (told,) = checked(("Plan", rows)).problems
    assert "most like “Actions”, but lacks any of owner, due date" in told.advice


@pytest.mark.parametrize("unknown", [3, 8, 17])
def test_unknown_columns_do_not_count_against_a_log(unknown: int) -> None:
    names = [f"Zq{n}x" for n in range(unknown)]
    read = checked(("Log", plan(*names, cells=lambda n: ["x"] * unknown)))
    assert read.readings[0].table == "actions"
    assert len(read.readings[0].fields) == 5
