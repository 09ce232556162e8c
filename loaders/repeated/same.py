"""Records of two lists that are the same one: the same reference and words, however cased."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from loaders.declared import Table
from loaders.outcome import Reading

LONG_TITLE = 25
"""So long a title tells one record from others without a reference."""
_WORD = re.compile(r"\w+")
ALIKE = 85.0
"""Titles under one reference so alike, of 100, are the same one in other words."""


class Row(NamedTuple):
    """What tells a record from others: its reference, and its words or all that names it."""

    ref: str
    words: str


Rows = list[Row]
Place = tuple[int, int]
"""A list, by its number, and the record's place in it."""


def rows_of(table: Table, readings: Sequence[Reading]) -> dict[str, Rows]:
    """The records of a table by sheet, in the order they were read."""
    out: dict[str, Rows] = {}
    for reading in readings:
        out.setdefault(reading.sheet, []).extend(rows(table, reading))
    return out


def rows(table: Table, reading: Reading) -> Rows:
    """One row a record of the reading's frame."""
    main = next((column.field for column in table.columns if column.main), "")
    named = [main] if table.unique and main else list(table.listing.named_by)
    words = _plain(reading, named)
    refs = _plain(reading, [table.unique]) if table.unique else words
    return [Row(ref, own) for ref, own in zip(refs, words, strict=True)]


class Known:
    """Records met so far, by which another that is the same as one of them is found.

    Without a reference, words of fewer letters than ``least`` tell no record from another.
    """

    def __init__(self, least: int = LONG_TITLE) -> None:
        self._least = least
        self._exact: dict[Row, Place] = {}
        self._by_ref: dict[str, list[tuple[str, Place]]] = {}

    def add(self, row: Row, place: Place) -> None:
        """Keep a record; of two that are the same, the first."""
        self._exact.setdefault(row, place)
        if row.ref:
            self._by_ref.setdefault(row.ref, []).append((row.words, place))

    def where(self, row: Row) -> Place | None:
        """The place of the same record; None where there is none yet."""
        if row in self._exact and (row.ref or len(row.words) >= self._least):
            return self._exact[row]
        for words, place in self._by_ref.get(row.ref, ()):
            if fuzz.token_set_ratio(row.words, words) >= ALIKE:
                return place
        return None


def _plain(reading: Reading, fields: Sequence[str]) -> list[str]:
    """The words of some fields of each record, without case and signs."""
    frame = reading.frame[list(fields)].astype("str").fillna("")
    lines = (" ".join(one) for one in frame.itertuples(index=False))
    return [" ".join(_WORD.findall(line.casefold())) for line in lines]
