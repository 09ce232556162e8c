"""A draft stands in the layout that the plan keeps, or under our headings where that cannot be."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
import sqlalchemy as sa
from openpyxl import Workbook, load_workbook

from loaders.check import check
from loaders.returned.read import read
from reports.updates.asking import prepare
from reports.updates.returned import Draft, take
from store import plans, snapshots
from store.said.remembered import remember, remembered
from store.views import view
from tests.made.stores import BY, MAY, SEPTEMBER, a_plan
from tests.made.updates.returned import filled, sheets
from workstreams import TABLES
from workstreams.actions.book import book
from workstreams.view import Meeting

Rows = Sequence[Sequence[object]]
NEW = {
    "progress": "Second draft written",
    "new_date": datetime(2021, 12, 31),  # noqa: DTZ001
    "reason": "Late data",
}
DUE = date(2021, 8, 31)
PLAIN: Rows = (
    ("Ref", "What we will do", "Lead officer", "By when", "Progress", "State of play"),
    ("1", "Write the plan for the service", "Clerk", DUE, "First draft", "On track"),
    ("2", "Read the plan to the committee", "Clerk", DUE, "", "Slipping"),
    ("3", "Print the plan for the members", "Clerk", DUE, "Printed", "Done"),
)
MONTHS: Rows = (
    ("Ref", "Action", "Owner", "Due date", "Status", "Progress March 2021", "Progress April 2021"),
    ("1", "Write the plan for the service", "Clerk", DUE, "Ongoing", "Begun", "First draft"),
    ("2", "Read the plan to the committee", "Clerk", DUE, "Ongoing", "Asked", ""),
)
REVISED: Rows = (
    ("Ref", "Action", "Owner", "Due date", "1st revised date", "2nd revised date", "Status"),
    ("1", "Write the plan for the service", "Clerk", DUE, date(2021, 9, 30), None, "Ongoing"),
    ("2", "Read the plan to the committee", "Clerk", DUE, None, None, "Ongoing"),
)
LETTERS: Rows = (
    ("Ref", "Action", "Owner", "Due date", "RAG", "Progress"),
    ("1", "Write the plan for the service", "Clerk", DUE, "A", "First draft"),
    ("2", "Read the plan to the committee", "Clerk", DUE, "B", ""),
)


def workbook(top: int = 1, left: int = 1, **sheets_of: Rows) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets_of.items():
        page = book.create_sheet(name)
        for at, row in enumerate(rows, start=top):
            for column, value in enumerate(row, start=left):
                page.cell(at, column).value = value  # type: ignore[assignment]
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def drafted(store: sa.Engine, data: bytes, **colours: str) -> tuple[int, Draft]:
    """A plan of one file, its owner asked, and the first action of each sheet sent back."""
    plan = a_plan(store)
    plans.add(store, plan.id, [Meeting(SEPTEMBER)], BY)
    choices = remembered(store, plan.id)
    if colours:
        choices = replace(choices, colours=colours)
        remember(store, plan.id, choices, BY)
    snapshots.accept(store, plan.id, MAY, check(data, "own.xlsx", TABLES, choices), BY)
    (sheet,) = sheets(prepare(store, plan.id, SEPTEMBER, None, "", BY).zip).values()
    return plan.id, take(store, plan.id, SEPTEMBER, [read(filled(sheet, NEW), "a.xlsx")])


@pytest.mark.parametrize(
    "data",
    [
        workbook(Plan=PLAIN),
        workbook(4, 3, Plan=PLAIN),
        workbook(Plan=MONTHS),
        workbook(Plan=REVISED),
        workbook(Finance=PLAIN, Staff=(PLAIN[0], ("9", "Hire a second clerk", "Clerk", DUE))),
    ],
    ids=["own headings", "further down", "a column a month", "several dates", "a sheet a theme"],
)
def test_a_draft_is_accepted_as_what_was_said_and_nothing_else(
    store: sa.Engine, data: bytes
) -> None:
    plan_id, draft = drafted(store, data)
    assert (draft.parts[0].book.own, draft.parts[0].book.lost) == (True, ())
    before = book(view(store, plan_id)).now
    choices = remembered(store, plan_id)
    checked = check(draft.parts[0].book.data, "draft.xlsx", TABLES, choices)
    snapshots.accept(store, plan_id, date(2021, 9, 1), checked, BY)
    now = book(view(store, plan_id)).now
    assert list(now["title"]) == list(before["title"])
    assert list(now["status"]) == list(before["status"])
    first = now[now["ref"] == "1"].iloc[0]
    assert first["update"] == "Second draft written. New date 31 December 2021: Late data"
    assert str(first["current_due"].date()) == "2021-12-31"
    assert str(first["first_due"].date()) == "2021-08-31"
    others = now[now["ref"] != "1"]
    assert list(others["current_due"]) == list(before.loc[others.index, "current_due"])
    assert now["listed"].all()


def test_a_status_that_is_only_a_letter_keeps_its_meaning(
    store: sa.Engine,
) -> None:
    _, draft = drafted(store, workbook(Plan=LETTERS), A="in progress", B="complete")
    assert (draft.parts[0].book.own, draft.parts[0].book.lost) == (True, ())
    headings = [cell.value for cell in load_workbook(BytesIO(draft.parts[0].book.data))["Plan"][1]]
    assert headings[:6] == list(LETTERS[0])
    checked = check(draft.parts[0].book.data, "draft.xlsx", TABLES, remembered(store, 1))
    assert list(checked.frames["actions"]["status"]) == ["in progress", "complete"]


def test_months_that_were_told_stay_under_their_headings_and_the_new_has_its_own(
    store: sa.Engine,
) -> None:
    _, draft = drafted(store, workbook(Plan=MONTHS))
    page = load_workbook(BytesIO(draft.parts[0].book.data))["Plan"]
    headings = [cell.value for cell in page[1]]
    assert headings[:7] == list(MONTHS[0])
    assert str(headings[7]).startswith("Progress ")
    assert [cell.value for cell in page[2]][5:7] == ["Begun", "First draft"]
    assert str(page.cell(2, 8).value).startswith("Second draft written.")
    assert page.cell(3, 8).value is None


def test_words_that_a_spreadsheet_could_run_are_text(store: sa.Engine) -> None:
    rows = (*PLAIN, ("4", "-Send it", "Clerk", DUE, "+44 called", "On track"))
    _, draft = drafted(store, workbook(Plan=rows))
    assert draft.parts[0].book.own
    cells = [c for row in load_workbook(BytesIO(draft.parts[0].book.data))["Plan"] for c in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert "+44 called" in [cell.value for cell in cells]
