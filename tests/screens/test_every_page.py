"""Every page opens, empty and full, and says what it is made of."""

from pathlib import Path

import pytest

from tests.screens.conftest import OpenPage
from tests.screens.plain_words import every_text, unplain
from tests.screens.reading import opened_in_turn
from ui.pieces.charts import TABLE
from workstreams import WORKSTREAMS

PAGES = sorted(path.stem for path in (Path(__file__).resolve().parents[2] / "pages").glob("*.py"))
STRANDS = [workstream.key for workstream in WORKSTREAMS]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_on_an_empty_store(page: str, empty_store: Path, open_page: OpenPage) -> None:
    app = open_page(page)
    assert app.title[0].value
    assert not app.metric, "a figure stands on a page that has no data"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_on_another_plan(page: str, sample_store: Path, open_page: OpenPage) -> None:
    assert not unplain(every_text(open_page(page, plan="2")))


@pytest.mark.parametrize("page", PAGES)
def test_every_screen_says_what_is_illustrative(
    page: str, sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page(page)
    # The overview says it in one line, and all of it further down.
    assert any("Illustrative" in said.value for said in (*app.info, *app.caption))


def test_what_the_top_of_a_page_says_is_not_repeated_under_each_chart(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page("hra_cases", plan="1", audience="members")
    under = [caption.value for caption in app.caption if "Source" in caption.value]
    assert under
    assert not any("Illustrative" in words or "Exempt" in words for words in under)
    told = [
        c.value for c in open_page("actions", plan="1", ask="late").caption if "Source" in c.value
    ]
    assert sum("no longer in the file; it counts" in words for words in told) >= 3


def test_the_marks_of_a_run_chart_have_shape_letter_and_words_on_their_colour(
    sample_store: Path, open_page: OpenPage
) -> None:
    indicators = open_page("indicators", plan="1", ask="more")
    indicators.segmented_control(key="audience").set_value("members").run()
    shown = [one.value for one in indicators.markdown]
    assert (
        "Variation: :green-background[▲ **H** better, by more than the usual ups and downs]"
        in shown
    )
    assert any(
        words.startswith("Against the target: :orange-background[▼ **F**") for words in shown
    )
    assert "Variation: :gray-background[● within the usual ups and downs]" in shown


@pytest.mark.parametrize("page", STRANDS)
def test_a_workstream_without_records_says_what_to_upload(
    page: str, empty_store: Path, open_page: OpenPage
) -> None:
    app = open_page(page)
    assert "Upload" in app.info[0].value
    assert app.get("download_button")


@pytest.mark.parametrize("page", STRANDS)
def test_a_workstreams_page_opens_with_two_charts_at_most_and_has_more_under_its_questions(
    page: str, sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page(page)
    if page == "hra_cases":  # in public it is told in words, and drawn only where bands differ
        app.segmented_control(key="audience").set_value("members").run()
    drawn: set[str] = set()
    for place, asked in enumerate(opened_in_turn(app)):
        charts = asked.get("plotly_chart")
        assert place or 1 <= len(charts) <= 2
        tools = [one for one in asked.pills if TABLE in one.options[0]]
        assert len(tools) == len(charts)
        assert all(chart.proto.alt for chart in charts)
        drawn |= {chart.proto.id for chart in charts}
    assert len(drawn) >= 3


def test_a_question_of_the_address_is_open_and_another_pages_is_not(
    sample_store: Path, open_page: OpenPage
) -> None:
    late = open_page("actions", plan="1", ask="late")
    assert late.pills(key="actions_ask").value == "late"
    assert len(late.get("plotly_chart")) > 2
    assert not open_page("recruitment", plan="1", ask="late").pills(key="recruitment_ask").value
