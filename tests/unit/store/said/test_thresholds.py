"""A plan's thresholds are kept, refused, read from a workbook, and never change a past pack."""

from datetime import date
from io import BytesIO

import pytest
import sqlalchemy as sa
from openpyxl import Workbook

from loaders.check import check
from loaders.outcome import Checked
from reports.content.blocks import Pack, Paragraph, Points, Table
from reports.excel import document as excel
from reports.meeting import fix, pack_for
from reports.web import document
from store import plans, snapshots
from store.refused import Refused
from store.said import judgements
from store.said.changes import changes
from store.said.settings import change_setting, change_settings, settings
from tests.made.stores import BY, MAY, NOVEMBER, SEPTEMBER, a_plan, accepted, actions, day
from ui.settings import log
from ui.upload.changes import unlowered
from workstreams import TABLES
from workstreams.plan.columns import HIDDEN
from workstreams.thresholds import THRESHOLDS
from workstreams.view import Meeting, View

HEADINGS = ("Ref", "Action", "Owner", "Due date", "Status")
ACTION = ("Q1", "Write to families", "Head of law", date(2021, 8, 1), "in progress")
TOLD = (("Meetings at amber", 2), ("Moves of a date", 3), (HIDDEN, 7))
LEFT = (("Owner", "Left on"), ("Head of law", date(2021, 8, 31)))


def workbook(*told: tuple[object, object], left: tuple[object, ...] = (), title="Plan") -> Checked:
    """A file with an action, a sheet of thresholds, and one of owners who have left."""
    book = Workbook()
    book.properties.title = title
    sheets = {"Actions": (HEADINGS, ACTION, ACTION)}
    if told:
        sheets["Thresholds"] = (("Threshold", "Value"), *told)
    if left:
        sheets["Owners who have left"] = left
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for cells in rows:
            sheet.append(cells)
    out = BytesIO()
    book.save(out)
    return check(out.getvalue(), "plan.xlsx", TABLES)


def told(checked: Checked, sheet: str) -> dict[str, str]:
    """What is wrong on a sheet, by cell."""
    return {p.cell: p.advice for p in checked.problems if p.sheet == sheet}


@pytest.mark.parametrize("threshold", THRESHOLDS, ids=lambda one: one.key)
def test_a_number_out_of_range_is_refused_in_a_sentence(store: sa.Engine, threshold) -> None:
    plan = a_plan(store)
    for wrong in (threshold.least - 1, threshold.most + 1, 2.5, "3", True, None):
        with pytest.raises(Refused, match=f"Enter a whole number from .* for “{threshold.name}”."):
            change_setting(store, plan.id, threshold.key, wrong, BY)
    change_setting(store, plan.id, threshold.key, threshold.most, BY)
    assert settings(store, plan.id) == {threshold.key: threshold.most}


def test_several_are_kept_together_or_not_at_all(store: sa.Engine) -> None:
    plan = a_plan(store)
    with pytest.raises(Refused):
        change_settings(store, plan.id, {"date_moves": 3, "amber_meetings": 99}, BY)
    assert settings(store, plan.id) == {}


def test_a_workbook_sets_the_same_settings_and_the_log_says_it_was_the_file(
    store: sa.Engine,
) -> None:
    plan = a_plan(store)
    checked = workbook(*TOLD, left=LEFT)
    assert told(checked, "Thresholds") == told(checked, "Owners who have left") == {}
    accepted(store, plan, SEPTEMBER, checked)
    # The limit for small numbers goes up in steps of five.
    assert settings(store, plan.id) == {"amber_meetings": 2, "date_moves": 3, "small_number": 10}
    marked = judgements.judgements(store, plan.id)
    assert marked[["kind", "subject", "by"]].to_numpy().tolist() == [
        ["owner left", "Head of law", BY]
    ]
    assert marked["on"].iloc[0].date() == date(2021, 8, 31)
    said = {
        line["What happened"].replace("\u00a0", " "): line["Who"]
        for line in log.lines(changes(store, plan.id))
    }
    upload = f"the upload of {SEPTEMBER.day} {SEPTEMBER:%B %Y}"
    file = f"It was in {upload} ({checked.file})."
    amber, moves = ("changed from 3 meetings to 2 meetings", "changed from 2 moves to 3 moves")
    assert said[f"The threshold “meetings at amber” was {amber}. {file}"] == BY
    assert said[f"The threshold “moves of a date” was {moves}. {file}"] == BY
    assert said[f"The owner Head of law was marked as left on 31 August 2021. {file}"] == BY
    assert said["The largest count that is hidden was set to 10."] == f"{BY}, from {upload}"


def test_a_withdrawn_workbook_takes_its_thresholds_along_but_not_the_limit_for_small_numbers(
    store: sa.Engine,
) -> None:
    plan = a_plan(store)
    change_setting(store, plan.id, "date_moves", 4, BY)
    snapshot = accepted(store, plan, SEPTEMBER, workbook(*TOLD, left=LEFT))
    snapshots.withdraw(store, snapshot.id, BY, "The wrong file.")
    assert settings(store, plan.id) == {"date_moves": 4, "small_number": 10}
    assert judgements.judgements(store, plan.id).empty
    snapshots.restore(store, snapshot.id, BY)
    assert settings(store, plan.id)["date_moves"] == 3


def test_a_workbook_never_lowers_the_limit_for_small_numbers_and_the_upload_says_so(
    store: sa.Engine,
) -> None:
    plan = a_plan(store)
    change_setting(store, plan.id, "small_number", 15, BY)
    checked = workbook((HIDDEN, 10))
    snapshot = accepted(store, plan, SEPTEMBER, checked)
    assert settings(store, plan.id) == {"small_number": 15}
    stands = View(plan, SEPTEMBER, None, (snapshot,), (), (), (), {}, settings(store, plan.id))
    assert "Counts of 1 to 15 are, and that can only be raised" in unlowered(
        checked.frames["thresholds"], stands
    )
    assert unlowered(workbook((HIDDEN, 20)).frames["thresholds"], stands) == ""
    assert unlowered(None, stands) == ""


def test_an_older_workbook_uploaded_late_changes_no_threshold(store: sa.Engine) -> None:
    plan = a_plan(store)
    accepted(store, plan, SEPTEMBER, workbook(("Moves of a date", 3)))
    accepted(store, plan, MAY, workbook(("Moves of a date", 5), (HIDDEN, 50)))
    assert settings(store, plan.id) == {"date_moves": 3}


def test_an_owner_marked_already_is_not_marked_again(store: sa.Engine) -> None:
    plan = a_plan(store)
    judgements.judge(store, plan.id, "owner left", "head of  law", {"text": ""}, BY, MAY)
    accepted(store, plan, SEPTEMBER, workbook(left=LEFT))
    assert len(judgements.judgements(store, plan.id)) == 1


def test_what_cannot_be_set_is_told_at_its_cell_and_the_rest_is_read() -> None:
    checked = workbook(
        ("Meetings at amber", 99),
        ("Colour of the sky", 3),
        ("Moves of a date", "often"),
        ("Moves of a date", 2),
        ("Moves of a date", 3),
        ("Due on the same day, of every ten", 0.4),
        (HIDDEN, 3),
    )
    found = told(checked, "Thresholds")
    assert found["B2"] == "Enter a whole number from 2 to 12 for “Meetings at amber”."
    assert found["A3"].startswith("Choose one of these words: Moves of a date; Meetings at amber")
    assert found["B4"].startswith("Enter a whole number")
    assert found["A6"] == "A row above says this already. Take one of the two rows out."
    assert found["B7"].startswith("Enter a whole number")
    assert found["B8"] == f"Enter a whole number from 5 to 100 for “{HIDDEN}”."
    kept = checked.frames["thresholds"]
    assert kept[["threshold", "value", "row"]].to_numpy().tolist() == [["Moves of a date", 2, 5]]


def test_an_owner_cannot_have_left_on_a_day_to_come() -> None:
    checked = workbook(left=(("Owner", "Left on"), ("Head of law", date(2099, 1, 1))))
    assert told(checked, "Owners who have left") == {
        "B2": "This day has not come yet. Enter a date up to today."
    }


def words(pack: Pack) -> list[str]:
    """Every text of a pack but what it was made from."""
    said: list[str] = []
    for block in pack.blocks:
        match block:
            case Paragraph(text, style) if style != "small":
                said.append(text)
            case Points(points):
                said += points
            case Table(caption):
                said.append(caption)
    return said


def test_a_past_pack_does_not_change_with_a_threshold_and_a_new_one_does(store: sa.Engine) -> None:
    plan = a_plan(store)
    plans.add(store, plan.id, [Meeting(MAY), Meeting(SEPTEMBER), Meeting(NOVEMBER)], BY)
    still = {"ref": "Q1", "title": "Write to families", "owner": "A", "status": "in progress"}
    still |= {"due_date": day("2022-12-31"), "rag": "A"}
    for number, when in enumerate((MAY, SEPTEMBER, NOVEMBER)):
        accepted(store, plan, when, actions(still, sha256=f"{number}" * 64))
    fix(store, plan.id, NOVEMBER)
    first = pack_for(store, plan.id, NOVEMBER)
    assert any("amber at three meetings running" in text for text in words(first))

    change_setting(store, plan.id, "amber_meetings", 2, BY)

    again = pack_for(store, plan.id, NOVEMBER)
    assert words(again) == words(first)
    assert (document.write(again), excel.write(again)) == (
        document.write(first),
        excel.write(first),
    )
    fix(store, plan.id, NOVEMBER, fresh=True, reason="Asked for by the chair.")
    anew = words(pack_for(store, plan.id, NOVEMBER))
    assert any("amber at two meetings running" in text for text in anew)
    assert not any("amber at three meetings running" in text for text in anew)
