"""The one search: from the side of every page to what was found, and from there to its row."""

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from store.access.roles import Role
from store.access.visitor import NotAllowed, Visitor, acting
from store.database.engine import open_store
from store.plans import plans
from store.said.judgements import judge
from store.views import view
from tests.screens.conftest import OpenPage
from tests.screens.reading import said
from tests.screens.test_access import visited_by
from ui.search import gathered
from workstreams.across import to_find
from workstreams.view import View


def looked_for(app: AppTest, words: str) -> AppTest:
    app.text_input(key="search_here").set_value(words).run()
    assert not app.exception, [one.message for one in app.exception]
    return app


def finds(app: AppTest) -> list[tuple[str, dict[str, list[str]]]]:
    """The name of each find that is shown, and where it leads."""
    links = [one.proto for one in app.main if one.type == "page_link"]
    links = [one for one in links if one.label.startswith("**")]
    return [
        (one.label.strip("*").replace("\\", ""), {"page": [one.page]} | parse_qs(one.query_string))
        for one in links
    ]


def test_what_is_typed_at_the_side_of_a_page_opens_on_the_results_and_in_no_address(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("training", plan="1")
    app.text_input(key="search_everywhere").set_value("SURVEYS").run()
    assert not app.exception
    assert app.title[0].value == "Search"
    assert app.text_input(key="search_here").value == "SURVEYS"
    assert not [box for box in app.text_input if box.key == "search_everywhere"]
    assert "survey" not in str(app.query_params).casefold()
    assert finds(app)
    assert "**survey**" in said(app)
    kinds = app.pills(key="search_kind")
    assert kinds.options[0].startswith("All ")
    assert sum(int(one.rpartition(" ")[2]) for one in kinds.options[1:]) == int(
        kinds.options[0].rpartition(" ")[2]
    )


def test_a_find_leads_to_its_row_with_its_whole_life_though_the_file_has_it_no_longer(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = looked_for(open_page("search", plan="1"), "Q14")
    name, where = finds(app)[0]
    assert name.startswith("Q14 · Write to families")
    assert where["page"] == ["actions"]
    opened = open_page("actions", plan="1", record=where["record"][0])
    history, cells = (table.value for table in opened.table[:2])
    assert "No longer listed" in history["What happened"].to_list()
    assert "Q14" in cells["Says"].to_list()


def test_a_recommendation_and_a_definition_lead_to_their_own_pages(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = looked_for(open_page("search", plan="1"), "call-in procedure")
    app.pills(key="search_kind").set_value("Recommendation").run()
    name, where = finds(app)[0]
    assert where["page"] == ["recommendations"]
    opened = open_page("recommendations", plan="1", record=where["record"][0])
    assert len(opened.expander) == 1
    assert name.partition(" · ")[0] in said(opened)
    looked_for(app, "vacancy rate")
    assert ("Vacancy rate (Recruitment)", "recruitment") in [
        (name, where["ask"][0]) for name, where in finds(app)
    ]


def test_a_slip_is_put_right_and_said_and_what_is_nowhere_is_said_too(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = looked_for(open_page("search", plan="1"), "recomendation")
    assert "Nothing says “recomendation”: what says “recommendation” is shown." in said(app)
    assert finds(app)
    looked_for(app, "zebra")
    assert "Nothing holds all of these words" in app.info[-1].value
    looked_for(app, "")
    assert not finds(app)


def test_a_reader_finds_no_words_of_members_and_nothing_of_another_plan(
    own_store: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = open_store()
    with acting(Visitor("Officer", {None: Role.OFFICER})):
        when = view(engine, 1).as_at
        told = {"text": "In 4 of the cases the children waited for parchment."}
        judge(engine, 1, "evidence", "Q3", told, "Officer", when)
        own = [one.name for one in plans(engine)]
    visited_by(monkeypatch, Visitor("A reader", {1: Role.READER}))
    app = looked_for(open_page("search", plan="1"), "parchment")
    assert len(finds(app)) == 1
    assert "4 of the cases" not in said(app)
    assert "1 to 5" in said(app)
    looked_for(app, "4 parchment")
    assert not finds(app)
    looked_for(app, "section 20")
    assert not [one for one in app.segmented_control if one.key == "search_where"]
    assert own[1] not in said(app)
    visited_by(monkeypatch, Visitor("A member", {1: Role.MEMBER, 2: Role.READER}))
    app = looked_for(open_page("search", plan="1"), "4 parchment")
    assert len(finds(app)) == 1


def test_below_the_screen_each_place_asks_who_may_look(
    sample_store: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with acting(Visitor("Officer", {None: Role.OFFICER})):
        first, second = plans(open_store())
        assert all(
            one.entries for one in gathered.of_each([(first, "members"), (second, "public")])
        )
    with acting(Visitor("A reader", {first.id: Role.READER})):
        assert gathered.of_each([(first, "public")])[0].entries
        for wanted in ((first, "members"), (second, "public")):
            with pytest.raises(NotAllowed):
                gathered.of_each([wanted])


def test_every_plan_is_looked_through_from_what_is_kept_and_no_history_is_read(
    sample_store: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = looked_for(open_page("search", plan="1"), "training")
    app.segmented_control(key="search_where").set_value("Every plan").run()
    assert {where.get("plan", [""])[0] for _, where in finds(app)} >= {"1"}
    assert "Every plan as at its latest upload" in said(app)
    names = [one.name for one in plans(open_store())]
    looked_for(app, "guidance")
    assert any(name in caption.value.replace("\\", "") for name in names for caption in app.caption)

    def read(view: View, past: bool = True) -> None:
        raise AssertionError("a history was read")

    gathered._in_short.cache_clear()
    monkeypatch.setattr(to_find, "to_find", read)
    monkeypatch.setattr(gathered, "to_find", read)
    looked_for(app, "training")
    assert finds(app)


def test_definitions_are_found_before_there_is_a_plan(
    empty_store: Path, open_page: OpenPage
) -> None:
    app = looked_for(open_page("search"), "vacancy rate")
    assert finds(app)
