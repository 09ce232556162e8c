"""A sheet as the search for tables sees it: which cells hold something, and what kind of thing."""

from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from loaders.cells import dates
from loaders.cells.errors import is_error
from loaders.formats.grid import Grid


@lru_cache(maxsize=131072)
def _numeral(text: str) -> bool:
    plain = text.strip().removesuffix("%").replace(",", "").removeprefix("£").removeprefix("$")
    try:
        float(plain)
    except ValueError:
        return False
    return True


def blank(value: object) -> bool:
    """Whether a cell holds nothing that can be seen."""
    return value is None or (isinstance(value, str) and not value.strip())


def is_text(value: object) -> bool:
    """Whether a cell holds words: not a number, a date or either typed as text, nor an error."""
    return isinstance(value, str) and not _numeral(value) and not is_error(value)


def is_period(value: object) -> bool:
    """Whether a heading is only a point on a time axis: a number, a date, a month or a week."""
    if isinstance(value, bool):
        return False
    if isinstance(value, int | float | date):
        return True
    if not isinstance(value, str):
        return False
    words = value.strip().casefold()
    return (
        _numeral(words)
        or words in dates.MONTHS
        or dates.period(value) is not None
        or (words[:1] in "wd" and words.removeprefix("week").strip("wd ").isdigit())
    )


class Page:
    """One grid with what is asked of it again and again."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.lines = grid.values
        self.height = len(grid.values)
        self.width = max(map(len, grid.values), default=0)
        self._cells: dict[int, list[tuple[int, object]]] = {}
        self.judged: dict[tuple[int, int, int, int], Any] = {}
        """What ``find`` has made of each row that may be headings, by row and rectangle."""

    @cached_property
    def counts(self) -> list[int]:
        """How many cells of each row hold something."""
        counts = []
        for number, row in enumerate(self.lines):
            held = len(row) - row.count(None)
            # Only rows of few cells are looked at closely: spaces matter nowhere else.
            counts.append(len(self.cells(number)) if 0 < held <= 3 else held)
        return counts

    @cached_property
    def texts(self) -> frozenset[str]:
        """Every different text of the sheet, once."""
        held: set[object] = set().union(*self.lines)
        return frozenset(value for value in held if isinstance(value, str))

    def cells(self, row: int) -> list[tuple[int, object]]:
        """The cells of a row that hold something, as (column, value)."""
        if row not in self._cells:
            self._cells[row] = [
                (column, value)
                for column, value in enumerate(self.lines[row])
                if value is not None and not blank(value)
            ]
        return self._cells[row]

    def at(self, row: int, column: int) -> object:
        """A cell's value; None beyond the edge of the sheet."""
        line = self.lines[row] if 0 <= row < self.height else []
        value = line[column] if column < len(line) else None
        return None if blank(value) else value

    @cached_property
    def spans(self) -> dict[tuple[int, int], tuple[int, int]]:
        """The last row and column of each merged cell, by its first, within what is filled."""
        end, edge = max(self.height - 1, 0), max(self.width - 1, 0)
        return {
            (row, column): (max(row, min(last, end)), max(column, min(right, edge)))
            for row, column, last, right in self.grid.merged
        }

    def span(self, row: int, column: int) -> tuple[int, int]:
        """The last row and column of a cell: its own unless it is merged."""
        return self.spans.get((row, column), (row, column))

    def next_filled(self, row: int, count: int, bottom: int) -> list[int]:
        """The next rows that hold something, at most ``count`` of them."""
        found = []
        for number in range(row + 1, bottom + 1):
            if self.counts[number]:
                found.append(number)
                if len(found) == count:
                    break
        return found
