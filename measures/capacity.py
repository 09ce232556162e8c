"""Capacity against demand: the cases a team has, beside the cases it can carry.

``capacity`` is a frame of one row a month and team (``period``, ``fee_earners_fte``,
``cases_per_fee_earner``, ``live_cases``), indexed by record id.
"""

from datetime import date

import numpy as np
import pandas as pd

from measures.figures import Better, Figure, missing

NO_MONTHS = "no months in the capacity table"


def by_month(capacity: pd.DataFrame) -> pd.DataFrame:
    """One row a month, oldest first: ``live``, ``fee_earners``, ``can_carry`` and ``records``.

    Teams are added up; a total is missing where one of its teams has no number. What the team can
    carry is whole cases: nobody can take on part of one.
    """
    dated = capacity.dropna(subset="period")
    carried = dated["fee_earners_fte"] * dated["cases_per_fee_earner"]
    months = dated.assign(can_carry=carried).groupby("period")
    numbers = ["live_cases", "fee_earners_fte", "can_carry"]
    totals = months[numbers].sum(skipna=False).astype("float64")
    totals.columns = pd.Index(["live", "fee_earners", "can_carry"])
    # The little that is added keeps 4.6 × 15 at 69, which a computer takes for a hair less.
    totals["can_carry"] = np.floor(totals["can_carry"] + 1e-9)
    totals["records"] = pd.Series(
        {month: tuple(rows) for month, rows in months.groups.items()}, dtype="object"
    )
    return totals.reset_index()


def _latest(name: str, capacity: pd.DataFrame, column: str, better: Better = "lower") -> Figure:
    months = by_month(capacity)
    if months.empty:
        return missing(name, "cases", NO_MONTHS)
    last = months.iloc[-1]
    when: date = last["period"].date()
    if pd.isna(last[column]):
        return missing(name, "cases", "not given for the latest month", when)
    return Figure(name, float(last[column]), "cases", when, records=last["records"], better=better)


def live_cases(capacity: pd.DataFrame) -> Figure:
    """Live cases in the latest month."""
    return _latest("Live cases", capacity, "live")


def can_carry(capacity: pd.DataFrame) -> Figure:
    """Fee earners (FTE) times the cases one can carry, in whole cases, in the latest month."""
    return _latest("Cases the team can carry", capacity, "can_carry", "higher")


def over_capacity(capacity: pd.DataFrame) -> Figure:
    """Live cases less the cases the team can carry, in the latest month."""
    name = "Cases beyond what the team can carry"
    live, room = live_cases(capacity), can_carry(capacity)
    if live.value is None or room.value is None:
        return missing(name, "cases", live.why_missing or room.why_missing, live.as_at)
    excess = live.value - room.value
    return Figure(name, excess, "cases", live.as_at, records=live.records, better="lower")


def caseload(capacity: pd.DataFrame) -> Figure:
    """Live cases over fee earners (FTE), in the latest month."""
    name = "Cases for each fee earner"
    live = live_cases(capacity)
    earners = _latest(name, capacity, "fee_earners")
    if live.value is None or earners.value is None:
        return missing(name, "cases", live.why_missing or earners.why_missing, live.as_at)
    if not earners.value:
        return missing(name, "cases", "there are no fee earners to divide by", live.as_at, "z")
    return Figure(
        name,
        live.value / earners.value,
        "cases",
        live.as_at,
        live.value,
        earners.value,
        records=live.records,
        better="lower",
    )
