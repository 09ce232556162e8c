"""Every kind of chart can be read when it is printed in grey, and a bad one is found out."""

from copy import deepcopy
from typing import Any, get_args

import pytest

from charts import palette
from charts.draw import Width, plain
from charts.layout.plot import Drawn
from tests.made.charts import CHARTS
from tests.made.grey import alike

BY_KEY = {one.key: one for one in CHARTS}


@pytest.mark.parametrize("one", CHARTS, ids=lambda one: one.key)
@pytest.mark.parametrize("size", get_args(Width))
def test_marks_beside_each_other_stay_apart_in_grey_print(one: Any, size: Width) -> None:
    assert alike(plain(one, size)) == []


def bad(key: str) -> Drawn:
    """A copy of a sample's figure, to spoil."""
    return deepcopy(plain(BY_KEY[key], "report"))


def without(figure: Drawn, *names: str) -> Drawn:
    """The figure without the annotations of some names ("tag": those at the right edge)."""
    notes = figure["layout"]["annotations"]
    kept = [n for n in notes if n.get("name") not in names]
    if "tag" in names:
        kept = [n for n in kept if not n.get("showarrow")]
    figure["layout"]["annotations"] = kept
    return figure


@pytest.mark.parametrize(
    "key", ["stacked.one", "stacked.uneven", "columns.uploads", "posts", "bridge"]
)
def test_parts_of_two_colours_that_are_one_grey_are_found(key: str) -> None:
    figure = bad(key)
    for place, trace in enumerate(figure["data"]):
        # Dark blue and plum are easy to tell apart in colour and 1.1 to 1 in grey.
        trace["marker"] |= {
            "color": (palette.BLUE, palette.FILLS["planned"])[place % 2],
            "pattern": {"shape": ""},
        }
    # The steps of a bridge lie in rows of their own, each with its label: fills may be alike.
    assert bool(alike(figure)) == (key != "bridge")


def test_a_pattern_tells_two_parts_of_one_grey_apart() -> None:
    figure = bad("stacked.one")
    for place, trace in enumerate(figure["data"]):
        trace["marker"] |= {"color": palette.BLUE, "pattern": {"shape": ("", "/")[place % 2]}}
    assert alike(figure) == []


@pytest.mark.parametrize("key", ["bars.few", "bridge", "stacked.uneven", "posts"])
def test_rows_without_their_labels_are_found(key: str) -> None:
    assert any("rows with 0 labels" in said for said in alike(without(bad(key), "row")))


@pytest.mark.parametrize("key", ["stacked.one", "columns.uploads", "posts"])
def test_parts_that_no_word_names_are_found(key: str) -> None:
    spoiled = without(bad(key), "key", "end", "tag")
    assert "no word says which part is which" in alike(spoiled)


@pytest.mark.parametrize("what", ["dash", "symbol", "label"])
def test_lines_told_apart_by_colour_alone_are_found(what: str) -> None:
    figure = bad("trend.uploads")
    for trace in figure["data"]:
        if what == "dash":
            trace["line"]["dash"] = "solid"
        if what == "symbol":
            trace["marker"]["symbol"] = "circle"
    assert alike(without(figure, "tag") if what == "label" else figure)


@pytest.mark.parametrize("what", ["symbol", "level", "label", "key"])
def test_a_run_chart_of_one_shape_or_one_dash_is_found(what: str) -> None:
    figure = bad("run.limits")
    for trace in figure["data"]:
        if what == "symbol" and trace["mode"] == "markers":
            trace["marker"]["symbol"] = "circle"
        if what == "level" and trace["uid"] in ("target", "centre"):
            trace["line"] |= {"dash": "solid", "color": palette.FILLS["planned"]}
    spoiled = {"label": ["tag"], "key": ["key"]}.get(what, [])
    assert alike(without(figure, *spoiled))


def test_two_dates_of_one_mark_are_found() -> None:
    figure = bad("dates.moved")
    for trace in figure["data"]:
        if trace["mode"] == "markers":
            trace["marker"] |= {"symbol": "circle", "color": palette.BLUE}
    assert alike(figure)


def test_cells_without_words_or_with_faint_ones_are_found() -> None:
    assert alike(without(bad("grid.percent"), "part"))
    figure = bad("grid.percent")
    for note in figure["layout"]["annotations"]:
        if note.get("name") == "part":
            note["font"] = {"size": 12, "color": palette.QUIET}
    assert any("too faint" in said for said in alike(figure))
