"""Columns taken for what their cells hold are asked about, and those that say otherwise are not."""

from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Reading
from workstreams import TABLES

WORDS = ["Complete", "In progress", "Not started", "Complete"]


def read(heading: str, cells: list[Any], date: str = "Due") -> Reading:
    rows = [
        [f"Write policy {n}", "Head of law", f"{n + 1}/6/2025", cell]
        for n, cell in enumerate(cells)
    ]
    grid = Grid("Plan", [["Action", "Lead", date, heading], *rows])
    return check_grids([grid], "plan.xlsx", "", TABLES, Choices()).readings[0]


@pytest.mark.parametrize("heading", ["Auditor's opinion", "Delivery confidence", "Zqx", "Verdict"])
def test_words_of_the_status_are_the_status_under_any_heading(heading: str) -> None:
    reading = read(heading, WORDS)
    assert reading.frame["status"].tolist() == [word.lower() for word in WORDS]


@pytest.mark.parametrize("lights", ["RAGG", "🔴🟠🟢🟢", ["Red", "Amber", "Green", "Green"]])
def test_traffic_lights_are_the_colour_under_any_heading(lights: Any) -> None:
    reading = read("Zqx", list(lights))
    assert reading.fields["rag"] == "Zqx"
    assert "rag" in reading.guessed
    assert sum(reading.colours.values()) == 4


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Risk level", list("RAGG")),
        ("Previous RAG", list("RAGG")),
        ("Exempt?", ["Y", "N", "Y", "N"]),
        ("Zone", ["North", "South", "North", "South"]),
        ("Score", [1, 2, 3, 1]),
    ],
)
def test_grades_answers_and_other_words_are_no_status(heading: str, cells: list[Any]) -> None:
    assert {"status", "rag"}.isdisjoint(read(heading, cells).fields)


def test_a_date_behind_the_owner_is_the_day_it_is_due_and_that_is_asked() -> None:
    reading = read("Status", WORDS, date="Date")
    assert reading.fields["due_date"] == "Date"
    assert "due_date" in reading.guessed


def test_a_date_before_the_owner_is_the_day_it_was_raised() -> None:
    rows = [["1/6/2025", "Write the policy", "Clerk", "Open"]] * 2
    grid = Grid("Plan", [["Date", "Action", "Lead", "Status"], *rows])
    reading = check_grids([grid], "plan.xlsx", "", TABLES, Choices()).readings[0]
    assert reading.fields["raised_date"] == "Date"
