"""A row that a file holds is never told as gone, whatever keeps it from being read."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import count

import pytest
import sqlalchemy as sa
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from loaders.check import check
from loaders.choices import Choices
from measures.actions.history import events
from store.database.engine import open_store
from store.plans import add_plan
from store.snapshots import accept
from store.views import view
from tests.made import workbooks
from ui.upload.differences import actions_seen, compared
from workstreams import TABLES
from workstreams.actions.book import book
from workstreams.actions.columns import ACTIONS
from workstreams.actions.followed.since import since_last_met
from workstreams.actions.records.vanished import vanished_table
from workstreams.view import View

DAYS = (date(2024, 1, 9), date(2024, 2, 6), date(2024, 3, 5))
HEADINGS = ("Ref", "Theme", "Action", "Owner", "Due date", "Status", "Update")
DEEDS = (
    ("Practice", "Publish the guide to thresholds for families"),
    ("Practice", "Train every social worker in court skills"),
    ("Practice", "Review all letters before proceedings"),
    ("Workforce", "Recruit two principal solicitors"),
    ("Workforce", "Agree an offer for newly qualified staff"),
    ("Quality", "Audit twelve files a month and report back"),
    ("Quality", "Set up a tracker of court timescales"),
)
Change = Callable[[Worksheet, int], None]


def plan(with_refs: bool = True, hide: Sequence[int] = (), how: Change | None = None) -> bytes:
    """A workbook of the plan, with some of its rows (from 0) changed."""

    def fill_in(sheet: Worksheet) -> None:
        sheet.append([*HEADINGS][0 if with_refs else 1 :])
        for number, (theme, deed) in enumerate(DEEDS, start=1):
            due = date(2024, 6, number)
            row = [
                f"A{number}",
                theme,
                deed,
                "Head of Legal",
                due,
                "In progress",
                f"On it {number}",
            ]
            sheet.append(row[0 if with_refs else 1 :])
        for place in hide:
            assert how
            how(sheet, place + 2)

    return workbooks.xlsx(fill_in)


def hidden(sheet: Worksheet, row: int) -> None:
    sheet.row_dimensions[row].hidden = True


def collapsed(sheet: Worksheet, row: int) -> None:
    sheet.row_dimensions.group(row, row, outline_level=1, hidden=True)


def no_height(sheet: Worksheet, row: int) -> None:
    sheet.row_dimensions[row].height = 0


def struck(sheet: Worksheet, row: int) -> None:
    for cell in sheet[row]:
        cell.font = Font(strike=True)


def mostly_struck(sheet: Worksheet, row: int) -> None:
    for cell in list(sheet[row])[:-1]:
        cell.font = Font(strike=True)


def of_heading(sheet: Worksheet, row: int, heading: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == heading)


def unreadable(sheet: Worksheet, row: int) -> None:
    sheet.cell(row, of_heading(sheet, row, "Due date")).value = "31/06/2024"


def broken(sheet: Worksheet, row: int) -> None:
    sheet.cell(row, of_heading(sheet, row, "Due date")).value = "#REF!"


def titleless(sheet: Worksheet, row: int) -> None:
    sheet.cell(row, of_heading(sheet, row, "Action")).value = "#REF!"


def reworded_and_hidden(sheet: Worksheet, row: int) -> None:
    cell = sheet.cell(row, of_heading(sheet, row, "Action"))
    cell.value = f"{cell.value} by the summer"
    hidden(sheet, row)


def reworded_and_struck(sheet: Worksheet, row: int) -> None:
    cell = sheet.cell(row, of_heading(sheet, row, "Action"))
    cell.value = f"{cell.value} (superseded)"
    struck(sheet, row)


HOW = (
    *(hidden, collapsed, no_height, struck, mostly_struck, unreadable, broken),
    *(reworded_and_hidden, reworded_and_struck),
)
WHICH = ((0,), (6,), (2,), (3, 4), (0, 1, 2), (1, 3, 5), (0, 1, 2, 3, 4, 5))


NAMES = count(1)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> sa.Engine:
    return open_store(f"sqlite:///{tmp_path_factory.mktemp('store') / 'store.db'}")


def told(store: sa.Engine, files: Sequence[bytes]) -> View:
    """The plan after these files, one a month, as members see it."""
    made = add_plan(store, f"Improvement plan {next(NAMES)}", "Scrutiny committee", by="Officer")
    for when, data in zip(DAYS, files, strict=False):
        checked = check(data, "plan.xlsx", TABLES, Choices())
        accept(store, made.id, when, checked, "Officer")
    return view(store, made.id, audience="members")


VARIANTS = [
    (how, WHICH[(2 * number + part) % len(WHICH)], bool(part))
    for number, how in enumerate(HOW)
    for part in (0, 1)
] + [(titleless, which, True) for which in WHICH[2:5]]


@pytest.mark.parametrize(("how", "which", "with_refs"), VARIANTS)
def test_no_row_left_out_is_told_as_gone(
    store: sa.Engine, how: Change, which: tuple[int, ...], with_refs: bool
) -> None:
    found = told(store, [plan(with_refs), plan(with_refs, which, how), plan(with_refs)])
    for looked_at in (found.back_to(DAYS[1]), found):
        now = book(looked_at).now
        assert len(now) == len(DEEDS)
        assert now["listed"].all()
        assert vanished_table(looked_at).empty
    happened = set(events(book(found).lives)["event"])
    assert not happened & {"no longer listed", "listed again"}


def test_before_it_is_accepted_the_upload_page_says_so_too(store: sa.Engine) -> None:
    stands = told(store, [plan()])
    checked = check(plan(hide=(0, 6), how=struck), "plan.xlsx", TABLES)
    seen = actions_seen(checked, stands, DAYS[1])
    assert seen
    (found,) = compared(checked, stands, {ACTIONS.key: seen})
    assert (found.any, found.same) == (False, len(DEEDS))


def test_a_row_that_is_shown_again_is_neither_new_nor_listed_again(store: sa.Engine) -> None:
    stands = told(store, [plan(), plan(hide=(0, 6), how=hidden)])
    checked = check(plan(), "plan.xlsx", TABLES)
    seen = actions_seen(checked, stands, DAYS[2])
    assert seen
    (found,) = compared(checked, stands, {ACTIONS.key: seen})
    assert (found.any, found.same) == (False, len(DEEDS))


def test_a_row_that_is_deleted_is_gone_and_is_so_after_it_was_hidden(store: sa.Engine) -> None:
    def deleted(sheet: Worksheet, row: int) -> None:
        sheet.delete_rows(row)

    found = told(store, [plan(), plan(hide=(3,), how=hidden), plan(hide=(3,), how=deleted)])
    gone = book(found).now.query("not listed")
    assert gone["ref"].to_list() == ["A4"]
    assert gone["last_seen"].dt.date.to_list() == [DAYS[1]]
    assert gone["not_listed_since"].dt.date.to_list() == [DAYS[2]]


def test_a_row_hidden_from_the_start_is_new_once_it_is_shown(store: sa.Engine) -> None:
    found = told(store, [plan(hide=(3,), how=hidden), plan()])
    assert len(book(found.back_to(DAYS[0])).now) == len(DEEDS) - 1
    changed = since_last_met(found)
    assert changed
    assert len(changed["new"].rows) == 1
