"""What officers write for a meeting, on the pack's page: once, and it stands on the overview."""

from pathlib import Path

from store.database.engine import open_store
from store.said.meeting_words import Change, change_words, words_for
from tests.screens.conftest import OpenPage
from tests.screens.filling import OFFICER, field, press
from tests.screens.reading import said
from tests.screens.test_committee_pack import MEETING
from workstreams.across.meeting_words import ASKED

ASK = "The committee is asked to (a line each)"
WORDS = "To note the plan"


def test_words_are_written_once_and_stand_on_the_overview(
    own_store: Path, open_page: OpenPage
) -> None:
    app = open_page("committee_pack", plan="1", as_at=MEETING.isoformat())
    press(app, "Save the words")
    assert "Nothing was changed" in app.error[0].value
    field(app, "text_area", ASK).set_value(WORDS)
    field(app, "text_area", "Recruitment").set_value("3 children wait for a lawyer.")
    field(app, "text_input", "Your name or job title", "words_").set_value(OFFICER)
    press(app, "Save the words")
    assert words_for(open_store(), 1, MEETING) == {
        ASKED: WORDS, "done: recruitment": "3 children wait for a lawyer."
    }  # fmt: skip
    assert "2 texts saved." in said(app)
    assert "1 to 5 children wait for a lawyer." in said(app)
    # A field that is emptied is taken back.
    assert field(app, "text_area", "Recruitment").value == "3 children wait for a lawyer."
    field(app, "text_area", "Recruitment").set_value("")
    press(app, "Save the words")
    assert words_for(open_store(), 1, MEETING) == {ASKED: WORDS}
    text = said(open_page("overview", plan="1", as_at=MEETING.isoformat()))
    assert "The committee is asked to" in text
    assert "note the plan." in text


def test_what_another_wrote_meanwhile_is_shown_before_it_is_replaced(
    own_store: Path, open_page: OpenPage
) -> None:
    app = open_page("committee_pack", plan="1", as_at=MEETING.isoformat())
    change_words(open_store(), 1, MEETING, [Change(ASKED, "", "To meet in May")], "Head of legal")
    field(app, "text_area", ASK).set_value(WORDS)
    field(app, "text_input", "Your name or job title", "words_").set_value(OFFICER)
    press(app, "Save the words")
    assert "It says now: “To meet in May”" in app.error[0].value.replace("\\", "")
    press(app, "Save the words")
    assert words_for(open_store(), 1, MEETING) == {ASKED: WORDS}
