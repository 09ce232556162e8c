"""Completion over time against what was planned: the burn-up, its two planned paths and the gap."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from measures.following.lives import Lives
from measures.following.standing import Standing


def over_time(lives: Lives, stand: Standing) -> pd.DataFrame:
    """How many actions stood where at each snapshot, one row a snapshot, oldest first.

    Columns: ``when``; ``in_scope``, ``open``, ``complete`` (claimed or better), ``evidenced`` (or
    better), ``accepted``, ``overdue``, ``dropped`` (so far), ``gone`` (open, but no longer listed);
    ``by_first``, ``by_current``: actions in scope due by then, by first and by current due date;
    ``added``: actions seen for the first time.
    """
    records, last = lives.records, np.maximum(lives.last, 0)
    columns = {
        name: getattr(stand, name).sum(axis=0)
        for name in ("in_scope", "open", "complete", "evidenced", "accepted", "overdue", "dropped")
    }
    return pd.DataFrame(
        {
            "when": stand.when,
            **columns,
            "gone": (stand.open & ~stand.listed).sum(axis=0),
            "by_first": _due(records["first_due"], last, stand),
            "by_current": _due(records["current_due"], last, stand),
            "added": np.diff(stand.known.sum(axis=0), prepend=0),
        }
    )


def _due(dates: pd.Series, last: NDArray[np.int64], stand: Standing) -> NDArray[np.int64]:
    due = dates.to_numpy()[last] if len(dates) else np.zeros(last.shape, dtype="datetime64[s]")
    found: NDArray[np.int64] = (stand.in_scope & (due <= stand.when)).sum(axis=0)
    return found


def planned_path(actions: pd.DataFrame, column: str) -> pd.DataFrame:
    """How many actions in scope are to be done by each date: ``when``, ``value``.

    ``column`` is "first_due" or "current_due"; actions without a date are not in it.
    """
    due = actions.loc[actions["in_scope"], column].dropna().sort_values()
    steps = due.value_counts().sort_index().cumsum()
    return pd.DataFrame({"when": steps.index, "value": steps.to_numpy(dtype="float64")})


@dataclass(frozen=True)
class Gap:
    """How far behind the first plan the work is.

    ``done`` actions are complete. By first due dates that many were due by ``planned_for``; the
    gap is the days from then to the as-at date, negative when ahead.
    """

    done: int
    planned_for: date | None
    days: int | None
    why_missing: str = ""


def behind(actions: pd.DataFrame, as_at: date) -> Gap:
    """Days between the date by which this many were first due, and today.

    Where one more than are complete was not yet due, the work is not behind: the gap is 0.
    """
    done = int((actions["complete"] & actions["first_due"].notna()).sum())
    path = planned_path(actions, "first_due")
    if path.empty:
        return Gap(done, None, None, "no action has a due date")
    later = path[path["value"] > done]
    if later.empty:
        return Gap(done, None, 0)
    # The plan asked for one more than are complete on this day.
    day = later["when"].iloc[0].date()
    return Gap(done, day, max((as_at - day).days, 0))


@dataclass(frozen=True)
class OneDay:
    """A single due date that many open actions share."""

    when: date
    actions: int
    of: int
    records: tuple[int, ...]


def all_on_one_day(actions: pd.DataFrame, in_ten: int, few: int = 4) -> OneDay | None:
    """The due date that at least so many in ten open actions share, if four or more do."""
    dated = actions[actions["open"] & actions["current_due"].notna()]
    if dated.empty:
        return None
    days = dated["current_due"].value_counts()
    day, how_many = days[days == days.max()].index.min(), int(days.max())
    if how_many < few or 10 * how_many < in_ten * len(dated):
        return None
    rows = dated[dated["current_due"] == day]
    return OneDay(day.date(), how_many, len(dated), tuple(rows["record_id"].astype(int)))
