"""Where what is said of an action disagrees with its dates, its evidence or its history."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from measures.following.keys import wording_key
from measures.following.lives import Lives

COLOURS = {"g": "green", "a": "amber", "r": "red", "b": "blue", "y": "amber", "yellow": "amber"}


def colour(rag: object) -> str:
    """The colour a cell names: "G", "Green" and "green (on track)" are green; "" where none is."""
    words = re.findall(r"[a-z]+", rag.casefold()) if isinstance(rag, str) else []
    first = words[0] if words else ""
    return COLOURS.get(first, first if first in COLOURS.values() or first == "red" else "")


def disagreements(
    lives: Lives,
    now: pd.DataFrame,
    since: pd.Timestamp | None,
    left: Iterable[str] = (),
    amber_at: Sequence[int] = (),
) -> pd.DataFrame:
    """Every disagreement, one row each: ``life``, ``record_id``, ``rule`` and ``days``.

    ``now`` is the result of ``standing.positions``; ``since`` the date compared with; ``left`` the
    owners who have left, as the file names them; ``amber_at`` the snapshots, by number, in all of
    which an action has to be amber (``periods.stood_at``); none of them, and nothing is. ``days``
    is how long overdue, where that matters. The rules, in order:

    - "green and overdue": reported green, and the current due date has passed
    - "complete without evidence": reported complete, nothing given that shows it
    - "reopened": once complete or withdrawn, now open
    - "amber with no move": amber in each of those snapshots, same status, same due date
    - "update unchanged": open and listed, and its update says the same as at the date compared with
    - "owner has left": open, and its owner is marked as left
    - "status better than percentage": complete below 100%, or in progress at 0%
    """
    rag = now["rag"].map(colour)
    gone = {wording_key(name) for name in left}
    owners = now["owner"].fillna("").map(wording_key)
    status, percent = now["reported_status"], now["percent_complete"]
    unchanged = pd.Series(False, index=now.index)
    if since is not None:
        unchanged = (
            now["open"]
            & now["listed"]
            & (now["updated_at"] <= since)
            & (now["first_seen"] <= since)
        )
    rules = {
        "green and overdue": (rag == "green") & (now["date_position"] == "overdue"),
        "complete without evidence": now["evidence_position"] == "claimed",
        "reopened": now["open"] & (now["reopenings"] > 0),
        "amber with no move": now["open"] & now["listed"] & _amber(lives, now, amber_at),
        "update unchanged": unchanged,
        "owner has left": now["open"] & owners.isin(gone),
        "status better than percentage": ((status == "complete") & (percent < 1))
        | ((status == "in progress") & (percent == 0)),
    }
    found = [
        pd.DataFrame(
            {
                "life": now.index[chosen],
                "record_id": now.loc[chosen, "record_id"].to_numpy(),
                "rule": rule,
                "days": now.loc[chosen, "days_overdue"].to_numpy(),
            }
        )
        for rule, chosen in rules.items()
    ]
    return pd.concat(found, ignore_index=True)


def _amber(lives: Lives, now: pd.DataFrame, steps: Sequence[int]) -> pd.Series:
    """Amber in all of some snapshots, with the same status and due date in each of them."""
    if not steps or now.empty:
        return pd.Series(False, index=now.index)
    cells = np.ix_(now.index.to_numpy(), np.asarray(steps))
    listed = lives.listed[cells]
    records = lives.records[["rag", "status", "current_due"]].take(
        np.maximum(lives.last[cells], 0).ravel()
    )
    amber = (records["rag"].map(colour) == "amber").to_numpy().reshape(listed.shape)
    status = pd.factorize(records["status"])[0].reshape(listed.shape)
    due = records["current_due"].to_numpy().reshape(listed.shape)
    same_due = (due == due[:, :1]) | (np.isnat(due) & np.isnat(due[:, :1]))
    still = amber & (status == status[:, :1]) & same_due
    return pd.Series((listed & still).all(axis=1), index=now.index)
