"""Headings that nobody listed are known by their words and what stands under them together."""

from datetime import date
from typing import Any

import pytest

from loaders.columns.evidence import head
from loaders.columns.match import matches
from loaders.columns.profile import Profile
from workstreams.actions.columns import ACTIONS

TITLES = (
    "Review the induction of new staff",
    "Agree a protocol with health partners",
    "Write guidance on recording decisions",
    "Train all duty managers in the new process",
    "Publish the forward plan of hearings",
    "Recruit to the two vacant posts",
    "Audit twenty closed cases each quarter",
    "Set up a panel to hear from young people",
)
HOLDS: dict[str, list[Any]] = {
    "ref": [f"QI-{n:02}" for n in range(1, 9)],
    "title": list(TITLES),
    "owner": ["Head of Quality", "Service manager", "Head of Quality", "HR partner"] * 2,
    "due_date": [date(2026, n, 28) for n in range(1, 9)],
    "raised_date": [date(2025, n, 3) for n in range(1, 9)],
    "status": ["On track", "Complete", "Not started", "On track", "Complete", "Overdue"]
    + [None] * 2,
    "update": [
        "The first draft was shared with partners in May.",
        "Interviews took place and two offers were made.",
        "Awaiting data from health before the next step.",
        "Two of the three sessions have been held so far.",
    ]
    * 2,
    "theme": ["Leadership", "Practice", "Practice", "Records"] * 2,
    "priority": ["High", "Low", "Medium", "High"] * 2,
}
SAID = {
    "ref": ("MD/SD ref", "Tracker no", "Ref. code", "Para", "Line", "Our ref", "QIP number"),
    "title": (
        *("Steps to be taken", "SMART action", "How we will address this", "Intended action"),
        *("What do we need to do about it", "Remedial work", "Actions agreed by the panel"),
        *("Improvement activity", "Task to complete", "Planned intervention", "Specific actions"),
    ),
    "owner": (
        *("Exec SRO", "Who leads on this?", "Post holder responsible", "Nominated officer"),
        *("Led by", "Custodian", "Action holder", "Lead professional", "Agency responsible"),
        *("Director / team", "Person leading", "Allocated officer", "Whose job is it: who"),
    ),
    "due_date": (
        *("Date to be achieved", "Delivery timescale", "Intended completion", "Target end"),
        *("When will it be done", "Due to complete", "Agreed deadline", "Completion by (month)"),
        *("Timescale for delivery", "Finish by when", "Expected delivery"),
    ),
    "raised_date": ("Date logged", "Agreed on", "Date first raised", "Date of panel", "Issued on"),
    "status": (
        *("State of play", "Delivery position", "Implementation stage", "Progress category"),
        *("Open or closed", "Action update status", "Completion", "Current position", "BRAG"),
    ),
    "update": (
        *("Position statement", "Officer comments", "Progress narrative", "What has happened"),
        *("Highlights", "RAG commentary", "Progress made to date", "Lead officer update"),
    ),
    "theme": ("Judgement area", "Strategic priority", "Key line of enquiry", "Work strand"),
}
PLAIN = {"ref": "Ref", "title": "Action", "owner": "Owner", "due_date": "Due date"}
CASES = [(field, heading) for field, said in SAID.items() for heading in said]


def read(headings: dict[str, list[Any]]) -> dict[str, str]:
    found = matches(ACTIONS, list(headings), [Profile(cells) for cells in headings.values()], {})
    return {list(headings)[match.place]: field for field, match in found.items()}


@pytest.mark.parametrize(("field", "heading"), CASES)
@pytest.mark.parametrize("last", [True, False])
def test_a_heading_that_is_no_known_name_is_known_by_its_words_and_its_cells(
    field: str, heading: str, last: bool
) -> None:
    plain = {name: HOLDS[f] for f, name in PLAIN.items() if f != field}
    own = {heading: HOLDS[field]}
    assert read(plain | own if last else own | plain)[heading] == field


def test_a_plan_of_nothing_but_such_headings_is_read() -> None:
    for at in range(5):
        headings = {said[at % len(said)]: HOLDS[field] for field, said in SAID.items()}
        assert read(headings) == {said[at % len(said)]: field for field, said in SAID.items()}


@pytest.mark.parametrize(
    ("heading", "holds"),
    [
        ("Led by", "due_date"),
        ("Led by", "status"),
        ("Target end", "owner"),
        ("Target end", "title"),
        ("State of play", "due_date"),
        ("State of play", "title"),
        ("SMART action", "due_date"),
        ("SMART action", "theme"),
        ("Our ref", "title"),
        ("Officer comments", "due_date"),
        ("Issued on", "owner"),
    ],
)
def test_words_alone_do_not_make_a_column_what_its_cells_are_not(heading: str, holds: str) -> None:
    wanted = next(field for field, said in SAID.items() if heading in said)
    plain = {"Zq": ["x"] * 8} | {heading: HOLDS[holds]}
    assert read(plain).get(heading) != wanted


@pytest.mark.parametrize(
    ("heading", "word"),
    [
        ("Lead officer update since May", "update"),
        ("Progress against action", "progress"),
        ("Actions agreed by the panel", "action"),
        ("Date for completion", "date"),
        ("Person leading", "person"),
        ("Owner", "owner"),
        ("Action holder (job title only, no names)", "holder"),
    ],
)
def test_the_word_that_says_what_a_heading_is(heading: str, word: str) -> None:
    assert head(heading) == word


@pytest.mark.parametrize("heading", ["RAG", "BRAG", "Progress made", "Current position"])
def test_words_of_a_status_are_the_status_under_any_heading_of_how_it_goes(heading: str) -> None:
    cells = ["In progress", "Complete", "Not started", "Complete"] * 2
    plain = {name: HOLDS[field] for field, name in PLAIN.items()}
    assert read(plain | {heading: cells})[heading] == "status"
    both = read(plain | {heading: cells, "Status": cells})
    assert both["Status"] == "status"
    assert both[heading] in {"rag", "update"}
