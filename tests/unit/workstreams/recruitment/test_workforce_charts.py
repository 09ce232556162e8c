"""What the recruitment page says of an authority's published figures, chart by chart."""

from dataclasses import replace

import pandas as pd
import pytest

from measures import workforce
from tests.made.posts import HEREFORDSHIRE, NOW, charts, post, published, view
from workstreams.recruitment import RECRUITMENT
from workstreams.recruitment.workforce_charts import shown, staff_finding, trend_finding


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
