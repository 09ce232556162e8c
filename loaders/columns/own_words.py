"""The words that a file itself uses where a column holds one of some words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from loaders.cells.readers import shown
from loaders.declared import Table

LONGEST = 40
"""A longer text tells more than the word it begins with, and is not how a plan calls it."""
MOST = 8
"""Words kept for one value."""


def of(
    table: Table, cells: Mapping[str, Sequence[object]], clean: Mapping[str, Sequence[Any]]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each field with words of its own, what its cells say for each value.

    ``clean`` holds the values that the cells were read as, in the same order. The most
    frequent come first; of two that are said as often, the first in the file. Some are kept.
    """
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for column in table.columns:
        typed = cells.get(column.field)
        if typed is None or not column.kind.words:
            continue
        said: dict[str, Counter[str]] = {}
        alike = Counter(zip(map(type, typed), typed, clean[column.field], strict=True))
        for (_, cell, value), times in alike.items():
            words = " ".join(shown(cell).split()) if cell is not None else ""
            if value is not None and 0 < len(words) <= LONGEST:
                said.setdefault(str(value), Counter())[words] += times
        if said:
            found[column.field] = {
                value: tuple(word for word, _ in words.most_common(MOST))
                for value, words in said.items()
            }
    return found
