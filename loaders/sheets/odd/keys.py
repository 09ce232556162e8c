"""Keys: letters or colours and what they mean, one under the other, among a table's rows."""

import re
from functools import cached_property

from loaders.cells.readers import shown
from loaders.sheets.odd.body import COLOURS, LEAST_USUAL, Body, Verdict
from loaders.sheets.wording import bids

KEY = "a key to letters or colours"
_ONE_CELL = re.compile(
    rf"^\W*(?:{'|'.join(sorted(COLOURS, key=len, reverse=True))})\s*[:=–—-]+\s*\w", re.IGNORECASE
)
"""A letter or colour and its meaning in one cell: "RED: not started"."""
LONGEST = 80


class Keys:
    """The rows of one table that are a key."""

    def __init__(self, body: Body) -> None:
        self.body = body

    def verdict(self, place: int) -> Verdict | None:
        """Whether a row is part of a key.

        With records between them such rows are headings: "A  Workforce", "B  Cases".
        """
        if place in self._at_the_end:
            return Verdict(KEY)
        if place not in self._keyed or self.body.usual < LEAST_USUAL:
            return None
        own = self._filled.index(place)
        beside = {*self._filled[max(own - 1, 0) : own], *self._filled[own + 1 : own + 2]}
        if beside & self._keyed:
            return Verdict(KEY)
        # The rest of a key may stand below a gap, where the table has ended.
        return Verdict(KEY, sure=False) if place == self._filled[-1] else None

    @cached_property
    def _filled(self) -> list[int]:
        return [at for at, count in enumerate(self.body.counts) if count]

    @cached_property
    def _keyed(self) -> set[int]:
        """The rows of a lone letter or colour and one text that asks for nothing to be done."""
        found = set()
        for place, count in enumerate(self.body.counts):
            if count == 2:
                cells = [shown(value) for _, value in self.body.held(place)]
                if cells[0].casefold() in COLOURS and not bids(cells[1]):
                    found.add(place)
        return found

    @cached_property
    def _at_the_end(self) -> set[int]:
        """The rows of a key that ends a table, however few records stand above it.

        Two or more with a meaning each, no letter twice; what asks for something to be done is a
        record with a letter for its reference.
        """
        if max(self.body.counts, default=0) < LEAST_USUAL:
            return set()
        found: dict[str, int] = {}
        for place in reversed(self._filled):
            cells = [shown(value) for _, value in self.body.held(place)]
            one = len(cells) == 1 and _ONE_CELL.match(cells[0])
            meaning = cells[-1]
            if not (one or place in self._keyed) or len(meaning) > LONGEST or bids(meaning):
                break
            letter = re.split(r"\s*[:=–—-]", cells[0].strip())[0].casefold()
            if letter in found:
                break
            found[letter] = place
        return set(found.values()) if 2 <= len(found) < len(self._filled) else set()
