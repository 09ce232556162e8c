"""Updates: owners are asked in one form, and what was asked stands on the page with its sheets."""

from datetime import date, datetime
from pathlib import Path

from reports.updates.asking import prepare
from store import plans, snapshots
from store.database.engine import open_store
from store.said.changes import changes
from store.said.updates import asked_of, returned_of
from store.sources.kept import sources
from store.views import view
from tests.made.stores import a_plan
from tests.made.updates.returned import filled, sheets
from tests.screens.conftest import OpenPage
from tests.screens.filling import OFFICER, field, placed, press
from tests.screens.reading import said
from tests.unit.store.sources.made import FEBRUARY, OCTOBER, log, read
from tests.unit.store.sources.made import plan as whole_plan
from workstreams.view import Meeting

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PLACE = "ask_for_updates"


def test_owners_are_asked_and_their_sheets_stand_ready(
    own_store: Path, open_page: OpenPage
) -> None:
    app = open_page("updates", plan="1")
    assert "One return sheet for each of 12 owners" in said(app)
    assert not asked_of(open_store(), 1)
    # The sample's meeting is over: no day is before it and still to come.
    assert field(app, "date_input", "Sheets back by").value is None
    field(app, "date_input", "For the meeting on").set_value(date(2023, 1, 24))
    field(app, "date_input", "Sheets back by").set_value(date(2023, 1, 25))
    field(app, "text_input", "Your name or job title", PLACE).set_value(OFFICER)
    press(app, "Prepare the sheets")
    assert any("back after the meeting" in one.value for one in app.error)
    field(app, "date_input", "Sheets back by").set_value(date(2023, 1, 14))
    words = field(app, "text_area", "Words of the message")
    words.set_value("Dear [owner], by [reply by].")
    press(app, "Prepare the sheets")
    text = said(app).replace("\\", "")
    assert "The sheets are ready." in text
    assert "For the meeting on 24 January 2023: 12 owners asked, back by 14 January 2023." in text
    (kept,) = asked_of(open_store(), 1)
    assert (kept.by, len(kept.sheets)) == (OFFICER, 12)
    assert [one.proto.label for one in app.get("download_button")].count(
        "Download the sheets and messages"
    )
    again = open_page("updates", plan="1")
    assert field(again, "text_area", "Words of the message").value == "Dear [owner], by [reply by]."


def test_sheets_that_came_back_become_the_next_upload_and_undo_takes_it_back(
    own_store: Path, open_page: OpenPage
) -> None:
    meeting = date(2023, 1, 24)
    sent = sheets(prepare(open_store(), 1, meeting, date(2023, 1, 14), "", OFFICER).zip)
    solicitor = "Solicitor to the council"
    files = [
        ("one.xlsx", filled(sent[solicitor], {"status": "Complete", "progress": "Begun"}), XLSX),
        ("two.xlsx", filled(sent[solicitor], {"status": "Paused"}), XLSX),
        ("notes.csv", b"Nothing,here\n1,2\n", "text/csv"),
    ]
    app = open_page("updates", plan="1")
    app.file_uploader[0].set_value(files).run()
    text = said(app).replace("\\", "")
    assert "1 of 12 owners returned." in text
    assert "notes.csv is no return sheet" in text
    assert "Different things said of one action" in text
    assert "1 cell of the draft stays as the plan has it unless you choose." in text
    choice = next(one for one in app.radio if str(one.key).startswith("conflict_"))
    choice.set_value("Complete").run()
    assert "What changes: 2 cells of 1 action" in [one.label for one in app.expander]
    labels = [one.proto.label for one in app.get("download_button")]
    assert "Download the draft as a workbook" in labels
    assert "Download reminders for 11 owners" in labels
    press(app, "Go on to accept the draft")
    app.switch_page("pages/upload.py").run()
    text = said(app).replace("\\", "")
    assert "The draft made from 2 sheets that came back for 24 January 2023." in text
    assert "1 completed" in text
    app = placed(app)  # the sample's dates are long ago
    field(app, "text_input", "Your name or job title", "accepted_by").set_value(OFFICER)
    (accept,) = [one for one in app.button if one.label.startswith("Accept as at")]
    accept.click().run()
    assert not app.exception
    assert any("Returned updates.xlsx is accepted" in one.value for one in app.success)
    assert returned_of(open_store(), 1, meeting) == (solicitor,)
    (entry,) = [one for one in changes(open_store(), 1) if one.kind == "returned"]
    said_of = [line[1:3] for line in entry.value["said"]]
    assert ["status", "Complete"] in said_of
    assert "one.xlsx" not in str(entry.value)
    assert entry.value["came"] == f"{datetime.now().astimezone():%Y-%m-%d}"
    press(app, "Undo")
    assert returned_of(open_store(), 1, meeting) == ()


def test_a_plan_of_two_files_has_a_draft_of_each_accepted_in_turn(
    own_store: Path, open_page: OpenPage
) -> None:
    store = open_store()
    plan = a_plan(store, "Of two files")
    plans.add(store, plan.id, [Meeting(FEBRUARY)], OFFICER)
    for rows, name in (
        (whole_plan(), "Improvement plan.xlsx"),
        (log(), "Scrutiny action log.xlsx"),
    ):
        snapshots.accept(store, plan.id, OCTOBER, read(rows, name), OFFICER, {"": "Sent so."})
    sent = sheets(prepare(store, plan.id, FEBRUARY, None, "", OFFICER).zip)
    files = [
        ("a.xlsx", filled(sent["Director"], {"progress": "Brought"}), XLSX),
        ("b.xlsx", filled(sent["Head of team 2"], {"progress": "Begun again"}), XLSX),
    ]
    app = open_page("updates", plan=str(plan.id))
    app.file_uploader[0].set_value(files).run()
    assert "each has its own draft, accepted in turn" in said(app)
    press(app, "Go on to accept the drafts")
    app.switch_page("pages/upload.py").run()
    for name, last in (("Improvement plan", False), ("Scrutiny action log", True)):
        text = said(app).replace("\\", "")
        assert f"The draft of “{name}” made from 2 sheets" in text
        assert ("1 more draft after it" in text) is not last
        (into,) = [one for one in app.radio if str(one.key).startswith("source_")]
        assert into.value == next(s.id for s in sources(store, plan.id) if s.name == name)
        app = placed(app)
        field(app, "text_input", "Your name or job title", "accepted_by").set_value(OFFICER)
        (accept,) = [one for one in app.button if one.label.startswith("Accept as at")]
        accept.click().run()
        assert not app.exception
    assert "The draft of" not in said(app)
    assert set(returned_of(store, plan.id, FEBRUARY)) == {"Director", "Head of team 2"}
    now = view(store, plan.id).now("actions")
    assert {"Brought", "Begun again"} <= set(now["update"].dropna())
    assert len(now) == 12
    # They are accepted as at today, which is after the meeting that was asked for.
    app = open_page("overview", plan=str(plan.id), as_at=OCTOBER.isoformat())
    assert "returned their sheets" not in said(app)
    app.segmented_control(key="audience").set_value("members").run()
    text = said(app).replace("\\", "")
    assert "0 of 4 owners returned their sheets before the meeting on 10 February 2026" in text
    assert "and 2 after it. Nothing came back about 12 actions: Director (4)" in text
