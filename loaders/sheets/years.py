"""What stands around a table and says when it is: the year of its months, the month of its figures.

A scorecard has "Apr", "May" over its columns and "2024/25" in its title, or no column for the month
at all and "June 2024" above it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from loaders.cells import dates, moved_dates
from loaders.cells.readers import shown
from loaders.cells.spans import bare_month
from loaders.sheets.find import Found
from loaders.sheets.page import Page

LEAST = 2
"""So many headings that are months make a table spread over months."""
ABOVE = 8
"""So many rows above the headings may speak of the table."""
LONGEST = 100
"""So many days are more than a quarter, which is no date of a figure."""
_APRIL = 4
_YEARS = re.compile(
    r"(?<![\d/.-])(?:(?P<long>20\d\d)(?:\s*[-/–]\s*(?:20)?(?P<end>\d\d))?|"
    r"(?P<short>\d\d)\s*[-/–]\s*(?P<next>\d\d))(?![\d/.-])"
)


class Year(NamedTuple):
    """A calendar year, or with ``financial`` one that starts in April of it."""

    first: int
    financial: bool

    def of(self, month: int) -> int:
        """The year that a month of it is in."""
        return self.first + (self.financial and month < _APRIL)


def around(page: Page, found: Found) -> list[str]:
    """The texts that speak of a table: the lines above its headings, nearest first, its sheet."""
    first = found.heading_rows[0]
    rows = range(first - 1, max(-1, first - 1 - ABOVE), -1)
    lines = [
        shown(value)
        for row in rows
        for _, value in page.cells(row)
        if isinstance(value, str | date) or _is_year(value)
    ]
    return [*lines, found.sheet]


def year_in(texts: Iterable[str]) -> Year | None:
    """The year that the first of some texts speaks of which speaks of one; None where none does."""
    for text in texts:
        years = {_year(one) for one in _YEARS.finditer(text)} - {None}
        if len(years) == 1:
            return years.pop()
    return None


def when_in(texts: Iterable[str]) -> tuple[date, str] | None:
    """The day, or the last day of the month or quarter, that the first text says; and the text."""
    for text in texts:
        said = next(reversed(moved_dates.dated(text)), None) or dates.span(text)
        if said is not None and (said.last - said.first).days < LONGEST:
            return said.last, text
    return None


def with_years(page: Page, found: Found, as_at: date | None) -> Found:
    """The table with the year in each of its headings that are months alone.

    The year stands above the month, or before it in the same row, or in what speaks of the table;
    of one calendar year the months after December are the next year's. Where nothing says it, the
    last month is the last one up to ``as_at``, the date that the officer gives.
    """
    months = [bare_month(heading) for heading in found.headings]
    places = [place for place, month in enumerate(months) if month]
    if len(places) < LEAST:
        return found
    above = {place: _above(page, found, found.columns[place]) for place in places}
    near = year_in(around(page, found))
    dated = list(found.headings)
    before, carried = 0, 0
    for place in places:
        month = months[place] or 1
        own = above[place]
        if own is None and near is None:
            return _back_from(found, places, as_at) if as_at else found
        year = own or near
        carried += own is None and month < before
        before = month
        if year is not None:
            number = year.of(month) + (0 if year.financial or own else carried)
            dated[place] = f"{found.headings[place].strip(' .:')} {number}"
    return replace(found, dated=tuple(dated))


def _back_from(found: Found, places: Sequence[int], as_at: date) -> Found:
    """The table with its months dated backwards from a day, as they stand or the other way."""
    numbers = [bare_month(found.headings[place]) or 1 for place in places]
    downwards = sum(a > b for a, b in pairwise(numbers)) > len(places) / 2
    dated = list(found.headings)
    year, later = as_at.year, as_at.month
    for place, number in [*zip(places, numbers, strict=True)][:: 1 if downwards else -1]:
        year -= number > later
        later = number
        dated[place] = f"{found.headings[place].strip(' .:')} {year}"
    return replace(found, dated=tuple(dated))


def _above(page: Page, found: Found, column: int) -> Year | None:
    """The year in the first row of two of headings, over a column or left of it."""
    first, last = found.heading_rows
    if first == last:
        return None
    cells = [(at, value) for at, value in page.cells(first) if at <= column]
    for _, value in reversed(cells):
        year = Year(int(str(value)), financial=False) if _is_year(value) else None
        year = year or (year_in([value]) if isinstance(value, str) else None)
        if year is not None:
            return year
    return None


def _is_year(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 2000 <= value < 2100


def _year(found: re.Match[str]) -> Year | None:
    if found["long"]:
        first, end = int(found["long"]), found["end"]
    else:
        first, end = 2000 + int(found["short"]), found["next"]
    if end is None:
        return Year(first, financial=False)
    return Year(first, financial=True) if int(end) == (first + 1) % 100 else None
