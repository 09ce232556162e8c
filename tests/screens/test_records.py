"""A page's records: searched, filtered, opened with history and source cell."""

from pathlib import Path

import pandas as pd
from streamlit.testing.v1 import AppTest

from tests.screens.conftest import OpenPage
from tests.screens.reading import said
from workstreams.actions.columns import ACTIONS


def listed(app: AppTest) -> list[pd.DataFrame]:
    """The list of records, where one is on the page."""
    return [t.value for t in app.table if {"Due date", "Where"} <= set(t.value.columns)]


def test_searching_leaves_the_records_that_hold_every_word(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("actions", plan="1", ask="records")
    app.text_input(key="actions_search").set_value("knowledge SURVEY").run()
    (table,) = listed(app)
    assert 0 < len(table) < 10
    # The words may stand in a cell that the list does not show, such as the latest update.
    assert table["Action"].str.contains("survey").any()


def test_a_search_without_a_hit_says_so_and_shows_no_table(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("actions", plan="1", ask="records")
    app.text_input(key="actions_search").set_value("zebra crossing").run()
    assert "No record fits" in app.info[-1].value
    assert not listed(app)


def test_filtering_by_status_leaves_only_that_status(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("actions", plan="1", ask="records")
    app.multiselect(key="actions_status").set_value(["paused"]).run()
    (table,) = listed(app)
    assert set(table["Status"]) == {"Paused"}


def test_the_list_has_the_owners_rag_to_filter_by_and_is_ordered_as_chosen(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("actions", plan="1", ask="records")
    app.multiselect(key="actions_rag").set_value(["R"]).run()
    app.selectbox(key="actions_order").set_value("Due date, latest first").run()
    (table,) = listed(app)
    assert set(table["RAG"]) == {"R"}
    due = pd.to_datetime(table["Due date"], format="%d %b %Y", errors="coerce").dropna()
    assert len(due) > 1
    assert due.is_monotonic_decreasing


def test_an_opened_record_shows_its_cells_with_their_addresses_and_its_history(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("actions", plan="1", ask="records")
    assert app.selectbox(key="actions_open").value is None
    app.selectbox(key="actions_open").select_index(2).run()
    history, cells = (t.value for t in app.table[-2:])
    assert list(cells.columns) == ["What", "Says", "Cell"]
    assert cells["Cell"].str.fullmatch(r"[A-Z]+\d+|–").all()
    assert history.iloc[0]["What happened"] == "First listed"
    assert "2022-11-22.xlsx, sheet Actions, row" in said(app).replace("\\", "")
    assert "Print this action (PDF)" in [one.label for one in app.get("download_button")]


def test_every_listed_column_is_declared() -> None:
    assert set(ACTIONS.listing.columns) <= set(ACTIONS.fields)
