"""A file that was accepted is read again: mended before, with other answers after."""

from datetime import date
from pathlib import Path

from store.database.engine import open_store
from store.snapshots import snapshots
from tests.made.workbooks import of_rows
from tests.screens.conftest import OpenPage
from tests.screens.filling import OFFICER, press
from tests.screens.reading import said
from tests.screens.test_upload import (
    LOG,
    RENUMBERED,
    accepted,
    answer,
    asked,
    chosen,
    kept_answers,
    pressed,
)

NOVEMBER = date(2022, 11, 30)


def test_matches_answered_before_a_file_is_mended_stay_answered_and_so_does_a_second_reading(
    own_store: Path, open_page: OpenPage
) -> None:
    accepted(chosen(open_page("upload", plan="2")))
    app = chosen(open_page("upload", plan="2"), RENUMBERED, "next.xlsx")
    answer(app, "Was Z1", "Two actions")
    answer(app, "Was Z2", "One action")
    more = ("Z9", "Write to members", "Head of law", date(2023, 2, 1), "Open")
    mended = of_rows((*RENUMBERED, more))
    app = chosen(app, mended, "next (1).xlsx")
    given = {radio.label: radio.value for radio in app.radio if radio.label in asked(app)}
    assert given["One action or two? Was Z1, now Y1"] == "Two actions"
    assert given["One action or two? Was Z2, now Y2"] == "One action"
    accepted(app)
    answers = kept_answers()
    assert len(answers) == 2

    # The very same file, for the same date: it is read again, and says why.
    app = chosen(open_page("upload", plan="2"), mended, "next.xlsx")
    assert "it takes the place of that reading" in said(app)
    next(s for s in app.selectbox if s.label == "“Lead”").set_value("leave out")
    pressed(app, "Read it again like this")
    app.text_input(key="accepted_by").set_value(OFFICER)
    press(app, "Accept as at 30 November 2022")
    assert "Say why this file is read again" in app.error[-1].value
    next(t for t in app.text_input if t.label == "Why it is read again").set_value("No leads").run()
    app.text_input(key="accepted_by").set_value(OFFICER)
    press(app, "Accept as at 30 November 2022")
    every = [s for s in snapshots(open_store(), 2, withdrawn=True) if s.as_at == NOVEMBER]
    assert [one.withdrawn for one in every] == [True, False]
    assert kept_answers() == answers


def test_another_file_of_the_same_date_takes_the_place_only_where_that_is_said(
    own_store: Path, open_page: OpenPage
) -> None:
    accepted(chosen(open_page("upload", plan="2")))
    app = chosen(open_page("upload", plan="2"), (*LOG, ("Z9", "Write it", None, None, "Open")))
    (box,) = [one for one in app.checkbox if one.label.startswith("It takes the place of")]
    assert not box.value
    assert not [t for t in app.text_input if t.label == "Why it is read again"]
