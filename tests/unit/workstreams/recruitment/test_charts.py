"""What the recruitment page says, chart by chart."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from tests.made.posts import NOW, charts, history, month_of, post, published, view
from workstreams.recruitment import RECRUITMENT
from workstreams.recruitment.columns import POSTS
from workstreams.recruitment.team_charts import pipeline_finding, posts_finding
from workstreams.shown import shown as shown_of
from workstreams.view import TableRead, View


def team(*positions: tuple[str, str]) -> pd.DataFrame:
    return history(POSTS, [post(str(i), *what) for i, what in enumerate(positions)])


FILLED = ("filled, permanent", "")


@pytest.mark.parametrize(
    ("positions", "finding"),
    [
        ([FILLED, FILLED], "Both posts are filled"),
        ([FILLED, ("frozen", "")], "1 of 2 posts is vacant with nobody covering"),
        (
            [FILLED, ("frozen", "agency")],
            "1 of 2 posts is vacant, and agency staff cover it",
        ),
        (
            [("frozen", "agency"), ("offered", "agency"), FILLED],
            "2 of 3 posts are vacant, and agency staff cover every one",
        ),
        (
            [("frozen", ""), ("offered", ""), ("frozen", "agency")],
            "2 of 3 posts are vacant with nobody covering; agency staff cover 1 more",
        ),
        ([FILLED, ("", "")], "No post of 2 is said to be vacant"),
    ],
)
def test_the_posts_finding_in_every_case(positions: list[tuple[str, str]], finding: str) -> None:
    assert posts_finding(team(*positions)) == finding


@pytest.mark.parametrize(
    ("positions", "finding"),
    [
        ([FILLED], "There is no vacant post to fill"),
        ([("frozen", "")], "The one vacant post is frozen"),
        ([("vacant, not recruiting", "")], "The one vacant post is not being recruited to"),
        ([("shortlisted", ""), FILLED], "The one vacant post has a shortlist"),
        ([("frozen", ""), ("frozen", "")], "None of the 2 vacant posts is being recruited to"),
        (
            [("accepted", ""), ("frozen", ""), ("advertised", "")],
            "1 of 3 vacant posts has somebody due to start; 1 is not being recruited to",
        ),
        (
            [("accepted", ""), ("accepted", "")],
            "Both vacant posts have somebody due to start",
        ),
        (
            [("advertised", ""), ("frozen", ""), ("frozen", "")],
            "None of 3 vacant posts has somebody due to start; 2 are not being recruited to",
        ),
    ],
)
def test_the_pipeline_finding_in_every_case(positions: list[tuple[str, str]], finding: str) -> None:
    assert pipeline_finding(team(*positions)) == finding


def test_posts_are_drawn_in_posts_with_their_records() -> None:
    seen = view([post("A", *FILLED), post("B", "frozen", fte="0.5")])
    chart = charts(seen)["recruitment.posts"]
    assert chart.kind == "posts"
    assert chart.unit == "count"
    assert chart.subtitle == (
        "Every post by job title, and who is in it. 2 posts, A plan, as at 23 November 2021."
    )
    assert chart.data["text"].tolist() == ["1 post (1 FTE)", "1 post (0.5 FTE)"]
    assert chart.data["records"].tolist() == [(1,), (2,)]
    assert chart.notes == ("Illustrative",)
    assert chart.source == "2021-11-23.xlsx"


@pytest.mark.parametrize(
    ("before", "finding"),
    [
        ("frozen", "The uncovered gap is 1 FTE, the same as on 7 September 2021"),
        (
            "filled, permanent",
            "The uncovered gap has grown from 0 FTE to 1 FTE since 7 September 2021",
        ),
    ],
)
def test_posts_over_time_compare_with_the_last_meeting(before: str, finding: str) -> None:
    seen = view([post("A", before, as_at="2021-09-07"), post("A", "frozen", "none")])
    chart = charts(seen)["recruitment.over_time"]
    assert chart.finding == finding
    assert [str(mark.when) for mark in chart.marks] == ["2021-09-07", NOW]
    assert chart.subtitle == (
        "Posts (FTE) by who is in them, at 2 reports. 1 post, A plan, as at 23 November 2021."
    )


def test_a_state_with_no_posts_at_a_report_is_a_true_nought() -> None:
    seen = view([post("A", "frozen", as_at="2021-09-07"), post("A", *FILLED)])
    data = charts(seen)["recruitment.over_time"].data
    assert data["text"].tolist() == ["1 FTE", "0 FTE", "0 FTE", "1 FTE"]
    assert data["records"].tolist() == [(1,), (), (), (2,)]


def test_posts_without_hours_are_noted() -> None:
    chart = charts(view([post("A", "frozen", fte=""), post("B", *FILLED)]))["recruitment.posts"]
    assert "1 row without hours not in the totals" in chart.notes


def test_the_pipeline_counts_every_vacant_post_once_and_the_years_starts() -> None:
    started = {"advert_date": "2021-03-01", "start_date": "2021-06-01"}
    seen = view(
        [
            post("A", *FILLED, **started),
            post("B", "advertised"),
            post("C", "frozen"),
            post("D", "vacant, not recruiting"),
        ]
    )
    chart = charts(seen)["recruitment.pipeline"]
    assert dict(zip(chart.data["label"], chart.data["value"], strict=True)) == {
        "Vacant, not being recruited to": 2,
        "Advertised": 1,
        "Shortlisted": 0,
        "Offered": 0,
        "Accepted": 0,
        "Started, last 12 months": 1,
    }


def test_time_to_hire_goes_from_advert_to_start_longest_first() -> None:
    seen = view(
        [
            post("A", *FILLED, advert_date="2021-03-01", start_date="2021-06-01"),
            post("B", *FILLED, advert_date="2021-01-04", start_date="2021-06-01"),
        ]
    )
    chart = charts(seen)["recruitment.time_to_hire"]
    assert (
        chart.finding == "It took 120 days to fill a post, the middle of 2 posts filled in the year"
    )
    assert chart.data["text"].tolist() == ["148 days", "92 days"]


@pytest.mark.parametrize(
    ("live", "finding"),
    [
        (["100", "90"], "The team had 15 more cases than it can carry in October 2021, "
         "down from 25 at the worst"),
        (["80", "90"], "The team had 15 more cases than it can carry in October 2021, "
         "the most in 2 months"),
        (["90"], "The team had 15 more cases than it can carry in October 2021"),
        (["76"], "The team had 1 more case than it can carry in October 2021"),
        (["75"], "The team had as many live cases as it can carry in October 2021"),
        (["70"], "The team had room for 5 more cases in October 2021"),
        ([""], "Live cases were not given for October 2021"),
    ],
)  # fmt: skip
def test_the_capacity_finding_in_every_case(live: list[str], finding: str) -> None:
    periods = ["2021-09-30", "2021-10-31"][-len(live) :]
    seen = view(months=[month_of(p, n) for p, n in zip(periods, live, strict=True)])
    assert charts(seen)["recruitment.capacity"].finding == finding


def test_without_fee_earners_the_cases_are_still_said() -> None:
    chart = charts(view(months=[month_of("2021-10-31", "90", earners="")]))["recruitment.capacity"]
    assert chart.finding == "The team had 90 live cases in October 2021"
    assert chart.data["text"].tolist() == ["90", "not given"]


def test_an_empty_plan_has_no_charts_and_says_why_there_are_no_figures() -> None:
    seen = view()
    assert charts(seen) == {}
    assert RECRUITMENT.finding(seen) == "There are no recruitment figures yet."
    for measure in RECRUITMENT.measures:
        figure = measure.figure(seen)
        assert figure.value is None
        assert figure.why_missing
        assert figure.as_at is not None


@pytest.mark.parametrize(
    "seen",
    [
        view([post("A", "frozen"), post("B", *FILLED)], [month_of("2021-10-31", "90")]),
        view(published=published()),
    ],
    ids=["own posts", "published"],
)
def test_every_measure_and_chart_keeps_its_promise(seen: View) -> None:
    keys = {m.key for m in RECRUITMENT.measures}
    drawn = charts(seen)
    assert len(drawn) >= 3
    for chart in drawn.values():
        assert chart.measure in keys
        assert set(chart.headings) <= set(chart.data)
        assert not chart.finding.endswith(".")
        assert chart.source
        assert "nan" not in chart.alt.lower().split()
    for measure in RECRUITMENT.measures:
        figure = measure.figure(seen)
        assert (figure.name, figure.unit) == (measure.name, measure.unit)


def without_columns(seen: View) -> View:
    """The view as if its files had no column but those that say something."""
    return replace(seen, snapshots=tuple(replace(one, tables=()) for one in seen.snapshots))


@pytest.mark.parametrize(
    ("column", "measures"),
    [
        ("cover", ("uncovered", "agency_rate", "agency_cover")),
        ("left_date", ("turnover_rate",)),
    ],
)
def test_a_column_that_no_file_has_gives_no_figure_rather_than_nought(
    column: str, measures: tuple[str, ...]
) -> None:
    seen = without_columns(view([post("A", "frozen"), post("B", "filled, permanent")]))
    for key in measures:
        found = RECRUITMENT[f"recruitment.{key}"].figure(seen)
        assert found.value is None
        assert found.why_missing.startswith("no file of posts says")
    there = TableRead("posts", "Posts", 2, 0, letters={column: "F"})
    given = replace(seen, snapshots=tuple(replace(s, tables=(there,)) for s in seen.snapshots))
    for key in measures:
        assert RECRUITMENT[f"recruitment.{key}"].figure(given).value is not None


def test_nobody_is_said_to_leave_a_vacancy_uncovered_where_no_file_has_cover() -> None:
    drawn = charts(without_columns(view([post("A", "frozen"), post("B", "filled, permanent")])))
    assert drawn["recruitment.posts"].finding == (
        "1 of 2 posts is vacant; no file of posts says which vacancies agency staff cover"
    )
    for key in ("recruitment.posts", "recruitment.over_time"):
        assert "vacant" in set(drawn[key].data["series"])
        assert "vacant, not covered" not in set(drawn[key].data["series"])


def test_an_older_table_has_not_stayed_the_same_on_a_later_page() -> None:
    seen = view([post("A", "frozen", "agency")])
    later = replace(seen, as_at=date(2022, 2, 10), since=date(2021, 12, 9))
    assert charts(later)["recruitment.over_time"].finding == (
        "The uncovered gap was 0 FTE on 23 November 2021"
    )
    said = shown_of(later, RECRUITMENT).results
    gap = next(one for one in said if one.name == "Uncovered gap")
    assert gap.before is not None
    assert gap.moved is None
