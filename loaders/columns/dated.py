"""A column's name with a period beside it: "Status at Sept 2026", "Q2 RAG"; which is the latest."""

import re
from collections.abc import Mapping
from datetime import date

from loaders.cells import dates, no_dates
from loaders.cells.spans import MONTHS
from loaders.declared import Column, Table
from loaders.sheets.spelling import normal

When = tuple[date | None, str]
"""The last day of a period, None where it has no year, and its words."""
_QUARTER = re.compile(r"\bq(?:uarter )?([1-4])\b")
APRIL, MONTHS_OF_YEAR = 4, 12


def dated(column: Column, heading: str) -> When | None:
    """The period behind a column's name in a heading: its last day where it has a year.

    None where the heading is not that name with a period behind it (or before it).
    """
    plain = " ".join(heading.replace("\n", " ").split())
    words = plain.split(" ")
    names = {normal(name) for name in (column.heading, *column.also_called)}
    for cut in range(1, len(words)):
        before, after = " ".join(words[:cut]), " ".join(words[cut:]).strip(" -–—:()")
        for name, rest in ((before, after), (after, before)):
            if normal(name) not in names and normal(_unjoined(name)) not in names:
                continue
            when = _period(rest)
            if when is not None:
                return when
    return None


def _unjoined(name: str) -> str:
    return re.sub(r" (?:as (?:at|of)|at|for|to)$", "", name.casefold())


def _period(text: str) -> When | None:
    plain = re.sub(r"^(?:as (?:at|of)|at|for|to) ", "", text.casefold())
    span = dates.span(plain)
    if span is not None:
        return span.last, text
    return (None, text) if no_dates.without_year(plain) else None


def latest(periods: Mapping[int, When]) -> int:
    """The place of the latest of several columns.

    Without a year a quarter or month is of the financial year; what is neither stands as it does on
    the sheet, which is taken to run from left to right.
    """
    places = [_place_in_year(text) for _, text in periods.values()]
    told = dict(zip(periods, places, strict=True)) if all(places) else {}
    return max(periods, key=lambda at: (periods[at][0] or date.min, told.get(at, 0), at))


def _place_in_year(text: str) -> int:
    """How far into the financial year the quarter or month of a text ends, 0 if it has none."""
    words = text.casefold()
    if quarter := _QUARTER.search(words):
        return 3 * int(quarter[1])
    months = [MONTHS[part] for part in re.findall(r"[a-z]+", words) if part in MONTHS]
    return (months[-1] - APRIL) % MONTHS_OF_YEAR + 1 if months else 0


def told_by_period(table: Table, heading: str) -> bool:
    """Whether a heading is that of sentences which a file may hold once for each period."""
    return any(one.by_period and dated(one, heading) is not None for one in table.columns)
