"""A public copy of indicators that count children holds no small count of them anywhere."""

import re

import pandas as pd
import pytest

from loaders.check import check
from tests.made.views import history_of, view_of
from workstreams.indicators import INDICATORS_WORKSTREAM as WORKSTREAM
from workstreams.indicators.columns import INDICATORS
from workstreams.indicators.series import COUNTS, counts, tracked
from workstreams.shown import shown
from workstreams.view import Audience, View

PARTS = [(17, 24), (19, 26), (3, 7), (1, 8)]


def view(
    name: str,
    audience: Audience = "public",
    settings: dict[str, object] | None = None,
    counts: str = "",
) -> View:
    frame = pd.DataFrame(
        {
            "indicator": name,
            "period": ["2021-06-30", "2021-07-31", "2021-09-30", "2021-10-31"],
            "numerator": [str(part) for part, _ in PARTS],
            "denominator": [str(whole) for _, whole in PARTS],
            "target": "60",
            "unit": "percent",
            "better": "higher",
            "counts": counts,
            "as_at": "2021-11-23",
        },
        dtype="str",
    )
    return view_of(
        {"indicators": history_of(INDICATORS, frame)},
        since="2021-09-07",
        settings=settings,
        audience=audience,
    )


def everything_said(seen: View) -> str:
    said = [WORKSTREAM.finding(seen)]
    for chart in WORKSTREAM.drawn(seen):
        said += [chart.finding, chart.subtitle, chart.alt, *chart.notes]
        said += [str(cell) for column in chart.data for cell in chart.data[column]]
    said += [f"{one.figure} {one.figure.parts}" for one in shown(seen, WORKSTREAM).results]
    return " ".join(said)


@pytest.mark.parametrize("name", ["Care proceedings finished in time", "KPI 7"])
def test_neither_a_small_count_nor_its_share_is_said(name: str) -> None:
    seen = view(name)
    said = everything_said(seen)
    assert "too few to show" in said
    assert not re.search(r"12\.5|0\.125|0\.42|42\.9|1 of 8|3 of 7|17 of|19 of", said)
    assert "71%" in said  # 17 of 24, rounded
    assert WORKSTREAM.closed(seen) == "small counts of children are left out"
    assert not any(len(ids) for chart in WORKSTREAM.drawn(seen) for ids in chart.data["records"])


def test_a_chart_says_why_figures_are_left_out_and_how_the_others_are_rounded() -> None:
    grid, run = WORKSTREAM.drawn(view("Care proceedings finished in time"))
    assert any("left out of public copies" in note for note in grid.notes)
    assert "Shares are rounded to a whole per cent." in run.notes
    assert not any("Counts" in note for note in run.notes)
    for chart in WORKSTREAM.drawn(view("Vacancies")):
        assert not any("left out" in note or "rounded" in note for note in chart.notes)


def test_members_see_the_exact_figures() -> None:
    assert "12.5%" in everything_said(view("Care proceedings finished in time", "members"))


def test_an_officer_says_what_an_indicator_counts() -> None:
    seen = view("KPI 7", settings={COUNTS: {"kpi 7": "staff"}})
    assert [counts(seen.settings, one.series) for one in tracked(seen)] == ["staff"]
    assert "12.5%" in everything_said(seen)
    assert WORKSTREAM.closed(seen) == ""
    assert "12.5%" not in everything_said(
        view("Vacancies", settings={COUNTS: {"vacancies": "children"}})
    )


@pytest.mark.parametrize("counted", ["staff", "things"])
def test_the_file_says_what_an_indicator_counts(counted: str) -> None:
    assert "12.5%" in everything_said(view("KPI 7", counts=counted))
    # Its own column is nearer to the figures than a word of its name, or an answer given before.
    assert "12.5%" in everything_said(view("Care proceedings finished in time", counts=counted))


def test_what_the_file_says_of_children_is_guarded_whatever_else_says() -> None:
    seen = view("Vacancies", settings={COUNTS: {"vacancies": "staff"}}, counts="children")
    assert "12.5%" not in everything_said(seen)


@pytest.mark.parametrize(
    "heading", ["What it counts", "Counts", "Unit of count", "What is counted"]
)
@pytest.mark.parametrize("layout", ["rows", "periods across"])
def test_the_column_is_read_under_its_usual_headings(heading: str, layout: str) -> None:
    if layout == "rows":
        lines = [
            f"Indicator,Month,Value,Unit,{heading}",
            "KPI 7,30/06/2021,12,count,Social workers",
        ]
        lines += ["KPI 8,30/06/2021,3,count,Children and families"]
    else:
        lines = [f"Indicator,{heading},Unit,Jun 2021,Jul 2021", "KPI 7,Social workers,count,12,13"]
        lines += ["KPI 8,Cases,count,3,4"]
    frame = check("\n".join(lines).encode(), "kpi.csv", [INDICATORS]).frames["indicators"]
    told = dict(zip(frame["indicator"], frame["counts"], strict=True))
    assert told == {"KPI 7": "staff", "KPI 8": "children"}
