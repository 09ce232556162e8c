"""What was not read: columns that no field was found for, and tables that are like none known."""

from collections.abc import Mapping, Sequence
from typing import Literal

from rapidfuzz import fuzz

from loaders.cells.readers import shown
from loaders.choices import Choices
from loaders.columns.beside import Match
from loaders.columns.evidence import spoken
from loaders.columns.likeness import SURE, named
from loaders.columns.profile import Profile
from loaders.columns.programmes import ADVICE, is_programme
from loaders.columns.rag import is_code
from loaders.declared import Table
from loaders.formats.grid import address
from loaders.outcome import Unused
from loaders.problems import Level, Problem
from loaders.reading.recognise import Fit
from loaders.sheets.find import Found
from loaders.sheets.forms import is_day
from loaders.sheets.page import is_text
from loaders.sheets.spelling import normal

Holds = Literal["", "dates", "numbers", "long texts", "words like a status", "words"]

HALF = 0.5
LONG_TEXT = 25
READS = 0.8
MOST_SHOWN = 60
LEAST_ROWS = 2


def columns(
    table: Table,
    found: Found,
    cells: Sequence[Sequence[object]],
    used: set[int],
    matches: Mapping[str, Match],
    choices: Choices,
) -> list[Unused]:
    """Each column that is not read though half of the records say something in it.

    ``cells`` are those of the records under each heading, ``used`` the columns, by place, that
    were read or must not be. Of a table about people nothing is said that would repeat a name.
    """
    if table.refused or table.pseudonymised:
        return []
    known = (*choices.fields.get(table.key, {}), *table.passed_over, *_second_names(table, used))
    meant = {normal(heading) for heading in known}
    told = []
    for place, heading in enumerate(found.headings):
        profile = Profile(cells[place])
        rows = len(profile.values)
        if place in used or normal(heading) in meant:
            continue
        full = rows >= LEAST_ROWS and profile.count >= HALF * rows
        holds = _holds(table, profile) if full else ""
        if _ticked(table, heading, profile):
            holds = "words like a status"
        if not holds and _belied(table, heading, profile, matches):
            holds = "words"
        if not holds:
            continue
        values = list(dict.fromkeys(shown(value)[:MOST_SHOWN] for value in profile.held))[:2]
        cell = address(found.heading_rows[1], found.columns[place])
        like = _most_like(table, heading, profile, holds, matches)
        told.append(Unused(heading.strip(), cell, holds, tuple(values), like))
    return told


def others(
    table: Table,
    found: Found,
    cells: Sequence[Sequence[object]],
    used: set[int],
    told: Sequence[Unused],
    choices: Choices,
) -> list[Problem]:
    """One note that names every other column that is not read though something stands in it."""
    if table.refused or table.pseudonymised:
        return []
    passed = (*choices.fields.get(table.key, {}), *table.passed_over)
    known = {*map(normal, passed), *(normal(one.heading) for one in told)}
    names = {
        heading.strip(): found.columns[place]
        for place, heading in enumerate(found.headings)
        if place not in used
        and normal(heading) not in known
        and any(value is not None for value in cells[place])
    }
    if not names:
        return []
    listed = "”, “".join(names)
    what = "This column was" if len(names) == 1 else "These columns were"
    advice = f"{what} not read: “{listed}”. If one is needed, say below which column it is."
    cell = address(found.heading_rows[1], next(iter(names.values())))
    return [Problem("note", found.sheet, cell, "", "", "", advice)]


def _second_names(table: Table, used: set[int]) -> tuple[str, ...]:
    """What a second reference may be called, beside the one that is read."""
    if not table.unique or not used:
        return ()
    column = table[table.unique]
    return (column.heading, *column.also_called)


def said(table: Table, sheet: str, unused: Sequence[Unused]) -> list[Problem]:
    """A warning for each of these columns: what it holds, and what it most likely is."""
    out = []
    for one in unused:
        values = " and ".join(f"“{value}”" for value in one.values)
        offer = (
            f"It may be “{table[one.like].heading}”: if so, say that below, or that the column is "
            "left out."
            if one.like
            else "Say below what it is, or that it is left out."
        )
        advice = f"This column was not read. It holds {one.holds}, such as {values}. {offer}"
        out.append(Problem("warning", sheet, one.cell, "", one.heading, "", advice, reasoned=False))
    return out


def _ticked(table: Table, heading: str, profile: Profile) -> bool:
    """Whether a column has only ticks in it, under a word of the status: "In progress"."""
    return profile.ticked and any(
        one.kind.words and Profile.reads(one.kind.read, heading) for one in table.columns
    )


def _belied(table: Table, heading: str, profile: Profile, matches: Mapping[str, Match]) -> bool:
    """Whether a heading names a field that is not read because no cell is what that one holds."""
    return any(
        column.field not in matches
        and named(table, column, heading)[0] >= SURE
        and profile.alien(column)
        for column in table.columns
    )


def _holds(table: Table, profile: Profile) -> Holds:
    """What a column is full of; "" where that is neither here nor there."""
    held = profile.held
    if sum(map(is_day, held)) >= HALF * len(held):
        return "dates"
    if sum(is_code(value) and is_text(value) for value in held) >= READS * len(held):
        return "words like a status"
    if any(
        column.kind.words and profile.readable(column.kind) >= READS for column in table.columns
    ):
        return "words like a status"
    if sum(not is_text(value) for value in held) >= HALF * len(held):
        return "numbers"
    return "long texts" if profile.length >= LONG_TEXT and profile.spaces >= 2 else ""


def _most_like(
    table: Table, heading: str, profile: Profile, holds: Holds, matches: Mapping[str, Match]
) -> str:
    """Of the fields that nothing was found for, the one named most like it whose kind reads it."""
    best, most = "", -1.0
    for column in table.columns:
        kind = column.kind
        suits = {
            "dates": kind.dtype.startswith("datetime"),
            "numbers": kind.dtype == "float64",
            "words like a status": bool(kind.words),
            "long texts": kind.dtype == "str" and column.looks == "prose",
            "words": column.looks == "people" and profile.people >= HALF,
            "": False,
        }[holds]
        if column.field in matches or not suits or profile.readable(kind) < READS:
            continue
        names = (column.heading, *column.also_called)
        near = max(fuzz.token_sort_ratio(normal(heading), normal(name)) for name in names)
        near = max(near, 100 * spoken(column.family, heading))
        if near > most:
            best, most = column.field, near
    return best


def whole(found: Found, rows: int, nearest: Fit | None, level: Level) -> list[Problem]:
    """One problem for a table with rows in it that is like none known: the nearest, what it lacks.

    ``level`` is a warning where nothing else of the file was read either.
    """
    if not rows:
        return []
    first, last = found.heading_rows
    where = f"row {first + 1}" if first == last else f"rows {first + 1} to {last + 1}"
    counted = "1 row" if rows == 1 else f"{rows} rows"
    said = f"The table with its headings in {where} was not read: {counted}. "
    if nearest is None:
        said += "It is like no table known here. If it is one, say so below."
    elif is_programme(nearest.table, found, nearest.matches):
        said += ADVICE
    else:
        lacks = [
            f"a column for “{column.heading}”"
            for column in nearest.table.columns
            if column.required and column.field not in nearest.matches
        ]
        if nearest.table.one_of and not any(f in nearest.matches for f in nearest.table.one_of):
            names = [nearest.table[name].heading.lower() for name in nearest.table.one_of[:3]]
            lacks.append(f"any of {', '.join(names)} and the like")
        lacking = f"but lacks {' and '.join(lacks)}" if lacks else "but too little of it is known"
        said += f"It is most like “{nearest.table.sheet}”, {lacking}. If it is one, say so below."
    cell = address(first, found.columns[0])
    return [Problem(level, found.sheet, cell, "", "", "", said)]


def sheet(name: str, level: Level) -> Problem:
    """One problem for a sheet with rows on it, under no headings that look like any."""
    return Problem(
        level,
        name,
        "",
        "",
        "",
        "",
        "Nothing on this sheet was read, because no row of it looks like headings. If it holds a "
        "table, say below which, or write its headings in one row straight above it.",
    )
