"""What a public copy says of cases in words: counts in bands, how they compare, and why no more."""

from collections.abc import Sequence

import pandas as pd

from measures.small_numbers.disclosure import NOT_GIVEN, Band
from measures.small_numbers.published_cases import CHANGES
from workstreams.asking import BLANK
from workstreams.hra_cases import wording
from workstreams.hra_cases.listed import CaseList, case_list
from workstreams.sections import Section
from workstreams.view import View
from workstreams.wording import short_day

COUNTS = {
    "open": "Cases open",
    "before_issue": "Before issue",
    "issued": "Issued",
    "under_12": "Open under 12 months",
    "from_12": "Open 12 months or more",
    "new": "New cases",
    "newly_concluded": "Cases concluded",
    "reopened": "Reopened",
    "dropped": "No longer listed",
    "learning_open": "Learning still open",
}
"""The counts that a public copy may speak of, in the order they are read."""
WHERE_SOME = ("before_issue", "issued", "under_12", "from_12", "reopened")
"""Counts that are listed only where there may be some."""
NONE = "none"
DATES = 8
"""Lists that stand side by side."""
WHY = (
    "Why no more is said: each case is about a child, and an exact number could tell people who "
    "know the family more than it has told them. So counts are given in bands, and one that would "
    "help to work out a smaller one is not given. Members see each case."
)


def now_and_before(view: View) -> Section | None:
    """The latest list beside the one before it; for the public only."""
    cases = case_list(view)
    if not cases.public or not cases.tallies:
        return None
    places = range(max(0, len(cases.tallies) - 2), len(cases.tallies))
    table = _table(cases, list(reversed(places)))
    if len(places) == 2:
        pairs = [(cases.band(-2, cell), cases.band(-1, cell)) for cell in _listed(cases, places)]
        told = [compared(*pair) for pair in pairs]
        table = table.assign(Compared=pd.Series(told, table.index, dtype="str"))
    said = (wording.steps(cases), wording.ages(cases)) if cases.tallies[-1].open else ()
    return Section(
        "What can be said of the cases?",
        (*(f"{one}." for one in said), WHY),
        table,
        "Human Rights Act cases in bands, on the latest list and the one before it.",
        for_everybody=True,
    )


def list_by_list(view: View) -> Section | None:
    """The same counts on each list; for the public only, where there are more lists than two."""
    cases = case_list(view)
    if not cases.public or len(cases.tallies) < 3:
        return None
    places = list(range(max(0, len(cases.tallies) - DATES), len(cases.tallies)))
    return Section(
        "",
        (),
        _table(cases, places),
        "Human Rights Act cases in bands, list by list.",
        for_everybody=True,
    )


def _table(cases: CaseList, places: Sequence[int]) -> pd.DataFrame:
    """Counts down, the dates of some lists across, each count in words."""
    listed = _listed(cases, places)
    columns = {
        short_day(cases.tallies[place].when): [_told(cases, place, cell) for cell in listed]
        for place in places
    }
    return pd.DataFrame({"Count": [COUNTS[cell] for cell in listed], **columns}, dtype="str")


def _listed(cases: CaseList, places: Sequence[int]) -> list[str]:
    """The counts that have a row: those of steps and the like only where there may be cases."""
    return [
        cell
        for cell in COUNTS
        if cell not in WHERE_SOME
        or any(_told(cases, place, cell) not in (NONE, BLANK) for place in places)
    ]


def _told(cases: CaseList, place: int, cell: str) -> str:
    """A count in a cell: "none", "6 to 10", or that it is not given; a dash on the first list."""
    if place == 0 and cell in CHANGES:
        return BLANK
    within = cases.band(place, cell)
    return within.words if within else NOT_GIVEN


def compared(before: Band | None, now: Band | None) -> str:
    """How two bands compare, as far as bands can."""
    if before is None or now is None:
        return BLANK
    if before == now:
        return "The same band" if now.high else "None on both"
    return "More" if now.low > before.low else "Fewer"
