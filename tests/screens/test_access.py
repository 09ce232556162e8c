"""What each role is shown of a page; `test_every_role` tries what it is offered."""

import pytest
from streamlit.testing.v1 import AppTest

from store.access.configuration import Misconfigured
from store.access.roles import Role
from store.access.visitor import Visitor
from tests.screens.conftest import OpenPage
from ui.door import gate

PUBLIC = (
    "overview",
    "actions",
    "hra_cases",
    "training",
    "recommendations",
    "record",
    "definitions",
    "search",
)
OF_A_ROLE = ("upload", "updates", "committee_pack", "plan_settings", "people")


def visited_by(monkeypatch: pytest.MonkeyPatch, who: Visitor) -> None:
    monkeypatch.setattr("ui.door.visitor._who", lambda how, request: who)


def signed_in(role: Role) -> Visitor:
    return Visitor("Signed in", {None: role})


def words(app: AppTest) -> str:
    shown = [*app.markdown, *app.caption, *app.error, *app.info, *app.warning, *app.expander]
    return " ".join(str(getattr(one, "value", None) or getattr(one, "label", "")) for one in shown)


@pytest.mark.parametrize("page", [*PUBLIC, *OF_A_ROLE])
def test_half_a_configuration_shows_nothing(
    sample_store: object, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    def spoilt() -> None:
        raise Misconfigured("secrets.toml, line 3: is not UTF-8 text.")

    app = open_page(page)
    monkeypatch.setattr("ui.door.visitor.configured", spoilt)
    app.run()
    assert [one.value for one in app.error] == [gate.NOT_SET_UP]
    assert "line 3" not in words(app)
    assert not app.metric


@pytest.mark.parametrize("page", PUBLIC)
def test_a_reader_sees_public_figures_and_no_form(
    sample_store: object, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    visited_by(monkeypatch, signed_in(Role.READER))
    app = open_page(page)
    said = words(app)
    assert "For officers" not in said
    assert "members’ figures" not in said
    assert "members' figures" not in said
    assert not [one for one in app.segmented_control if one.key == "audience"]
    assert "Public figures" in said


def test_a_member_opens_on_the_members_figures_and_records_nothing(
    sample_store: object, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited_by(monkeypatch, signed_in(Role.MEMBER))
    app = open_page("actions")
    assert app.session_state["audience"] == "members"
    assert "They may identify a child" in words(app)
    assert "For officers" not in words(app)


def test_an_officer_is_offered_what_officers_record(
    sample_store: object, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited_by(monkeypatch, signed_in(Role.OFFICER))
    assert "For officers" in words(open_page("actions"))


def test_a_role_that_goes_down_shows_nothing_that_was_kept_for_more(
    sample_store: object, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited_by(monkeypatch, signed_in(Role.MEMBER))
    app = open_page("hra_cases")
    assert "They may identify a child" in words(app)
    visited_by(monkeypatch, signed_in(Role.READER))
    app.run()
    assert not app.exception
    assert "They may identify a child" not in words(app)
    assert "Public figures" in words(app)


def test_a_plan_of_another_is_not_offered(
    sample_store: object, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited_by(monkeypatch, Visitor("Signed in", {2: Role.READER}))
    app = open_page("overview", plan="1")
    (plan,) = [box for box in app.selectbox if box.label == "Plan"]
    assert len(plan.options) == 1
    assert "Children's Legal Team" not in words(app)
