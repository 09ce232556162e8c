"""What a plan's own words mean where a column holds one of some words: as an officer said."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from loaders.cells.readers import shown, value_of
from loaders.columns.profile import Profile
from loaders.declared import Kind, Table
from loaders.personal.signs import sign_of_a_person

LONGEST = 40
"""A longer text tells how things stand, and is no word of a column's own."""
MOST = 40
"""More different words than this are no key: those that repeat are asked about."""
_PARTS = re.compile(r"[()\[\],;/–—-]+")


def key(field: str, typed: str) -> str:
    """What one word of a field is kept under in ``Choices.words``, without case and spaces."""
    return f"{field}: {_folded(typed)}"


def said(table: Table, meanings: Mapping[str, str]) -> Table:
    """The table whose columns also read the words that somebody said the meaning of."""
    if not meanings:
        return table
    columns = tuple(
        replace(column, kind=replace(column.kind, read=partial(_meant, column.kind, own)))
        if (own := _of(column.field, meanings, column.kind))
        else column
        for column in table.columns
    )
    return replace(table, columns=columns)


def asked(table: Table, cells: Mapping[str, Sequence[object]]) -> dict[str, dict[str, int]]:
    """For each field with words of its own, the file's words that are none of them, with how many
    rows hold each. The status is not among them: its words are asked about with the colours.
    """
    found = {}
    for column in table.columns:
        typed = cells.get(column.field)
        if typed is None or not column.kind.words or column.field in _statuses(table):
            continue
        unread = Counter(
            " ".join(cell.split())
            for cell in typed
            if isinstance(cell, str) and 0 < len(cell.strip()) <= LONGEST
        )
        own = {
            word: times
            for word, times in unread.items()
            # A name or a number of somebody is no word of a plan's own, and is shown to nobody.
            if not Profile.reads(column.kind.read, word) and not sign_of_a_person(word)
        }
        if len(own) > MOST:
            own = {word: times for word, times in own.items() if times > 1}
        if own:
            found[column.field] = dict(sorted(own.items(), key=lambda one: -one[1]))
    return found


def proposed(kind: Kind, typed: str) -> str:
    """What a word most likely means, told by its parts: what stands in brackets is more exact."""
    parts = [part.strip() for part in _PARTS.split(typed) if part.strip()]
    for part in reversed(parts):
        value = value_of(kind.read, part)
        if value is not None:
            return str(value)
    return ""


def _statuses(table: Table) -> set[str]:
    return {table.colour, table.colour_means} - {""}


def _of(field: str, meanings: Mapping[str, str], kind: Kind) -> dict[str, str]:
    """What was said of one field's words, as far as the field still has those values."""
    begins = key(field, "")
    return {
        word.removeprefix(begins): value
        for word, value in meanings.items()
        if word.startswith(begins) and value in kind.words
    }


def _meant(kind: Kind, own: Mapping[str, str], value: Any) -> Any:
    """A cell as an officer said that its word is read; any other as the field reads it."""
    meaning = own.get(_folded(shown(value)))
    return kind.read(value) if meaning is None else meaning


def _folded(typed: str) -> str:
    return " ".join(typed.casefold().split())
