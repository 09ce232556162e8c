"""Human Rights Act cases: how many are open, new and concluded, how far they are and for how long.

Frames in are ``View.history`` frames of the cases table. Cases are told apart by their reference
within a snapshot; of a reference listed twice the last row counts.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd

CONCLUDED = ("concluded", "learning closed")
"""The stages at which a claim is over. A claim at any other stage is open."""

AGES = {
    "under_6": "Under 6 months",
    "from_6": "6 to 11 months",
    "from_12": "12 months or more",
    "no_date": "No date opened",
}
"""How long a case has been open: each band's name in code and on screen."""


class Tally(NamedTuple):
    """Every count of cases at one date that a page may show.

    ``open`` = ``before_issue`` + ``issued`` = the four ages. ``concluded`` = ``learning_closed`` +
    ``learning_open``. The last four compare with the list before and are 0 for the first list.
    """

    when: date
    open: int
    before_issue: int
    issued: int
    under_6: int
    from_6: int
    from_12: int
    no_date: int
    concluded: int
    learning_closed: int
    learning_open: int
    new: int
    newly_concluded: int
    dropped: int
    reopened: int

    @property
    def under_12(self) -> int:
        """Open cases that are not known to have been open for 12 months."""
        return self.open - self.from_12


def cases(records: pd.DataFrame, steps: Mapping[str, str]) -> pd.DataFrame:
    """One row a case and date, with what the counts need.

    Adds ``key`` (the reference, in lower case), ``concluded`` and ``learning_closed`` (bool),
    ``step`` (str, from ``steps``: stage to step) and ``age`` (str, a key of ``AGES``).
    """
    unnamed = "row " + records["row"].astype("str")
    key = records["case"].str.strip().str.lower().fillna(unnamed)
    made = records.assign(
        key=key,
        concluded=records["stage"].isin(CONCLUDED),
        learning_closed=records["stage"].eq("learning closed")
        | (records["learning_closed_date"].le(records["as_at"]) & records["stage"].isin(CONCLUDED)),
        step=records["stage"].map(dict(steps)).fillna("").astype("str"),
        age=_age(records["opened_date"], records["as_at"]),
    )
    return made.drop_duplicates(["as_at", "key"], keep="last")


def whole_months(since: pd.Series, until: pd.Series) -> pd.Series:
    """Whole calendar months from one date to another; missing where a date is."""
    months = (until.dt.year - since.dt.year) * 12 + until.dt.month - since.dt.month
    months = months - (until.dt.day < since.dt.day)
    return pd.Series(months.where(since.notna() & until.notna()))


def _age(opened: pd.Series, as_at: pd.Series) -> pd.Series:
    months = whole_months(opened, as_at).to_numpy(dtype="float64", na_value=np.nan)
    bands = np.select(
        [np.isnan(months), months < 6, months < 12], ["no_date", "under_6", "from_6"], "from_12"
    )
    return pd.Series(bands, index=opened.index, dtype="str")


def tallies(made: pd.DataFrame) -> tuple[Tally, ...]:
    """The counts of every date in a frame made by ``cases``, oldest first."""
    if made.empty:
        return ()
    dates = np.sort(made["as_at"].unique())
    rank = pd.Series(np.searchsorted(dates, made["as_at"]), index=made.index)
    frame = made.assign(rank=rank).sort_values(["key", "rank"])
    same = frame.groupby("key")
    # A case that left the list and came back counts as dropped, then as new.
    listed_before = same["rank"].shift() == frame["rank"] - 1
    listed_after = same["rank"].shift(-1) == frame["rank"] + 1
    was_concluded = listed_before & same["concluded"].shift(fill_value=False).astype(bool)
    first = frame["rank"] == 0
    last = frame["rank"] == len(dates) - 1
    opened, done = ~frame["concluded"], frame["concluded"]
    flags = pd.DataFrame(
        {
            "open": opened,
            "before_issue": opened & frame["step"].eq("before issue"),
            "issued": opened & frame["step"].eq("issued"),
            **{age: opened & frame["age"].eq(age) for age in AGES},
            "concluded": done,
            "learning_closed": done & frame["learning_closed"],
            "learning_open": done & ~frame["learning_closed"],
            "new": ~listed_before & ~first,
            "newly_concluded": done & ~was_concluded & ~first,
            "dropped": ~listed_after & ~last,
            "reopened": opened & was_concluded,
        }
    )
    counts = flags.groupby(frame["rank"]).sum()
    # What is missing from the next list was dropped at the next date.
    counts["dropped"] = counts["dropped"].shift(fill_value=0)
    return tuple(
        Tally(pd.Timestamp(when).date(), *(int(n) for n in row))
        for when, row in zip(dates, counts[list(Tally._fields[1:])].to_numpy(), strict=True)
    )


def payments(made: pd.DataFrame) -> list[tuple[date, dict[str, float]]]:
    """What has been paid so far by case, at every date of a frame made by ``cases``."""
    return [
        (
            pd.Timestamp(str(when)).date(),
            dict(zip(group["key"], group["paid"].astype(float), strict=True)),
        )
        for when, group in made[made["paid"].notna()].groupby("as_at")
    ]
