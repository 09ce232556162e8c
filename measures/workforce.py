"""The Department for Education's children's social work workforce figures, by its own formulas.

``workforce`` is a frame of the published rows: one an area and year, indexed by record id. A
``Row`` is one of them by field, with its ``census`` day and its ``record`` id besides. Where a
number is marked (c, u, x, z, low) it is missing, with the mark's meaning as the reason.
Source of the formulas: Children's social work workforce, methodology and data guidance.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan
from typing import Any, cast

import pandas as pd

from measures.figures import MARKS, Better, Figure, Unit, missing

Row = Mapping[str, Any]
ENGLAND = "England"
AS_PRINTED = 0.15
"""Figures are printed to one decimal, and so are the parts: they agree if no further apart."""


@dataclass(frozen=True)
class Rate:
    """A published rate: its column, and the FTE columns that it is made from.

    The rate is ``part`` over the sum of ``whole``, times 100 for a percentage.
    """

    field: str
    name: str
    part: str
    whole: tuple[str, ...]
    unit: Unit = "percent"
    better: Better = "lower"

    @property
    def scale(self) -> float:
        """What the published figure is multiplied by: percentages are published out of 100."""
        return 100 if self.unit == "percent" else 1


VACANCY = Rate("vacancy_rate", "Vacancy rate", "vacancy_fte", ("vacancy_fte", "in_post_fte"))
AGENCY = Rate("agency_rate", "Agency rate", "agency_fte", ("agency_fte", "in_post_fte"))
TURNOVER = Rate("turnover_rate", "Turnover rate", "leavers_fte", ("in_post_fte",))
CASELOAD = Rate("caseload", "Average caseload", "cases", ("case_holders_fte",), "cases")


def census(workforce: pd.DataFrame) -> pd.Series:
    """The census day of each row: 30 September of its year."""
    year = workforce["period"].str.extract(r"(\d{4})", expand=False)
    return pd.to_datetime(year + "-09-30", errors="coerce").astype("datetime64[s]")


def place(workforce: pd.DataFrame) -> pd.Series:
    """The name of each row's area: England, a region, or a local authority."""
    names = workforce["area"].mask(workforce["level"].eq("Regional"), workforce["region"])
    return names.mask(workforce["level"].eq("National"), ENGLAND)


def area_of(workforce: pd.DataFrame, wanted: str = "") -> str:
    """The authority a plan is about: the one it names, or the only one in the table; else ""."""
    local = workforce.loc[workforce["level"].eq("Local authority"), "area"].dropna()
    if wanted:
        found = local[local.str.casefold() == wanted.strip().casefold()]
        return str(found.iloc[0]) if len(found) else ""
    names = list(dict.fromkeys(local))
    return str(names[0]) if len(names) == 1 else ""


def region_of(workforce: pd.DataFrame, area: str) -> str:
    """The region an authority stands in; "" where the table does not say."""
    found = workforce.loc[workforce["area"].eq(area), "region"].dropna()
    return str(found.iloc[-1]) if len(found) else ""


def of_place(workforce: pd.DataFrame, name: str) -> list[Row]:
    """One area's rows, in order of census."""
    rows = workforce[place(workforce).eq(name).fillna(False)]
    rows = rows.assign(census=census(rows), record=rows.index).dropna(subset="census")
    return cast("list[Row]", rows.sort_values("census").to_dict("records"))


def figure(rate: Rate, row: Row) -> Figure:
    """One area's rate in one year: as published, or by formula where only the parts are given.

    The parts stand beside it only where they give it: the rate of a region or of England leaves
    out the authorities whose part is marked, while the printed parts hold an estimate for them.
    """
    when = row["census"].date()
    part, whole = float(row[rate.part]), float(sum(row[field] for field in rate.whole))
    by_parts = part / whole if whole else float("nan")
    value = float(row[rate.field]) / rate.scale
    if isnan(value):
        mark = _mark(row, rate.field)
        if mark or isnan(by_parts):
            why = MARKS.get(mark, "not published") if mark else "not in the table"
            return missing(rate.name, rate.unit, why, when, mark)
        value = by_parts
    behind = (int(row["record"]),)
    found = Figure(rate.name, value, rate.unit, when, records=behind, better=rate.better)
    if isnan(by_parts) or abs(by_parts - value) * rate.scale > AS_PRINTED:
        return found
    return replace(found, numerator=part, denominator=whole)


def number(name: str, row: Row, field: str, better: Better = "neutral") -> Figure:
    """One published FTE number of one area in one year."""
    when = row["census"].date()
    if isnan(row[field]):
        mark = _mark(row, field)
        return missing(name, "fte", MARKS.get(mark, "not in the table"), when, mark)
    behind = (int(row["record"]),)
    return Figure(name, float(row[field]), "fte", when, records=behind, better=better)


def uncovered(row: Row, name: str = "Uncovered gap") -> Figure:
    """Vacancies (FTE) less the agency staff covering them."""
    vacant, covering = (number(name, row, f) for f in ("vacancy_fte", "agency_cover_fte"))
    if vacant.value is None or covering.value is None:
        return vacant if vacant.value is None else covering
    gap = vacant.value - covering.value
    if gap < 0:
        why = "more agency staff are said to cover vacancies than there are vacancies"
        return missing(name, "fte", why, vacant.as_at)
    return replace(vacant, value=gap, better="lower")


def series(rate: Rate, rows: Mapping[str, Sequence[Row]]) -> pd.DataFrame:
    """A rate over the years for several areas, tidy; ``rows`` are those of each area by its name.

    Columns ``when``, ``series``, ``value``, ``text``, ``records`` and ``apart``: whether the
    published rate is not the one its printed parts give.
    """
    found = [(name, row, figure(rate, row)) for name, years in rows.items() for row in years]
    return pd.DataFrame(
        {
            "when": pd.Series([row["census"] for _, row, _ in found], dtype="datetime64[s]"),
            "series": pd.Series([name for name, _, _ in found], dtype="str"),
            "value": pd.Series([f.value for _, _, f in found], dtype="float64"),
            "text": pd.Series([str(f) for _, _, f in found], dtype="str"),
            "records": pd.Series([f.records for _, _, f in found], dtype="object"),
            "apart": pd.Series(
                [
                    f.value is not None and f.numerator is None and not isnan(row[rate.part])
                    for _, row, f in found
                ],
                dtype="bool",
            ),
        }
    )


def _mark(row: Row, field: str) -> str:
    """The mark printed instead of a number; "" where there is none."""
    mark = row[f"{field}_mark"]
    return mark if isinstance(mark, str) else ""
