"""The date that each of several sheets of one list is true at, from the sheets' names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from loaders.cells import dates, moved_dates
from loaders.cells.spans import MONTHS, month
from loaders.sheets.years import Year, year_in

_MONTH = re.compile(
    rf"(?<![^\W\d_])({'|'.join(sorted(MONTHS, key=len, reverse=True))})(?![^\W\d_])"
)
MOST_BESIDE = 30
"""A month in a longer name than this is a word of it: "Actions that may be closed"."""


@dataclass(frozen=True)
class SheetDate:
    """When a sheet is true: its day, or its month alone where no year is known."""

    month: int
    day: date | None


def of_name(name: str) -> SheetDate | None:
    """What a sheet's name says: "June 2024", "Plan 30.06.24", "Q1 2024-25", or "June" alone."""
    plain = name.replace("_", " ").strip()
    span = dates.span(plain) or next(iter(moved_dates.dated(plain)), None)
    if span is not None:
        return SheetDate(span.last.month, span.last)
    named = [*_MONTH.finditer(plain.casefold())]
    if len(named) == 1 and len(plain) <= MOST_BESIDE:
        return SheetDate(MONTHS[named[0][1]], None)
    return None


def with_years(
    found: Mapping[str, SheetDate], texts: Sequence[str], as_at: date | None
) -> dict[str, SheetDate]:
    """The sheets, oldest first, with the year that some text gives to months without one.

    ``texts`` are lines in which a year may stand: titles, the file's name. Where none does,
    ``as_at`` is the day that the latest of them stands for; without that they have an order and no
    year. Empty where their order cannot be told.
    """
    bare = {name: one for name, one in found.items() if one.day is None}
    if not bare:
        return _sorted(found)
    names = _in_order(bare)
    if year := year_in(texts):
        return _sorted({**found, **_in_year(bare, names or [*bare], year)})
    if len(bare) < len(found):
        return {}
    if as_at is None or not names:
        return {name: bare[name] for name in names}
    out: dict[str, SheetDate] = {}
    later = as_at
    for name in reversed(names):
        number = bare[name].month
        back_in = later.year if number <= later.month else later.year - 1
        span = month(back_in, number)
        if span is None:
            return {}
        out[name] = SheetDate(number, as_at if not out and number == as_at.month else span.last)
        later = span.first
    return dict(reversed(out.items()))


def _sorted(found: Mapping[str, SheetDate]) -> dict[str, SheetDate]:
    return dict(sorted(found.items(), key=lambda one: one[1].day or date.max))


def _in_year(
    bare: Mapping[str, SheetDate], names: Sequence[str], year: Year
) -> dict[str, SheetDate]:
    """Months in order with the last day of each; of a calendar year they go on into the next."""
    out = {}
    before, carried = 0, 0
    for name in names:
        number = bare[name].month
        carried += number < before and not year.financial
        before = number
        span = month(year.of(number) + carried, number)
        out[name] = SheetDate(number, span.last if span else None)
    return out


def _in_order(bare: Mapping[str, SheetDate]) -> list[str]:
    """Sheets named by months alone, oldest first.

    The months that follow one another in the shortest time: September to November, November to
    January. Where several runs are as short, as of the whole year, the order of the sheets tells,
    from first to last or the other way round.
    """
    by_month = sorted(bare, key=lambda name: bare[name].month)
    runs = [[*by_month[at:], *by_month[:at]] for at in range(len(by_month))]
    lengths = [(bare[run[-1]].month - bare[run[0]].month) % 12 for run in runs]
    if len({one.month for one in bare.values()}) < len(bare):
        return []
    if lengths.count(min(lengths)) == 1:
        return runs[lengths.index(min(lengths))]
    standing = [*bare]
    return next((names for names in (standing, standing[::-1]) if names in runs), [])
