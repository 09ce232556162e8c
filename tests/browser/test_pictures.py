"""Charts as a browser draws them: nothing cut, nothing overlapping, readable without colour."""

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image
from playwright.sync_api import Browser, Page
from plotly.offline import get_plotlyjs

from charts.draw import Width, draw
from charts.picture.export import Pictures
from charts.spec import Chart
from tests.made.charts import CHARTS

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
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    opened.set_content('<body style="margin:0"><div id="chart"></div></body>')
    opened.add_script_tag(content=get_plotlyjs())
    yield opened
    opened.close()


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


def luminance(image: Image.Image) -> tuple[float, float]:
    """The mean lightness of a patch in grey, and how much it varies."""
    grey = list(image.convert("L").tobytes())
    mean = sum(grey) / len(grey)
    return mean, (sum((value - mean) ** 2 for value in grey) / len(grey)) ** 0.5


def patches(page: Page, chart: Chart, *, upright: bool = False) -> list[tuple[float, float]]:
    """The greys of each part of a stacked bar, without its words: the first row or last column."""
    put(page, chart, "report", 0)
    page.evaluate("document.querySelectorAll('#chart .annotation').forEach(a => a.remove())")
    boxes = page.evaluate(
        """() => [...document.querySelectorAll("#chart .trace.bars .point path")].map(bar => {
             const box = bar.getBoundingClientRect();
             return { x: box.x + 3, y: box.y + 3, width: box.width - 6, height: box.height - 6 };
           })"""
    )
    large = [box for box in boxes if box["width"] > 8 and box["height"] > 8]
    if upright:
        last = max(box["x"] for box in large)
        row = sorted((b for b in large if b["x"] > last - 2), key=lambda b: b["y"])
    else:
        top = min(box["y"] for box in boxes)
        row = sorted((b for b in large if b["y"] < top + 2), key=lambda b: b["x"])
    return [luminance(Image.open(BytesIO(page.screenshot(clip=box)))) for box in row]


@pytest.mark.parametrize("gone", range(5))
def test_parts_beside_each_other_stay_apart_in_grey_print(page: Page, gone: int) -> None:
    """Whichever part is empty, so that any two of the others may come to stand side by side."""
    chart = next(chart for chart in CHARTS if chart.key == "stacked.one")
    values = [0.0 if place == gone else 5.0 for place in range(5)]
    chart = replace(chart, data=chart.data.assign(value=values))
    greys = patches(page, chart)
    shapes = [trace.marker.pattern.shape for trace in draw(chart, "report").data]
    assert len(greys) == len(shapes) == 4
    for (one, other), (shape, another) in zip(pairwise(greys), pairwise(shapes), strict=True):
        # Two patterns differ by their shape, and one can be seen by how much its grey varies.
        patterned = shape != another and max(one[1], other[1]) > 15
        assert abs(one[0] - other[0]) > 40 or patterned


@pytest.mark.parametrize("key", ["columns.uploads", "columns.one"])
def test_parts_of_a_column_stay_apart_in_grey_print(page: Page, key: str) -> None:
    chart = next(chart for chart in CHARTS if chart.key == key)
    greys = patches(page, chart, upright=True)
    assert len(greys) >= 3
    for one, other in pairwise(greys):
        assert abs(one[0] - other[0]) > 40 or max(one[1], other[1]) > 15


@pytest.mark.parametrize("key", ["grid.percent", "grid.wide"])
def test_words_in_cells_can_be_read_in_grey_print(page: Page, key: str) -> None:
    """Each cell has dark and light in it: its shade, and words that stand out from it."""
    put(page, next(chart for chart in CHARTS if chart.key == key), "report", 0)
    boxes = page.evaluate(
        """() => [...document.querySelectorAll("#chart .shapelayer path")].map(cell => {
             const box = cell.getBoundingClientRect();
             return { x: box.x + 3, y: box.y + 3, width: box.width - 6, height: box.height - 6 };
           })"""
    )
    assert len(boxes) >= 20
    for box in boxes:
        shot = Image.open(BytesIO(page.screenshot(clip=box))).convert("L")
        darkest, lightest = shot.getextrema()
        assert lightest - darkest > 100


def test_a_picture_is_the_same_bytes_each_time_it_is_drawn(chromium: str) -> None:
    chart = next(chart for chart in CHARTS if chart.key == "stacked.uneven")
    with Pictures() as pictures:
        first, second = pictures.svg(chart), pictures.begin(chart).result()
    assert first == second
    with Pictures() as pictures:
        assert pictures.svg(chart) == first


def test_a_drawing_says_its_title_and_its_text_alternative(chromium: str) -> None:
    chart = CHARTS[0]
    with Pictures() as pictures:
        svg = fromstring(pictures.svg(chart))
    names = [child.tag.rpartition("}")[2] for child in svg][:2]
    assert names == ["title", "desc"]
    assert svg[0].text == chart.finding
    assert svg[1].text == chart.alt


def test_a_picture_for_a_slide_is_16_by_9(chromium: str) -> None:
    with Pictures() as pictures:
        wide = Image.open(BytesIO(pictures.png(CHARTS[0], "wide")))
    assert wide.size == (2560, 1440)
