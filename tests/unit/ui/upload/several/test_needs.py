"""What sets one of several files aside: each thing by itself, and nothing where it is ready."""

from datetime import date

import pytest

from loaders.check import check
from loaders.choices import LATEST, Choices
from tests.made.workbooks import of_rows
from ui.upload.several.needs import brings, needs
from workstreams import TABLES

AS_AT = date(2025, 10, 14)
HEADINGS = ("Ref", "Action", "Owner", "Due date", "Status")
ROW = ("1.1", "Publish the duty rota", "Head of law", date(2026, 1, 5), "In progress")


def asked(*rows: tuple[object, ...], as_at: date | None = AS_AT, **chosen: object) -> str:
    choices = Choices(**chosen)  # type: ignore[arg-type]
    checked = check(of_rows((HEADINGS, *rows)), "plan.xlsx", TABLES, choices)
    return " ".join(needs(checked, choices, as_at))


def test_a_file_that_says_all_needs_nothing() -> None:
    assert asked(ROW) == ""


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "No row of it could be read. Plan: there is nothing under its headings."),
        ([(*ROW[:4], "Flurb")], "Say what 1 colour or word means."),
        ([(*ROW[:4], "Flurb"), ("1.2", *ROW[1:4], "Glim")], "Say what 2 colours and words mean."),
        ([ROW, ("1.2", *ROW[1:3], "31/02/2026", "Open")], "Say why 1 warning is accepted."),
        ([ROW, ("1.2", None, *ROW[2:])], "1 row cannot be taken as it is written."),
    ],
)  # fmt: skip
def test_each_thing_that_needs_an_answer_is_told(rows: list[tuple[object, ...]], said: str) -> None:
    assert said in asked(*rows)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [("Course", "Date", "Expires"), ("Fire safety", AS_AT, AS_AT)],
            "lacks a column for “Person” and a column for “Staff group”",
        ),
        (
            [("Post title", "Team", "Establishment (FTE)", "Status"), ("Clerk", "Legal", 1, "New")],
            "Plan: There is no column for “Post number”.",
        ),
        (
            [("Indicator", "Period", "Value"), ("Visits", "soon", 3), ("Plans", "later", 4)],
            "Plan, B2: Enter a date with the day first",
        ),
        (
            [HEADINGS, (1, None, "Head of law", None, "Open"), (2, None, "HR", None, "Open")],
            "Plan, B2 to B3: Fill in Action.",
        ),
        (
            [("Date", "Decision", "By"), (date(2026, 1, 5), "Write to partners", "Chair")],
            "most like “Actions”, but lacks any of owner, due date",
        ),
        ([("Minutes of the board",)], "Plan: no table with headings was found on it."),
    ],
)
def test_a_file_of_which_nothing_was_read_says_why(
    rows: list[tuple[object, ...]], said: str
) -> None:
    checked = check(of_rows(rows), "plan.xlsx", TABLES, Choices())
    (one,) = needs(checked, Choices(), AS_AT)
    assert one.startswith("No row of it could be read. ")
    assert said in one


def test_a_file_without_a_date_needs_one_and_a_word_that_was_said_is_not_asked() -> None:
    assert asked(ROW, as_at=None) == "Say on which day it was true."
    assert "Say what" not in asked((*ROW[:4], "Flurb"), colours={"Flurb": "in progress"})


def test_what_a_file_brings_is_counted_by_kind() -> None:
    checked = check(of_rows((HEADINGS, ROW)), "plan.xlsx", TABLES, Choices(copies=LATEST))
    assert brings(checked) == "Actions: 1"
