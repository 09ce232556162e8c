"""The Department for Education's children's social work workforce figures, by its own formulas.

``workforce`` is a frame of the published rows: one an area and year, indexed by record id. Where a
number is marked (c, u, x, z, low) it is missing, with the mark's meaning as the reason.
Source of the formulas: Children's social work workforce, methodology and data guidance.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from measures.figures import MARKS, Better, Figure, Unit, missing

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
AGENCY_COVERING = Rate(
    "agency_cover_rate",
    "Agency staff covering vacancies",
    "agency_cover_fte",
    ("agency_fte",),
    better="neutral",
)
VACANCIES_COVERED = Rate(
    "vacancy_agency_cover_rate",
    "Vacancies covered by agency staff",
    "agency_cover_fte",
    ("vacancy_fte",),
    better="neutral",
)
CASELOAD = Rate("caseload", "Average caseload", "cases", ("case_holders_fte",), "cases")
RATES = (VACANCY, AGENCY, TURNOVER, AGENCY_COVERING, VACANCIES_COVERED, CASELOAD)


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


def of_place(workforce: pd.DataFrame, name: str) -> pd.DataFrame:
    """One area's rows in order of census, with the column ``census`` added."""
    rows = workforce[place(workforce).eq(name).fillna(False)]
    return rows.assign(census=census(rows)).dropna(subset="census").sort_values("census")


def by_formula(rate: Rate, workforce: pd.DataFrame) -> pd.Series:
    """A rate from the FTE columns, as published (percentages out of 100), unrounded.

    Missing where a column it needs is, and where there is nothing to divide by.
    """
    whole = workforce[list(rate.whole)].sum(axis="columns", skipna=False)
    return workforce[rate.part] / whole.mask(whole == 0) * rate.scale


def figure(rate: Rate, row: pd.Series) -> Figure:
    """One area's rate in one year: as published, or by formula where only the parts are given.

    The parts stand beside it only where they give it: the rate of a region or of England leaves
    out the authorities whose part is marked, while the printed parts hold an estimate for them.
    """
    when: date = row["census"].date()
    part, whole = row[rate.part], row[list(rate.whole)].sum(skipna=False)
    value = row[rate.field] / rate.scale
    if pd.isna(value):
        mark = row[f"{rate.field}_mark"]
        if not pd.isna(mark):
            return missing(rate.name, rate.unit, MARKS.get(mark, "not published"), when, mark)
        if pd.isna(part) or pd.isna(whole) or not whole:
            return missing(rate.name, rate.unit, "not in the table", when)
        value = part / whole
    behind = (int(row.name),)  # type: ignore[call-overload]
    found = Figure(rate.name, float(value), rate.unit, when, records=behind, better=rate.better)
    if pd.isna(part) or pd.isna(whole) or not whole:
        return found
    if abs(part / whole - value) * rate.scale > AS_PRINTED:
        return found
    return replace(found, numerator=float(part), denominator=float(whole))


def number(name: str, row: pd.Series, field: str, better: Better = "neutral") -> Figure:
    """One published FTE number of one area in one year."""
    when: date = row["census"].date()
    if pd.isna(row[field]):
        mark = "" if pd.isna(row[f"{field}_mark"]) else str(row[f"{field}_mark"])
        return missing(name, "fte", MARKS.get(mark, "not in the table"), when, mark)
    behind = (int(row.name),)  # type: ignore[call-overload]
    return Figure(name, float(row[field]), "fte", when, records=behind, better=better)


def uncovered(row: pd.Series, name: str = "Uncovered gap") -> Figure:
    """Vacancies (FTE) less the agency staff covering them."""
    vacant, covering = (number(name, row, f) for f in ("vacancy_fte", "agency_cover_fte"))
    for found in (vacant, covering):
        if found.value is None:
            return found
    gap = float(row["vacancy_fte"] - row["agency_cover_fte"])
    if gap < 0:
        why = "more agency staff are said to cover vacancies than there are vacancies"
        return missing(name, "fte", why, vacant.as_at)
    return Figure(name, gap, "fte", vacant.as_at, records=vacant.records, better="lower")


def series(rate: Rate, workforce: pd.DataFrame, places: Mapping[str, str]) -> pd.DataFrame:
    """A rate over the years for several areas, tidy.

    Columns ``when``, ``series``, ``value``, ``text`` and ``records``.
    ``places`` maps an area's name in the table to its name on screen.
    """
    rows = [
        (when, shown, found.value, str(found), found.records)
        for name, shown in places.items()
        for when, found in (
            (row["census"], figure(rate, row)) for _, row in of_place(workforce, name).iterrows()
        )
    ]
    frame = pd.DataFrame(rows, columns=["when", "series", "value", "text", "records"])
    return frame.astype({"value": "float64", "series": "str", "text": "str"})
