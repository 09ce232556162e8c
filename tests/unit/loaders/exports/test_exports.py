"""Exports of the tools that people keep plans in are read as they are."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from loaders.check import check
from loaders.outcome import Checked
from loaders.records import records
from tests.made.workbooks import of_rows
from workstreams import TABLES

Rows = list[list[str]]
TITLES = ["Agree the protocol", "Recruit two lawyers", "Train the duty team"]
FORMS = (".csv", ".xlsx")


def export(name: str) -> Rows:
    """The rows of a file beside this one: a few tasks of one plan, as the tool writes them."""
    path = Path(__file__).with_name(f"{name}.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def as_csv(rows: Rows) -> bytes:
    """The bytes of a .csv as tools save it, with a byte-order mark."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def read(rows: Rows, form: str = ".csv") -> Checked:
    data = as_csv(rows) if form == ".csv" else of_rows([[c or None for c in row] for row in rows])
    return check(data, f"export{form}", TABLES)


def held(checked: Checked, *fields: str) -> list[tuple[Any, ...]]:
    (reading,) = [one for one in checked.readings if one.table]
    return [tuple(one.get(f) for f in fields) for one in records(reading.frame)]


def levels(checked: Checked) -> set[str]:
    return {problem.level for problem in checked.problems}


def headings(checked: Checked, fields: Iterable[str]) -> list[str]:
    (reading,) = [one for one in checked.readings if one.table]
    return [reading.fields.get(name, "") for name in fields]


@pytest.mark.parametrize("form", FORMS)
def test_planner(form: str) -> None:
    found = read(export("planner"), form)
    assert held(found, "title", "theme", "status", "due_date", "completed_date") == [
        (TITLES[0], "Protocols", "in progress", "2024-09-30", None),
        (TITLES[1], "Workforce", "not started", "2024-07-31", None),
        (TITLES[2], "Training", "complete", "2024-05-31", "2024-05-30"),
    ]
    assert held(found, "owner")[0] == ("Head of law; Officer",)
    told = [p for p in found.problems if "month first" in p.advice]
    assert [p.heading for p in told] == ["Created Date", "Due date", "Completed Date"]


@pytest.mark.parametrize("form", FORMS)
def test_sharepoint_and_lists(form: str) -> None:
    found = read(export("sharepoint"), form)
    assert held(found, "ref", "title", "theme", "owner", "update") == [
        ("1", TITLES[0], "Protocols", "Head of law", "Draft sent"),
        ("2", TITLES[1], "Workforce", "HR lead; Head of law", None),
        ("3", TITLES[2], "Training", "Trainer", "Done"),
    ]
    assert levels(found) <= {"note"}


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("14;#Head of law", "Head of law"),
        ("Head of law;#14", "Head of law"),
        (";#Legal;#Training;#", "Legal; Training"),
        ("3;#Legal;#7;#Training", "Legal; Training"),
        ('["Legal","Training"]', "Legal; Training"),
        ('["Legal"]', "Legal"),
        ("12;#12", "12;#12"),
        ('["not a list', '["not a list'),
    ],
)
def test_what_a_list_writes_around_a_word_is_taken_off(cell: str, meant: str) -> None:
    rows = [export("sharepoint")[0], *([*row] for row in export("sharepoint")[1:])]
    rows[1][5] = cell
    assert held(read(rows), "theme")[0] == (meant,)


@pytest.mark.parametrize("form", FORMS)
def test_to_do(form: str) -> None:
    found = read(export("to_do"), form)
    assert held(found, "title", "status", "due_date") == [
        (TITLES[0], "in progress", "2024-09-30"),
        (TITLES[1], "not started", "2024-07-31"),
        (TITLES[2], "complete", "2024-05-31"),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_project_has_summary_tasks_for_themes_and_the_wbs_for_reference(form: str) -> None:
    found = read(export("project"), form)
    assert held(found, "ref", "title", "theme", "owner", "status", "due_date") == [
        ("1.1", TITLES[0], "Protocols", "Head of law", "in progress", "2024-09-30"),
        ("1.2", "Publish the protocol", "Protocols", "Officer", "not started", "2024-10-14"),
        ("2.1", TITLES[1], "Workforce", "HR lead,Head of law", "complete", "2024-07-31"),
    ]
    assert levels(found) <= {"note"}


def test_the_outline_level_alone_tells_summary_tasks_too() -> None:
    rows = [[cell for place, cell in enumerate(row) if place != 1] for row in export("project")]
    found = read(rows)
    assert [one[0] for one in held(found, "theme")] == ["Protocols", "Protocols", "Workforce"]


@pytest.mark.parametrize("form", FORMS)
def test_jira_has_its_key_and_its_latest_comment(form: str) -> None:
    found = read(export("jira"), form)
    assert held(found, "ref", "title", "status", "update") == [
        ("IMP-1", TITLES[0], "in progress", "09 Jun 24: Court team has replied"),
        ("IMP-2", TITLES[1], "not started", None),
        ("IMP-3", TITLES[2], "complete", "31 May 24: All trained"),
    ]
    ((history,), *_) = held(found, "update_history")
    assert [text for _, _, text in history] == [
        "02 Jun 24: Draft sent to the court team",
        "09 Jun 24: Court team has replied",
    ]
    assert levels(found) <= {"note"}


@pytest.mark.parametrize("form", FORMS)
def test_trello_has_its_list_for_status_and_leaves_archived_cards_out(form: str) -> None:
    found = read(export("trello"), form)
    assert held(found, "title", "detail", "owner", "status", "due_date") == [
        (TITLES[0], "Draft with the court team", "headoflaw", "in progress", "2024-09-30"),
        (TITLES[1], None, "hrlead, headoflaw", "not started", "2024-07-31"),
        (TITLES[2], None, "trainer", "complete", "2024-05-31"),
    ]
    (reading,) = found.readings
    assert reading.left_out == ((5, "archived in the tool that it comes from"),)
    assert [one.row for one in reading.unread] == [5]
    assert levels(found) <= {"note"}


@pytest.mark.parametrize("form", FORMS)
def test_smartsheet(form: str) -> None:
    found = read(export("smartsheet"), form)
    assert held(found, "title", "status", "percent_complete") == [
        (TITLES[0], "in progress", 0.4),
        (TITLES[1], "not started", 0),
        (TITLES[2], "complete", 1),
    ]
    assert levels(found) <= {"note"}


@pytest.mark.parametrize("form", FORMS)
def test_a_google_form_has_its_tick_boxes_asked_about_once(form: str) -> None:
    found = read(export("google_form"), form)
    assert held(found, "title", "due_date")[2] == (TITLES[2], "2024-05-31")
    (told,) = [p for p in found.problems if p.level == "warning"]
    assert "FALSE in 2 rows, TRUE in 1 row" in told.advice


@pytest.mark.parametrize("form", FORMS)
def test_a_power_bi_table_ends_before_its_filters(form: str) -> None:
    found = read(export("power_bi"), form)
    assert [one[0] for one in held(found, "title")] == TITLES
    (reading,) = found.readings
    assert "Applied filters" in reading.left_out[0][1]


@pytest.mark.parametrize("form", FORMS)
def test_the_nhs_data_table_is_one_indicator(form: str) -> None:
    found = read(export("nhs_data_table"), form)
    figures = held(found, "indicator", "period", "value", "target", "better")
    assert figures[0] == ("Advice in time", "2024-01-01", 81, 90, "higher")
    assert len(figures) == 6


@pytest.mark.parametrize("form", FORMS)
def test_esr_competences_are_training_by_person(form: str) -> None:
    found = read(export("esr"), form)
    fields = ("course", "position", "completed_date", "expires_date")
    assert held(found, *fields) == [
        ("Safeguarding Children Level 2", "in date", "2022-04-01", "2025-03-31"),
        ("Safeguarding Children Level 2", "never", None, None),
        ("Fire Safety - 2 Years", "expired", "2021-05-01", "2023-04-30"),
    ]
    assert "Postholder" not in str(records(found.readings[0].frame))
    assert headings(found, ["course", "position"]) == ["Competence Name", "Meets Requirement"]
