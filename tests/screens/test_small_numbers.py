"""The public screens show no row about a child, and no count that would give one away."""

import json
from pathlib import Path

from store.database.engine import open_store
from store.snapshots import snapshots
from store.views import view
from tests.screens.conftest import OpenPage
from tests.screens.reading import opened_in_turn, said


def test_the_public_page_of_cases_shows_no_row(sample_store: Path, open_page: OpenPage) -> None:
    cases = view(open_store(), 1).now("hra_cases")["case"]
    app = open_page("hra_cases", plan="1", ask="records")
    text = said(app)
    assert not [case for case in cases if case in text]
    assert "rows read" not in text
    searches = [box for box in app.text_input if box.label == "Only with the words"]
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


def test_the_public_page_of_cases_says_it_in_words_without_a_c_or_a_flat_chart(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("hra_cases", plan="1")
    assert not app.metric, "a count in a band stands on a card"
    assert len(app.get("plotly_chart")) == 1
    (first, *_) = app.table
    assert {"Cases open", "Before issue", "Issued", "New cases"} <= set(first.value["Count"])
    assert {"More", "The same band"} <= set(first.value["Compared"])
    assert "each case is about a child" in said(app)
    for page in opened_in_turn(app):
        cells = [str(cell) for table in page.table for cell in table.value.to_numpy().ravel()]
        assert not {"c", "x", "None"} & {cell.strip() for cell in cells}
        for element in page.get("plotly_chart"):
            drawn = json.loads(element.proto.spec)["data"]
            heights = [{str(y) for y in line["y"] if y is not None} for line in drawn]
            assert all(len(levels) > 1 for levels in heights), "a line is flat"
            assert ">c<" not in element.proto.spec
            assert '"c"' not in element.proto.spec


def test_members_see_the_ladder_of_cases_and_what_has_not_moved(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("hra_cases", plan="1")
    app.segmented_control(key="audience").set_value("members").run()
    (first, *_) = app.table
    assert [str(name).replace("\u00a0", " ") for name in first.value] == [
        "Case key",
        "Stage",
        "At this stage since",
        "Since 20 Sep 2022",
        "Expected next",
        "Learning",
    ]
    # Those that have not moved fill the first page of the list: four open ones come first.
    assert "4 of 7 open cases have not moved since 20 September 2022" in said(app)
    assert set(first.value.iloc[:, 3]) == {"Not moved"}
    assert list(first.value["Learning"]).index("Open; led to Q17") == 4
    assert "3 moved on and 1 is new" in said(app)
    assert "What can be said of the cases?" not in said(app)


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
