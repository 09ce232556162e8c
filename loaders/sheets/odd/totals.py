"""Totals: rows that sum up those above them."""

import re
from itertools import accumulate

from loaders.cells.readers import shown
from loaders.sheets.odd.body import Body, Held, Verdict, is_number
from loaders.sheets.page import is_text

TOTAL = re.compile(
    r"^(?:grand |sub[- ]?|over-?all |running )?(?:totals?|average|mean|sum)\b", re.IGNORECASE
)
_TOTAL_ALONE = re.compile(
    r"^(?:grand |sub[- ]?|over-?all |running )?(?:totals?|averages?|mean|sum)"
    r"(?:\s*[:=(\d].*|\s+\d.*)?$",
    re.IGNORECASE,
)


class Totals:
    """The totals of one table; asked from the first row on, as each begins where one ended."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.found: list[int] = []
        self._sums_above: dict[int, tuple[list[int], list[float]]] = {}

    def verdict(self, place: int, held: Held) -> Verdict | None:
        """Whether a row is a total; one that is sure ends what the next one sums up."""
        label = next((shown(v) for _, v in held[:2] if is_text(v) and TOTAL.match(shown(v))), "")
        lone = len(held) == 1
        if lone and not (label and _TOTAL_ALONE.match(label)):
            return None
        blank = self._left_blank(place)
        if label and _TOTAL_ALONE.match(label) and (lone or blank is not False):
            self.found.append(place)
            return Verdict("a total")
        if label and self._foreign(held):
            self.found.append(place)
            return Verdict("a total")
        untitled = all(self.body.columns[at][place] is None for at in self.body.main)
        if label and untitled and all(is_number(value) for _, value in held[1:]):
            self.found.append(place)
            return Verdict("a total")
        sums = self._sums(place, held)
        if sums and ((label and blank is not False) or (blank and (sums >= 2 or label))):
            self.found.append(place)
            return Verdict("a total: it is the sum of the rows above")
        if label and blank:
            self.found.append(place)
            return Verdict("a total")
        if label and sums:
            return Verdict("a total: it is the sum of the rows above", sure=False)
        return None

    def _foreign(self, held: Held) -> bool:
        """Whether a row holds only numbers beside its label, some where others have words."""
        rest = held[1:]
        return all(is_number(value) for _, value in rest) and any(
            self.body.forms[at].form in {"dated", "listed", "free"}
            and self.body.forms[at].count >= 2
            for at, _ in rest
        )

    def _left_blank(self, place: int) -> bool | None:
        """Whether a row leaves words blank that others have; None where there are none to leave."""
        usual = [
            at
            for at, form in enumerate(self.body.forms)
            if form.form != "numbered" and form.count >= 0.8 * max(1, self.body.filled_rows - 1)
        ]
        rest = [at for at in usual if self.body.columns[at][place] is None]
        if len(usual) < 2:
            return None
        return len(rest) >= 0.5 * (len(usual) - 1)

    def _sums(self, place: int, held: Held) -> int:
        """In how many columns a row holds the sum of the rows above, if it does so in all."""
        start = self.found[-1] + 1 if self.found else 0
        found = 0
        for at, value in held:
            if self.body.forms[at].form != "numbered" or not is_number(value):
                continue
            numbers, sums = self._running(at)
            above, total = numbers[place] - numbers[start], sums[place] - sums[start]
            if above < 2 or not value or abs(total - value) > 1e-6 * abs(value):  # type: ignore[arg-type,operator]
                return 0
            found += 1
        return found

    def _running(self, at: int) -> tuple[list[int], list[float]]:
        """How many numbers a column holds above each row, and their sum."""
        if at not in self._sums_above:
            own = [float(v) if is_number(v) else 0.0 for v in self.body.columns[at]]  # type: ignore[arg-type]
            numbers = [int(is_number(v)) for v in self.body.columns[at]]
            self._sums_above[at] = [0, *accumulate(numbers)], [0.0, *accumulate(own)]
        return self._sums_above[at]
