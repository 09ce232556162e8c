"""A word of its own in a matrix spoils its cell, never its course; lists and directions."""

from datetime import date
from typing import Any

import pytest

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.outcome import Reading
from workstreams import TABLES

MAY = date(2022, 5, 1)


def read(*rows: list[Any]) -> Reading:
    return check_grids([Grid("Sheet1", [*rows])], "x.xlsx", "", TABLES, Choices()).readings[0]


@pytest.mark.parametrize(
    "word",
    [
        *("On maternity leave", "DNA 14/03/2024", "left the team", "long-term sick", "agency"),
        *("awaiting certificate", "see note", "secondment", "ask manager", "new starter"),
        *("Completed (partially)", "Done except module 3", "maternity", "DNA", "career break"),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_free_word_in_a_matrix_spoils_its_cell_and_no_course(word: str, place: int) -> None:
    headings = ["Name", "Role", "Safeguarding L2", "Data protection", "Human Rights Act"]
    rows: list[list[Any]] = [[f"Person {n}", "Solicitor", MAY, "Booked", "N/A"] for n in "ABCD"]
    rows[2][2 + place] = rows[3][2 + place] = word
    found = read(headings, *rows)
    assert (found.table, len(found.frame)) == ("trained", 12)
    assert set(found.frame["course"]) == set(headings[2:])
    spoilt = [p for p in found.problems if p.level == "warning"]
    assert {cell for p in spoilt for cell in p.cells} == {f"{'CDE'[place]}4", f"{'CDE'[place]}5"}


@pytest.mark.parametrize(
    "word",
    [
        *("Not done", "not yet done", "NEVER DONE", "Not started", "not yet started"),
        *("Not completed", "Not yet completed", "not complete", "Not attended", "not undertaken"),
    ],
)
def test_training_that_was_not_done_is_never_in_a_matrix_and_in_a_list(word: str) -> None:
    headings = ["Name", "Role", "Safeguarding L2", "Data protection", "Human Rights Act"]
    matrix = read(headings, *([f"Person {n}", "Solicitor", MAY, "Booked", word] for n in "ABCD"))
    flat = read(
        ["Name", "Role", "Course", "Date completed", "Status"],
        *([f"Person {n}", "Solicitor", "Data protection", MAY, "Completed"] for n in "ABC"),
        *([f"Person {n}", "Solicitor", "Data protection", None, word] for n in "DEF"),
    )
    own = matrix.frame[matrix.frame["course"] == "Human Rights Act"]
    assert own["position"].tolist() == ["never"] * 4
    assert flat.frame["position"].tolist() == ["in date"] * 3 + ["never"] * 3
    assert [p for p in (*matrix.problems, *flat.problems) if p.level != "note"] == []


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        *((up, "higher") for up in ("Bigger is better", "Higher is better", "Maximise", "↑", "▲")),
        *((up, "higher") for up in (">=", "≥", "At least", "increase", "High is good")),
        *((down, "lower") for down in ("Smaller is better", "Lower is better", "Minimise", "↓")),
        *((down, "lower") for down in ("▼", "<=", "≤", "At most", "No more than", "decrease")),
    ],
)
@pytest.mark.parametrize("heading", ["Good is", "Aim to", "improvement_direction", "Polarity"])
def test_the_direction_is_read_however_it_is_told(heading: str, typed: str, better: str) -> None:
    rows = [["Advice in time", date(2024, month, 28), 61 + month, typed] for month in range(1, 5)]
    found = read(["KPI", "Date", "Value", heading], *rows)
    assert found.table == "indicators"
    assert found.frame["better"].tolist() == [better] * 4


@pytest.mark.parametrize("person", ["employee_name", "Staff name", "Learner", "Full name"])
@pytest.mark.parametrize(
    "course", ["training_course", "Course name", "Training title", "Competence"]
)
def test_a_flat_list_of_training_is_read_by_person(person: str, course: str) -> None:
    people = ("Solicitor", "Paralegal", "Clerk", "Manager", "Barrister", "Secretary")
    rows = [
        [one, "Legal", "Workshop", None if at % 2 else MAY, "No" if at % 2 else "Completed"]
        for at, one in enumerate(people)
    ]
    found = read([person, "department", course, "completion_date", "status"], *rows)
    assert found.table == "trained"
    assert found.frame["position"].tolist() == ["in date", "never"] * 3
    assert not any(one in repr(found.frame.to_dict()) for one in people)


@pytest.mark.parametrize("ref", ["Post no", "Vacancy ref", "Vacancy number", "Position ID"])
@pytest.mark.parametrize("state", ["In post (FTC)", "FTC", "In post - FTC", "fixed term contract"])
def test_posts_are_known_by_their_other_names(ref: str, state: str) -> None:
    rows = [[f"CLT{n}", "Solicitor", 1, state] for n in range(4)]
    found = read([ref, "Job title", "FTE", "Status"], *rows)
    assert found.table == "posts"
    assert set(found.frame["position"]) == {"filled, fixed term"}


@pytest.mark.parametrize("word", ["In progress", "Enrolled", "started", "Partly complete"])
@pytest.mark.parametrize("heading", ["Start date", "Date"])
def test_training_begun_is_neither_booked_nor_done_whatever_its_date(
    word: str, heading: str
) -> None:
    people = [[f"Person {n}", "Legal", "Workshop", "Completed", MAY] for n in "ABCD"]
    people[1][3] = people[2][3] = word
    people[2][4] = None
    found = read(["Learner", "Department", "Course", "Status", heading], *people)
    assert found.frame["position"].tolist() == ["in date", "never", "never", "in date"]
    assert found.frame["completed_date"].notna().tolist() == [True, False, False, True]
    assert [p.cells for p in found.problems if word in p.advice] == [("E3",)]


def test_training_that_is_done_again_was_done_before() -> None:
    rows = [[f"Person {n}", "Legal", "Workshop", "In progress", MAY] for n in "ABCD"]
    found = read(["Learner", "Department", "Course", "Status", "Completion date"], *rows)
    assert found.frame["completed_date"].notna().all()
    assert set(found.frame["position"]) == {"expired"}


@pytest.mark.parametrize(
    "heading", ["Vacancy status", "Position status", "Recruitment stage", "Vacancy stage"]
)
def test_how_far_a_vacancy_is_has_its_own_headings(heading: str) -> None:
    rows = [[f"V{n}", "Solicitor", 1, "Interviewing"] for n in range(4)]
    found = read(["Vacancy ref", "Role", "WTE", heading], *rows)
    assert found.table == "posts"
    assert set(found.frame["position"]) == {"shortlisted"}
