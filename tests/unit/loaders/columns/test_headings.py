"""Headings with guidance, headings of what is to be done, headings that nobody foresaw."""

from datetime import date
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.columns.likeness import ENOUGH, Called, likeness
from loaders.columns.profile import Profile
from loaders.formats.grid import Grid
from loaders.outcome import Reading
from workstreams import TABLES

NOBODY = Called(frozenset(), sure=False)
DECLARED = [
    (table, column, name)
    for table in TABLES
    for column in table.columns
    for name in (column.heading, *column.also_called)
]


@pytest.mark.parametrize(
    ("table", "column", "name"), DECLARED, ids=lambda part: getattr(part, "key", None)
)
def test_a_columns_own_word_is_never_struck_out(table: Any, column: Any, name: str) -> None:
    for heading in (
        name,
        f"{name} (please fill in every month)",
        f"{name}\nUse the drop-down list",
    ):
        assert likeness(table, column, heading, Profile([]), NOBODY)[0] >= ENOUGH, heading


def read(headings: list[str], *rows: list[Any], sheet: str = "Sheet1") -> Reading:
    lines = [headings, *rows]
    return check_grids([Grid(sheet, lines)], "plan.xlsx", "", TABLES, Choices()).readings[0]


def plan(headings: list[str]) -> Reading:
    rows = [
        [f"{n}", f"Write the policy for team {n}", f"Lead {n % 2}", date(2025, 3, n), "Open"]
        for n in range(1, 7)
    ]
    return read(headings, *rows)


ROLES = ["ref", "title", "owner", "due_date", "status"]


@pytest.mark.parametrize(
    "guidance",
    [
        *(" (what will be done and by whom)", " (update status each month)"),
        *(" (include date agreed)", " - please keep short and clear", "\nas agreed by the owner"),
        *(" – who, what and by when", ": see the notes by the owner", " [to be filled in monthly]"),
        *(
            " (see note 1)",
            "*",
            " (max 200 characters)",
            "\n(do not leave blank)",
            " - see key below",
        ),
        *(" (e.g. impact of the date)", " {type in words}", "\n\nfree text, no names please"),
    ],
)
@pytest.mark.parametrize("at", range(5))
def test_guidance_does_not_spoil_a_heading(guidance: str, at: int) -> None:
    headings = ["Ref", "Action", "Lead officer", "Due date", "Status"]
    headings[at] += guidance
    assert list(plan(headings).fields) == ROLES


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Due date (revised)", "revised_due_date"),
        ("Status (RAG)", "rag"),
        ("Date (completed)", "completed_date"),
    ],
)
def test_a_short_aside_says_which_heading_it_is(heading: str, field: str) -> None:
    filled: list[Any] = ["R", "A", "G"] if field == "rag" else [date(2025, 3, n) for n in (1, 2, 3)]
    rows = [[f"{n}", f"Do task number {n}", "Closed", cell] for n, cell in enumerate(filled)]
    fields = read(["Ref", "Action", "Status", heading], *rows).fields
    assert fields.get(field) == heading


WRONG = [
    *("Risk Description", "Risk", "Issue", "Finding", "Audit finding", "Weakness", "Observation"),
    *("Gap identified", "Problem statement", "Description of risk", "Area for improvement"),
]
DONE = [
    *("Risk Treatment", "Treatment", "Mitigation", "Mitigating action", "Management action"),
    *("Action agreed", "Agreed action", "Recommendation", "Corrective action", "Action"),
    *("Remedial action", "Action required", "Management action (and by whom it is owned)"),
]


@pytest.mark.parametrize("done", DONE)
@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("order", [1, -1])
def test_what_is_to_be_done_is_the_action_and_what_is_wrong_stands_beside(
    wrong: str, done: str, order: int
) -> None:
    headings = ["ID", wrong, done, "Date due", "Status", "Risk Manager"][::order]
    rows = [
        [
            *(
                str(n),
                f"There was no cover on day {n}, so there is harm",
                f"Write the rota for {n}",
            ),
            *(date(2025, 3, n), "Open", "Head of Legal"),
        ][::order]
        for n in range(1, 6)
    ]
    reading = read(headings, *rows)
    assert (reading.fields["title"], reading.fields["detail"]) == (done, wrong)
    assert reading.fields["owner"] == "Risk Manager"


def test_a_risk_without_a_treatment_is_what_its_row_is_about() -> None:
    rows: list[list[Any]] = [
        ["1", "No cover at night, so there is harm", "Write the rota", "Open"],
        ["2", "No training in law, so there is harm", None, "Open"],
        ["3", "No key to the archive, so files are late", "Cut a second key", "Open"],
    ]
    reading = read(["Risk ID", "Risk", "Treatment", "Status"], *rows)
    assert reading.frame["title"].tolist() == [
        "Write the rota",
        "No training in law, so there is harm",
        "Cut a second key",
    ]
    assert reading.stopped == ()


@pytest.mark.parametrize(
    "heading",
    [
        *("Our promise", "Thing", "Aufgabe", "We will", "Column1", "What good looks like"),
        *("Expectation", "Text", "Content", "Promise to families", "Focus", "To be delivered"),
    ],
)
@pytest.mark.parametrize("at", [0, 1, 3])
def test_where_the_others_are_sure_the_longest_text_is_taken_and_asked_about(
    heading: str, at: int
) -> None:
    rows = [[str(n), f"Lead {n % 2}", date(2025, 3, n), "Open"] for n in range(1, 7)]
    headings = ["Ref", "Lead officer", "Due date", "Status"]
    headings.insert(at, heading)
    for n, row in enumerate(rows):
        row.insert(at, f"Write the policy for team {n} and agree it")
    reading = read(headings, *rows)
    assert reading.table == "actions"
    assert reading.fields["title"] == heading
    told = [p for p in reading.problems if p.field == "title"]
    assert [(p.level, p.heading) for p in told] == [("warning", heading)]


OWNERS = [
    *("Responsible Team", "Responsible Manager", "Lead Director", "Lead Directorate", "SRO"),
    *("Executive lead", "Named officer", "Service lead", "Delivery lead", "Accountable lead"),
    *("Risk owner", "Strategic lead", "Senior responsible owner"),
]
DUE = [
    *("Anticipated completion", "Expected completion date", "Target resolution", "Scheduled date"),
    *("Completion target", "Complete by", "Date for completion", "Treatment due date"),
]
REVISED = ["Forecast completion", "Extended to", "Amended date", "Latest date", "Rescheduled date"]
TITLES = [
    *("Key action", "Proposed action", "What will we do?", "Improvement required", "Must do"),
    *("What needs to be done", "Agreed management action", "Step"),
]


@pytest.mark.parametrize(
    ("heading", "at"),
    [
        *((name, 1) for name in TITLES),
        *((name, 2) for name in OWNERS),
        *((name, 3) for name in DUE),
    ],
)
def test_public_bodies_own_words_are_known(heading: str, at: int) -> None:
    headings = ["Ref", "Action", "Lead officer", "Due date", "Status"]
    headings[at] = heading
    reading = plan(headings)
    assert reading.fields[ROLES[at]] == heading
    assert reading.problems == ()


@pytest.mark.parametrize("heading", REVISED)
def test_words_for_a_later_date_are_known(heading: str) -> None:
    rows = [
        [str(n), f"Write policy {n} for the team", date(2025, 3, n), date(2025, 6, n)]
        for n in range(1, 6)
    ]
    fields = read(["Ref", "Action", "Due date", heading], *rows).fields
    assert fields["revised_due_date"] == heading
