"""Updates: owners are asked in one form, and what was asked stands on the page with its sheets."""

from datetime import date
from pathlib import Path

from store.database.engine import open_store
from store.said.updates import asked_of
from tests.screens.conftest import OpenPage
from tests.screens.filling import OFFICER, field, press
from tests.screens.reading import said

PLACE = "ask_for_updates"


def test_owners_are_asked_and_their_sheets_stand_ready(
    own_store: Path, open_page: OpenPage
) -> None:
    app = open_page("updates", plan="1")
    assert "One return sheet for each of 12 owners" in said(app)
    assert not asked_of(open_store(), 1)
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
