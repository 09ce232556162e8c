"""The record of recommendations: every plan's on one page, chosen among, in the visitor's words."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from store.access.roles import Role
from store.access.visitor import Visitor
from tests.screens import reading
from tests.screens.conftest import OpenPage
from tests.screens.test_access import visited_by


def said(app: AppTest) -> str:
    return reading.said(app).replace("\\", "")


def test_both_plans_stand_in_the_record_and_a_list_leaves_out_what_is_not_wanted(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("record")
    assert "13 recommendations: 11 accepted, 1 partly accepted" in said(app)
    assert len(app.table[0].value) == 10
    assert len(app.get("download_button")) == 4
    assert "5 of 6 recommendations were answered: 4 within the two months" in said(app)
    app.selectbox(key="record_section_year_").set_value("2022/23").run()
    assert "Nothing was recommended in 2022/23." in said(app)
    assert "4 recommendations of earlier years are open still." in said(app)
    app.selectbox(key="record_answer").set_value("None yet").run()
    assert app.query_params["answer"] == "None yet"
    assert [one.split(".")[0] for one in app.table[0].value["Recommendation"]] == ["Rec f"]
    assert "No answer yet, 368 days late" in said(app)
    app.selectbox(key="record_year").set_value("2018/19").run()
    assert "No recommendation is all of that." in said(app)
    assert len(app.get("download_button")) == 2
    # What is chosen above is what the section is begun with.
    assert app.selectbox(key="record_section_year_2018/19").value == "2018/19"
    assert "All 7 recommendations were answered" in said(app)


def test_a_reader_of_one_plan_sees_that_plans_alone_and_its_public_words(
    sample_store: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_page("record")
    visited_by(monkeypatch, Visitor("A reader", {2: Role.READER}))
    app.run()
    assert "Rec a" not in said(app)
    assert len(app.table[0].value) == 7
    assert "not for publication" not in said(app)
