"""Recruitment's figures for a view: from the team's own posts, else from the published figures."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd

from measures import capacity, recruitment, workforce
from measures.figures import Figure, Unit, missing
from workstreams.view import View

NOTHING = "there are no posts and no published figures for the plan's area"
NO_AREA = "the plan does not say which authority of the published figures is its own"
NO_POSTS = "there are no posts in the plan's files"

NOT_REPORTED = {
    "cover": "no file of posts says which vacancies agency staff cover",
    "left_date": "no file of posts says when anybody left",
}
"""Columns of posts that a figure needs, and why there is none without them: absent is not zero."""


def posts(view: View) -> pd.DataFrame:
    """The team's posts in its latest snapshot."""
    return view.now("posts")


def months(view: View) -> pd.DataFrame:
    """The capacity rows known by the view's date: for each month and team the latest reported."""
    return view.once("capacity", lambda: _months(view.history["capacity"]))


def _months(history: pd.DataFrame) -> pd.DataFrame:
    known = history.sort_values("as_at", kind="stable")
    return known.drop_duplicates(["period", "team"], keep="last")


def published(view: View) -> pd.DataFrame:
    """The workforce rows known by the view's date: for each area and year the latest reported."""
    return view.once("workforce", lambda: _published(view.history["workforce"]))


def _published(history: pd.DataFrame) -> pd.DataFrame:
    known = history.sort_values("as_at", kind="stable")
    known = known.assign(place=workforce.place(known))
    return known.drop_duplicates(["place", "period", "level"], keep="last")


def censuses(view: View, place: str) -> list[workforce.Row]:
    """The published rows of one area, in order of census."""
    return view.once(f"workforce of {place}", lambda: workforce.of_place(published(view), place))


def own_area(view: View) -> str:
    """The plan's own area as the published figures name it; "" where there is none."""
    return view.once("workforce: area", lambda: workforce.area_of(published(view), view.plan.area))


def reported(view: View, field: str) -> bool:
    """Whether any file of the plan has a column of posts, filled in or not."""
    return view.reports("posts", field)


def dated(records: pd.DataFrame, view: View) -> date:
    """The day the records were true: that of their snapshot."""
    if records.empty:
        return view.as_at
    day: date = records["as_at"].max().date()
    return day


def latest_census(view: View) -> workforce.Row | None:
    """The latest published row of the plan's own area, or None."""
    area = own_area(view)
    rows = censuses(view, area) if area else []
    return rows[-1] if rows else None


def either(
    name: str,
    unit: Unit,
    from_posts: Callable[[pd.DataFrame, date], Figure],
    from_census: Callable[[workforce.Row], Figure],
    needs: str = "",
) -> Callable[[View], Figure]:
    """A figure from the team's posts where the plan has any, else from the published row.

    ``needs`` is a column of posts (of ``NOT_REPORTED``) without which there is no figure.
    """

    def figure(view: View) -> Figure:
        team = posts(view)
        if len(team) and needs and not reported(view, needs):
            return missing(name, unit, NOT_REPORTED[needs], dated(team, view))
        if len(team):
            return replace(from_posts(team, dated(team, view)), name=name)
        row = latest_census(view)
        if row is None:
            return missing(name, unit, _why(view), view.as_at)
        return replace(from_census(row), name=name)

    return figure


def _why(view: View, wanted: str = "posts") -> str:
    """Why there is neither a figure of the team's own nor a published one."""
    if len(published(view)) and not view.plan.area:
        return NO_AREA
    return NOTHING.replace("posts", wanted)


def rate(field: workforce.Rate) -> Callable[[workforce.Row], Figure]:
    """The published figure of one rate."""
    return lambda row: workforce.figure(field, row)


def number(field: str) -> Callable[[workforce.Row], Figure]:
    """The published number of one column."""
    return lambda row: workforce.number(field, row, field)


def establishment_at(row: workforce.Row) -> Figure:
    """FTE in post and vacancies together: the posts in the structure."""
    staff, vacant = (number(field)(row) for field in ("in_post_fte", "vacancy_fte"))
    if staff.value is None or vacant.value is None:
        return staff if staff.value is None else vacant
    return replace(staff, value=staff.value + vacant.value)


def turnover(view: View) -> Figure:
    """Leavers of the year over staff in post at its end."""
    team = posts(view)
    if len(team) and not reported(view, "left_date"):
        why = NOT_REPORTED["left_date"]
        return missing("Turnover rate", "percent", why, dated(team, view))
    if len(team):
        found = recruitment.turnover_rate(view.history["posts"], team, dated(team, view))
        return replace(found, name="Turnover rate")
    row = latest_census(view)
    if row is None:
        return missing("Turnover rate", "percent", _why(view), view.as_at)
    return workforce.figure(workforce.TURNOVER, row)


def own(
    name: str, unit: Unit, from_posts: Callable[[View, pd.DataFrame, date], Figure]
) -> Callable[[View], Figure]:
    """A figure of the team's own posts, which no published figure stands in for."""

    def figure(view: View) -> Figure:
        team = posts(view)
        if team.empty:
            return missing(name, unit, NO_POSTS, view.as_at)
        return replace(from_posts(view, team, dated(team, view)), name=name)

    return figure


def over_capacity(view: View) -> Figure:
    """Live cases less the cases the team can carry."""
    found = capacity.over_capacity(months(view))
    return found if found.as_at else replace(found, as_at=view.as_at)


def caseload(view: View) -> Figure:
    """Cases for each person who holds them: the team's own, else as published."""
    name = "Average caseload"
    known = months(view)
    if len(known):
        return replace(capacity.caseload(known), name=name)
    row = latest_census(view)
    if row is None:
        return missing(name, "cases", _why(view, "months"), view.as_at)
    return workforce.figure(workforce.CASELOAD, row)
