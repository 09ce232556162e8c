"""Quarters, halves and years as they are written: "Q3 2024/25", "H1 2025", "FY24/25"."""

import re
from dataclasses import replace

from loaders.cells.spans import MONTHS, Span, months, year_of

_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_ORDINAL = r"(first|second|third|fourth|final|last|[1-4](?:st|nd|rd|th))"
_QUARTER = re.compile(
    r"(?<![a-z])(?:q(?:uarter|tr)?\.?[ -]*0?([1-4])(?!\d)|([1-4])q(?![a-z])|"
    rf"{_ORDINAL} q(?:uarter|tr)\b)"
)
_HALF = re.compile(rf"(?<![a-z])(?:h ?([12])(?!\d)|([12])h(?![a-z])|{_ORDINAL} half\b)")
_MONTHS = re.compile(r"\b([a-z]{3,9})(?: ?[-/] ?| to )([a-z]{3,9})\b")
_FILLER = re.compile(r"^(?:of|in|the|for|,|-|/|\(|\)|:|\s)+|(?:,|-|/|\(|\)|:|\s)+$")
_YEAR_NAME = r"(?:fy|f/y|financial year|fin\.? year|year)(?:[ -]end(?:ing|ed)?)?"
_FINANCIAL = re.compile(
    rf"^(?:{_YEAR_NAME} ?)?'?(\d{{4}}|\d{{2}}) ?[/-] ?'?(\d{{4}}|\d{{2}})(?: year[ -]end)?$"
)
_CALENDAR = re.compile(r"^(?:calendar year |year )?'?(\d{4}|[1-4]\d)$")
_ONE_FINANCIAL = re.compile(r"(?:\bfy|f/y|financial year|fin\.? year) ?'?(\d{4}|\d{2})\b")
YEARS = (1950, 2100)


def span(text: str) -> Span | None:
    """The days of a quarter, a half or a year, from squeezed lower-case text; None if none.

    A quarter beside a single year ("Q3 2025") is one of the calendar year; ``other`` is then the
    same quarter of the financial year that starts in it.
    """
    quarter, half = _QUARTER.search(text), _HALF.search(text)
    part = quarter or half
    if part is None:
        named = _MONTHS.search(text)
        if named and named[1] in MONTHS and named[2] in MONTHS:
            return _of_months(named, _without(text, named))
        return _year(text)
    length = 3 if quarter else 6
    number = _number(part)
    if number > 12 // length:
        return None
    rest = _without(text, part)
    named = _MONTHS.search(rest)
    if named and named[1] in MONTHS and named[2] in MONTHS:
        return _of_months(named, _without(rest, named), length * (number - 1), length)
    start = financial_year(rest)
    if start is not None:
        return months(start, 4 + length * (number - 1), length)
    if year := _calendar_year(rest):
        read = months(year, 1 + length * (number - 1), length)
        other = months(year, 4 + length * (number - 1), length)
        return replace(read, other=other) if read else None
    return None


def financial_year(text: str) -> int | None:
    """The year in which a financial year such as "2021/22" starts; None where it is not one."""
    found = _FINANCIAL.match(text)
    if not found:
        return None
    start, end = year_of(found[1]), year_of(found[2])
    return start if end == start + 1 else None


def one_year_only(text: str) -> tuple[int, int] | None:
    """The two financial years, by the year they start in, that a lone "FY22" may stand for."""
    found = _ONE_FINANCIAL.search(text)
    if not found or text[found.end() :].lstrip(" ")[:1] in {"/", "-"}:
        return None
    year = year_of(found[1])
    return (year - 1, year) if YEARS[0] <= year <= YEARS[1] else None


def _number(part: re.Match[str]) -> int:
    found = next(text for text in part.groups() if text)
    return _NUMBERS.get(found) or int(found[0])


def _without(text: str, part: re.Match[str]) -> str:
    """What is left of a text, without the words that only join its parts."""
    left = f"{text[: part.start()]} {text[part.end() :]}"
    left = re.sub(r"\(\s*\)", " ", left)
    left = _FILLER.sub("", _FILLER.sub("", left))
    return " ".join(left.split())


def _of_months(
    named: re.Match[str], rest: str, offset: int | None = None, length: int = 0
) -> Span | None:
    """Months with their year behind them; they decide whose quarter one is that names them."""
    first, last = MONTHS[named[1]], MONTHS[named[2]]
    count = (last - first) % 12 + 1
    if offset is not None and (count != length or first not in {1 + offset, (3 + offset) % 12 + 1}):
        return None
    start = financial_year(rest)
    if start is not None:
        return months(start if first >= 4 else start + 1, first, count)
    year = _calendar_year(rest)
    if not year or last < first:
        return None
    read = months(year, first, count)
    of_next = offset is not None and first != 1 + offset and first < 4
    # "Q4 (Jan-Mar) 2025" ends in March 2025, or in March 2026 as the last of 2025/26.
    return replace(read, other=months(year + 1, first, count)) if read and of_next else read


def _calendar_year(text: str) -> int | None:
    found = _CALENDAR.match(text)
    year = year_of(found[1]) if found else 0
    return year if YEARS[0] <= year <= YEARS[1] else None


def _year(text: str) -> Span | None:
    start = financial_year(text)
    if start is not None:
        return months(start, 4, 12)
    found = re.match(r"^(?:calendar year |year )?(\d{4})$", text)
    if found and YEARS[0] <= int(found[1]) <= YEARS[1]:
        return months(int(found[1]), 1, 12)
    return None
