"""The list of cases as a view sees it: every date's counts, and which of them it may show."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from measures.hra_cases import Tally, cases, tallies
from measures.small_numbers.disclosure import Band, band, limit_of
from measures.small_numbers.published_cases import Shown, published
from workstreams.hra_cases.columns import HRA_CASES, STEP
from workstreams.view import View


@dataclass(frozen=True)
class CaseList:
    """Every list of cases up to a view's date.

    ``made`` has one row a case and date (``measures.hra_cases.cases``), ``tallies`` the counts of
    each date, ``shown`` the names of the counts that a public copy shows at each date. ``limit``
    is the largest count that is hidden. ``since`` is the date of the list compared with.
    """

    made: pd.DataFrame
    tallies: tuple[Tally, ...]
    shown: tuple[Shown, ...]
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
        if cell not in self.shown[place]:
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
    return CaseList(
        made,
        counted,
        published(counted) if public else (),
        limit_of(view.settings.get("small_number")),
        public,
        earlier[-1] if earlier else None,
    )
