"""What stands in a date's cell and is none: empties of databases, days that never were, seasons."""

import calendar
import re
from datetime import date

from loaders.cells import dates, quarters
from loaders.cells.spans import MONTHS, year_of

PLAIN = "Enter a date with the day first, for example 31/03/2022."
_FIGURES = re.compile(
    r"^(?:(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{1,4})|"
    r"(?P<y2>\d{4})[-/.](?P<m2>\d{1,2})[-/.](?P<d2>\d{1,2}))(?:[t ][\d:.]+z?)?$"
)
_WORDS = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \-/.]*([a-z]+)[ \-/.,']*(\d{4}|\d{2})$")
_EMPTIES = {(1970, 1, 1), (2079, 6, 6), (2099, 12, 31), (2100, 12, 31)}
"""Days that stand for "none" in Unix time, SQL Server's smalldatetime and registers."""
FIRST_YEAR, END_YEAR = 1910, 2200
"""No date of a plan: what lies before or after is 1 January 1900, 31 December 9999 and the like."""
_SEASON = re.compile(
    r"\b(?:spring|summer|autumn|winter|term|half[ -]term|easter|christmas|xmas|new year|ramadan)\b"
)
_WEEK = re.compile(r"\b(?:week|wk)\.? ?\d{1,2}\b")
_AFTER = re.compile(
    r"\b(?:\d+|one|two|three|six|twelve|a|an) ?(?:working )?(?:day|week|month|year)s?\b"
)


def empty(value: str | date) -> bool:
    """Whether this is what a database or a spreadsheet writes where there is no date."""
    if isinstance(value, date):
        return _none(value.year, value.month, value.day)
    found = _FIGURES.match(value.strip().casefold())
    if not found:
        return False
    year, month, day = (
        found["y"] or found["y2"],
        found["m"] or found["m2"],
        found["d"] or found["d2"],
    )
    return len(year) != 2 and _none(int(year), int(month), int(day))


def _none(year: int, month: int, day: int) -> bool:
    return year < FIRST_YEAR or year >= END_YEAR or (year, month, day) in _EMPTIES


def advice(text: str) -> str:
    """What to do about a text that is no date, in one or two sentences."""
    words = dates.squeezed(text)
    turned = dates.month_first(text)
    if turned:
        return (
            f"Write the day first. If this is {dates.said(turned)}, enter "
            f"{turned.day:02}/{turned.month:02}/{turned.year}."
        )
    if told := _never_was(words):
        return told
    if years := quarters.one_year_only(words):
        one, other = (f"{year}/{(year + 1) % 100:02}" for year in years)
        return (
            f"This may be of the financial year {one} or {other}. Write the year in full, for "
            f"example Q3 {one}."
        )
    if without_year(text):
        return "Add the year, for example 31/03/2022, March 2022 or Q4 2021/22."
    if _SEASON.search(words):
        return (
            "A season, term or holiday has no one last day. Enter the date on which it ends, for "
            "example 31/08/2022."
        )
    if _WEEK.search(words):
        return (
            "Weeks are numbered in more than one way. Enter the date on which the week ends, for "
            "example 31/03/2022."
        )
    if _AFTER.search(words):
        return (
            "This is a length of time, and the file does not say from when. Enter the date on "
            "which it ends, for example 31/03/2022."
        )
    return PLAIN


def _never_was(words: str) -> str:
    """Says of a day that is on no calendar why not."""
    if (found := _FIGURES.match(words)) and not (found["y"] and len(found["y"]) not in {2, 4}):
        year = year_of(found["y"] or found["y2"])
        month, day = int(found["m"] or found["m2"]), int(found["d"] or found["d2"])
    elif (found := _WORDS.match(words)) and found[2] in MONTHS:
        year, month, day = year_of(found[3]), MONTHS[found[2]], int(found[1])
    else:
        return ""
    if not 1 <= month <= 12:
        return f"There is no month {month}. {PLAIN}"
    if not dates.EARLIEST <= year <= dates.LATEST:
        return ""
    days = calendar.monthrange(year, month)[1]
    if 1 <= day <= days:
        return ""
    name = calendar.month_name[month] + (f" {year}" if month == 2 else "")
    return (
        f"{name} has {days} days. Enter the day that is meant, for example "
        f"{days}/{month:02}/{year}."
    )


def without_year(text: str) -> bool:
    """Whether this is a month, quarter or day that lacks only its year ("Q3", "March")."""
    words = dates.squeezed(text)
    return words in MONTHS or bool(
        re.fullmatch(
            r"(?:(?:end|by|from|early|mid|late)(?: of)?[ -])*(?:q(?:uarter )?[1-4]|"
            r"[a-z]+(?: \d{1,2}(?:st|nd|rd|th)?)?|\d{1,2}(?:st|nd|rd|th)? (?:of )?[a-z]+)",
            words,
        )
        and (
            re.search(r"q(?:uarter )?[1-4]$", words)
            or any(part in MONTHS for part in re.findall(r"[a-z]+", words))
        )
    )
