"""Rows that are in a file but were not read: they stand as they were last read, and are not gone.

A row that is hidden, struck out or stopped by an error says nothing new; but it is there. So the
record that it was at the snapshot before is carried on, in the row's place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from measures.following.keys import ref_key, wording_key
from measures.following.likeness import likeness

APART = 40
"""A row with an action's reference whose wording is less like it than this (0 to 100) is another
action under a number that was given again."""
ALIKE = 62
"""From this likeness on, a row without a known reference or wording is taken for an action."""
PLACES = 10_000_000
"""More than any sheet has rows."""


@dataclass(frozen=True)
class Unread:
    """A row that a snapshot's file holds and that was not read. ``row`` is as Excel shows it."""

    snapshot_id: int
    sheet: str
    row: int
    ref: str
    words: str


def carry(
    records: pd.DataFrame,
    unread: Sequence[Unread],
    dates: Mapping[int, np.datetime64],
    ref: str,
    words: str,
) -> pd.DataFrame:
    """A table's history with the records of unread rows carried on, in order of as-at date.

    ``records``, as ``View.history`` describes them, in order of ``as_at``; ``dates`` gives the
    as-at date of each snapshot that stands, ``ref`` and ``words`` the columns that tell a record.
    A row is the record of the latest snapshot before with the same wording, else with the same
    reference and not quite other words, else the one whose wording is likest; not where a row that
    was read is that record already. The ids of records that are carried on are below 0.
    """
    if not unread or records.empty:
        return records
    by_snapshot: dict[int, list[Unread]] = {}
    for one in unread:
        by_snapshot.setdefault(one.snapshot_id, []).append(one)
    refs = [ref_key(text) if isinstance(text, str) else "" for text in records[ref]]
    said = [wording_key(text) if isinstance(text, str) else "" for text in records[words]]
    places = records.groupby("snapshot_id", sort=False).indices
    known = _Known()
    source: list[int] = []
    marks: list[Unread] = []
    for snapshot_id in sorted(dates, key=lambda one: (dates[one], one)):
        here = places.get(snapshot_id, np.array([], dtype=np.int64))
        read_refs, read_words = {refs[at] for at in here}, {said[at] for at in here}
        carried = []
        for row in by_snapshot.get(snapshot_id, ()):
            at = known.find(ref_key(row.ref), wording_key(row.words), read_refs, read_words)
            if at is not None and at not in carried:
                carried.append(at)
                source.append(at)
                marks.append(row)
        known.seen([(int(at), refs[at], said[at]) for at in (*here, *carried)])
    if not source:
        return records
    added = records.iloc[source].copy()
    added["snapshot_id"] = [row.snapshot_id for row in marks]
    added["as_at"] = [dates[row.snapshot_id] for row in marks]
    added["sheet"] = [row.sheet for row in marks]
    added["row"] = [row.row for row in marks]
    added.index = pd.Index(
        [-(row.snapshot_id * PLACES + row.row) for row in marks], name=records.index.name
    )
    whole = pd.concat([records, added.astype(records.dtypes.to_dict())])
    return whole.sort_values(["as_at", "snapshot_id"], kind="stable")


class _Known:
    """Where each record was last, by its reference and by its wording."""

    def __init__(self) -> None:
        self._by_ref: dict[str, tuple[int, str]] = {}
        self._by_words: dict[str, tuple[int, str]] = {}

    def find(self, ref: str, words: str, refs: set[str], said: set[str]) -> int | None:
        """Position of the record that a row is; None where there is none, or it was read here."""
        if words and words in self._by_words:
            at, its_ref = self._by_words[words]
            read = words in said or (its_ref and its_ref in refs and its_ref != ref)
            return None if read else at
        if ref and ref in self._by_ref and ref not in refs:
            at, its_words = self._by_ref[ref]
            other = words and its_words and likeness(words, its_words) < APART
            return None if other or (its_words and its_words in said) else at
        return self._likest(words, refs, said)

    def _likest(self, words: str, refs: set[str], said: set[str]) -> int | None:
        """Position of the record not read here whose wording is likest; None where none is alike.

        A row reworded as it was hidden or struck out is that record, rather than a record gone.
        """
        away = {
            its_words: at
            for its_words, (at, its_ref) in self._by_words.items()
            if its_words not in said and not (its_ref and its_ref in refs)
        }
        scored = (
            [(likeness(words, its_words), at) for its_words, at in away.items()] if words else []
        )
        score, at = max(scored, default=(0.0, -1))
        return at if score >= ALIKE else None

    def seen(self, records: Sequence[tuple[int, str, str]]) -> None:
        """What a snapshot has: position, reference and wording of each record."""
        for at, ref, words in records:
            if ref:
                self._by_ref[ref] = (at, words)
            if words:
                self._by_words[words] = (at, ref)
