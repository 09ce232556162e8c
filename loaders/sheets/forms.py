"""What the cells of a column usually are, and how well one more cell suits it."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import Literal

from loaders.cells import dates
from loaders.cells.readers import MARKS, NO_DATE, NOT_YET, Noted, Unreadable, shown
from loaders.declared import Kind
from loaders.sheets.page import is_text

Form = Literal["dated", "numbered", "coded", "listed", "free"]

SAMPLE = 400
LONGEST_CODE = 15
MOSTLY = 0.7
FEW = 0.4
"""Texts that repeat so much that they come from a list: different ones over all of them."""
MOST_LISTED = 60
"""Letters that a choice from a list has at most."""
GRADES = frozenset(
    ("high", "medium", "low", "very high", "very low", "critical", "severe", "major", "moderate")
    + ("minor", "negligible", "urgent", "normal", "h", "m", "l", "yes", "no", "y", "n", "n/a")
)
"""Words of how bad or how urgent a thing is, and answers."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def is_day(value: object) -> bool:
    """Whether a cell holds a date, as Excel knows it or as people type it."""
    if isinstance(value, date):
        return True
    if not isinstance(value, str) or not any(map(str.isdigit, value)):
        return False
    return (
        dates.span(value) is not None
        or dates.month_first(value) is not None
        or (len(value) <= 40 and bool(_YEAR.search(value)))
        or bool(re.match(r"^\W*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}", value))
    )


def is_code(value: object) -> bool:
    """Whether a cell holds a short reference: a number, or letters with a number in them."""
    if isinstance(value, bool | date):
        return False
    text = shown(value)
    return len(text) <= LONGEST_CODE and text.count(" ") <= 2 and any(map(str.isdigit, text))


class ColumnForm:
    """The form of one column, learnt from the cells that rows further down hold.

    ``kind`` is what the column is declared to hold, where it is known which field it is.
    """

    def __init__(self, values: Sequence[object], kind: Kind | None = None) -> None:
        held = list(islice((value for value in values if value is not None), SAMPLE))
        self.kind = kind
        self.count = len(held)
        self.texts = Counter(shown(value).casefold() for value in held)
        self.longest = max(map(len, self.texts), default=0)
        self.form = self._form(held)

    def _form(self, held: Sequence[object]) -> Form:
        declared = self._declared()
        if len(held) < 2:
            return declared
        if sum(map(is_day, held)) >= (0.5 if declared == "dated" else MOSTLY) * len(held):
            return "dated"
        if sum(not is_text(value) for value in held) >= MOSTLY * len(held):
            reference = self.kind is not None and self.kind.dtype == "str"
            return "coded" if reference or _counted_up(held) else "numbered"
        if sum(map(is_code, held)) >= MOSTLY * len(held):
            return "coded"
        few = len(self.texts) <= max(2, FEW * len(held)) and self.longest <= MOST_LISTED
        if declared == "listed" or (few and len(held) >= 3):
            return "listed"
        return "free"

    def _declared(self) -> Form:
        if self.kind is None:
            return "free"
        if self.kind.dtype.startswith("datetime"):
            return "dated"
        if self.kind.dtype == "float64":
            return "numbered"
        return "listed" if self.kind.words else "free"

    def suits(self, value: object) -> float:
        """1 where a cell is what the column holds, 0 where nothing can be said, below 0 otherwise.

        -1 is a plain contradiction, such as words in a column of dates.
        """
        text = shown(value)
        plain = text.casefold()
        if self.form == "dated":
            if is_day(value):
                return 1.0
            return 0.0 if plain in NO_DATE | NOT_YET or not is_text(value) else -1.0
        if self.form == "numbered":
            if not is_text(value):
                return 0.0 if isinstance(value, date) else 1.0
            aside = plain in NOT_YET or plain in MARKS or any(map(str.isdigit, plain))
            return 0.0 if aside else -1.0
        if self.form == "coded":
            if is_code(value) or plain in self.texts:
                return 1.0
            return -1.0 if " " in text or len(text) > 1.5 * self.longest else -0.5
        if self.form == "listed":
            return self._suits_list(value, plain)
        return 0.0

    def _suits_list(self, value: object, plain: str) -> float:
        if plain in self.texts or (self.kind and self.kind.words and self._reads(value)):
            return 1.0
        if plain in NOT_YET:
            return 0.0
        several = sum(len(known) > 3 and known in plain for known in self.texts) >= 2
        listed = self.kind.words if self.kind else ()
        if several or sum(word in plain for word in listed) >= 2:
            return -1.0  # the choices themselves, listed
        return -0.75 if len(plain.split()) >= 4 else -0.5

    def _reads(self, value: object) -> bool:
        """Whether the declared kind reads a cell without anything to say about it."""
        assert self.kind is not None
        try:
            return not isinstance(self.kind.read(value), Noted)
        except Unreadable:
            return False


def _counted_up(held: Sequence[object]) -> bool:
    """Whether numbers are those of the rows: 1, 2, 3 and so on."""
    numbers = [value for value in held if isinstance(value, int | float)]
    steps = [b - a for a, b in zip(numbers, numbers[1:], strict=False)]
    return len(steps) >= 2 and sum(step == 1 for step in steps) >= 0.8 * len(steps)
