"""Dates as people type them: day first, months and quarters alone, and Excel's day numbers."""

import calendar
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from loaders.cells import quarters
from loaders.cells.spans import EARLIEST, LATEST, MONTHS, Span, month, on, year_of
from loaders.formats.uk_time import in_uk

__all__ = ["EARLIEST", "LATEST", "MONTHS", "Span", "month"]

FIRST_SERIAL, LAST_SERIAL = 18264, 73415
"""Excel's day numbers of 1 January 1950 and 31 December 2100: others are not taken for dates."""

_TIME = (
    r"(?P<time>,?[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?P<zone> ?z| ?utc| ?gmt| ?bst| ?[ap]m|"
    r" ?[+-]\d{2}:?\d{2})?)?"
)
_ISO = re.compile(rf"^(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}$")
_COMPACT = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)$")
_DAY_FIRST = re.compile(
    rf"^(\d{{1,2}})\s*[-/. ]\s*(\d{{1,2}})\s*[-/. ]\s*(\d{{4}}|\d{{2}}){_TIME}$"
)
_DAY_MONTH = re.compile(
    r"^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \-/.]*([a-z]+)[ \-/.,']*(\d{4}|\d{2})" + _TIME + "$"
)
_MONTH_DAY = re.compile(r"^([a-z]+)[ .]+(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$")
_MONTH = re.compile(r"^([a-z]+)[ \-/.,']*(\d{4}|\d{2})$")
_MONTH_NUMBER = re.compile(r"^(?:(\d{1,2})[-/.](\d{4})|(\d{4})[-/.](\d{1,2}))$")
_WEEKDAY = r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?"
_WEEKDAY_FIRST = re.compile(rf"^{_WEEKDAY}[ ,.]+")
_WEEKDAY_LAST = re.compile(rf"[ ,]+\(?{_WEEKDAY}\)?$")
_EDGE = re.compile(
    r"^(?:(by|before|due|on or before|by the|no later than)\b ?(?:the )?)?"
    r"(?:(end|early|mid|start|beginning|late|from|w/c|w/e|week ending|"
    r"week commencing|c\.?|circa|approx\.?|around|until|to)\b[ \-]*(?:of )?(?:the )?)?"
)
_EARLY = {"early", "start", "beginning", "from", "w/c", "week commencing"}
_UTC = {"z": "+00:00", "utc": "+00:00", "gmt": "+00:00"}


def from_serial(number: float) -> date | None:
    """The date of an Excel day number, when it is one of this or the last century."""
    if not FIRST_SERIAL <= number <= LAST_SERIAL:
        return None
    return date(1899, 12, 30) + timedelta(days=int(number))


def _plain(text: str) -> Span | None:
    """A date with no words around it."""
    if found := _ISO.match(text):
        return _here(on(int(found[1]), int(found[2]), int(found[3])), found)
    if found := _COMPACT.match(text):
        return on(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.match(text):
        return _here(on(year_of(found[3]), int(found[2]), int(found[1])), found)
    if (found := _DAY_MONTH.match(text)) and found[2] in MONTHS:
        return _here(on(year_of(found[3]), MONTHS[found[2]], int(found[1])), found)
    if (found := _MONTH_DAY.match(text)) and found[1] in MONTHS:
        return on(int(found[3]), MONTHS[found[1]], int(found[2]))
    if (found := _MONTH.match(text)) and found[1] in MONTHS:
        return month(year_of(found[2]), MONTHS[found[1]])
    if found := _MONTH_NUMBER.match(text):
        number, year = (found[1], found[2]) if found[1] else (found[4], found[3])
        return month(int(year), int(number)) or quarters.span(text)
    return quarters.span(text)


def _here(day: Span | None, found: re.Match[str]) -> Span | None:
    """The day it was in the United Kingdom at a time that says its zone."""
    zone = (found["zone"] or "").strip()
    if day is None or zone in {"", "bst", "am", "pm"}:
        return day
    clock = re.sub(r"[^\d:.]", "", found["time"][: len(found["time"]) - len(found["zone"])])
    hour, minute = (int(part) for part in clock.split(":")[:2])
    offset = _UTC.get(zone, zone if ":" in zone else f"{zone[:-2]}:{zone[-2:]}")
    try:
        there = datetime.fromisoformat(f"{day.first}T{hour:02}:{minute:02}:00{offset}")
    except ValueError:
        return None
    here = in_uk(there)
    if here.date() == day.first:
        return day
    note = (
        f"Read as {said(here.date())}: {hour:02}:{minute:02} on {said(day.first)} in the time zone "
        f"written there was {here:%H:%M} on that day in the United Kingdom."
    )
    return Span(here.date(), here.date(), note=note)


def squeezed(text: str) -> str:
    """A date's text as it is compared: lower case, one kind of dash, no weekday or footnote."""
    text = " ".join(text.replace("\u2019", "'").replace("\u2013", "-").casefold().split())
    text = _WEEKDAY_LAST.sub("", _WEEKDAY_FIRST.sub("", text.strip(" .,;*†‡#")))
    return text.strip(" .,;*†‡#")


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
    words = squeezed(text)
    if found := _plain(words):
        return found
    edge = _EDGE.match(words)
    if not edge or not edge.end():
        return _from_to(words)
    found = _plain(_WEEKDAY_FIRST.sub("", words[edge.end() :]).strip(" .,"))
    if found is None:
        return None
    return replace(found, edge=edge[2] or edge[1] or "")


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
    """A date that can only be read month first ("9/21/2022")."""
    found = _DAY_FIRST.match(squeezed(text))
    if not found or int(found[1]) > 12 or int(found[2]) <= 12:
        return None
    turned = on(year_of(found[3]), int(found[1]), int(found[2]))
    return turned.first if turned else None


def day_first_only(text: str) -> bool:
    """Whether a date in figures can only be read day first ("21/9/2022")."""
    found = _DAY_FIRST.match(squeezed(text))
    return bool(found) and int(found[1]) > 12 and span(text) is not None  # type: ignore[index]


def either_way(text: str) -> bool:
    """Whether a date could be read month first as well as day first ("9/11/2022")."""
    found = _DAY_FIRST.match(squeezed(text))
    if not found:
        return False
    return int(found[1]) != int(found[2]) and max(int(found[1]), int(found[2])) <= 12


def turned(text: str) -> str:
    """A date in figures with its day and month changed over; any other text as it is."""
    words = squeezed(text)
    found = _DAY_FIRST.match(words)
    if not found or int(found[1]) > 12:
        return text
    return f"{found[2]}/{found[1]}/{words[found.start(3) :]}"


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
