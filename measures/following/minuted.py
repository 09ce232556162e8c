"""What officers kept from minutes, beside the rows of a plan's files until a file brings it.

An action that the committee asked for stands from the day it is kept. Once a later file has a row
that is it, in its own words, in much the same words or under its reference, the two are one: the
file's row stands, and the action's life goes on in it.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from measures.following.carried import ALIKE, APART, PLACES
from measures.following.keys import ref_key, wording_key
from measures.following.likeness import likeness

FIRST = 5_000_000
"""Within what is below 0, ids of kept items end in this or more: no sheet has so many rows."""

Known = tuple[str, str]
"""A row as it is compared: its reference and its wording."""


def is_minuted(record_ids: pd.Index | pd.Series) -> pd.Series:
    """Which records come from minutes and not from a file, by their ids."""
    ids = record_ids.to_numpy()
    own = (ids < 0) & (-ids % PLACES >= FIRST)
    return pd.Series(own, index=getattr(record_ids, "index", record_ids))


def beside(
    records: pd.DataFrame,
    kept: pd.DataFrame,
    since: Mapping[int, np.datetime64],
    dates: Mapping[int, np.datetime64],
    every: Sequence[np.datetime64],
    known_by: tuple[str, str],
) -> pd.DataFrame:
    """A table's history with what was kept from minutes, in order of as-at date.

    ``records`` are as ``View.history`` describes them, ``kept`` has the same columns, indexed by
    each item's own number. ``since`` gives for each number the as-at date of the file that it was
    kept beside, ``dates`` the as-at date of each snapshot of ``records``, ``every`` those of all
    the plan's snapshots, also later ones. ``known_by`` are the columns of reference and wording.
    """
    if kept.empty or not dates:
        return records
    # Of several files of one day the last bears the item: it stands once a day.
    bearers = {dates[one]: one for one in sorted(dates, key=lambda one: (dates[one], one))}
    days = list(bearers)
    rows = {day: _Rows(records[records["as_at"] == day], known_by) for day in days}
    added = []
    for number, own in zip(kept.index, _known(kept, *known_by), strict=True):
        start = _start(since[number], every)
        shown = [day for day in days if day >= start]
        # What was kept before any file stood, an officer saw beside none.
        looked = bool(shown) and since[number] >= min(every)
        stood: list[np.datetime64] = []
        source = rows[shown[0]].first_source if shown else 0
        for at, day in enumerate(shown):
            # Beside the first an officer has looked: what is alike there is another.
            before = rows[shown[at - 1]].all if at else []
            brought = rows[day].brings(own, before) if at or not looked else None
            if brought is not None:
                source = brought
                break
            stood.append(day)
        added += [(number, day, source) for day in stood]
    if not added:
        return records
    more = kept.loc[[number for number, _, _ in added]].copy()
    more["snapshot_id"] = [bearers[day] for _, day, _ in added]
    more["as_at"] = [day for _, day, _ in added]
    if "source_id" in records:
        more["source_id"] = [source for *_, source in added]
    ids = [-(bearers[day] * PLACES + FIRST + number % FIRST) for number, day, _ in added]
    more.index = pd.Index(ids, name=records.index.name)
    columns = list(records.columns)
    whole = pd.concat([records, more[columns].astype(records.dtypes.to_dict())])
    return whole.sort_values("as_at", kind="stable")


class _Rows:
    """What stands on one date: the rows of each source, as they are compared."""

    def __init__(self, records: pd.DataFrame, known_by: tuple[str, str]) -> None:
        known = _known(records, *known_by)
        sources = records["source_id"].to_list() if "source_id" in records else [0] * len(records)
        self.all = known
        self.by_source: dict[int, list[Known]] = {}
        for source, row in zip(sources, known, strict=True):
            self.by_source.setdefault(int(source), []).append(row)

    @property
    def first_source(self) -> int:
        """The source that was added first, to which what no file brings is put."""
        return min(self.by_source, default=0)

    def brings(self, own: Known, before: Sequence[Known]) -> int | None:
        """The source whose file has the item now, where ``before`` stood; None where none has."""
        found = (
            source
            for source, rows in sorted(self.by_source.items())
            if _brought(own, rows, _fresh(rows, before))
        )
        return next(found, None)


def _start(since: np.datetime64, every: Sequence[np.datetime64]) -> np.datetime64:
    """From which snapshot on an item stands: that it was kept beside, or what is left of those."""
    earlier = [when for when in every if when <= since]
    return max(earlier) if earlier else min(every, default=since)


def outstanding(
    kept: pd.DataFrame, read: pd.DataFrame, stood: pd.DataFrame, known_by: tuple[str, str]
) -> pd.DataFrame:
    """Those of the items ``kept`` that a file with the rows ``read`` does not bring.

    ``stood`` are the rows before it. All have the columns ``known_by``.
    """
    ref, words = known_by
    rows = _known(read, ref, words)
    fresh = _fresh(rows, _known(stood, ref, words))
    left = [not _brought(own, rows, fresh) for own in _known(kept, ref, words)]
    return kept[np.array(left, dtype=bool)]


def _known(rows: pd.DataFrame, ref: str, words: str) -> list[Known]:
    return [
        (ref_key(a) if isinstance(a, str) else "", wording_key(b) if isinstance(b, str) else "")
        for a, b in zip(rows[ref], rows[words], strict=True)
    ]


def _fresh(rows: Sequence[Known], before: Sequence[Known]) -> list[Known]:
    """The rows that were not there before under this reference and wording."""
    old = set(before)
    return [row for row in rows if row not in old]


def _brought(own: Known, rows: Sequence[Known], fresh: Sequence[Known]) -> bool:
    """Whether a file has a row that is the item: by its words, or newly under its reference."""
    ref, words = own
    if any(words and words == its_words for _, its_words in rows):
        return True
    return any(
        took_up(likeness(words, its_words), bool(ref) and ref == its_ref)
        for its_ref, its_words in fresh
    )


def took_up(score: float, same_ref: bool) -> bool:
    """Whether a new row so much like an item (0 to 100) is the item, whose life goes on in it."""
    return score >= (APART if same_ref else ALIKE)
