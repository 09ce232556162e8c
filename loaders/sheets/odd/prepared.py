"""Rows prepared for use that nobody filled in: placeholders, and the same words again and again."""

import re
from functools import cached_property
from itertools import takewhile

from loaders.cells.errors import is_error
from loaders.cells.readers import shown
from loaders.sheets.odd.body import Body, Held, Verdict

PLACEHOLDER = re.compile(
    r"^(<.*>|\[.*\]|-+ ?(select|choose).*|please (select|choose).*|x{2,}|tbc|\.\.\.|…|"
    r"(select|choose)( one| (an?|your|the) (option|value|item|choice|answer)| from .{1,30})?)$",
    re.IGNORECASE,
)
ALIKE = "the same words stand in several rows, with no date"


class Prepared:
    """The rows of one table that wait for a record."""

    def __init__(self, body: Body) -> None:
        self.body = body

    def verdict(self, place: int, held: Held) -> Verdict | None:
        """Whether a row was prepared and not filled in."""
        title = next((shown(v) for at, v in held if at in self.body.main), "")
        if not title or is_error(title) or self.body.firm(held):
            return None
        again = sum(shown(value).casefold() == title.casefold() for _, value in held) >= 2
        marked = sum(is_prompt(shown(value)) for _, value in held)
        if again or PLACEHOLDER.match(title) or (marked >= 2 and 2 * marked >= len(held)):
            return Verdict("prepared for use but not filled in")
        if len(held) >= 2 and place in self._alike_at_the_end:
            return Verdict(ALIKE, sure=self._alike_at_the_end[place])
        return None

    @cached_property
    def _alike_at_the_end(self) -> dict[int, bool]:
        """The rows of the same words that end a table, each with whether it is the same throughout.

        They are three or more, under a row of other words. Rows of one reference each may have
        been numbered before they were filled in, so that is not sure.
        """
        found: dict[int, bool] = {}
        filled = [place for place, count in enumerate(self.body.counts) if count]
        for words in (self._words_but_code, self._words):
            last = words(filled[-1])
            run = list(takewhile(lambda at: words(at) == last, reversed(filled)))  # noqa: B023
            if 3 <= len(run) < len(filled):
                found |= dict.fromkeys(run, words == self._words)
        return found

    def _words(self, place: int) -> tuple[str, ...]:
        """What every cell of a row says."""
        return tuple(
            shown(column[place]).casefold() if column[place] is not None else ""
            for column in self.body.columns
        )

    def _words_but_code(self, place: int) -> tuple[str, ...]:
        """What a row says beside its reference; all it says where that is what it is about."""
        code, words = self.body.code, self._words(place)
        if code is None or code in self.body.main:
            return words
        return words[:code] + words[code + 1 :]


def is_prompt(text: str) -> bool:
    """Whether a cell asks to be filled in, and does not only wait for what is not known yet."""
    return bool(PLACEHOLDER.match(text)) and text.casefold().strip(" .…") not in {"", "tbc"}
