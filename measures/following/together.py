"""Records of a plan's sources beside one another: at any date, the latest of each up to then.

A source is one of the files that a plan is kept in. Where two of them hold records of one table,
each date on which either of them came has the records of both: those of the other stand again, as
they were in its last file. A record that stands again has an id of its own, told by the record's.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from measures.following.carried import PLACES

SPAN = PLACES * 2**17
"""Ids of records lie below this; one that stands again for the n-th time has n times this more."""


def originals(record_ids: pd.Index | pd.Series) -> pd.Index:
    """The ids of the records as their own file had them."""
    ids = record_ids.to_numpy(dtype=np.int64)
    own: pd.Index = pd.Index(np.sign(ids) * (np.abs(ids) % SPAN), name=record_ids.name)
    return own


def original_pairs(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of record ids, each as its own file had it."""
    pairs = list(pairs)
    was, now = (originals(pd.Index([pair[at] for pair in pairs], dtype="int64")) for at in (0, 1))
    return list(zip(was.to_list(), now.to_list(), strict=True))


def stands_again(record_ids: pd.Index | pd.Series) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Which records stand at the date of another source's file, by their ids."""
    return np.abs(record_ids.to_numpy(dtype=np.int64)) >= SPAN


def together(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """One table's history over all sources, in order of as-at date, then of ``parts``.

    Each part is the history of one source as ``View.history`` describes it, in order of ``as_at``.
    Comes out with the same columns: every record at the date of its file, and again at each later
    date of another source until the next file of its own.
    """
    if len(parts) == 1:
        return parts[0]
    dates = np.unique(np.concatenate([part["as_at"].to_numpy() for part in parts]))
    found = []
    for part in parts:
        own = part["as_at"].to_numpy()
        first = np.searchsorted(own, dates, side="left")
        last = np.searchsorted(own, dates, side="right")
        found.append(part)
        start, times = -1, 0
        for at, when in enumerate(dates):
            if last[at] > first[at]:
                start, times = at, 0
            elif start >= 0:
                times += 1
                found.append(_again(part.iloc[first[start] : last[start]], when, times))
    return pd.concat(found).sort_values("as_at", kind="stable")


def _again(records: pd.DataFrame, when: np.datetime64, times: int) -> pd.DataFrame:
    ids = records.index.to_numpy()
    index = pd.Index(ids + np.where(ids < 0, -1, 1) * times * SPAN, name=records.index.name)
    return records.assign(as_at=np.full(len(records), when)).set_axis(index, axis=0)
