"""The date a file says it is true at: in its title, or in a block above the table."""

import re
from datetime import date, datetime

from loaders.cells import dates
from loaders.cells.readers import shown
from loaders.sheets.page import Page

_SAID = re.compile(
    r"\b(?:as at|as of|position at|position as at|progress (?:as )?at|correct at|status at|"
    r"update(?:d)?(?: as)? at|reporting (?:month|period|date)|report date|date of report|"
    r"(?:data|figures|position|actuals|results|information) (?:up )?(?:to|for|at)(?: the)?|"
    r"last updated|updated(?: on)?|status date|snapshot date|period ending|month ending)\b"
    r"\s*:?\s*(.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LONE = re.compile(
    r"^(as at|as of|month|date|period|report(?:ing)? (?:month|period|date))\s*:?$", re.I
)
ROWS = 15


def found_in(page: Page, above: int) -> tuple[date, str] | None:
    """The as-at date in the rows above a table, with the words it was read from."""
    for row in range(min(above, ROWS)):
        cells = page.cells(row)
        for place, (_, value) in enumerate(cells):
            if not isinstance(value, str):
                continue
            said = _SAID.search(value)
            beside = cells[place + 1][1] if place + 1 < len(cells) else None
            if said:
                day = _first_date(said[1]) if said[1].strip() else _day(beside)
            elif _LONE.match(value.strip()):
                day = _day(beside)
            else:
                continue
            if day:
                words = (
                    shown(value) if said and said[1].strip() else f"{shown(value)} {shown(beside)}"
                )
                return day, words
    return None


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return _first_date(value) if isinstance(value, str) else None


def _first_date(text: str) -> date | None:
    """The date a text starts with: as many of its first words as make one."""
    words = text.split()
    for count in range(min(5, len(words)), 0, -1):
        span = dates.span(" ".join(words[:count]).strip(" .,;:()–-"))
        if span is not None:
            return span.last
    return None
