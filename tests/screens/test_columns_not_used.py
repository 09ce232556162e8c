"""On the upload page: a column that was not used is named, and used or left out in one press."""

from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

from loaders.choices import LEAVE_OUT
from store.database.engine import open_store
from store.said.remembered import remembered
from store.views import view
from tests.screens.conftest import OpenPage
from tests.screens.reading import said
from tests.screens.test_upload import accepted, chosen, pressed

ROWS = (
    ("Ref", "Action", "Owner", "Due date", "Status", "Later due", "Spend to date"),
    ("Z1", "Write the induction pack", "Head of law", date(2022, 9, 1), "Open", "1 June 2023", 900),
    ("Z2", "Book the workshop", "Trainer", date(2022, 8, 1), "Open", "30 June 2023", 1200),
    ("Z3", "Agree the template", "Lawyer", date(2022, 8, 9), "Open", "1 July 2023", 1100),
)
HEADER = "Columns that were not used"


def headers(app: AppTest) -> list[str]:
    return [header.value for header in app.header]


def test_a_column_is_used_in_one_press_and_another_left_out(
    own_store: Path, open_page: OpenPage
) -> None:
    app = chosen(open_page("upload", plan="1"), ROWS)
    assert HEADER in headers(app)
    assert "“Later due” (Plan F1) holds dates, such as “1 June 2023”" in said(app)
    assert "“Spend to date” (Plan G1) holds numbers, such as “900” and “1200”" in said(app)
    app = pressed(app, "Use it as “Revised due date”")
    assert "Later due” (" not in said(app)
    app = pressed(app, "Leave it out")
    assert HEADER not in headers(app)
    app = accepted(app)
    now = view(open_store(), 1).now("actions").set_index("title")
    assert now["revised_due_date"]["Book the workshop"].date() == date(2023, 6, 30)
    known = remembered(open_store(), 1).fields["actions"]
    assert known["Spend to date"] == LEAVE_OUT
    assert known["Later due"] == "revised_due_date"


def test_no_reason_is_asked_for_a_column_that_no_figure_depends_on(
    own_store: Path, open_page: OpenPage
) -> None:
    app = chosen(open_page("upload", plan="1"), ROWS)
    asked = [box.label for box in app.text_input if str(box.key).startswith("reason_")]
    assert not [label for label in asked if "was not read" in label]
    accepted(app)
    assert view(open_store(), 1).now("actions")["title"].eq("Book the workshop").any()


def test_all_of_them_may_be_left_out_at_once(own_store: Path, open_page: OpenPage) -> None:
    app = chosen(open_page("upload", plan="1"), ROWS)
    app = pressed(app, "Leave all of them out")
    assert HEADER not in headers(app)
