"""The committee pack's page: what it makes, what it fixes, and taking one chart."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from streamlit.testing.v1 import AppTest

from store.database.engine import open_store
from store.plans import add_plan, change_plan
from store.said.packs import issues
from store.views import view
from tests.screens.conftest import OpenPage
from tests.screens.reading import said
from ui.pieces.charts import TAKE

MEETING = date(2022, 11, 22)
BURN_UP = "tools_actions.burn_up"


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which nothing draws pictures."""
    monkeypatch.setenv("BROWSER_PATH", "/there/is/none")


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception, [e.message for e in app.exception]
    return app


def to_take(app: AppTest) -> list[str]:
    """What of a pack can be taken; the sample of a template is there before any pack is."""
    labels = [button.label for button in app.get("download_button")]
    return [label for label in labels if label != "Download a sample template"]


def pack_page(open_page: OpenPage, **chosen: Any) -> AppTest:
    """The page of the first sample plan, with some of its controls set."""
    app = open_page("committee_pack", plan="1", as_at=MEETING.isoformat())
    for name, value in chosen.items():
        app.session_state[name] = value
    return app.run()


def make(app: AppTest) -> dict[str, tuple[str, bytes]]:
    """Make the pack under a name; its files by form."""
    app.text_input(key="pack_0_who").set_value("Report author").run()
    press(app, "Make the pack")
    return dict(app.session_state["pack_made"].files)


def test_a_pack_is_made_without_a_browser_and_says_how_to_get_pictures(
    own_store: Path, no_browser: None, open_page: OpenPage
) -> None:
    app = pack_page(open_page, pack_parts=["summary"])
    files = make(app)
    assert [name.rsplit(".")[-1] for name, _ in files.values()] == [
        "docx", "pdf", "xlsx", "html", "pdf"
    ]  # fmt: skip
    assert files["brief"][1].startswith(b"%PDF")
    assert files["pdf"][1].startswith(b"%PDF")
    assert "Install Google Chrome" in said(app)
    labels = to_take(app)
    assert labels[0] == "Download everything (one zip)"
    assert labels[1:3] == ["Download the Word document", "Download the PDF"]
    assert labels[5] == "Download the chair’s brief (one page)"
    name, data = app.session_state["pack_made"].whole
    with ZipFile(BytesIO(data)) as opened:
        assert {one: opened.read(one) for one in opened.namelist()} == dict(files.values())
    assert name.endswith(("_pack_exempt.zip", "_pack_public.zip"))
    assert any(header.value == "Preview" for header in app.header)


def test_a_pack_is_not_made_without_a_name(
    own_store: Path, no_browser: None, open_page: OpenPage
) -> None:
    app = press(pack_page(open_page), "Make the pack")
    assert "Enter your name or job title" in app.error[0].value
    assert issues(open_store(), 1, MEETING) == ()


def test_a_preview_fixes_nothing(own_store: Path, no_browser: None, open_page: OpenPage) -> None:
    app = press(pack_page(open_page, pack_parts=["summary"]), "Preview")
    assert "A draft, made from what is known now" in said(app)
    assert not to_take(app)
    assert issues(open_store(), 1, MEETING) == ()


def test_a_pack_is_the_same_after_the_plan_has_changed_and_says_that_it_has(
    own_store: Path, no_browser: None, open_page: OpenPage
) -> None:
    chosen = {"pack_parts": ["summary"], "pack_forms": ["pdf", "html"]}
    first = make(pack_page(open_page, **chosen))
    change_plan(open_store(), 1, "Committee officer", illustrative="Illustrative: said anew.")

    app = pack_page(open_page, **chosen)
    assert "because they came later: other changes, listed on Plan settings" in said(app)
    press(app, "Get the pack")

    assert app.session_state["pack_made"].files == first
    assert len(issues(open_store(), 1, MEETING)) == 1


def test_a_pack_is_made_anew_only_with_a_reason_and_the_first_can_still_be_taken(
    own_store: Path, no_browser: None, open_page: OpenPage
) -> None:
    chosen = {"pack_parts": ["summary"], "pack_forms": ["html"]}
    app = pack_page(open_page, **chosen)
    first = make(app)
    change_plan(open_store(), 1, "Committee officer", illustrative="Illustrative: said anew.")
    press(app.run(), "Make it anew")
    assert "Say why the pack is made anew" in app.error[0].value

    reason = next(box for box in app.text_input if box.label == "Why it is made anew")
    reason.set_value("The note was wrong.").run()
    press(app, "Make it anew")
    press(app, "Get the pack")
    second = app.session_state["pack_made"].files["html"][1].decode()
    assert "said anew." in second
    assert "made anew: The note was wrong." in second

    next(box for box in app.selectbox if box.label == "Issue").set_value(1).run()
    press(app, "Get the pack")
    assert app.session_state["pack_made"].files == first


def test_the_members_copy_is_marked_and_the_public_one_names_no_case(
    own_store: Path, no_browser: None, open_page: OpenPage
) -> None:
    cases = view(open_store(), 1, audience="members").now("hra_cases")["case"]
    app = pack_page(open_page, pack_parts=["summary", "hra_cases"], pack_forms=["html"])
    public = make(app)["html"][1].decode()
    assert not [case for case in cases if case in public]
    assert "Exempt: not for publication" not in public

    app.radio(key="pack_copy").set_value("members").run()
    assert app.segmented_control(key="audience").value == "members"
    assert not to_take(app), "the public copy is offered as the members'"
    press(app, "Get the pack")
    name, members = app.session_state["pack_made"].files["html"]
    assert name.endswith("_exempt.html")
    assert "Exempt: not for publication" in members.decode()


def test_a_plan_without_meetings_says_where_to_enter_them(
    own_store: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.pack.choice.meetings", lambda engine, plan_id: ())
    app = pack_page(open_page)
    assert "Say when the committee meets" in said(app)
    assert not app.button


def test_a_plan_without_data_says_what_to_upload(own_store: Path, open_page: OpenPage) -> None:
    plan = add_plan(open_store(), "New plan", "Scrutiny committee", by="Committee officer")
    app = open_page("committee_pack", plan=str(plan.id))
    assert "A pack needs data" in said(app)


def test_nothing_of_a_chart_is_made_before_it_is_asked_for(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("actions", plan="1")
    offers = [one for one in app.pills if TAKE in one.options[-1]]
    assert len(offers) == len(app.get("plotly_chart"))
    assert not app.code


def test_a_chart_is_taken_as_picture_words_and_table(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("actions", plan="1")
    app.session_state[BURN_UP] = TAKE
    app.run()
    labels = [button.label for button in app.get("download_button")]
    assert labels[:3] == ["Picture (PNG)", "Picture (SVG)", "Table as CSV"]
    assert app.code[0].value.splitlines()[0] in [h.value.replace("\\", "") for h in app.header]
    assert "Source: " in app.code[0].value


def test_where_there_is_no_browser_a_chart_offers_no_picture_and_says_why(
    sample_store: Path, no_browser: None, open_page: OpenPage
) -> None:
    app = open_page("actions", plan="1")
    app.session_state[BURN_UP] = TAKE
    app.run()
    labels = [button.label for button in app.get("download_button")]
    assert labels[0] == "Table as CSV"
    assert any("Install Google Chrome" in info.value for info in app.info)


def test_a_members_chart_is_marked_in_its_words(sample_store: Path, open_page: OpenPage) -> None:
    app = open_page("hra_cases", plan="1")
    app.segmented_control(key="audience").set_value("members").run()
    app.session_state["tools_hra_cases.ladder"] = TAKE
    app.run()
    assert "Exempt: not for publication" in app.code[0].value
