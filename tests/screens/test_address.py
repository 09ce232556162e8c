"""What is on the screen lives in the page's address, so that it can be sent to a colleague."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.screens.conftest import DASHBOARD, OpenPage
from tests.screens.reading import said


def test_a_cold_bookmark_still_opens_the_menu(sample_store: Path) -> None:
    app = AppTest.from_file(DASHBOARD, default_timeout=60)
    app.switch_page("pages/recruitment.py").run()  # before dashboard.py has run in this session
    assert not app.exception
    assert app.session_state["opened_by_dashboard"]
    assert app.title[0].value == "Recruitment"


def test_the_address_says_plan_and_date_once_a_page_is_open(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("actions")
    assert app.query_params == {"plan": "1", "as_at": "2022-11-22"}


def test_a_link_opens_the_plan_and_date_it_names(sample_store: Path, open_page: OpenPage) -> None:
    app = open_page("overview", plan="1", as_at="2022-03-22", since="2021-09-07")
    line = app.caption[0].value
    assert "as at 22 March 2022" in line
    assert "compared with 7 September 2021" in line
    assert "November" not in line


def test_the_date_is_kept_from_page_to_page(sample_store: Path, open_page: OpenPage) -> None:
    app = open_page("actions", plan="1", as_at="2022-03-22")
    app.switch_page("pages/training.py").run()
    assert "as at 22 March 2022" in app.caption[0].value
    assert app.query_params["as_at"] == "2022-03-22"


def test_picking_a_date_changes_the_page_and_the_address(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("actions", plan="1")
    before = said(app)
    app.selectbox(key="as_at_picker").set_value("2021-11-23").run()
    assert app.query_params["as_at"] == "2021-11-23"
    assert "as at 23 November 2021" in app.caption[0].value
    assert said(app) != before


def test_another_plan_starts_at_its_own_latest_date(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("overview", plan="1", as_at="2021-11-23")
    app.selectbox(key="plan_picker").set_value("2").run()
    assert app.query_params["plan"] == "2"
    assert app.query_params["as_at"] == "2026-03-17"


def test_a_link_to_a_date_without_data_says_so_and_shows_the_latest(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("overview", plan="1", as_at="1999-01-01")
    assert "no data" in app.sidebar.warning[0].value
    assert "as at 22 November 2022" in app.caption[0].value


@pytest.mark.parametrize("asked", ["99", "none", "0", "1;2", "legal"])
def test_a_link_to_a_plan_that_is_not_there_says_so_and_shows_none(
    asked: str, sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("overview", plan=asked)
    assert app.title[0].value == "There is no such plan"
    assert "not here, or is not open to you" in app.warning[0].value
    assert not app.metric
    assert not app.get("plotly_chart")
    assert not app.table
    assert app.query_params["plan"] == asked
    if asked == "99":
        app.sidebar.selectbox(key="plan_picker").set_value("2").run()
        assert app.title[0].value == "Overview"
        assert app.query_params["plan"] == "2"


def test_a_link_never_opens_the_members_figures(sample_store: Path, open_page: OpenPage) -> None:
    app = open_page("hra_cases", plan="1", audience="members")
    assert app.segmented_control(key="audience").value == "public"
    assert not [w for w in app.warning if w.body and "Exempt" in str(w.proto)]


def test_picking_what_to_compare_with_changes_the_page_and_the_address(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("overview", plan="1")
    assert "Since you last met, on 20 September 2022" in [h.value for h in app.header]
    app.selectbox(key="since_picker").set_value("2022-05-24").run()
    assert app.query_params["since"] == "2022-05-24"
    headers = [h.value for h in app.header]
    # The committee met twice since: it did not last meet then.
    assert "What changed since 24 May 2022" in headers
    assert not [h for h in headers if h.startswith("Since you last met")]


def test_a_link_that_compares_with_a_date_without_data_says_so(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("overview", plan="1", since="2020-01-01")
    assert [w.value for w in app.warning] == [
        "The link compares with a date with no data. The last meeting is used."
    ]
    assert "compared with 20 September 2022" in app.caption[0].value
