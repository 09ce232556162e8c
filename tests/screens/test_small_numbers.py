"""The public screens show no row about a child, and no count that would give one away."""

from pathlib import Path

from store.database.engine import open_store
from store.snapshots import snapshots
from store.views import view
from tests.screens.conftest import OpenPage
from tests.screens.reading import said


def test_the_public_page_of_cases_shows_no_row(sample_store: Path, open_page: OpenPage) -> None:
    cases = view(open_store(), 1).now("hra_cases")["case"]
    app = open_page("hra_cases", plan="1", ask="records")
    text = said(app)
    assert not [case for case in cases if case in text]
    assert "rows read" not in text
    searches = [box for box in app.text_input if box.label == "Search"]
    assert not searches, "there is a search box over rows the public may not see"


def test_the_members_page_shows_the_rows_and_is_marked_exempt(
    sample_store: Path, open_page: OpenPage
) -> None:
    cases = view(open_store(), 1, audience="members").now("hra_cases")["case"]
    app = open_page("hra_cases", plan="1", ask="records")
    app.segmented_control(key="audience").set_value("members").run()
    text = said(app)
    assert all(case in text for case in cases)
    assert "Exempt: not for publication" in str(app.warning[0].proto)


def test_the_public_overview_counts_no_rows_of_cases(
    sample_store: Path, open_page: OpenPage
) -> None:
    strips = [c.value for c in open_page("overview", plan="1").caption if "rows read" in c.value]
    assert strips
    assert not [strip for strip in strips if "Human Rights Act" in strip]


def test_the_list_of_uploads_counts_no_rows_of_cases(
    sample_store: Path, open_page: OpenPage
) -> None:
    latest = snapshots(open_store(), 1)[-1]
    rows = {table.table: table.rows_read for table in latest.tables}
    tables = [table.value for table in open_page("upload", plan="1").table]
    (listed,) = [table for table in tables if "Rows read" in table]
    assert listed.iloc[0]["Rows read"] == f"{sum(rows.values()) - rows['hra_cases']:,}"
