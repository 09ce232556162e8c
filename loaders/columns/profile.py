"""What a column of the file holds, from a sample of its cells."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from loaders.cells import dates, no_dates
from loaders.cells.readers import MARKS, Unreadable, shown, value_of
from loaders.columns import rag
from loaders.declared import LABELS, Column, Kind
from loaders.sheets.examples import is_date_mask
from loaders.sheets.forms import GRADES, is_code, is_day
from loaders.sheets.page import is_text
from loaders.sheets.wording import bids, names_somebody, tells

SAMPLE = 200
PROSE, LABEL, CODE = 60, 45, 40
"""Longer than this on average, text is prose, and too long for a label or a reference."""
ALL, MOSTLY = 0.9, 0.7
LEAST_TOLD = 3
"""So many filled cells tell what a column holds, where not all are filled."""
TICKS = frozenset("✓✔☑√✅●x✗✘") | {"yes", "y", "tick", "ü"}
MISFIT = 0.58
"""What is left of a heading's likeness when its cells hold something else."""


def is_grade(value: object) -> bool:
    """Whether a cell holds a grade, or the name or letter of a colour."""
    text = shown(value).casefold()
    return text in GRADES or (rag.is_code(value) and not text[:1].isdigit())


_OF_TIME = re.compile(
    r"\b(?:dates?|when|deadline|days?|months?|years?|time|quarters?|weeks?|end of|by the|soon|"
    r"later|early|mid|after|before|until|once|following|prior|next|now|past|passed|urgent)\b",
    re.IGNORECASE,
)


class Profile:
    """A sample of one column's cells, blank ones as None, in the order of the rows."""

    def __init__(self, values: Sequence[object]) -> None:
        self.values = list(values[:SAMPLE])
        self.held = [value for value in self.values if value is not None]
        self.count = len(self.held)
        self._readable: dict[str, float] = {}

    @cached_property
    def length(self) -> float:
        """The mean number of letters of a filled cell."""
        return sum(len(shown(value)) for value in self.held) / max(1, self.count)

    @cached_property
    def words(self) -> float:
        """The share of filled cells that hold words, not numbers or dates."""
        return sum(is_text(value) for value in self.held) / max(1, self.count)

    @cached_property
    def spaces(self) -> float:
        """The mean number of spaces between a filled cell's words."""
        return sum(shown(value).count(" ") for value in self.held) / max(1, self.count)

    @cached_property
    def dated(self) -> float:
        """The share of filled cells that hold a date as Excel knows it."""
        return sum(isinstance(value, date) for value in self.held) / max(1, self.count)

    @cached_property
    def graded(self) -> float:
        """The share of filled cells that hold a grade ("High") or an answer ("Yes")."""
        return sum(shown(v).casefold() in GRADES for v in self.held) / max(1, self.count)

    @cached_property
    def different(self) -> int:
        """How many different cells there are."""
        return len({shown(value).casefold() for value in self.held})

    @cached_property
    def numbers(self) -> float:
        """The share of filled cells that hold a number."""
        figures = [v for v in self.held if isinstance(v, int | float) and not isinstance(v, bool)]
        return len(figures) / max(1, self.count)

    @cached_property
    def days(self) -> float:
        """The share of filled cells that hold a date, as Excel knows it or as people type it."""
        return sum(map(is_day, self.held)) / max(1, self.count)

    @cached_property
    def spans(self) -> float:
        """The share of filled cells that are a day, month or quarter and nothing else."""
        spans = (isinstance(v, date) or dates.period(v) is not None for v in self.held)
        return sum(spans) / max(1, self.count)

    @cached_property
    def timely(self) -> bool:
        """Whether any cell may mean a date, also where none can be read: "autumn term"."""
        return any(map(_speaks_of_time, self.held))

    @cached_property
    def codes(self) -> float:
        """The share of filled cells that hold a short reference of their own."""
        codes = {shown(value) for value in self.held if is_code(value)}
        return len(codes) / max(1, self.count)

    @cached_property
    def ticked(self) -> bool:
        """Whether it holds ticks and nothing else."""
        return 0 < self.count == sum(shown(value).casefold() in TICKS for value in self.held)

    @cached_property
    def bidding(self) -> float:
        """The share of filled cells that say what is to be done."""
        return sum(bids(shown(value)) for value in self.held) / max(1, self.count)

    @cached_property
    def telling(self) -> float:
        """The share of filled cells that say what has happened."""
        return sum(tells(shown(value)) for value in self.held) / max(1, self.count)

    @cached_property
    def people(self) -> float:
        """The share of filled cells that are a job, a team, a name or somebody's initials."""
        return sum(names_somebody(shown(value)) for value in self.held) / max(1, self.count)

    @property
    def wordy(self) -> bool:
        """Whether it holds words of its own in most rows."""
        return self.words >= 0.6 and self.different >= 0.5 * self.count and self.length >= 4

    def readable(self, kind: Kind) -> float:
        """The share of filled cells that a kind can read."""
        if kind.name not in self._readable:
            read = sum(self.reads(kind.read, value) for value in self.held)
            self._readable[kind.name] = read / max(1, self.count)
        return self._readable[kind.name]

    @staticmethod
    def reads(read: Callable[[Any], Any], value: object) -> bool:
        """Whether a kind's reader can make something of a value."""
        try:
            read(value)
        except Unreadable:
            return False
        return True

    def fits(self, column: Column) -> float:
        """How well the cells suit a column, from MISFIT to 1."""
        if not self.count:
            return 1.0
        kind = column.kind
        if kind.dtype != "str":
            return 1.0 if self.readable(kind) >= 0.4 or self._marked(column) else MISFIT
        if kind.words:
            odd = self.length > LABEL or self.dated > 0.3
            return MISFIT if odd and self.readable(kind) < 0.3 else 1.0
        return self._looks(column)

    def alien(self, column: Column) -> bool:
        """Whether what stands here is plainly no kind of what a column holds, whatever its heading.

        So it is only where three cells are filled, and not one of them could be meant: a date's
        column in which nothing speaks of a time, an owner's that holds only dates. Fewer tell of a
        date where no row is blank. A column without which there is no table is left to say so cell
        by cell.
        """
        if column.main or column.looks == "code":
            return self.count >= LEAST_TOLD and self._unnamed(column)
        kind = column.kind
        dated = kind.dtype.startswith("datetime")
        enough = self.count >= LEAST_TOLD or (dated and 0 < self.count == len(self.values))
        if dated and self.ticked:
            return True
        if column.required or not enough:
            return False
        if dated:
            return not self.timely and not self.readable(kind)
        if kind.dtype == "float64":
            figures = any(_has_digit(value) or _is_mark(value) for value in self.held)
            return not figures and not self.readable(kind)
        if kind.words:
            long = min(len(shown(value)) for value in self.held) > LABEL
            return (long or self.dated == 1) and not self.readable(kind)
        if column.looks == "people":
            return self.words == 0 or self.spans == 1
        return column.looks in LABELS and self.dated == 1

    def stated(self, column: Column, *, plainly: bool = False) -> bool:
        """Whether the cells may say how things stand: in a few words, or in colours and letters.

        ``plainly`` is asked where the heading may be that of sentences as well.
        """
        coded = sum(map(rag.is_code, self.held)) >= MOSTLY * self.count
        if not column.kind.words:
            return coded
        if self.readable(column.kind) >= ALL:
            return True
        return not plainly and not coded and self.words >= ALL and self.length <= LABEL

    def _unnamed(self, column: Column) -> bool:
        """Whether no cell could name a record: only dates or numbers, or for a reference words."""
        if column.main:
            return self.words == 0 or self.spans == 1
        return self.words == 1 and self.spaces >= 1 and not any(map(_has_digit, self.held))

    def _marked(self, column: Column) -> bool:
        return column.marks and self.readable(column.kind) > 0.05

    def _looks(self, column: Column) -> float:
        if column.looks == "prose":
            if self.graded >= 0.8:
                return MISFIT
            few = self.different <= 0.3 * self.count
            if self.words < 0.5:
                return MISFIT
            few = few and self.count >= 6 and self.length < 25
            bare = column.main and self.spaces < 1.5 and self.bidding < 0.3
            return 0.8 if few or bare else 1.0
        if column.looks in LABELS:
            if self.length > LABEL or self.dated > 0.3:
                return MISFIT
            return 0.8 if column.looks == "grade" and self.graded < 0.5 <= self.words else 1.0
        if column.looks == "code":
            wordy = self.length > CODE or self.spaces > 1.6
            return 0.65 if wordy or self.dated > 0.5 else 1.0
        return 1.0

    def also_filled(self, other: "Profile", kind: Kind, values: Sequence[str]) -> bool:
        """Whether it is filled in rows where another column does not hold one of the values."""
        filled = [
            theirs
            for own, theirs in zip(self.values, other.values, strict=False)
            if own is not None and theirs is not None
        ]
        others = sum(value_of(kind.read, theirs) not in values for theirs in filled)
        return bool(filled) and others > 0.3 * len(filled)


def _speaks_of_time(value: object) -> bool:
    text = shown(value)
    if is_day(value) or is_date_mask(value) or _OF_TIME.search(text):
        return True
    return no_dates.without_year(text) or no_dates.advice(text) != no_dates.PLAIN


def _has_digit(value: object) -> bool:
    return any(map(str.isdigit, shown(value)))


def _is_mark(value: object) -> bool:
    """Whether it stands for a figure that is not there, as in official statistics."""
    return shown(value).casefold() in MARKS
