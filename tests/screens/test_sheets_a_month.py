"""On the upload page: one sheet a month is asked about once, and one press gives the history."""

from datetime import date
from hashlib import sha256
from pathlib import Path

from loaders.choices import EACH, LATEST
from store.database.engine import open_store
from store.said.remembered import remembered
from store.snapshots import snapshots
from store.views import view
from tests.made.monthly import TITLES, monthly
from tests.screens.conftest import OpenPage
from tests.screens.reading import said
from tests.screens.test_upload import accepted, chosen, pressed

POSTS = (
    ("Post no", "Job title", "FTE", "Status"),
    ("P1", "Solicitor", 1, "Vacant"),
    ("P2", "Solicitor", 1, "Filled permanent"),
)
ASKED = "One sheet for each date"


def test_each_sheet_becomes_a_snapshot_in_one_press(own_store: Path, open_page: OpenPage) -> None:
    before = len(snapshots(open_store(), 1))
    data = monthly("April 2024", "May 2024", "June 2024", other=POSTS)
    app = chosen(open_page("upload", plan="1"), data)
    assert ASKED in [header.value for header in app.header]
    app.radio[0].set_value(EACH)
    app = pressed(app, "Use this answer")
    assert ASKED not in [header.value for header in app.header]
    assert "April 2024 30 April 2024 3 Kept as an upload of its own" in said(app)
    app.text_input(key="accepted_by").set_value("Committee officer")
    for reason in (t for t in app.text_input if str(t.key).startswith("reason_")):
        reason.set_value("Checked with the owner")
    app = pressed(app, "Accept 3 dates, the last as at 30 June 2024")
    assert "is accepted as at 30 April 2024, 31 May 2024 and 30 June 2024" in said(app)
    new = snapshots(open_store(), 1)
    assert len(new) == before + 3
    days = (date(2024, 4, 30), date(2024, 5, 31), date(2024, 6, 30))
    complete = []
    for day in days:
        now = view(open_store(), 1, as_at=day).now("actions").set_index("title")
        complete.append(int((now["status"].loc[list(TITLES)] == "complete").sum()))
    assert complete == [0, 1, 2]
    held = [[t.table for t in one.tables] for one in new if one.as_at in days]
    assert held == [["actions"], ["actions"], ["actions", "posts"]]
    pressed(app, "Undo")
    assert len(snapshots(open_store(), 1)) == before


def test_the_next_file_adds_its_new_month_alone(own_store: Path, open_page: OpenPage) -> None:
    app = chosen(open_page("upload", plan="1"), monthly("April 2024", "May 2024"))
    app.radio[0].set_value(EACH)
    app = pressed(app, "Use this answer")
    app.text_input(key="accepted_by").set_value("Committee officer")
    for reason in (t for t in app.text_input if str(t.key).startswith("reason_")):
        reason.set_value("Checked with the owner")
    pressed(app, "Accept 2 dates")
    assert remembered(open_store(), 1).copies == EACH
    before = len(snapshots(open_store(), 1))
    app = chosen(open_page("upload", plan="1"), monthly("April 2024", "May 2024", "June 2024"))
    assert ASKED not in [header.value for header in app.header]
    assert "May 2024 31 May 2024 3 In the plan already" in said(app)
    accepted(app)
    new = snapshots(open_store(), 1)
    assert len(new) == before + 1
    assert new[-1].as_at >= date(2024, 6, 30)


def test_months_without_a_year_go_back_from_the_date_of_the_latest(
    own_store: Path, open_page: OpenPage
) -> None:
    data = monthly("November", "December", "January")
    app = chosen(open_page("upload", plan="1"), data)
    app.radio[0].set_value(EACH)
    app = pressed(app, "Use this answer")
    app.date_input(key=f"as_at_{sha256(data).hexdigest()[:12]}").set_value(date(2025, 1, 20)).run()
    found = said(app)
    assert "November 30 November 2024 3 Kept as an upload of its own" in found
    assert "December 31 December 2024 3 Kept as an upload of its own" in found
    assert "January 20 January 2025 3 Kept as an upload of its own" in found


def test_only_the_latest_sheet_may_be_the_plan(own_store: Path, open_page: OpenPage) -> None:
    before = len(snapshots(open_store(), 1))
    app = chosen(open_page("upload", plan="1"), monthly("April 2024", "May 2024"))
    app.radio[0].set_value(LATEST)
    app = pressed(app, "Use this answer")
    accepted(app)
    assert len(snapshots(open_store(), 1)) == before + 1
    assert remembered(open_store(), 1).copies == LATEST
