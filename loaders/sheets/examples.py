"""Cells of a blank form: its example row's mark, the shape of a date, the choices of a list."""

import re
from collections.abc import Collection

from loaders.cells.readers import shown

EXAMPLE = "Example: "
"""What the first cell of an example row begins with."""

MARK = re.compile(
    r"\s*(?:for\s+)?(?:example|e\.g\.|eg)(?:\s*[:–—-]\s*|\s*$|\s+only\b|\s+row\b)", re.I
)
"""How the first cell of an example row begins."""


LEAST_CHOICES = 3
_PART = r"(?:d{1,4}|m{1,4}|y{2,4}|day|month|year|hh?|ss?)"
_DATE = re.compile(
    rf"^\W*(?:(?:date|format|enter|use|as|in|e\.?g\.?|the|a|form)\W+){{0,4}}"
    rf"{_PART}(?:\s*[/.\- :]\s*{_PART}){{1,5}}(?:\W+(?:format|only|please))*\W*$",
    re.IGNORECASE,
)
_LONE = re.compile(r"^\W*(?:yyyy|ddmmyy(?:yy)?|yyyymmdd|mmm?yy(?:yy)?)\W*$", re.IGNORECASE)
_PARTED = re.compile(r"\s*(?:[/,;|\n•·]|\s[–—-]\s|\bor\b|\band\b)\s*", re.IGNORECASE)
_BEFORE = re.compile(
    r"^\W*(?:(?:please|choose|select|pick|enter|one|of|from|either|options?|drop ?-?down|list|use|"
    r"b?rag|status)\W+)*",
    re.IGNORECASE,
)


def is_example(first: object) -> bool:
    """Whether a row is an example, told from its first filled cell."""
    return isinstance(first, str) and MARK.match(first) is not None


def is_date_mask(value: object) -> bool:
    """Whether a cell shows how a date is written: "dd/mm/yyyy", "DD-MMM-YY", "day/month/year"."""
    if not isinstance(value, str):
        return False
    letters = {letter for letter in "dmy" if letter in value.casefold()}
    mask = _DATE.match(value) and "m" in letters and letters != {"m"}
    return bool(mask or _LONE.match(value))


def is_list_of(value: object, choices: Collection[str]) -> bool:
    """Whether a cell lists three or more of a column's choices and nothing else: "R/A/G/B".

    ``choices`` are in lower case. A letter stands for the one that it begins.
    """
    if not isinstance(value, str):
        return False
    text = _BEFORE.sub("", value.casefold()).strip(" ()[]<>{}.:")
    parts = [shown(part).strip(" ()[]<>{}.:\"'“”") for part in _PARTED.split(text)]
    parts = [part for part in parts if part]
    firsts = {choice[:1] for choice in choices}
    known = [part in choices or (len(part) == 1 and part in firsts) for part in parts]
    return len(set(parts)) >= LEAST_CHOICES and all(known)
