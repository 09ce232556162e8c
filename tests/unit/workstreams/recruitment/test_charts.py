"""What the recruitment page says, chart by chart."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from charts.spec import Chart
from loaders.declared import Table
from measures import workforce
from tests.golden.recruitment.published import EXTRACT, as_history, read
from tests.made.views import history_of, view_of
from workstreams.recruitment import RECRUITMENT
from workstreams.recruitment.columns import CAPACITY, POSTS, WORKFORCE
from workstreams.recruitment.team_charts import pipeline_finding, posts_finding
from workstreams.recruitment.workforce_charts import shown, staff_finding, trend_finding
from workstreams.shown import shown as shown_of
from workstreams.view import TableRead, View

NOW = "2021-11-23"
HEREFORDSHIRE = "Herefordshire, County of"


def history(table: Table, rows: list[dict[str, str]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows or [{"as_at": NOW}], dtype="str").fillna("")
    made = history_of(table, frame)
    return made if rows else made.iloc[0:0]


def post(
    ref: str, position: str, cover: str = "", as_at: str = NOW, **given: str
) -> dict[str, str]:
    row = {"post": ref, "title": "Solicitor", "fte": "1", "position": position, "cover": cover}
    return {**row, "as_at": as_at, **given}


def month_of(period: str, live: str, earners: str = "5") -> dict[str, str]:
    numbers = {"fee_earners_fte": earners, "cases_per_fee_earner": "15", "live_cases": live}
    return {"as_at": NOW, "period": period, "team": "Legal", **numbers}


def view(
    posts: list[dict[str, str]] | None = None,
    months: list[dict[str, str]] | None = None,
    published: pd.DataFrame | None = None,
) -> View:
    tables: Mapping[str, pd.DataFrame] = {
        "posts": history(POSTS, posts or []),
        "capacity": history(CAPACITY, months or []),
        "workforce": history(WORKFORCE, []) if published is None else published,
    }
    as_at = "2026-03-31" if published is not None else NOW
    seen = view_of(tables, as_at=as_at, meetings=["2021-09-07", NOW])
    return replace(seen, plan=replace(seen.plan, area=HEREFORDSHIRE, illustrative="Illustrative"))


def charts(seen: View) -> dict[str, Chart]:
    drawn = (draw(seen) for draw in RECRUITMENT.charts)
    return {chart.key: chart for chart in drawn if chart is not None}


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


def published() -> pd.DataFrame:
    return as_history(read(EXTRACT))


def test_the_area_stands_beside_its_region_and_england_from_2017_to_2025() -> None:
    drawn = charts(view(published=published()))
    for field in ("vacancy_rate", "agency_rate", "turnover_rate", "caseload"):
        chart = drawn[f"recruitment.{field}"]
        assert list(dict.fromkeys(chart.data["series"])) == [
            "Herefordshire",
            "West Midlands",
            "England",
        ]
        assert chart.data["when"].dt.year.tolist() == list(range(2017, 2026)) * 3
        assert "Open Government Licence v3.0" in chart.source
        assert "Illustrative" not in chart.notes
    assert drawn["recruitment.vacancy_rate"].finding == (
        "Herefordshire's vacancy rate fell from 46.2% to 32.4% in the year to 2025; "
        "England's is 14.2%"
    )
    assert drawn["recruitment.vacancy_rate"].summary == (
        "In Herefordshire it was highest at 62.4% in 2023 and lowest at 14.3% in 2017."
    )
    assert drawn["recruitment.agency_rate"].notes == (
        "England 2024 and West Midlands 2024: the published rate leaves out authorities whose "
        "numbers are not reliable or not available.",
    )


def test_the_areas_posts_are_drawn_in_parts_that_add_up() -> None:
    chart = charts(view(published=published()))["recruitment.staff"]
    assert chart.finding == (
        "60 of Herefordshire's 185.5 FTE posts were vacant in 2025, 31.8 of them with nobody "
        "covering"
    )
    last = chart.data[chart.data["when"] == chart.data["when"].max()]
    assert last["value"].sum() == pytest.approx(185.5)


def test_a_marked_figure_is_drawn_as_missing_and_its_mark_explained() -> None:
    records = published()
    newest = records.index[records["area"].eq(HEREFORDSHIRE) & records["period"].eq("2025")]
    records.loc[newest, "turnover_rate"] = float("nan")
    records.loc[newest, "turnover_rate_mark"] = "u"
    chart = charts(view(published=records))["recruitment.turnover_rate"]
    assert chart.finding == (
        "Herefordshire's turnover rate for 2025 is missing: not reliable enough to publish"
    )
    assert chart.notes == ("u means not reliable enough to publish.",)
    assert RECRUITMENT["recruitment.turnover_rate"].figure(view(published=records)).mark == "u"


def line(*values: float, places: tuple[str, ...] = ("Herefordshire",)) -> pd.DataFrame:
    years = [pd.Timestamp(2026 - len(values) + i, 9, 30) for i in range(len(values))]
    return pd.concat(
        pd.DataFrame(
            {"when": years, "series": place, "value": values, "text": [f"{v:.0%}" for v in values]}
        )
        for place in places
    )


@pytest.mark.parametrize(
    ("data", "names", "finding"),
    [
        (line(0.2), ["Herefordshire"], "Herefordshire's vacancy rate was 20% in 2025"),
        (line(0.2, 0.2), ["Herefordshire"], "Herefordshire's vacancy rate stayed at 20% in 2025"),
        (
            line(0.1, 0.2, places=("England",)),
            ["England"],
            "England's vacancy rate rose from 10% to 20% in the year to 2025",
        ),
    ],
)
def test_the_published_finding_in_every_case(
    data: pd.DataFrame, names: list[str], finding: str
) -> None:
    assert trend_finding(workforce.VACANCY, data, names) == finding


def test_the_published_posts_finding_without_a_gap_or_without_vacancies() -> None:
    row = dict(workforce.of_place(published(), HEREFORDSHIRE)[-1])
    row["agency_cover_fte"] = row["vacancy_fte"]
    assert staff_finding(row, "Herefordshire").endswith("in 2025, all covered by agency staff")
    row["agency_cover_fte"] = row["vacancy_fte"] + 1
    assert staff_finding(row, "Herefordshire").endswith("posts were vacant in 2025")
    row["vacancy_fte"], row["vacancy_fte_mark"] = float("nan"), "x"
    assert staff_finding(row, "Herefordshire") == (
        "Herefordshire's vacancies in 2025 are missing: not available"
    )


def test_an_area_is_named_as_in_a_sentence() -> None:
    assert shown("Herefordshire, County of") == "Herefordshire"
    assert shown("Bournemouth, Christchurch and Poole") == "Bournemouth, Christchurch and Poole"


def test_posts_come_before_published_figures_on_cards_and_at_the_top() -> None:
    both = replace(view([post("A", "frozen", "none")]), shared={})
    tables = {**both.history, "workforce": published().assign(as_at=pd.Timestamp(NOW))}
    seen = replace(both, history=tables, shared={})
    assert str(RECRUITMENT["recruitment.uncovered"].figure(seen)) == "1 FTE"
    assert RECRUITMENT.finding(seen) == "The one post is vacant with nobody covering."
    only = view(published=published())
    assert str(RECRUITMENT["recruitment.uncovered"].figure(only)) == "31.8 FTE"
    assert RECRUITMENT.finding(only).startswith("60 of Herefordshire's 185.5 FTE posts")


def test_published_figures_without_an_area_show_england_and_say_what_is_wanting() -> None:
    whole = published()
    other = whole[whole["area"].eq(HEREFORDSHIRE)].assign(area="Rutland")
    seen = view(published=pd.concat([whole, other.set_axis(other.index + 100)]))
    seen = replace(seen, plan=replace(seen.plan, area=""), shared={})
    drawn = charts(seen)["recruitment.vacancy_rate"]
    assert set(drawn.data["series"]) == {"England"}
    assert RECRUITMENT["recruitment.vacancy_rate"].figure(seen).why_missing == (
        "the plan does not say which authority of the published figures is its own"
    )


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
