"""Days and months as a span: what a date in words stands for, from its first day to its last."""

import calendar
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
EARLIEST, LATEST = 1900, 2199


@dataclass(frozen=True)
class Span:
    """What a date was read as: its first and last day, and the words that narrow it.

    ``other`` is a second reading that the words allow as well; ``note`` says how it was read,
    where the words alone do not tell.
    """

    first: date
    last: date
    edge: str = ""
    other: "Span | None" = None
    note: str = ""

    @property
    def exact(self) -> bool:
        """Whether a single day was written."""
        return self.first == self.last and not self.edge


def bare_month(value: object) -> int | None:
    """The number of a month that stands alone, without its year; None for anything else."""
    if not isinstance(value, str):
        return None
    return MONTHS.get(value.strip(" .:'’").casefold())


def year_of(text: str) -> int:
    """Two figures are this century up to 79: "21" is 2021, "98" is 1998."""
    year = int(text)
    if len(text) > 2:
        return year
    return 2000 + year if year < 80 else 1900 + year


def on(year: int, month: int, day: int) -> Span | None:
    """A single day; None where there is no such day."""
    if not EARLIEST <= year <= LATEST:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Span(found, found)


def month(year: int, number: int) -> Span | None:
    """A whole month."""
    if not (EARLIEST <= year <= LATEST and 1 <= number <= 12):
        return None
    return Span(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))


def months(year: int, first: int, count: int) -> Span | None:
    """Some months in a row, from a month of a year; a month past December is of the next year."""
    ahead, start = divmod(first - 1, 12)
    ends, last = divmod(first + count - 2, 12)
    one, other = month(year + ahead, start + 1), month(year + ends, last + 1)
    return Span(one.first, other.last) if one and other else None
