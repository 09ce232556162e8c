"""Indicators that count children: what a public copy prints of their figures.

A count of 1 to the limit is told as such, and a larger one is rounded up to the end of its band
(6 to 10 is printed as 10), so that the same steps of five are printed here as for cases and two
dates cannot be subtracted. A share is printed as a whole percentage and without the two numbers it
comes from; it is left out where one of them, or what remains, is 1 to the limit, and where they
are not known, because a share such as 12.5% gives "1 of 8" back.

Source: Department for Education, "Characteristics of children in need", methodology, for the
limit; NHS England, "Disclosure control", for rounding instead of leaving out.
"""

import math
import re
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from measures.indicators import Counted, Series
from measures.small_numbers.disclosure import BAND_REASON, SMALLEST_LIMIT, band

FEW = "too few to show"
FEW_REASON = "hidden, because it comes from a count of 1 to {limit}"
UNKNOWN = "not shown"
UNKNOWN_REASON = (
    "left out of public copies, because the two numbers it comes from are not known and may be "
    "small counts of children"
)
ROUNDED = {"percent": "Shares are rounded to a whole per cent."}
"""What is said of released figures by their unit; of any other it is ``COUNTS_ROUNDED``."""
COUNTS_ROUNDED = "Counts are rounded up to the next {limit}."

_NOT_COUNTED = re.compile(
    r"\b(?:children|young people|famil(?:y|ies))(?:['’]?s)?['’]?"
    r"(?: and (?:families|young people)(?:['’]s?)?)? "
    r"(?:services?|social care|social work(?:ers?)?|workforce|teams?|legal|solicitors?"
    r"|directorate|department|homes? staff|residential staff)\b"
)
"""Where children are part of a name of a service, a team or a post."""
_WORDS: dict[Counted, re.Pattern[str]] = {
    "children": re.compile(
        r"\b(?:child|children|babies|baby|infants?|young (?:people|persons?)|teenagers?|pupils?"
        r"|youths?|care leavers?|unaccompanied|uasc|famil(?:y|ies)|parents?|mothers?|fathers?"
        r"|carers?|siblings?|looked after|in care|cared for|lac|cla|care proceedings"
        r"|proceedings|pre-proceedings|plo|section (?:17|20|31|47)|s\.?(?:17|20|31|47)"
        r"|human rights act|hra|court|care orders?|placements?|placed|adopt(?:ed|ions?|ers?)"
        r"|foster(?:ed|ing)?|special guardianship|sgos?|referrals?|re-referrals?"
        r"|strategy discussions?|conferences?|protection plans?|cp plans?|cin|missing episodes?"
        r"|return home interviews?|exclusions?|eh?cps?|health assessments?|dental checks?"
        r"|cases?|clients?|applicants?|victims?|complaints?)\b"
    ),
    "staff": re.compile(
        r"\b(?:staff|staffing|workers?|workforce|employees?|solicitors?|lawyers?|barristers?|paralegals?"
        r"|managers?|practitioners?|posts?|vacanc(?:y|ies)|vacant|agency|locums?|turnover"
        r"|leavers?|starters?|recruit(?:ed|ment)?|sickness|absence|fte|establishment|caseloads?"
        r"|supervisions?|appraisals?|trained|training|inductions?|retention|headcount)\b"
    ),
    "things": re.compile(
        r"\b(?:budgets?|spend(?:ing)?|costs?|savings?|invoices?|£|pounds|polic(?:y|ies)"
        r"|procedures?|templates?|meetings?|systems?|actions?|milestones?|recommendations?"
        r"|decisions?|councillors?|buildings?|website"
        r"|page views?|emails?|phone calls?|freedom of information|foi)\b"
    ),
}


def counted_in(name: str) -> Counted | None:
    """What an indicator counts, from the first word of its name that says so; None for unknown.

    A service, team or post that is named after children ("Children's social work vacancies") does
    not make it a count of children; children do, wherever they stand among words of staff
    ("Children seen by a social worker", "Staff per child").
    """
    words = _NOT_COUNTED.sub(" ", " ".join(name.casefold().split()))
    if _WORDS["children"].search(words):
        return "children"
    found = [(m.start(), kind) for kind, what in _WORDS.items() if (m := what.search(words))]
    return min(found)[1] if found else None


def guarded(series: Series, limit: int = SMALLEST_LIMIT) -> Series:
    """A series as a public copy gives it: the same periods, without an exact count of children.

    ``points`` keeps its columns; a figure that is withheld has no value, its words in ``mark`` and
    ``why``, and is True in ``withheld``. Days, pounds and averages are no counts and stay as they
    are.
    """
    if series.unit not in {"percent", "count", "number"}:
        return series
    given = _share if series.unit == "percent" else _count
    points = series.points
    told = [given(row, series, limit) for row in points.itertuples()]
    values = np.array([value for value, _, _ in told], dtype="float64")
    points = points.assign(
        value=values,
        mark=pd.Series([mark for _, mark, _ in told], index=points.index, dtype="str"),
        why=pd.Series([why for _, _, why in told], index=points.index, dtype="str"),
        numerator=np.nan,
        denominator=np.nan,
        withheld=points["value"].notna().to_numpy() & np.isnan(values),
    )
    rounded = ROUNDED.get(series.unit, COUNTS_ROUNDED.format(limit=limit))
    doubts = (*series.doubts, rounded) if points["value"].notna().any() else series.doubts
    return replace(series, points=points, doubts=doubts, guarded=True)


Told = tuple[float, str | None, str]
"""A value or NaN, its mark and why there is none."""


def _share(row: Any, series: Series, limit: int) -> Told:
    value, part, whole = float(row.value), float(row.numerator), float(row.denominator)
    if math.isnan(value):
        return value, _mark(row), str(row.why)
    if math.isnan(part) or math.isnan(whole):
        return math.nan, UNKNOWN, UNKNOWN_REASON
    if any(0 < abs(count) <= limit for count in (part, whole, whole - part)):
        return math.nan, FEW, FEW_REASON.format(limit=limit)
    return _whole_percent(value, series), None, ""


def _whole_percent(value: float, series: Series) -> float:
    """The nearest whole per cent that says the same of the target as the share itself."""
    near = math.floor(value * 100 + 0.5) / 100
    if series.met(near) == series.met(value):
        return near
    return near - 0.01 if near > value else near + 0.01


def _count(row: Any, series: Series, limit: int) -> Told:
    value = float(row.value)
    if math.isnan(value):
        return value, _mark(row), str(row.why)
    if value != round(value) or value < 0:
        return value, None, ""
    within = band(round(value), limit)
    if within.low == 1:
        return math.nan, within.words, FEW_REASON.format(limit=limit)
    # Where some numbers of the band meet the target and some miss it, no one number may stand
    # for them all.
    if series.met(within.low) != series.met(within.high):
        return math.nan, str(within), BAND_REASON
    return float(within.high), None, ""


def _mark(row: Any) -> str | None:
    mark = row.mark
    return None if pd.isna(mark) else str(mark)
