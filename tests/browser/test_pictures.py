"""Charts as a browser draws them: nothing cut, nothing overlapping, readable without colour."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright
from plotly.offline import get_plotlyjs

from charts.draw import Width, draw
from charts.spec import Chart
from tests.sample_charts import CHARTS

pytestmark = pytest.mark.browser

WIDTHS: tuple[tuple[Width, int], ...] = (
    ("screen", 600),
    ("screen", 1180),
    ("narrow", 330),
    ("narrow", 560),
    ("report", 0),
    ("wide", 0),
)
SLACK = 2.0
"""Pixels by which the boxes of two texts may touch: a letter does not fill its line."""
TEXTS = """() => {
  const frame = document.getElementById("chart").getBoundingClientRect();
  return [...document.querySelectorAll("#chart text")].filter(text => text.textContent.trim())
    .map(text => {
      const box = text.getBoundingClientRect();
      return { words: text.textContent, left: box.left - frame.left, right: box.right - frame.left,
               top: box.top - frame.top, bottom: box.bottom - frame.top };
    }).concat([{ words: "", left: 0, right: frame.width, top: 0, bottom: frame.height }]);
}"""


@pytest.fixture(scope="module")
def page(chromium: str) -> Iterator[Page]:
    with sync_playwright() as machine:
        browser = machine.chromium.launch(executable_path=chromium)
        opened = browser.new_page()
        opened.set_content('<body style="margin:0"><div id="chart"></div></body>')
        opened.add_script_tag(content=get_plotlyjs())
        yield opened
        browser.close()


def put(page: Page, chart: Chart, width: Width, pixels: int, *, words: bool = True) -> None:
    figure = draw(chart, width, words=words)
    wide = pixels or int(figure.layout.width)
    page.set_viewport_size({"width": wide, "height": int(figure.layout.height)})
    page.evaluate(
        """async ([figure, wide, tall]) => {
          const place = document.getElementById("chart");
          place.style.width = wide + "px"; place.style.height = tall + "px";
          Plotly.purge(place);
          await Plotly.newPlot(place, figure.data, figure.layout,
                               { displayModeBar: false, responsive: true });
        }""",
        [json.loads(figure.to_json()), wide, figure.layout.height],
    )


def crossing(one: dict[str, Any], other: dict[str, Any]) -> bool:
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return bool(across > SLACK and down > SLACK)


@pytest.mark.parametrize(("width", "pixels"), WIDTHS, ids=lambda value: str(value))
def test_no_text_of_any_chart_is_cut_or_overlaps_another(
    page: Page, width: Width, pixels: int
) -> None:
    wrong = []
    for chart in CHARTS:
        put(page, chart, width, pixels)
        *texts, frame = page.evaluate(TEXTS)
        for text in texts:
            if (
                text["left"] < -1
                or text["top"] < -1
                or text["right"] > frame["right"] + 1
                or text["bottom"] > frame["bottom"] + 1
            ):
                wrong.append(f"{chart.key}: cut: {text['words']}")
        for place, text in enumerate(texts):
            for other in texts[:place]:
                if crossing(text, other):
                    wrong.append(f"{chart.key}: {text['words']!r} over {other['words']!r}")
    assert wrong == []
