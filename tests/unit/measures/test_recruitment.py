"""The team's own posts and capacity, from golden files and by hand."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures import capacity, recruitment
from measures.figures import Figure
from tests.golden.golden import Case, cases
from tests.made.views import history_of
from workstreams.recruitment.columns import CAPACITY, POSTS

POST_MEASURES = {
    "establishment": recruitment.establishment,
    "in_post": recruitment.in_post,
    "vacancies": recruitment.vacancies,
    "agency_cover": recruitment.agency_cover,
    "uncovered": recruitment.uncovered,
    "vacancy_rate": recruitment.vacancy_rate,
    "agency_rate": recruitment.agency_rate,
    "being_filled": recruitment.recruiting,
}


def agrees(figure: Figure, answer: str) -> None:
    if answer:
        assert figure.value == pytest.approx(float(answer))
    else:
        assert figure.value is None
        assert figure.why_missing


@pytest.mark.parametrize("case", cases("recruitment/posts.csv", POSTS), ids=lambda c: c.name)
def test_the_golden_file_of_posts_gives_the_same_figures(case: Case) -> None:
    first = case.answers.index[case.history["as_at"].eq(case.history["as_at"].max()).to_numpy()][0]
    answers = case.answers.loc[first]
    for name, measure in POST_MEASURES.items():
        agrees(measure(case.records, case.as_at), answers[f"answer_{name}"])
    turnover = recruitment.turnover_rate(case.history, case.records, case.as_at)
    agrees(turnover, answers["answer_turnover_rate"])
    hire = recruitment.time_to_hire(case.history, case.as_at)
    agrees(hire, answers["answer_time_to_hire"])


@pytest.mark.parametrize("case", cases("recruitment/capacity.csv", CAPACITY), ids=lambda c: c.name)
def test_the_golden_file_of_capacity_gives_the_same_figures(case: Case) -> None:
    row = next(i for i in case.answers.index if case.answers.loc[i, "answer_live_cases"])
    for name in ("live_cases", "can_carry", "over_capacity", "caseload"):
        found = getattr(capacity, name)(case.records)
        agrees(found, case.answers.loc[row, f"answer_{name}"])


def posts(*rows: tuple[object, ...]) -> pd.DataFrame:
    """Posts from (post, position, cover, fte), as at 23 November 2021."""
    fields = ["post", "position", "cover", "fte"]
    frame = pd.DataFrame([[str(v) for v in row] for row in rows], columns=fields, dtype="str")
    return history_of(POSTS, frame.assign(title="Solicitor", as_at="2021-11-23"))


TODAY = date(2021, 11, 23)


def test_an_accepted_offer_is_still_a_vacancy() -> None:
    team = posts(("A", "accepted", "", 1), ("B", "filled, permanent", "", 1))
    assert recruitment.vacancies(team, TODAY).value == 1
    assert recruitment.vacancy_rate(team, TODAY).value == 0.5


def test_a_frozen_post_and_one_covered_by_agency_are_vacancies() -> None:
    team = posts(("A", "frozen", "", 1), ("B", "advertised", "agency", 1))
    assert recruitment.vacancies(team, TODAY).value == 2
    assert recruitment.uncovered(team, TODAY).value == 1


def test_a_figure_carries_the_posts_behind_it() -> None:
    team = posts(("A", "filled, permanent", "", 1), ("B", "frozen", "", 1))
    assert recruitment.vacancies(team, TODAY).records == (2,)


def test_no_posts_is_missing_and_not_nought() -> None:
    none = posts(("A", "frozen", "", 1)).iloc[0:0]
    found = recruitment.vacancy_rate(none, TODAY)
    assert found.value is None
    assert found.why_missing == "no posts in the table"


def test_a_vacant_post_without_hours_stops_the_sum_and_says_why() -> None:
    team = posts(("A", "frozen", "", ""), ("B", "filled, permanent", "", 1))
    found = recruitment.vacancies(team, TODAY)
    assert found.value is None
    assert found.why_missing == "1 post has no hours given"
    assert recruitment.in_post(team, TODAY).value == 1


def leaving(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Post histories from (as at, post, date left)."""
    frame = pd.DataFrame(list(rows), columns=["as_at", "post", "left_date"], dtype="str")
    return history_of(POSTS, frame.assign(title="Solicitor", fte="1", position="frozen"))


def test_a_leaver_reported_in_two_snapshots_is_counted_once() -> None:
    history = leaving(("2021-09-07", "A", "2021-08-01"), ("2021-11-23", "A", "2021-08-01"))
    assert len(recruitment.leavers(history, TODAY)) == 1


def test_a_leaving_date_corrected_by_days_is_still_one_leaver() -> None:
    history = leaving(("2021-09-07", "A", "2021-08-01"), ("2021-11-23", "A", "2021-08-14"))
    found = recruitment.leavers(history, TODAY)
    assert found["left_date"].dt.day.tolist() == [14]


def test_a_post_left_twice_in_the_year_is_two_leavers() -> None:
    history = leaving(("2021-05-20", "A", "2021-02-01"), ("2021-11-23", "A", "2021-10-29"))
    assert len(recruitment.leavers(history, TODAY)) == 2


def test_a_leaver_of_exactly_a_year_ago_is_outside_the_year() -> None:
    history = leaving(("2021-11-23", "A", "2020-11-23"), ("2021-11-23", "B", "2020-11-24"))
    assert recruitment.leavers(history, TODAY)["post"].tolist() == ["B"]


def test_a_start_before_its_advert_has_no_time_to_hire() -> None:
    frame = pd.DataFrame(
        {
            "as_at": ["2021-11-23"],
            "post": ["A"],
            "position": ["filled, permanent"],
            "advert_date": ["2021-10-01"],
            "start_date": ["2021-09-01"],
        },
        dtype="str",
    )
    history = history_of(POSTS, frame)
    assert recruitment.hires(history, TODAY)["days"].isna().all()
    assert recruitment.time_to_hire(history, TODAY).value is None


def test_every_post_has_one_state_of_the_list() -> None:
    team = posts(
        ("A", "frozen", "", 1),
        ("B", "offered", "agency", 1),
        ("C", "filled, fixed term", "", 1),
        ("D", "filled, permanent", "none", 1),
        ("E", "", "", 1),
    )
    assert recruitment.states(team).tolist() == list(recruitment.STATES)


def test_a_team_without_a_number_leaves_the_months_total_missing() -> None:
    frame = pd.DataFrame(
        {
            "as_at": "2021-11-23",
            "period": "2021-10-31",
            "team": ["Care", "Court"],
            "fee_earners_fte": ["2", ""],
            "cases_per_fee_earner": "15",
            "live_cases": ["40", "30"],
        },
        dtype="str",
    )
    months = history_of(CAPACITY, frame)
    assert capacity.live_cases(months).value == 70
    assert capacity.can_carry(months).why_missing == "not given for the latest month"


def test_no_months_is_missing() -> None:
    empty = history_of(CAPACITY, pd.DataFrame({"as_at": ["2021-11-23"]}, dtype="str")).iloc[0:0]
    assert capacity.over_capacity(empty).why_missing == "no months in the capacity table"
    assert capacity.by_month(empty).empty


POSITIONS = ("", *recruitment.FILLED, *recruitment.NOT_RECRUITING, *recruitment.PIPELINE)
ANY_POSTS = st.lists(
    st.tuples(
        st.sampled_from(POSITIONS), st.sampled_from(["", "agency", "none"]), st.floats(0.1, 1)
    ),
    min_size=1,
    max_size=20,
).map(lambda rows: posts(*((str(i), *row) for i, row in enumerate(rows))))


@settings(deadline=None, max_examples=50)
@given(ANY_POSTS)
def test_rates_stay_between_nought_and_one_and_the_parts_add_up(team: pd.DataFrame) -> None:
    for measure in (recruitment.vacancy_rate, recruitment.agency_rate):
        found = measure(team, TODAY)
        assert found.value is None or 0 <= found.value <= 1
    parts = [recruitment.fte("", team, recruitment.states(team) == s, TODAY).value or 0
             for s in recruitment.STATES]  # fmt: skip
    assert sum(parts) == pytest.approx(recruitment.establishment(team, TODAY).value)
    vacant = recruitment.vacancies(team, TODAY).value
    cover, bare = recruitment.agency_cover(team, TODAY), recruitment.uncovered(team, TODAY)
    assert cover.value is not None
    assert bare.value is not None
    assert cover.value + bare.value == pytest.approx(vacant)


@settings(deadline=None, max_examples=50)
@given(ANY_POSTS)
def test_the_order_of_the_rows_never_matters(team: pd.DataFrame) -> None:
    back = team.iloc[::-1]
    for measure in POST_MEASURES.values():
        assert measure(team, TODAY).value == pytest.approx(measure(back, TODAY).value)
