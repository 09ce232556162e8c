"""The chart of live cases beside the cases the team can carry."""

import pandas as pd

from charts.spec import Chart
from measures import capacity
from measures.figures import plain, printed
from workstreams import drawn
from workstreams.recruitment import figures
from workstreams.source import source
from workstreams.view import View
from workstreams.wording import counted, month

LIVE = "Live cases"
ROOM = "Cases the team can carry"


def chart(view: View) -> Chart | None:
    """Live cases and the cases the team can carry, month by month."""
    known = figures.months(view)
    totals = capacity.by_month(known)
    if totals.empty:
        return None
    data = pd.concat(
        pd.DataFrame(
            {
                "when": totals["period"],
                "series": name,
                "value": totals[column],
                "text": [
                    "not given" if pd.isna(v) else printed(v, "cases") for v in totals[column]
                ],
                "records": totals["records"],
            }
        )
        for name, column in ((LIVE, "live"), (ROOM, "can_carry"))
    ).reset_index(drop=True)
    return drawn.chart(
        view,
        "recruitment.capacity",
        "trend",
        finding(known),
        (f"{LIVE} and the cases the team can carry, month by month", counted(len(totals), "month")),
        data,
        {"when": "Month", "series": "Line", "value": "Cases", "text": "Cases"},
        unit="cases",
        as_at=totals["period"].iloc[-1].date(),
        measure="recruitment.over_capacity",
        series_order=(LIVE, ROOM),
        focus=(LIVE,),
        notes=(view.plan.illustrative,),
        source=source(view, known),
    )


def finding(known: pd.DataFrame) -> str:
    """Whether the team has more cases than it can carry, and how that moved over the months."""
    totals = capacity.by_month(known)
    last, over = totals.iloc[-1], capacity.over_capacity(known)
    if over.value is None:
        live = capacity.live_cases(known)
        if live.value is None:
            return f"Live cases were not given for {month(last['period'])}"
        return f"The team had {live} live cases in {month(last['period'])}"
    when = f"in {month(last['period'])}"
    if over.value <= 0:
        room = plain(-over.value)
        return (
            f"The team had as many live cases as it can carry {when}"
            if over.value == 0
            else f"The team had room for {room} more {_cases(room)} {when}"
        )
    excess = plain(over.value)
    start = f"The team had {excess} more {_cases(excess)} than it can carry {when}"
    gap = (totals["live"] - totals["can_carry"]).dropna()
    worst = float(gap.max())
    if len(gap) > 1 and worst > over.value:
        return f"{start}, down from {plain(worst)} at the worst"
    if len(gap) > 1:
        return f"{start}, the most in {len(gap)} months"
    return start


def _cases(number: str) -> str:
    return "case" if number == "1" else "cases"
