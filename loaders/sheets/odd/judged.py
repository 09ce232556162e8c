"""Rows under the headings that are no records, told by their form rather than by their words.

Guidance, examples, placeholders, sums and marks of the end do not hold what the rows further down
hold: words where those have dates, one word all across, a number that is the sum of those above.
Where that is not clear the row is a record, and what speaks against it is said.
"""

import re
from collections.abc import Iterable
from functools import cached_property

from loaders.cells.readers import shown
from loaders.sheets.examples import MARK
from loaders.sheets.odd.body import (
    FIRST,
    LEAST_USUAL,
    Body,
    Held,
    Verdict,
    is_number,
)
from loaders.sheets.odd.example import EXAMPLE, example
from loaders.sheets.odd.guidance import guidance
from loaders.sheets.odd.keys import Keys
from loaders.sheets.odd.prepared import PLACEHOLDER, Prepared, is_prompt
from loaders.sheets.odd.totals import TOTAL, Totals
from loaders.sheets.page import is_text

ODD, ODD_SHARE = 60, 0.05
"""More rows than this, and more than this share, that have something in common are not odd."""
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"^[-−]?£?\d[\d,]*(?:\.\d+)?\s*%?$")
_NOTHING = re.compile(
    r"^[\s(\[–—-]*(?:none|nil|n/?a|not applicable|no(?: further| new)? actions?(?: at this time)?|"
    r"(?:none|no(?: further| new)? actions?) (?:is |are )?"
    r"(?:needed|required|necessary|identified))\W*$",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"^\W*(?:(?:latest |progress |further |\w+ )?update\b|progress (?:to|as at|at)\b|"
    r"\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\s*[:–—-]|"
    r"\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}(?: \d{2,4})?\s*[:–—-]|"
    r"[a-z]{3,9} \d{2,4}\s*[:–—]|note\s*:|comments?\s*:)",
    re.IGNORECASE,
)
_AT_FIRST_SIGHT = re.compile(
    "|".join(one.pattern for one in (_NOTHING, PLACEHOLDER, MARK, EXAMPLE)), re.IGNORECASE
)
"""Asked of every different text of a long table, so all at once."""
LABEL_LENGTH = 40
"""A column whose texts are longer than this may say anything, a number too."""


class OddRows:
    """The rows of one table, each asked whether it has the form of a record.

    ``example`` is what the blank template's example row holds.
    """

    def __init__(self, body: Body, example: object = None) -> None:
        self.body = body
        self._totals, self._prepared, self._keys = Totals(body), Prepared(body), Keys(body)
        self._own_example = shown(example) if example else ""

    @cached_property
    def suspects(self) -> set[int]:
        """The rows that anything speaks against at first sight; nearly all others are records."""
        found = set(range(min(FIRST, self.body.length)))
        found |= {place for place, count in enumerate(self.body.counts) if 0 < count <= 2}
        texts = self.body.texts
        for column, own in zip(self.body.columns[:2], texts, strict=False):
            said = {text for text in own if TOTAL.match(text.strip())}
            if said:
                found |= {place for place, value in enumerate(column) if value in said}
        last = max((at for at, count in enumerate(self.body.counts) if count), default=0)
        for place in self.body.main:
            column = self.body.columns[place]
            odd: set[object] = {
                text for text in texts[place] if _AT_FIRST_SIGHT.match(text.strip())
            }
            # Rows prepared with the same words stand at the end of a table.
            odd |= {column[last]} - {None}
            found |= self._few(at for at, value in enumerate(column) if value in odd)
            for other in self.body.columns[place + 1 : place + 3]:
                pairs = zip(column, other, strict=True)
                found |= {at for at, (a, b) in enumerate(pairs) if a is not None and a == b}
        for column, own in zip(self.body.columns, texts, strict=True):
            asked = {t for t in own if PLACEHOLDER.match(t.strip()) and is_prompt(t.strip())}
            if asked:
                found |= self._few(at for at, value in enumerate(column) if value in asked)
        for form, column, own in zip(self.body.forms, self.body.columns, texts, strict=True):
            if form.form in {"dated", "numbered"}:
                words = {text for text in own if not _DIGIT.search(text)}
                if words:
                    found |= self._few(at for at, value in enumerate(column) if value in words)
        low = 0.7 * self.body.usual
        if any(form.form == "numbered" for form in self.body.forms):
            found |= self._few(at for at, count in enumerate(self.body.counts) if 0 < count <= low)
        return found

    def _few(self, places: Iterable[int]) -> set[int]:
        """The places, unless they are so many that there is nothing odd about them."""
        found = set(places)
        return found if len(found) <= max(ODD, ODD_SHARE * self.body.length) else set()

    def verdict(self, place: int) -> Verdict | None:
        """What a row is instead of a record; None where it has the form of one."""
        if place not in self.suspects:
            return None
        held = self.body.held(place)
        if not held:
            return None
        return (
            self._same_word(held)
            or self._totals.verdict(place, held)
            or self._count(held)
            or self._keys.verdict(place)
            or example(self.body, place, held, self._own_example)
            or self._prepared.verdict(place, held)
            or self._nothing(held)
            or self._news(place, held)
            or guidance(self.body, place, held)
        )

    def _same_word(self, held: Held) -> Verdict | None:
        texts = {shown(value).casefold() for _, value in held}
        if len(held) >= 3 and len(texts) == 1 and is_text(held[0][1]):
            return Verdict(f"“{shown(held[0][1])[:40]}” stands in every cell")
        return None

    def _count(self, held: Held) -> Verdict | None:
        """A figure about the list: a label, and a number where the records have words."""
        if len(held) != 2 or self.body.usual < LEAST_USUAL or not is_text(held[0][1]):
            return None
        at, value = held[1]
        form, own = self.body.forms[at], self.body.columns[at]
        if not _FIGURE.match(shown(value)) or form.form not in {"dated", "listed", "free"}:
            return None
        years = form.form == "dated" and _is_year_or_day(value)
        numbers = sum(bool(_FIGURE.match(shown(one))) for one in own if one is not None)
        if years or form.count < 2 or numbers > 0.5 * (form.count + 1):
            return None
        return Verdict("a figure about the list", sure=form.longest <= LABEL_LENGTH)

    def _news(self, place: int, held: Held) -> Verdict | None:
        """A row with nothing but news of the record above it: "Update 3 May: sent to legal"."""
        lone = len(held) == 1 and held[0][0] in self.body.main and place > 0
        if not lone or not _NEWS.match(shown(held[0][1])):
            return None
        if max(self.body.counts[:place]) < LEAST_USUAL:
            return None
        return Verdict("an update on the row above", sure=False)

    def _nothing(self, held: Held) -> Verdict | None:
        """A row of a self-assessment beside which there is nothing to be done."""
        titles = [shown(value) for at, value in held if at in self.body.main]
        if titles and all(map(_NOTHING.match, titles)) and len(held) > len(titles):
            return Verdict("it says that there is nothing to be done")
        return None


def _is_year_or_day(value: object) -> bool:
    """Whether a number may stand for a date: a year, or Excel's number for a day."""
    number = float(value) if is_number(value) else 0.0  # type: ignore[arg-type]
    return number >= 1900 or (isinstance(value, str) and len(value.strip()) >= 4)
