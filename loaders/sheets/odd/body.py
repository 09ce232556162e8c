"""The rows under a table's headings, as those see them who ask whether one is a record."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.cells.readers import shown
from loaders.declared import Kind
from loaders.sheets.forms import ColumnForm

Values = list[object]
Held = Sequence[tuple[int, object]]
"""What a row holds: the place of a column, and its value; no blanks."""

COLOURS = frozenset(
    ("r", "a", "g", "b", "y", "red", "amber", "green", "blue", "yellow", "grey", "purple", "black")
)
LEAST_USUAL = 3
"""Where a row fills fewer columns than this, a label and a number may be all a record has."""
FIRST = 3
"""Rows straight under the headings, where forms explain themselves."""


@dataclass(frozen=True)
class Verdict:
    """Why a row is no record; where not ``sure``, it is read all the same and pointed out."""

    why: str
    sure: bool = True


class Body:
    """The rows of one table.

    ``columns`` are the cells under each heading, one a row; ``kinds`` what a column is declared
    to hold, by its place; ``main`` the places of the columns that say what a row is about;
    ``counts`` how many cells each row fills.
    """

    def __init__(
        self,
        columns: Sequence[Values],
        kinds: Mapping[int, Kind],
        main: Sequence[int],
        counts: Sequence[int],
    ) -> None:
        self.columns, self.kinds, self.main = columns, kinds, main
        self.counts = counts
        self.length = len(columns[0]) if columns else 0

    def held(self, place: int) -> list[tuple[int, object]]:
        """What a row holds."""
        return [
            (at, column[place])
            for at, column in enumerate(self.columns)
            if column[place] is not None
        ]

    @property
    def _start(self) -> int:
        """The first row that is surely below what a form says of itself, where rows are enough."""
        return FIRST if self.length >= 2 * FIRST else 1 if self.length > FIRST else 0

    @cached_property
    def forms(self) -> list[ColumnForm]:
        """The form of each column, from the rows below the first ones where there are enough."""
        return [
            ColumnForm(column[self._start :], self.kinds.get(place))
            for place, column in enumerate(self.columns)
        ]

    @cached_property
    def texts(self) -> list[set[str]]:
        """Every different text of each column, once."""
        return [{value for value in set(c) if isinstance(value, str)} for c in self.columns]

    @cached_property
    def usual(self) -> float:
        """How many columns a row usually fills."""
        held = sorted(count for count in self.counts if count)
        return float(held[len(held) // 2]) if held else 0.0

    @cached_property
    def filled_rows(self) -> int:
        """How many rows are filled, of those that the forms were told from."""
        return min(sum(1 for count in self.counts[self._start :] if count), 400)

    @cached_property
    def code(self) -> int | None:
        """The column of references, by place."""
        return next((at for at, form in enumerate(self.forms[:3]) if form.form == "coded"), None)

    def patterns(self, code: int) -> set[str]:
        """The shapes of the references in a column."""
        return {pattern(value) for value in self.columns[code][1:] if value is not None}

    def firm(self, held: Held) -> bool:
        """Whether a row holds a date or number of its own."""
        return any(
            self.forms[at].form in {"dated", "numbered"} and self.forms[at].suits(value) > 0
            for at, value in held
        )


def is_number(value: object) -> bool:
    """Whether a cell holds a number, and no true or false."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def pattern(value: object) -> str:
    """A reference's shape: letters as "a", figures as "0", a run of each once; zero is its own."""
    text = shown(value)
    if not text.strip("0."):
        return "zero"
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "0", text.casefold()))
