"""Taking one chart from a page: its words and its table are there to copy, on every page."""

import json
from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from streamlit.testing.v1.element_tree import Element

from charts.table import table
from store.database.engine import open_store
from store.views import view
from tests.made.charts import CHARTS
from tests.screens.conftest import OpenPage
from tests.screens.reading import opened_in_turn
from ui.pieces.charts import TAKE
from ui.pieces.copying import NAME
from ui.pieces.take_chart import MARK, to_paste, words
from workstreams import WORKSTREAMS


@pytest.fixture(autouse=True)
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """No picture is drawn here."""
    monkeypatch.setenv("BROWSER_PATH", "/there/is/none")


def decoded(button: Element) -> dict[str, str]:
    """What a copy button puts on the clipboard, by media type."""
    parts = json.loads(button.proto.json)["parts"]
    return {form: b64decode(text).decode() for form, text in parts.items()}


@pytest.mark.parametrize("workstream", WORKSTREAMS, ids=lambda w: w.key)
def test_every_chart_of_a_page_offers_its_words_and_its_table_to_copy(
    workstream, sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page(workstream.key, plan="1")
    found = view(open_store(), 1)
    drawn = [chart for draw in workstream.charts if (chart := draw(found)) is not None]
    seen = set()
    for page in opened_in_turn(app):
        for chart in drawn:
            page.session_state[f"tools_{chart.key}"] = TAKE
        page.run()
        copied = [block.value for block in page.code]
        shown = [chart for chart in drawn if words(chart) in copied]
        assert len(copied) == 2 * len(page.get("plotly_chart"))
        handed = [
            decoded(button)
            for button in page.get("bidi_component")
            if button.proto.component_name == NAME
        ]
        for chart in shown:
            assert copied[copied.index(words(chart)) + 1] == chart.alt
            assert to_paste(chart) in handed
        seen |= {chart.key for chart in shown}
    assert seen == {chart.key for chart in drawn}


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.key)
def test_what_is_pasted_is_the_table_cell_by_cell(chart) -> None:
    head, *rows = [line.split("\t") for line in to_paste(chart)["text/plain"].split("\n")]
    cells = table(chart)
    assert head[: len(cells.columns)] == [str(name) for name in cells.columns]
    assert len(rows) == len(cells)
    for row, expected in zip(rows, cells.itertuples(index=False, name=None), strict=True):
        for cell, text in zip(row, expected, strict=False):
            assert cell.removeprefix("'") == " ".join(str(text).split())
        assert (row[len(expected) :] == [MARK]) == bool(chart.banner)
    assert read_html(to_paste(chart)["text/html"]) == [head, *rows]


def read_html(text: str) -> list[list[str]]:
    """The cells of the one table, its headings first."""
    rows = ElementTree.fromstring(text).findall("tr")
    assert {cell.tag for cell in rows[0]} == {"th"}
    assert {cell.tag for row in rows[1:] for cell in row} == {"td"}
    return [["".join(cell.itertext()) for cell in row] for row in rows]


def test_a_tab_or_a_formula_in_a_cell_stays_text_in_one_cell() -> None:
    bars = next(chart for chart in CHARTS if chart.kind == "bars")
    data = bars.data.assign(label=["=1+1\tand\nmore", *bars.data["label"].iloc[1:]])
    first = to_paste(replace(bars, data=data))["text/plain"].split("\n")[1]
    assert first.split("\t")[0] == "'=1+1 and more"
