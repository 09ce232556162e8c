"""Several files chosen at once: those that need nothing in one press, the others kept and asked."""

from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

from store.access.visitor import AT_THE_MACHINE, acting
from store.database.engine import open_store
from store.plans import add_plan
from store.said.remembered import remembered
from store.snapshots import snapshots
from tests.made.workbooks import Rows, of_rows
from tests.screens.conftest import OpenPage
from tests.screens.filling import OFFICER, placed, press
from tests.screens.reading import said
from tests.unit.store.sources.made import plan, posts
from ui.pieces.uploaded import fingerprint

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AS_AT = "Progress as at"


def dated(rows: Rows, when: str) -> bytes:
    return of_rows((("Action plan",), (f"{AS_AT} {when}",), *rows))


def odd_word(rows: Rows) -> Rows:
    first, (*row, _, progress), *others = rows
    return (first, (*row, "Flurb", progress), *others)


FILES = {
    "Plan October.xlsx": dated(odd_word(plan(done=1)), "14 October 2025"),
    "Posts October.xlsx": dated(posts(vacant=3), "31 October 2025"),
    "Plan December.xlsx": dated(plan(done=3), "9 December 2025"),
    "Plan undated.xlsx": of_rows(plan(done=4)),
    "Not a workbook.xlsx": b"PK\x03\x04 not a workbook",
}


def needs(app: AppTest) -> dict[str, str]:
    """What each file needs, by its name, as the page says it."""
    found = [t.value for t in app.table if "What it needs" in t.value.columns]
    return {
        str(row["File"]).replace("\\", ""): str(row["What it needs"])
        for _, row in (found[0].iterrows() if found else ())
    }


def opened(app: AppTest, name: str) -> AppTest:
    app.selectbox(key="opened_1").set_value(fingerprint(FILES[name])).run()
    assert not app.exception
    return app


def test_what_is_ready_goes_in_at_once_and_nothing_that_is_not_is_lost(
    empty_store: Path, open_page: OpenPage
) -> None:
    with acting(AT_THE_MACHINE):
        add_plan(open_store(), "Plan", "Scrutiny", by=OFFICER)
    app = open_page("upload")
    app.file_uploader[0].set_value([(name, data, XLSX) for name, data in FILES.items()]).run()
    asked = needs(app)
    assert list(asked)[:3] == ["Plan October.xlsx", "Posts October.xlsx", "Plan December.xlsx"]
    assert asked["Posts October.xlsx"] == asked["Plan December.xlsx"] == "Ready"
    assert "Say what 1 colour or word means." in asked["Plan October.xlsx"]
    assert "Say on which day it was true." in asked["Plan undated.xlsx"]
    assert "Not a workbook.xlsx" in asked["Not a workbook.xlsx"]
    assert not snapshots(open_store(), 1)

    # What one needs is answered before the later file of its kind goes in.
    opened(app, "Plan October.xlsx")
    app.selectbox(key=next(str(s.key) for s in app.selectbox if "colour_" in str(s.key))).set_value(
        "in progress"
    )
    press(app, "Use these meanings")
    app.text_input(key="accepted_by").set_value(OFFICER)
    press(app, "Accept as at 14 October 2025")
    assert set(needs(app)) == set(FILES) - {"Plan October.xlsx"}

    app.text_input(key="accepted_by").set_value(OFFICER)
    press(app, "Accept the 2 files that are ready")
    assert "2 files are accepted" in said(app)
    standing = snapshots(open_store(), 1)
    assert [(one.file, one.as_at) for one in standing] == [
        ("Plan October.xlsx", date(2025, 10, 14)),
        ("Posts October.xlsx", date(2025, 10, 31)),
        ("Plan December.xlsx", date(2025, 12, 9)),
    ]
    assert standing[0].source == standing[2].source != standing[1].source
    assert set(needs(app)) == {"Plan undated.xlsx", "Not a workbook.xlsx"}
    assert "2 files you chose before are not accepted yet" in said(app)

    # Taken back, the two are as they were before, and so is what was remembered of them.
    press(app, "Undo")
    assert [one.file for one in snapshots(open_store(), 1)] == ["Plan October.xlsx"]
    press(app, "Put away what is not accepted")
    assert not needs(app)


def test_a_file_that_was_mended_keeps_every_answer_and_an_undone_one_leaves_none(
    empty_store: Path, open_page: OpenPage
) -> None:
    with acting(AT_THE_MACHINE):
        add_plan(open_store(), "Plan", "Scrutiny", by=OFFICER)
    app = open_page("upload")
    rows = odd_word(plan(done=1))
    app.file_uploader[0].set_value([("plan.xlsx", of_rows(rows), XLSX)]).run()
    app.date_input[0].set_value(date(2025, 10, 14)).run()
    app.selectbox(key=next(str(s.key) for s in app.selectbox if "colour_" in str(s.key))).set_value(
        "in progress"
    )
    press(app, "Use these meanings")
    app.text_input(
        key=next(str(t.key) for t in app.text_input if "source_name_" in str(t.key))
    ).set_value("The action plan").run()

    app.file_uploader[0].set_value([]).run()
    mended = (*rows, ("9.1", "Publish the audit", "Head of team 1", date(2026, 9, 1), "Open", None))
    app.file_uploader[0].set_value([("plan (1).xlsx", of_rows(mended), XLSX)]).run()
    assert app.date_input[0].value == date(2025, 10, 14)
    assert not [s for s in app.selectbox if "colour_" in str(s.key) and s.value is None]
    placed(app)
    app.text_input(key="accepted_by").set_value(OFFICER)
    press(app, "Accept as at 14 October 2025")
    (stored,) = snapshots(open_store(), 1)
    assert stored.source.name == "The action plan"
    assert remembered(open_store(), 1).colours == {"Flurb": "in progress"}

    press(app, "Undo")
    assert remembered(open_store(), 1).colours == {}
