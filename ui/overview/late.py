"""The open actions that are late, and those that fall due before the next meeting."""

from dataclasses import dataclass

import pandas as pd

from workstreams.actions.book import book
from workstreams.actions.columns import ACTIONS
from workstreams.actions.listings import days, lengths, listing
from workstreams.view import View
from workstreams.wording import sentence

TIMES = {0: "Never", 1: "Once", 2: "Twice"}


@dataclass(frozen=True)
class Late:
    """Two tables of text cells, indexed by record id."""

    overdue: pd.DataFrame
    due_next: pd.DataFrame


def late(view: View) -> Late | None:
    """Overdue actions, the longest first; actions due by the next meeting, the soonest first.

    None where there are no actions.
    """
    if view.history[ACTIONS.key].empty:
        return None
    now = book(view).now
    position = now["date_position"]
    overdue = now[position == "overdue"].sort_values("days_overdue", ascending=False)
    soon = now[position == "due by next meeting"].sort_values("current_due")
    return Late(
        listing(overdue, _dates(overdue) | {"Late by": lengths(overdue["days_overdue"])}),
        listing(soon, _dates(soon)),
    )


def _dates(rows: pd.DataFrame) -> dict[str, list[str]]:
    return {
        "Due": days(rows["current_due"]),
        "Date moved": [TIMES.get(int(moves), f"{int(moves)} times") for moves in rows["moves"]],
        "Reported": [sentence(status) for status in rows["shown_status"]],
    }
