"""The figures of Human Rights Act cases: exact for members, in bands for the public."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from measures.figures import Better, Figure, count, missing
from measures.small_numbers.disclosure import banded, not_given
from workstreams.hra_cases.columns import HRA_CASES
from workstreams.hra_cases.listed import CaseList, case_list
from workstreams.view import View

NO_LIST = "no list of cases has been uploaded"
NO_EARLIER = "there is no earlier list to compare with"


Named = Callable[[View, str, Better], Figure]
"""A figure of a view, by its name and by which way it should move."""


def standing(cell: str, which: Callable[[pd.DataFrame], pd.Series]) -> Named:
    """A count of the cases now on the list. ``which`` picks them; ``cell`` names the count."""

    def figure(view: View, name: str, better: Better) -> Figure:
        listed = case_list(view)
        if not listed.tallies:
            return missing(name, "count", NO_LIST, view.as_at)
        return _told(listed, cell, _count(name, listed.now, which(listed.now), listed, better))

    return figure


def moving(cell: str, which: Callable[[CaseList], pd.DataFrame]) -> Named:
    """A count of what changed since the list compared with. ``which`` gives the cases."""

    def figure(view: View, name: str, better: Better) -> Figure:
        listed = case_list(view)
        if not listed.tallies:
            return missing(name, "count", NO_LIST, view.as_at)
        if listed.since is None:
            return missing(name, "count", NO_EARLIER, listed.as_at)
        found = which(listed)
        return _told(listed, cell, count(name, found.index, listed.as_at, better))

    return figure


def _count(
    name: str, frame: pd.DataFrame, chosen: pd.Series, listed: CaseList, better: Better
) -> Figure:
    return count(name, frame.index[chosen.astype(bool)], listed.as_at, better)


def _told(listed: CaseList, cell: str, figure: Figure) -> Figure:
    """The figure as this copy may show it."""
    if not listed.public:
        return figure
    return banded(figure, cell in listed.said[-1].shown, listed.limit)


def new(listed: CaseList) -> pd.DataFrame:
    """Cases on the latest list that were not on the one compared with."""
    return listed.now[~listed.now["key"].isin(listed.before["key"])]


def newly_concluded(listed: CaseList) -> pd.DataFrame:
    """Cases concluded now that were not concluded on the list compared with."""
    over = listed.before.loc[listed.before["concluded"], "key"]
    return listed.now[listed.now["concluded"] & ~listed.now["key"].isin(over)]


def dropped(listed: CaseList) -> pd.DataFrame:
    """Cases on the list compared with that are no longer listed."""
    return listed.before[~listed.before["key"].isin(listed.now["key"])]


def paid(view: View, name: str, better: Better) -> Figure:
    """What has been paid in all; in public only once the total covers enough cases."""
    listed = case_list(view)
    if not listed.tallies:
        return missing(name, "pounds", NO_LIST, view.as_at)
    amounts = listed.now["paid"].dropna()
    amounts = amounts[amounts > 0]
    if listed.released is not None:
        return Figure(name, listed.released.total, "pounds", listed.released.when)
    if amounts.empty:
        return missing(name, "pounds", "no payments are on the list", listed.as_at)
    figure = Figure(
        name, float(amounts.sum()), "pounds", listed.as_at, records=tuple(amounts.index)
    )
    if listed.public:
        why = "left out, because a total would give single payments away"
        return replace(not_given(figure), why_missing=why)
    return figure


def linked(view: View, name: str, better: Better) -> Figure:
    """Concluded cases whose learning names a plan action; never in public."""
    listed = case_list(view)
    if not listed.tallies:
        return missing(name, "count", NO_LIST, view.as_at)
    if not view.reports(HRA_CASES.key, "learning_action"):
        why = "no list of cases has a column for the plan action from learning"
        return missing(name, "count", why, view.as_at)
    tied = listed.now["concluded"] & listed.now["learning_action"].notna()
    figure = _count(name, listed.now, tied, listed, better)
    return not_given(figure) if listed.public else figure
