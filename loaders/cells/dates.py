"""Dates as people type them: day first, months and quarters alone, and Excel's day numbers."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from loaders.formats.uk_time import in_uk

MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
EARLIEST, LATEST = 1900, 2199
FIRST_SERIAL, LAST_SERIAL = 18264, 73415
"""Excel's day numbers of 1 January 1950 and 31 December 2100: others are not taken for dates."""

_TIME = r"(?:,?[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z| ?[ap]m)?)?"
_ZONED = re.compile(
    r"^(.+?),?[t ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?(z|utc|gmt|[+-]\d{2}:?\d{2})$"
)
_ISO = re.compile(rf"^(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}$")
_DAY_FIRST = re.compile(
    rf"^(\d{{1,2}})\s*[-/. ]\s*(\d{{1,2}})\s*[-/. ]\s*(\d{{4}}|\d{{2}}){_TIME}$"
)
_DAY_MONTH = re.compile(
    r"^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \-/.]*([a-z]+)[ \-/.,']*(\d{4}|\d{2})" + _TIME + "$"
)
_MONTH_DAY = re.compile(r"^([a-z]+)[ .]+(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$")
_MONTH = re.compile(r"^([a-z]+)[ \-/.,']*(\d{4}|\d{2})$")
_MONTH_NUMBER = re.compile(r"^(?:(\d{1,2})[-/.](\d{4})|(\d{4})[-/.](\d{1,2}))$")
_QUARTER = re.compile(r"^(?:q(?:uarter|tr)?\.? ?([1-4])|([1-4])q)[ ,\-/()]*(.*)$")
_QUARTER_LAST = re.compile(r"^(.+?)[ ,\-/()]*q(?:uarter|tr)?\.? ?([1-4])\)?$")
_FINANCIAL = re.compile(r"^(?:fy ?)?(\d{4}|\d{2}) ?[/\-–] ?(\d{4}|\d{2})$")
_YEAR = re.compile(r"^(?:calendar year |year )?(\d{4})$")
_WEEKDAY = re.compile(r"^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*[ ,.]+")
_EDGE = re.compile(
    r"^(?:(by|before|due|on or before|by the|no later than)\b ?(?:the )?)?"
    r"(?:(end|early|mid|start|beginning|late|first half|second half|from|w/c|w/e|week ending|"
    r"week commencing|c\.?|circa|approx\.?|around|until|to)\b[ \-]*(?:of )?(?:the )?)?"
)
_EARLY = {"early", "start", "beginning", "from", "w/c", "week commencing"}


@dataclass(frozen=True)
class Span:
    """What a date was read as: its first and last day, and the words that narrow it."""

    first: date
    last: date
    edge: str = ""

    @property
    def exact(self) -> bool:
        """Whether a single day was written."""
        return self.first == self.last and not self.edge


def _year(text: str) -> int:
    """Two figures are this century up to 79: "21" is 2021, "98" is 1998."""
    year = int(text)
    if len(text) > 2:
        return year
    return 2000 + year if year < 80 else 1900 + year


def _on(year: int, month: int, day: int) -> Span | None:
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


def quarter(number: int, year: int, financial: bool) -> Span | None:
    """A quarter of a calendar year, or of the financial year that starts in April of ``year``."""
    start = 3 * number - 2 + (3 if financial else 0)
    start, year = (start - 12, year + 1) if start > 12 else (start, year)
    first, last = month(year, start), month(year, start + 2)
    return Span(first.first, last.last) if first and last else None


def from_serial(number: float) -> date | None:
    """The date of an Excel day number, when it is one of this or the last century."""
    if not FIRST_SERIAL <= number <= LAST_SERIAL:
        return None
    return date(1899, 12, 30) + timedelta(days=int(number))


def _financial(text: str) -> int | None:
    """The year in which a financial year such as "2021/22" starts; None where it is not one."""
    found = _FINANCIAL.match(text)
    if not found:
        return None
    start, end = _year(found[1]), _year(found[2])
    return start if end == start + 1 else None


def _zoned(text: str) -> Span | None:
    """The day that a moment of a named time zone was in the United Kingdom."""
    found = _ZONED.match(text)
    day = _plain(found[1]) if found else None
    if not found or not day or not day.exact:
        return None
    zone = "+0000" if found[5].isalpha() else found[5].replace(":", "")
    moment = f"{day.first.isoformat()} {found[2]:>02}:{found[3]}:{found[4] or '00'} {zone}"
    try:
        local = in_uk(datetime.strptime(moment, "%Y-%m-%d %H:%M:%S %z"))
    except ValueError:
        return None
    return Span(local.date(), local.date())


def _plain(text: str) -> Span | None:
    """A date with no words around it."""
    if day := _zoned(text):
        return day
    if found := _ISO.match(text):
        return _on(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.match(text):
        return _on(_year(found[3]), int(found[2]), int(found[1]))
    if (found := _DAY_MONTH.match(text)) and found[2] in MONTHS:
        return _on(_year(found[3]), MONTHS[found[2]], int(found[1]))
    if (found := _MONTH_DAY.match(text)) and found[1] in MONTHS:
        return _on(int(found[3]), MONTHS[found[1]], int(found[2]))
    if (found := _MONTH.match(text)) and found[1] in MONTHS:
        return month(_year(found[2]), MONTHS[found[1]])
    if found := _MONTH_NUMBER.match(text):
        number, year = (found[1], found[2]) if found[1] else (found[4], found[3])
        return month(int(year), int(number)) or _long(text)
    return _long(text)


def _long(text: str) -> Span | None:
    """A quarter or a year."""
    found, turned = _QUARTER.match(text), _QUARTER_LAST.match(text)
    if found or turned:
        number, rest = (found[1] or found[2], found[3]) if found else (turned[2], turned[1])  # type: ignore[index]
        rest = rest.strip(" ()")
        if (start := _financial(rest)) is not None:
            return quarter(int(number), start, financial=True)
        if year := _YEAR.match(rest):
            return quarter(int(number), int(year[1]), financial=False)
        return None
    if (start := _financial(text)) is not None:
        return Span(date(start, 4, 1), date(start + 1, 3, 31))
    if (year := _YEAR.match(text)) and 1950 <= int(year[1]) <= 2100:
        return Span(date(int(year[1]), 1, 1), date(int(year[1]), 12, 31))
    return None


def _squeezed(text: str) -> str:
    text = " ".join(text.replace("\u2019", "'").replace("\u2013", "-").casefold().split())
    return _WEEKDAY.sub("", text).strip(" .,;")


def _from_to(words: str) -> Span | None:
    """Two dates with a dash or "to" between them: "Jan 2022 - Mar 2022"."""
    parts = re.split(r" (?:-|to|until) ", words)
    if len(parts) != 2:
        return None
    first, last = _plain(parts[0]), _plain(parts[1])
    if first is None or last is None or last.last < first.first:
        return None
    return Span(first.first, last.last)


@lru_cache(maxsize=65536)
def span(text: str) -> Span | None:
    """The day or days that a text stands for, day first; None where it is not a date."""
    words = _squeezed(text)
    if found := _plain(words):
        return found
    edge = _EDGE.match(words)
    if not edge or not edge.end():
        return _from_to(words)
    found = _plain(_WEEKDAY.sub("", words[edge.end() :]).strip(" .,"))
    if found is None:
        return None
    return Span(found.first, found.last, edge[2] or edge[1] or "")


def period(value: object) -> Span | None:
    """The period that a heading or cell stands for: a date, a month, a quarter or a year."""
    if isinstance(value, datetime):
        return Span(value.date(), value.date())
    if isinstance(value, date):
        return Span(value, value)
    if isinstance(value, str):
        return span(value)
    return None


def month_first(text: str) -> date | None:
    """A date that can only be read month first ("9/21/2022"): for saying so, never for reading."""
    found = _DAY_FIRST.match(_squeezed(text))
    if not found or int(found[1]) > 12 or int(found[2]) <= 12:
        return None
    turned = _on(_year(found[3]), int(found[1]), int(found[2]))
    return turned.first if turned else None


def either_way(text: str) -> bool:
    """Whether a date could be read month first as well as day first ("9/11/2022")."""
    found = _DAY_FIRST.match(_squeezed(text))
    if not found:
        return False
    return int(found[1]) != int(found[2]) and max(int(found[1]), int(found[2])) <= 12


def without_year(text: str) -> bool:
    """Whether this is a month, quarter or day that lacks only its year ("Q3", "March")."""
    words = _squeezed(text)
    return words in MONTHS or bool(
        re.fullmatch(r"(end |by |from )?q[1-4]|[a-z]+ \d{1,2}|\d{1,2}(st|nd|rd|th)? [a-z]+", words)
        and (words[-2:-1] == "q" or any(part in MONTHS for part in words.split()))
    )


def said(day: date) -> str:
    """A date in words: 31 December 2016."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def chosen(found: Span, first: bool) -> date:
    """The one day of a span: its first for a start, its last for a due date, its words heeded.

    "Early" and "from" are the first day, "mid" the fifteenth of a month, "end" and "by" the last.
    """
    if found.edge in _EARLY:
        return found.first
    if found.edge == "mid":
        return found.first + (found.last - found.first) // 2
    if found.edge in {"end", "by", "late", "before", "until"}:
        return found.last
    return found.first if first else found.last
