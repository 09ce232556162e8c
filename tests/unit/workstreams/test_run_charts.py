"""A measure at every snapshot, as a run chart."""

from dataclasses import replace

import pandas as pd

from charts.spec import Chart
from measures.figures import Figure, missing
from tests.made.views import history_of, view_of
from workstreams.base import Measure
from workstreams.recruitment.columns import POSTS
from workstreams.run_charts import of_measure
from workstreams.view import Target, View

DATES = [f"{2020 + month // 12}-{month % 12 + 1:02d}-20" for month in range(14)]


def empty_posts(view: View) -> Figure:
    """Vacant posts; no figure where no post has a position."""
    team = view.now("posts")
    if team["position"].isna().all():
        return missing("Empty posts", "count", "no positions given", view.as_at)
    vacant = int((team["position"] == "frozen").sum())
    return Figure("Empty posts", vacant, "count", view.as_at, records=tuple(team.index))


EMPTY = Measure("posts.empty", "Empty posts", "d", "f", "count", "lower", empty_posts)


def view(*vacant: int) -> View:
    """A view of one report a month, with so many posts frozen out of six; -1 for no positions."""
    rows = [
        {
            "as_at": when,
            "post": str(i),
            "title": "Solicitor",
            "fte": "1",
            "position": "" if n < 0 else ("frozen" if i < n else "filled, permanent"),
        }
        for when, n in zip(DATES, vacant, strict=False)
        for i in range(6)
    ]
    return view_of({"posts": history_of(POSTS, pd.DataFrame(rows, dtype="str"))})


def drawn(seen: View, measure: Measure = EMPTY) -> Chart:
    chart = of_measure(seen, measure)
    assert chart is not None
    return chart


def test_every_snapshot_is_a_point_with_its_records() -> None:
    chart = drawn(view(1, 2, 4))
    assert chart.data["value"].tolist() == [1, 2, 4]
    assert chart.data["records"].tolist()[0] == (1, 2, 3, 4, 5, 6)
    assert chart.data["centre"].tolist() == [2, 2, 2]
    assert chart.finding == "Empty posts: 4 in March 2020, up from 2"
    assert "3 of 12 points" in chart.subtitle


def test_an_unchanged_figure_and_a_single_one_are_said_plainly() -> None:
    assert drawn(view(2, 2)).finding == "Empty posts: 2 in February 2020, as before"
    assert drawn(view(2)).finding == "Empty posts: 2 in January 2020"


def test_a_missing_figure_is_a_gap_and_the_latest_one_is_explained() -> None:
    chart = drawn(view(2, -1, 3))
    assert chart.data["value"].isna().tolist() == [False, True, False]
    assert chart.data["text"].tolist() == ["2", "no positions given", "3"]
    assert drawn(view(2, -1)).finding == "Empty posts: no figure (no positions given)"


def test_the_target_of_the_measure_is_drawn() -> None:
    seen = replace(view(2, 1), targets=(Target("posts.empty", 1),))
    assert drawn(seen).data["target"].tolist() == [1, 1]


def test_from_twelve_snapshots_there_are_limits() -> None:
    chart = drawn(view(*([2, 3] * 6), 6))
    assert chart.data["upper"].notna().all()
    assert chart.data["signal"].iloc[-1] == "concern"


def test_a_measure_without_any_figure_has_no_chart() -> None:
    assert of_measure(view(-1, -1), EMPTY) is None


def test_a_measure_that_counts_children_is_never_drawn_for_the_public() -> None:
    children = replace(EMPTY, counts_children=True)
    assert of_measure(view(1, 2), children) is None
    assert of_measure(replace(view(1, 2), audience="members"), children) is not None
