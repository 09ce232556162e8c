"""Every chart drawn for a dark page: colours of its own, all of them read, and no word changed."""

import json
import re
from typing import Any

import pytest

from charts import palette
from charts.dark import in_the_dark
from charts.draw import plain
from charts.palette import IN_THE_DARK, contrast
from tests.made.charts import CHARTS

READ = 4.5
"""Contrast at which words are read."""
COLOUR = re.compile(r'"(#[0-9A-Fa-f]{6})"')


def coloured(drawn: Any) -> set[str]:
    """The colours of a figure's marks and words; what its template never draws is left out."""
    layout = {name: part for name, part in drawn["layout"].items() if name != "template"}
    return set(COLOUR.findall(json.dumps([drawn["data"], layout])))


@pytest.mark.parametrize("one", CHARTS, ids=lambda one: one.key)
def test_no_colour_of_a_light_page_is_left(one: Any) -> None:
    light = plain(one, "screen", words=False)
    dark = in_the_dark(light)
    assert coloured(light) <= set(IN_THE_DARK)
    assert coloured(dark) <= set(IN_THE_DARK.values())
    base = dark["layout"]["template"]["layout"]
    assert base["paper_bgcolor"] == base["plot_bgcolor"] == IN_THE_DARK[palette.PAPER]
    assert base["font"]["color"] == IN_THE_DARK[palette.INK]


@pytest.mark.parametrize("one", CHARTS, ids=lambda one: one.key)
def test_words_in_the_picture_are_read_on_the_dark_page(one: Any) -> None:
    for note in in_the_dark(plain(one, "screen"))["layout"]["annotations"]:
        ink = note.get("font", {}).get("color", IN_THE_DARK[palette.INK])
        # Words on a fill are read on that: see the test of every fill.
        if note.get("name") != "part" and ink != IN_THE_DARK[palette.PAPER]:
            assert contrast(ink, IN_THE_DARK[palette.PAPER]) >= READ


def test_the_light_figure_stays_as_it_was_and_words_stay_words() -> None:
    light = {"text": "Paint it #FFF", "color": palette.PAPER, "at": [1.5, None, (palette.INK,)]}
    kept = json.dumps(light)
    dark = in_the_dark(light)
    assert json.dumps(light) == kept
    assert dark["text"] == "Paint it #FFF"
    assert dark["color"] == IN_THE_DARK[palette.PAPER]
    assert dark["at"] == [1.5, None, (IN_THE_DARK[palette.INK],)]
