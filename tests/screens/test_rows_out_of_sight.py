"""On the upload page: rows hidden or struck out are asked about once; rows are put back by row."""

from hashlib import sha256
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from loaders.choices import LEAVE_OUT, READ
from store.database.engine import open_store
from store.said.remembered import remembered
from store.views import view
from tests.screens.conftest import OpenPage
from tests.screens.reading import said
from tests.screens.test_upload import accepted, chosen, pressed
from tests.unit.store.test_unread_rows import TITLES, example, hidden, struck, workbook


def both(sheet: Worksheet, row: int) -> None:
    hidden(sheet, row)
    struck(sheet, row + 2)


def test_what_becomes_of_rows_out_of_sight_is_asked_once_and_kept(
    own_store: Path, open_page: OpenPage
) -> None:
    data = workbook(3, both)
    key = sha256(data).hexdigest()[:12]
    app = chosen(open_page("upload", plan="1"), data)
    assert "Rows out of sight" in [header.value for header in app.header]
    app.selectbox(key=f"ask_hidden_{key}").set_value(READ)
    app.selectbox(key=f"ask_struck_{key}").set_value("complete")
    app = pressed(app, "Use these answers")
    assert "Rows out of sight" not in [header.value for header in app.header]
    assert "read as complete, as was said for this plan" in said(app)
    accepted(app)
    now = view(open_store(), 1).now("actions").set_index("title")["status"]
    assert now[TITLES[1]] == "in progress"
    assert now[TITLES[3]] == "complete"
    known = remembered(open_store(), 1)
    assert (known.hidden, known.struck) == (READ, "complete")
    again = chosen(open_page("upload", plan="1"), workbook(3, both, said="A month later"))
    assert "Rows out of sight" not in [header.value for header in again.header]


def test_a_row_is_put_back_and_another_taken_out_and_the_plan_remembers(
    own_store: Path, open_page: OpenPage
) -> None:
    data = workbook(3, example)
    key = sha256(data).hexdigest()[:12]
    app = chosen(open_page("upload", plan="1"), data)
    (left_out,) = app.multiselect(key=f"rows_back_{key}").options
    assert left_out.startswith("Plan, row 3 (")
    back = ("actions", "example publish the timetable of review")
    away = ("actions", "recruit two permanent lawyer")
    app.multiselect(key=f"rows_back_{key}").set_value([back])
    app.multiselect(key=f"rows_out_{key}").set_value([away])
    app = pressed(app, "Read it again with these rows")
    assert "left out, as was said for this plan" in said(app)
    accepted(app)
    now = view(open_store(), 1).now("actions")["title"].to_list()
    assert "Example: publish the timetable of reviews" in now
    assert TITLES[2] not in now
    assert remembered(open_store(), 1).rows["actions"] == {back[1]: READ, away[1]: LEAVE_OUT}
