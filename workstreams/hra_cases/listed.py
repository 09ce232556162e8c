"""The list of cases as a view sees it: every date's counts, and which of them it may show."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from measures.hra_cases import Tally, cases, payments, tallies
from measures.small_numbers.disclosure import Band, band, limit_of
from measures.small_numbers.in_print import InPrint
from measures.small_numbers.published_cases import published
from measures.small_numbers.totals import Released, released_total
from workstreams.hra_cases.columns import HRA_CASES, STEP
from workstreams.view import View

LISTS = "lists"
PAID = "paid"
"""What is kept of a public copy: what it said of each list, and what its total paid is made of."""


@dataclass(frozen=True)
class CaseList:
    """Every list of cases up to a view's date.

    ``made`` has one row a case and date (``measures.hra_cases.cases``), ``tallies`` the counts of
    each date, ``said`` what a public copy says of each and ``released`` the latest total it gives
    of what was paid. ``limit`` is the largest count that is hidden. ``since`` is the date of the
    list compared with.
    """

    made: pd.DataFrame
    tallies: tuple[Tally, ...]
    said: tuple[InPrint, ...]
    released: Released | None
    limit: int
    public: bool
    since: date | None

    @property
    def now(self) -> pd.DataFrame:
        """The cases on the latest list."""
        return self.at(self.tallies[-1].when) if self.tallies else self.made

    @property
    def before(self) -> pd.DataFrame:
        """The cases on the list compared with; none where there is none."""
        return self.at(self.since) if self.since else self.made.iloc[0:0]

    @property
    def as_at(self) -> date:
        """The date of the latest list."""
        return self.tallies[-1].when

    @property
    def has_concluded(self) -> bool:
        """Whether any list may have held a concluded case, as far as this copy may tell."""
        if not self.public:
            return any(tally.concluded for tally in self.tallies)
        bands = [self.band(place, "learning_open") for place in range(len(self.tallies))]
        return any(within is None or within.high for within in bands)

    def at(self, when: date) -> pd.DataFrame:
        """The cases on the list of one date."""
        return self.made[self.made["as_at"] == pd.Timestamp(when)]

    def band(self, place: int, cell: str) -> Band | None:
        """What a public copy prints for a count at a place among the dates; None where left out."""
        if cell not in self.said[place].shown:
            return None
        return band(getattr(self.tallies[place], cell), self.limit)


def case_list(view: View) -> CaseList:
    """The list of cases behind every figure and chart of this workstream.

    A public copy always compares with the list just before, whatever date was chosen: counts
    between any two dates could be subtracted from each other. A members' copy compares with the
    date the view does. Made once a view.
    """
    return view.once("hra_cases: list", lambda: _made(view))


def _made(view: View) -> CaseList:
    made = cases(view.history[HRA_CASES.key], STEP)
    counted = tallies(made)
    public = view.audience == "public"
    earlier = [tally.when for tally in counted[:-1]]
    if not public and view.since is not None:
        earlier = [when for when in earlier if when <= view.since]
    limit = limit_of(view.settings.get("small_number"))
    before = [InPrint.of_plain(one) for one in _in_print(view, LISTS)]
    totals = [dict(one) for one in _in_print(view, PAID)]
    return CaseList(
        made,
        counted,
        published(counted, before) if public else (),
        released_total(payments(made), limit, totals) if public else None,
        limit,
        public,
        earlier[-1] if earlier else None,
    )


def said_in_print(view: View) -> dict[str, list[Any]]:
    """What the public copy of a view says of cases, to be kept; ``case_list`` reads it again."""
    listed = case_list(view)
    return {
        LISTS: [one.plain() for one in listed.said],
        PAID: [dict(listed.released.amounts)] if listed.released else [],
    }


def _in_print(view: View, of: str) -> list[Any]:
    """Each thing that public copies said before, once, oldest first."""
    every = [one for said in view.in_print.get(HRA_CASES.key, ()) for one in said[of]]
    return [one for place, one in enumerate(every) if one not in every[:place]]
