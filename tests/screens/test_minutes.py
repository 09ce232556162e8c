"""Minutes in: pasted, seen item by item, kept; nothing before that is stored."""

from pathlib import Path

from store.database.engine import open_store
from store.said.minuted import kept_of
from store.views import view
from tests.screens.conftest import OpenPage
from tests.screens.filling import OFFICER, field, press
from tests.screens.reading import said

PASTE = "Or paste the text of the minutes"
TEXT = """Children and Young People Scrutiny Committee
Minutes of the meeting on 23 November 2021

The committee thanked the officers.

Actions:
• The head of commissioning to circulate the costs of agency cover by 14 January 2022;
• Democratic services to arrange a visit to the family court;

RECOMMENDED:
a) That the duty solicitor rota be published to social workers by the next meeting;
b) That the report be noted.
"""


def test_what_is_kept_stands_on_every_page_at_once(own_store: Path, open_page: OpenPage) -> None:
    app = open_page("recommendations", plan="1", ask="record")
    field(app, "text_area", PASTE).set_value(TEXT).run()
    text = said(app).replace("\\", "")
    assert "4 items found." in text
    assert "circulate the costs of agency cover by 14 January 2022" in text
    assert "By when, in the minutes: “by the next meeting”." in text
    before = kept_of(open_store(), 1)
    field(app, "radio", "Item 4").set_value("Leave out")
    field(app, "text_area", "In the minutes’ words", "_1_").set_value("Arrange a court visit")
    field(app, "text_input", "Your name or job title", "minutes_0").set_value(OFFICER)
    press(app, "Keep these items")
    assert "3 items of the meeting on 23 November 2021 are kept." in said(app)
    assert [line.value["text"] for line in kept_of(open_store(), 1)][
        len(before) + 1
    ] == "Arrange a court visit"
    now = view(open_store(), 1).now("actions")
    own = now[now["sheet"] == "Minutes of 23 November 2021"]
    assert list(own["kind"]) == ["committee action", "committee action", "recommendation"]
    assert str(own["due_date"].iloc[0])[:10] == "2022-01-14"
    assert own["due_date"].iloc[1:].isna().all()
    assert "duty solicitor rota" in said(open_page("recommendations", plan="1", ask="record"))
    strip = said(open_page("actions", plan="1")).replace("\\", "")
    assert "From minutes, not in the file yet: 3 items." in strip


def test_what_the_plan_has_is_said_and_left_out_and_an_item_is_joined(
    own_store: Path, open_page: OpenPage
) -> None:
    now = view(open_store(), 1).now("actions")
    known = now.loc[now["ref"] == "Rec f", "title"].iloc[0]
    app = open_page("upload", plan="1")
    text = f"Minutes, 7 September 2021\n\nRESOLVED:\n1. {known}\n2. That lifts be mended.\n3. That "
    field(app, "text_area", PASTE).set_value(f"{text}ramps be built.").run()
    assert "The plan has it already, in the same words: Rec f." in said(app).replace("\\", "")
    assert field(app, "radio", "Item 1").value == "Leave out"
    field(app, "radio", "Item 3").set_value("Join to the one above")
    field(app, "text_input", "Your name or job title", "minutes_0").set_value(OFFICER)
    press(app, "Keep these items")
    *before, line = kept_of(open_store(), 1)
    assert line.value["text"] == "That lifts be mended.\nThat ramps be built."
    field(app, "multiselect", "Take back").set_value([line.id])
    press(app, "Take these back")
    assert list(kept_of(open_store(), 1)) == before


def test_minutes_without_a_day_or_an_item_are_not_guessed_at(
    own_store: Path, open_page: OpenPage
) -> None:
    app = open_page("recommendations", plan="1", ask="record")
    before = kept_of(open_store(), 1)
    field(app, "text_area", PASTE).set_value("The committee had tea and went home.").run()
    assert any("No action, recommendation or decision" in one.value for one in app.info)
    field(app, "text_area", PASTE).set_value("ACTION: The clerk to find the key.").run()
    field(app, "text_input", "Your name or job title", "minutes_0").set_value(OFFICER)
    press(app, "Keep these items")
    assert any("Enter the day of the meeting" in one.value for one in app.error)
    assert kept_of(open_store(), 1) == before
