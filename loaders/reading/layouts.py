"""Tables spread to the right: a column a month or a course, turned into a row each."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from loaders.cells import dates
from loaders.cells.readers import shown
from loaders.cells.spans import bare_month
from loaders.columns.beside import Match
from loaders.columns.profile import Profile
from loaders.declared import Table
from loaders.reading.frame import Source
from loaders.sheets.durations import months
from loaders.sheets.find import Found
from loaders.sheets.page import is_period
from loaders.sheets.spelling import normal

_REFRESH = re.compile(
    r"\b(?:refresh\w*|renew\w*|validity|valid for|frequency|how often|re-?certif\w*|expires after|"
    r"(?:update|repeat|due|training) every|every)\b",
    re.IGNORECASE,
)
LEAST = 2
"""So many columns make a table spread to the right."""
MOST, SOME = 0.6, 0.3
"""The share of a column's cells that can be read, for it to make such a table and to be part."""


def widened(found: Found) -> Found:
    """The same table with the columns under bare dates and periods among its headings."""
    if not found.across:
        return found
    own = [
        (column, end, heading, group)
        for column, end, heading, group in zip(
            found.columns, found.ends, found.headings, found.groups, strict=True
        )
    ]
    more = [(column, column, heading_of(value), "") for column, value in found.across]
    columns, ends, headings, groups = zip(*sorted(own + more), strict=True)
    return replace(found, columns=columns, ends=ends, headings=headings, groups=groups, across=())


def heading_of(value: object) -> str:
    """A heading as text; a date in full, so that it can be read again."""
    return value if isinstance(value, str) else shown(value)


def spread(
    table: Table,
    headings: Sequence[str],
    profiles: Sequence[Profile],
    matches: Mapping[str, Match],
    refused: frozenset[int],
) -> tuple[int, ...]:
    """The columns, by place, that a table is spread over; none where it is not.

    Where the headings are dates, those that are a period with a year; otherwise those that
    nothing else was found for and whose cells the declared field can read.
    """
    what, value = table.across
    if not what or what in matches:
        return ()
    taken = refused | {match.place for name, match in matches.items() if name != value}
    free = [place for place in range(len(headings)) if place not in taken]
    if table[what].kind.dtype.startswith("datetime"):
        found = [place for place in free if _dated(headings[place])]
    else:
        kind = table[value].kind
        shares = {
            place: _readable(profiles[place], kind.read)
            for place in free
            if not is_period(headings[place]) and normal(headings[place]) and profiles[place].count
        }
        found = [place for place, share in shares.items() if share >= MOST]
        if len(found) >= LEAST:
            # Beside sure courses, one with words of its own in some cells is a course too.
            found = [place for place, share in shares.items() if share >= SOME]
    return tuple(found) if len(found) >= LEAST else ()


def _period_of(found: Found, place: int) -> object:
    """The last day of a month that a heading names with its year; any other heading as it is."""
    heading = found.heads[place].strip()
    span = dates.span(heading) if heading == found.headings[place].strip() else None
    plain = span is not None and not (span.exact or span.edge or span.other or span.note)
    return span.last if span and plain and span.first.month == span.last.month else heading


def _dated(heading: str) -> bool:
    return dates.span(heading) is not None or bare_month(heading) is not None


def _readable(profile: Profile, read: Callable[[Any], Any]) -> float:
    """The share of cells that are one of the field's words, or a date."""
    held = profile.held
    good = sum(
        is_day(value) or profile.reads(read, value) or months(value) is not None for value in held
    )
    return good / len(held)


def is_day(value: object) -> bool:
    """Whether a cell holds a date, as Excel knows it or typed out in full."""
    if isinstance(value, date):
        return True
    return isinstance(value, str) and any(map(str.isdigit, value)) and dates.span(value) is not None


@dataclass(frozen=True)
class Validity:
    """The row of a matrix that says how long its dates hold: months by the sheet's column."""

    row: int
    months: Mapping[int, int]

    def ends(self, source: Source, days: Sequence[date | None]) -> list[date | None]:
        """When each of the dates that were read from ``source`` runs out; None where unsaid."""
        counts = [self.months.get(column) for _, column in source.at]
        return [
            (pd.Timestamp(day) + pd.DateOffset(months=count)).date() if day and count else None
            for day, count in zip(days, counts, strict=True)
        ]


def validity(
    table: Table,
    found: Found,
    columns: Sequence[Sequence[object]],
    across: Sequence[int],
) -> Validity | None:
    """The row, if any, that says how long each course holds: "Refresh every", then "3 years"."""
    if not table.across_valid or not across:
        return None
    others = [place for place in range(len(columns)) if place not in across]
    for line, row in enumerate(found.rows):
        said = [shown(columns[place][line]) for place in others if columns[place][line] is not None]
        label = next((text for text in said if _REFRESH.search(text)), "")
        if not label:
            continue
        unit = "months" if "month" in label.casefold() else "years"
        held = {found.columns[place]: months(columns[place][line], unit) for place in across}
        known = {column: count for column, count in held.items() if count}
        if known:
            return Validity(row, known)
    return None


@dataclass(frozen=True)
class Melted:
    """A table with one record a row and column: each record's row, and each field's cells."""

    rows: list[int]
    sources: dict[str, Source]


def melted(
    table: Table,
    found: Found,
    places: Mapping[str, int],
    across: Sequence[int],
    rows: Sequence[int],
    raw: Sequence[Sequence[object]],
) -> Melted:
    """One record for each row and each column that the table is spread over."""
    what, value = table.across
    pairs = [
        (line, place)
        for line in range(len(rows))
        for place in across
        if table.across_blank or raw[place][line] is not None
    ]
    lines = [line for line, _ in pairs]
    out_rows = [rows[line] for line in lines]
    sources = {
        name: Source(
            place,
            found.columns[place],
            found.headings[place].strip(),
            [raw[place][line] for line in lines],
        )
        for name, place in places.items()
        if name not in table.across
    }
    first = across[0]
    head = found.heading_rows[1]
    heading = f"{found.headings[across[0]].strip()} to {found.headings[across[-1]].strip()}"
    sources[what] = Source(
        first,
        found.columns[first],
        heading,
        [_period_of(found, place) for _, place in pairs],
        [(head, found.columns[place]) for _, place in pairs],
    )
    at = [(rows[line], found.columns[place]) for line, place in pairs]
    cells = [raw[place][line] for line, place in pairs]
    if table.across_dates:
        days = [cell if is_day(cell) else None for cell in cells]
        cells = [None if is_day(cell) else cell for cell in cells]
        sources[table.across_dates] = Source(first, found.columns[first], heading, days, at)
    sources[value] = Source(first, found.columns[first], heading, cells, at)
    return Melted(out_rows, sources)
