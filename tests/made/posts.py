"""Posts, months of work and published figures of one team, and the charts of a view of them."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from charts.spec import Chart
from loaders.declared import Table
from tests.golden.recruitment.published import EXTRACT, as_history, read
from tests.made.views import history_of, view_of
from workstreams.recruitment import RECRUITMENT
from workstreams.recruitment.columns import CAPACITY, POSTS, WORKFORCE
from workstreams.view import View

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


def published() -> pd.DataFrame:
    return as_history(read(EXTRACT))
