"""Recruitment: the team's posts, how they are being filled, and the published workforce figures."""

from measures import recruitment as team
from measures import workforce
from workstreams.base import Measure, Workstream
from workstreams.recruitment import capacity_chart, figures, team_charts, workforce_charts
from workstreams.recruitment.columns import CAPACITY, POSTS, WORKFORCE
from workstreams.sections import Topic
from workstreams.view import View

DFE = "Department for Education, children's social work workforce: methodology and data guidance"
FROM = (
    "From the team's own posts where the plan has them, else from the Department for Education's "
    "figures for the plan's area at the latest census (30 September)."
)

MEASURES = (
    Measure(
        key="recruitment.uncovered",
        name="Uncovered gap",
        definition=(
            "Hours of posts that are vacant and that nobody covers. Vacancies include posts "
            f"covered by agency staff; this figure leaves those out. {FROM}"
        ),
        formula="vacant FTE − vacant FTE covered by agency staff",
        unit="fte",
        better="lower",
        figure=figures.either("Uncovered gap", "fte", team.uncovered, workforce.uncovered, "cover"),
    ),
    Measure(
        key="recruitment.vacancy_rate",
        name="Vacancy rate",
        definition=(
            "Vacant posts as a share of vacant posts and own staff in post. Posts covered by "
            "agency staff, frozen or not being recruited to are vacant; agency staff are not in "
            f"the denominator. Never add it to the agency rate. {FROM}"
        ),
        formula="vacant FTE ÷ (vacant FTE + FTE in post)",
        unit="percent",
        better="lower",
        figure=figures.either(
            "Vacancy rate", "percent", team.vacancy_rate, figures.rate(workforce.VACANCY)
        ),
        source=DFE,
    ),
    Measure(
        key="recruitment.agency_rate",
        name="Agency rate",
        definition=(
            "Agency staff as a share of agency staff and own staff in post. Vacancies are not in "
            f"the denominator. {FROM}"
        ),
        formula="agency FTE ÷ (agency FTE + FTE in post)",
        unit="percent",
        better="lower",
        figure=figures.either(
            "Agency rate", "percent", team.agency_rate, figures.rate(workforce.AGENCY), "cover"
        ),
        source=DFE,
    ),
    Measure(
        key="recruitment.turnover_rate",
        name="Turnover rate",
        definition=(
            "Staff who left in the 12 months, as a share of own staff in post at their end (not "
            f"the average over the year). In a small team one leaver moves it far. {FROM}"
        ),
        formula="FTE that left in the 12 months ÷ FTE in post at their end",
        unit="percent",
        better="lower",
        figure=figures.turnover,
        source=DFE,
    ),
    Measure(
        key="recruitment.establishment",
        name="Establishment",
        definition=f"Hours of all posts in the structure, filled or not. {FROM}",
        formula="FTE in post + vacant FTE",
        unit="fte",
        better="neutral",
        figure=figures.either("Establishment", "fte", team.establishment, figures.establishment_at),
    ),
    Measure(
        key="recruitment.in_post",
        name="Own staff in post",
        definition=f"Hours of posts filled by permanent or fixed-term staff of the council. {FROM}",
        formula="sum of FTE in post",
        unit="fte",
        better="higher",
        figure=figures.either(
            "Own staff in post", "fte", team.in_post, figures.number("in_post_fte")
        ),
        source=DFE,
    ),
    Measure(
        key="recruitment.permanent",
        name="Permanent staff in post",
        definition=(
            "Hours of posts filled by permanent staff of the council. The published figures do "
            "not set permanent staff apart."
        ),
        formula="sum of FTE of posts filled by permanent staff",
        unit="fte",
        better="higher",
        figure=figures.own(
            "Permanent staff in post",
            "fte",
            lambda view, posts, when: team.in_post(posts, when, "filled, permanent"),
        ),
    ),
    Measure(
        key="recruitment.agency_cover",
        name="Vacancies covered by agency staff",
        definition=f"Hours of vacant posts that agency staff cover. {FROM}",
        formula="sum of vacant FTE covered by agency staff",
        unit="fte",
        better="neutral",
        figure=figures.either(
            "Vacancies covered by agency staff",
            "fte",
            team.agency_cover,
            figures.number("agency_cover_fte"),
            "cover",
        ),
        source=DFE,
    ),
    Measure(
        key="recruitment.being_filled",
        name="Posts being filled",
        definition=(
            "Vacant posts that are advertised, shortlisted, offered or accepted. An accepted "
            "offer is not yet somebody in post."
        ),
        formula="count of posts at one of the four stages",
        unit="count",
        better="neutral",
        figure=figures.own(
            "Posts being filled", "count", lambda view, posts, when: team.recruiting(posts, when)
        ),
    ),
    Measure(
        key="recruitment.time_to_hire",
        name="Time to hire",
        definition=(
            "Days from advert to start, the middle one of the posts filled in the 12 months that "
            "have both dates. No standard definition is known."
        ),
        formula="median of (start date − date advertised)",
        unit="days",
        better="lower",
        figure=figures.own(
            "Time to hire",
            "days",
            lambda view, posts, when: team.time_to_hire(view.history["posts"], when),
        ),
    ),
    Measure(
        key="recruitment.over_capacity",
        name="Cases beyond what the team can carry",
        definition=(
            "Live cases in the latest month, less the cases that the fee earners can carry. "
            "Below nought the team has room for more."
        ),
        formula="live cases − fee earners (FTE) × cases one can carry, rounded down",
        unit="cases",
        better="lower",
        figure=figures.over_capacity,
    ),
    Measure(
        key="recruitment.caseload",
        name="Average caseload",
        definition=(
            "Live cases for each full-time fee earner in the latest month; where the plan has no "
            "capacity table, cases for each social worker who holds any, agency staff included, "
            "as the Department for Education publishes it for the plan's area."
        ),
        formula="live cases ÷ FTE of the people who hold them",
        unit="cases",
        better="lower",
        figure=figures.caseload,
        source=DFE,
    ),
)


def finding(view: View) -> str:
    """The sentence at the top of the page: the posts first, else the published vacancies."""
    posts = figures.posts(view)
    if len(posts):
        return f"{team_charts.posts_finding(posts, figures.reported(view, 'cover'))}."
    row = figures.latest_census(view)
    if row is not None:
        area = workforce_charts.shown(str(row["area"]))
        return f"{workforce_charts.staff_finding(row, area)}."
    return "There are no recruitment figures yet."


RECRUITMENT = Workstream(
    key="recruitment",
    title="Recruitment",
    affects="staff",
    about="Who is in post, which posts stand empty, and how far filling them has got.",
    tables=(POSTS, CAPACITY, WORKFORCE),
    measures=MEASURES,
    charts=(
        team_charts.posts,
        team_charts.over_time,
        team_charts.pipeline,
        capacity_chart.chart,
        team_charts.time_to_hire,
        workforce_charts.staff,
        workforce_charts.trend(workforce.VACANCY, "Vacant posts among social workers (FTE)"),
        workforce_charts.trend(workforce.AGENCY, "Agency staff among social workers (FTE)"),
        workforce_charts.trend(workforce.TURNOVER, "Social workers who left in the year (FTE)"),
        workforce_charts.trend(workforce.CASELOAD, "Cases for each social worker holding any"),
    ),
    finding=finding,
    empty=(
        "Upload a workbook with a sheet of posts: one row a post, with its hours and its stage. "
        "The template has one. The Department for Education's workforce file can be uploaded as "
        "it is published."
    ),
    topics=(
        Topic("filling", "How far has filling the posts got?", ("pipeline", "time_to_hire")),
        Topic("capacity", "Is there enough capacity for the work?", ("capacity",)),
        Topic(
            "council",
            "How does the whole council stand?",
            ("staff", "vacancy_rate", "agency_rate", "turnover_rate", "caseload"),
        ),
    ),
    read_from={
        "posts": ("title", "fte", "position", "cover"),
        "over_time": ("fte", "position", "cover"),
        "pipeline": ("position", "advert_date", "offer_date", "start_date"),
        "capacity": ("period", "fee_earners_fte", "cases_per_fee_earner", "live_cases"),
        "time_to_hire": ("advert_date", "offer_date", "start_date"),
        "staff": ("period", "vacancy_fte", "agency_cover_fte", "in_post_fte"),
        "vacancy_rate": ("period", "vacancy_rate", "vacancy_fte", "in_post_fte"),
        "agency_rate": ("period", "agency_rate", "agency_fte", "in_post_fte"),
        "turnover_rate": ("period", "turnover_rate", "leavers_fte", "in_post_fte"),
        "caseload": ("period", "caseload", "cases", "case_holders_fte"),
    },
)
