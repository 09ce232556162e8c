"""A row that is in the file but was not read is not gone: not in figures, questions or lists."""

from collections.abc import Callable
from datetime import date

import pytest
import sqlalchemy as sa
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from loaders.check import check
from loaders.choices import LEAVE_OUT, READ, Choices
from loaders.outcome import Checked
from loaders.sheets.rows import AS_SAID
from loaders.sheets.spelling import normal
from store import plans, snapshots
from store.said.remembered import remember, remembered
from store.views import view
from tests.made.stores import BY, a_plan
from tests.made.workbooks import xlsx
from ui.shell.honest import says
from ui.upload.differences import actions_seen, compared
from workstreams import TABLES
from workstreams.across.questions import questions
from workstreams.actions import ACTIONS_WORKSTREAM
from workstreams.actions.book import book
from workstreams.actions.followed.since import since_last_met
from workstreams.source import places
from workstreams.view import Meeting, Plan, View

JUNE, JULY, SEPTEMBER = date(2025, 6, 10), date(2025, 7, 8), date(2025, 9, 9)
TITLES = (
    "Publish the workforce strategy",
    "Train reviewing officers in the escalation procedure",
    "Recruit two permanent lawyers",
    "Write to families whose consent was not clear",
    "Agree a protocol with the court service",
    "Audit the quality of statements each month",
)
HEADINGS = ("Ref", "Action", "Owner", "Due date", "Status", "Update")
Change = Callable[[Worksheet, int], object]


def hidden(sheet: Worksheet, row: int) -> None:
    sheet.row_dimensions[row].hidden = True


def collapsed(sheet: Worksheet, row: int) -> None:
    sheet.row_dimensions.group(row, row, outline_level=1, hidden=True)


def struck(sheet: Worksheet, row: int) -> None:
    for cell in sheet[row]:
        cell.font = Font(strike=True)


def stopped(sheet: Worksheet, row: int) -> None:
    sheet.cell(row, 2).value = None


def workbook(
    row: int = 0, change: Change | None = None, *, refs: bool = True, said: str = ""
) -> bytes:
    """A plan of six actions, one row of which may be changed."""

    def fill_in(sheet: Worksheet) -> None:
        sheet.append(HEADINGS if refs else HEADINGS[1:])
        for number, title in enumerate(TITLES, start=1):
            cells = (f"A{number}", title, f"Head of team {number % 3}", date(2025, 12, number))
            line = (*cells, "In progress", f"{said or 'Begun'}, number {number}")
            sheet.append(line if refs else line[1:])
        if change:
            change(sheet, row)

    return xlsx(fill_in)


def file(
    row: int = 0, change: Change | None = None, *, refs: bool = True, said: str = ""
) -> Checked:
    made = check(workbook(row, change, refs=refs, said=said), f"plan {row} {said}.xlsx", TABLES)
    assert [reading.table for reading in made.readings] == ["actions"]
    return made


def kept(store: sa.Engine, *files: tuple[date, Checked]) -> Plan:
    plan = a_plan(store)
    plans.add(store, plan.id, [Meeting(JUNE), Meeting(JULY), Meeting(SEPTEMBER)], BY)
    for as_at, checked in files:
        snapshots.accept(store, plan.id, as_at, checked, BY, {"": "Sent so."})
    return plan


def nothing_is_gone(seen: View) -> None:
    found = book(seen)
    assert len(found.now) == len(TITLES)
    assert found.now["listed"].all()
    assert found.changed is not None
    assert not len(found.changed.gone)
    assert not len(found.changed.new)
    assert not len(found.changed.listed_again)
    since = since_last_met(seen)
    assert since is not None
    assert {change.key: len(change.rows) for change in since.changes}["gone"] == 0
    asked = [question.text for question in questions(seen)]
    assert not [text for text in asked if "not in the file" in text or "What happened to" in text]
    assert "no longer in the file" not in ACTIONS_WORKSTREAM.finding(seen)
    figures = {m.key: m.figure(seen).value for m in ACTIONS_WORKSTREAM.measures}
    assert figures["actions.no_longer_listed"] == 0


@pytest.mark.parametrize("row", [2, 4, 7])
@pytest.mark.parametrize("change", [hidden, collapsed, struck, stopped])
def test_a_row_left_out_is_not_gone(store: sa.Engine, change: Change, row: int) -> None:
    plan = kept(store, (JUNE, file()), (JULY, file(row, change, said="Going on")))
    seen = view(store, plan.id)
    nothing_is_gone(seen)
    now = seen.now("actions")
    carried = now[now.index < 0]
    assert carried["title"].tolist() == [TITLES[row - 2]]
    assert carried["row"].tolist() == [row]
    # What it says now was not read: it stands as it did, and is not called silent.
    assert carried["update"].tolist() == [f"Begun, number {row - 1}"]
    found = book(seen)
    assert found.changed is not None
    assert not len(found.changed.silent)
    assert f"Left out but listed before: row {row}" in says(seen, ACTIONS_WORKSTREAM)
    (where,) = places(seen, "actions", carried)
    assert where.endswith("so as it stood before")


@pytest.mark.parametrize("change", [hidden, struck])
def test_a_row_without_a_reference_is_known_by_its_words(store: sa.Engine, change: Change) -> None:
    plan = kept(store, (JUNE, file(refs=False)), (JULY, file(5, change, refs=False)))
    nothing_is_gone(view(store, plan.id))


def test_a_row_that_is_read_again_is_neither_new_nor_listed_again(store: sa.Engine) -> None:
    left_out, back = file(3, hidden, said="Going on"), file(said="Ended")
    plan = kept(store, (JUNE, file()), (JULY, left_out), (SEPTEMBER, back))
    seen = view(store, plan.id)
    nothing_is_gone(seen)
    assert (seen.now("actions").index >= 0).all()
    assert book(view(store, plan.id, as_at=JULY)).now["listed"].all()


def test_a_row_left_out_twice_stands_as_it_was_last_read(store: sa.Engine) -> None:
    twice = [file(3, hidden, said=words) for words in ("Going on", "Still going on")]
    plan = kept(store, (JUNE, file()), (JULY, twice[0]), (SEPTEMBER, twice[1]))
    nothing_is_gone(view(store, plan.id))


def test_a_row_left_out_of_the_first_file_is_new_when_it_is_read(store: sa.Engine) -> None:
    plan = kept(store, (JUNE, file(3, hidden)), (JULY, file(said="Going on")))
    changed = book(view(store, plan.id)).changed
    assert changed is not None
    assert changed.new["title"].tolist() == [TITLES[1]]


def test_a_row_that_is_not_in_the_file_is_gone_all_the_same(store: sa.Engine) -> None:
    plan = kept(store, (JUNE, file()), (JULY, file(3, lambda s, row: s.delete_rows(row))))
    changed = book(view(store, plan.id)).changed
    assert changed is not None
    assert changed.gone["title"].tolist() == [TITLES[1]]


def test_a_reference_given_to_another_hidden_row_keeps_no_action(store: sa.Engine) -> None:
    def reused(sheet: Worksheet, row: int) -> None:
        sheet.cell(row, 2).value = "Zebra crossing budget quotation"
        hidden(sheet, row)

    plan = kept(store, (JUNE, file()), (JULY, file(3, reused)))
    changed = book(view(store, plan.id)).changed
    assert changed is not None
    assert changed.gone["title"].tolist() == [TITLES[1]]


def test_a_reworded_hidden_row_is_known_by_its_reference(store: sa.Engine) -> None:
    def reworded(sheet: Worksheet, row: int) -> None:
        sheet.cell(row, 2).value = f"{TITLES[row - 2]} by Easter"
        hidden(sheet, row)

    plan = kept(store, (JUNE, file()), (JULY, file(3, reworded)))
    nothing_is_gone(view(store, plan.id))


@pytest.mark.parametrize("change", [hidden, collapsed, struck, stopped])
def test_the_preview_of_an_upload_says_of_no_such_row_that_it_is_gone(
    store: sa.Engine, change: Change
) -> None:
    plan = kept(store, (JUNE, file()))
    stands = view(store, plan.id, audience="members")
    chosen = file(4, change, said="Going on")
    seen = actions_seen(chosen, stands, JULY)
    assert seen is not None
    (found,) = [one for one in compared(chosen, stands, {"actions": seen}) if one.counts]
    assert found.counts["gone"] == found.counts["new"] == 0
    assert found.counts["changed"] == len(TITLES) - 1


def test_rows_about_people_leave_nothing_behind() -> None:
    def fill_in(sheet: Worksheet) -> None:
        sheet.append(("Case", "Stage", "Opened", "Theme"))
        for number in range(1, 6):
            sheet.append((f"C{number}", "Open", date(2025, 1, number), "Delay"))
        hidden(sheet, 3)

    made = check(xlsx(fill_in), "cases.xlsx", TABLES)
    assert [reading.unread for reading in made.readings] == [()] * len(made.readings)


@pytest.mark.parametrize(("meaning", "status"), [("complete", "complete"), (READ, "in progress")])
def test_what_striking_out_means_is_said_once_and_read_so_from_then_on(
    store: sa.Engine, meaning: str, status: str
) -> None:
    plan = a_plan(store)
    remember(store, plan.id, Choices(struck=meaning), BY)
    known = remembered(store, plan.id)
    assert known.struck == meaning
    made = check(workbook(3, struck), "plan.xlsx", TABLES, known)
    rows = made.frames["actions"].set_index("ref")["status"]
    assert rows["A2"] == status
    assert rows["A1"] == "in progress"
    assert len(rows) == len(TITLES)
    (told,) = [p for p in made.problems if "struck out" in p.advice]
    assert told.level == "note"


def test_a_struck_out_row_that_says_how_it_ended_is_read_as_it_says() -> None:
    def dropped(sheet: Worksheet, row: int) -> None:
        sheet.cell(row, 5).value = "Withdrawn"
        struck(sheet, row)

    made = check(workbook(3, dropped), "plan.xlsx", TABLES, Choices(struck="complete"))
    assert made.frames["actions"].set_index("ref")["status"]["A2"] == "withdrawn"


@pytest.mark.parametrize("change", [hidden, collapsed])
def test_hidden_rows_are_asked_about_once(change: Change) -> None:
    asked = check(workbook(3, change), "plan.xlsx", TABLES)
    assert [p.level for p in asked.problems if "hidden" in p.advice] == ["warning"]
    read = check(workbook(3, change), "plan.xlsx", TABLES, Choices(hidden=READ))
    assert len(read.frames["actions"]) == len(TITLES)
    assert not [p for p in read.problems if "hidden" in p.advice]
    out = check(workbook(3, change), "plan.xlsx", TABLES, Choices(hidden=LEAVE_OUT))
    assert [p.level for p in out.problems if "hidden" in p.advice] == ["note"]
    assert len(out.frames["actions"]) == len(TITLES) - 1


def example(sheet: Worksheet, row: int) -> None:
    """A row that the reader takes for an example."""
    sheet.cell(row, 2).value = "Example: publish the timetable of reviews"


def test_a_row_left_out_is_put_back_and_so_is_its_like_in_the_next_file(store: sa.Engine) -> None:
    first = file(3, example)
    (reading,) = first.readings
    (left,) = [row for row, _ in reading.left_out]
    assert left == 3
    said = {"actions": {normal(dict(reading.row_words)[3]): READ}}
    plan = a_plan(store)
    remember(store, plan.id, Choices(rows=said), BY)
    known = remembered(store, plan.id)
    made = check(workbook(3, example, said="A month later"), "plan.xlsx", TABLES, known)
    assert not made.readings[0].left_out
    assert len(made.frames["actions"]) == len(TITLES)


def test_a_row_read_is_taken_out_and_so_is_its_like_in_the_next_file() -> None:
    (reading,) = file().readings
    choices = Choices(rows={"actions": {normal(dict(reading.row_words)[4]): LEAVE_OUT}})
    made = check(workbook(), "plan.xlsx", TABLES, choices)
    assert made.readings[0].left_out == ((4, AS_SAID),)
    assert "A3" not in made.frames["actions"]["ref"].to_list()


def test_words_of_rows_about_people_are_not_handed_on() -> None:
    def fill_in(sheet: Worksheet) -> None:
        sheet.append(("Case", "Stage", "Opened", "Theme"))
        for number in range(1, 6):
            sheet.append((f"C{number}", "Open", date(2025, 1, number), "Delay"))

    made = check(xlsx(fill_in), "cases.xlsx", TABLES)
    assert not any(reading.row_words for reading in made.readings)
