"""The figures printed in a picture of the pack are those of the chart's table."""

import pytest
from defusedxml.ElementTree import fromstring

from charts.kinds.points import points
from charts.picture.export import Pictures
from charts.spec import Chart
from reports.forms import pictures
from reports.pictures import drawn
from tests.made.packs import made, squeezed

pytestmark = pytest.mark.browser

PRINTED = ("bars", "bridge", "grid", "posts")
"""The kinds of chart that print every figure they draw."""


def texts(svg: bytes) -> list[str]:
    """Each text of a drawing, its lines joined and without spaces."""
    found = fromstring(svg)
    return [
        squeezed("".join(text.itertext()))
        for text in found.iter("{http://www.w3.org/2000/svg}text")
    ]


def chosen() -> list[Chart]:
    """One chart of each kind that prints its figures, and the public grid with its marks."""
    found: dict[str, Chart] = {}
    for place in (0, 1):
        for sheet in made(place).sheets:
            if sheet.chart.kind in PRINTED and len(sheet.chart.data) <= 40:
                found.setdefault(sheet.chart.kind, sheet.chart)
    return list(found.values())


@pytest.mark.parametrize("chart", chosen(), ids=lambda chart: chart.key)
def test_a_picture_prints_every_figure_of_its_table(chromium: str, chart: Chart) -> None:
    with Pictures() as pictures_:
        printed = texts(pictures_.svg(chart))
    for mark in points(chart):
        said = f"{mark.label}, {mark.series}: {mark.text}"
        wanted = squeezed(mark.text)
        # The position of a post stands behind its figure where its colour is not clear.
        found = [t for t in printed if t == wanted or (chart.kind == "posts" and wanted in t)]
        assert not wanted or found, said


def test_a_trend_prints_the_latest_figure_of_each_line(chromium: str) -> None:
    chart = next(s.chart for s in made(1).sheets if s.chart.key == "recruitment.vacancy_rate")
    with Pictures() as pictures_:
        printed = " ".join(texts(pictures_.svg(chart)))
    latest = {mark.series: mark.text for mark in points(chart) if mark.value is not None}
    for series, text in latest.items():
        assert squeezed(text) in printed, series


def test_the_folder_of_pictures_is_the_same_bytes_each_time(chromium: str) -> None:
    given = made(1)
    sheet = given.sheets[1]
    wanted = [(sheet.chart, "report"), (sheet.chart, "wide")]
    first, again = pictures(given, drawn(wanted)), pictures(given, drawn(wanted))
    assert first == again
    assert any(name.endswith(".png") for name in first)
