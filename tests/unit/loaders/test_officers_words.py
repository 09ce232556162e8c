"""The words of trackers, scorecards and scrutiny logs as officers keep them."""

from datetime import date
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Checked
from loaders.records import records
from workstreams import TABLES


def read(sheet: str, rows: list[list[Any]]) -> Checked:
    width = max(map(len, rows))
    filled = [[*row, *[None] * (width - len(row))] for row in rows]
    return check_grids([Grid(sheet, filled)], "own.xlsx", "", TABLES, Choices())


def held(checked: Checked, *fields: str) -> list[tuple[Any, ...]]:
    (reading,) = [one for one in checked.readings if one.table]
    return [tuple(one.get(f) for f in fields) for one in records(reading.frame)]


STAGES = [
    ("In post", "filled, permanent"),
    ("In post (FTC)", "filled, fixed term"),
    ("Ad out", "advertised"),
    ("Shortlisting", "shortlisted"),
    ("Interviews 6 Nov", "shortlisted"),
    ("Offer made - awaiting refs", "offered"),
    ("Starts 17 Nov", "accepted"),
    ("Start agreed", "accepted"),
    ("On hold - not recruiting", "frozen"),
]


@pytest.mark.parametrize("title", ["Position", "Post", "Job", "Role"])
@pytest.mark.parametrize("stage", ["Where we are", "Recruitment stage", "Stage", "Status"])
def test_a_tracker_of_posts(title: str, stage: str) -> None:
    head = ["Team", title, "Pos no", "WTE", "Agency covering?", stage, "Ad out", "Offer made"]
    rows = [
        ["Court", "Solicitor", f"P{n}", 1, "Y" if n == 2 else "N", words, date(2025, 10, 6), None]
        for n, (words, _) in enumerate(STAGES)
    ]
    found = read("Establishment tracker", [head, *rows])
    assert [one[0] for one in held(found, "position")] == [meant for _, meant in STAGES]
    assert held(found, "title", "cover", "advert_date")[2] == ("Solicitor", "agency", "2025-10-06")
    assert not [p for p in found.problems if p.level != "note"]


def test_position_may_still_be_the_stage() -> None:
    head = ["Post no", "Job title", "FTE", "Position"]
    rows = [[f"P{n}", "Solicitor", 1, words] for n, (words, _) in enumerate(STAGES)]
    found = read("Posts", [head, *rows])
    assert [one[0] for one in held(found, "position")] == [meant for _, meant in STAGES]


@pytest.mark.parametrize("cell", ["12/20", "12 / 20", "12 of 20", "12 out of 20"])
def test_a_number_with_its_base_is_both(cell: str) -> None:
    head = ["KPI", "Good is", "Target", "Sep 25", "Oct 25", "YTD"]
    rows = [["Audits graded good", "High", "50%", "9/20", cell, "52%"]] * 2
    rows = [rows[0], ["Complaints", "Low", 5, 3, "n/a", 4]]
    found = read("KPIs", [head, *rows])
    assert held(found, "period", "value", "numerator", "denominator")[:2] == [
        ("2025-09-30", None, 9, 20),
        ("2025-10-31", None, 12, 20),
    ]
    assert not [p for p in found.problems if p.level != "note"]


@pytest.mark.parametrize("sheet", ["Recs", "Recommendations", "09.09.25 Recs", "Sheet1"])
def test_recommendations_need_no_column_that_says_so(sheet: str) -> None:
    head = ["Rec", "Recommendation", "Sent to Cabinet", "Cabinet said", "Date Cabinet replied"]
    rows = [
        ["R1", "That meetings be required", date(2025, 9, 12), "Accepted", date(2025, 10, 23)],
        ["R2", "That Cabinet review the procedure", date(2025, 9, 12), None, None],
        ["R3", "That training be offered", date(2025, 9, 12), "Partly accepted - online only"],
    ]
    found = read(sheet, [head, *rows])
    assert held(found, "kind", "notice_date", "response", "response_date") == [
        ("recommendation", "2025-09-12", "accepted", "2025-10-23"),
        ("recommendation", "2025-09-12", None, None),
        ("recommendation", "2025-09-12", "partly accepted", None),
    ]


def test_actions_of_a_plan_are_no_recommendations() -> None:
    head = ["Ref", "Action", "Owner", "Due date", "Status"]
    rows = [["1", "Write the plan", "Head of law", date(2025, 9, 1), "Open"]] * 2
    assert held(read("Plan", [head, *rows]), "kind") == [(None,), (None,)]


@pytest.mark.parametrize(
    "heading", ["Internal notes", "Confidential comments", "Conf. comments", "Sensitive notes"]
)
def test_what_is_not_for_everybody_is_no_update(heading: str) -> None:
    head = ["Ref", "Action", "Owner", "Due date", "Status", "Progress October", heading]
    rows = [
        [f"{n}", f"Write plan {n}", "Head", date(2025, 9, n), "Open", "Drafted it", "He is ill"]
        for n in (1, 2, 3)
    ]
    found = read("Plan", [head, *rows])
    assert held(found, "update") == [("Drafted it",)] * 3
    assert "ill" not in str(held(found, "update_history"))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Data to end October 2025", date(2025, 10, 31)),
        ("Figures to 31 October 2025", date(2025, 10, 31)),
        ("Data for October 2025", date(2025, 10, 31)),
        ("Position at 31 October 2025", date(2025, 10, 31)),
    ],
)
def test_the_date_of_a_file_is_found(line: str, day: date) -> None:
    head = ["Ref", "Action", "Owner", "Due date", "Status"]
    rows = [["1", "Write the plan", "Head of law", date(2025, 9, 1), "Open"]] * 2
    assert read("Plan", [["Plan"], [line], [], head, *rows]).as_at == day
