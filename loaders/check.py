"""A file and the tables it may hold, checked: what was read, how, and what is wrong with it."""

import hashlib
import re
import secrets
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from loaders.choices import READ, Choices
from loaders.columns import rag
from loaders.declared import Table
from loaders.formats.grid import Grid
from loaders.formats.workbook import grids
from loaders.outcome import Checked, Copy, LeftOut, Reading
from loaders.problems import Level, Problem
from loaders.reading import remarks, unused
from loaders.reading.parts import (
    Part,
    demoted,
    keys_among,
    level,
    nothing_silent,
    parts_of,
    records_of,
)
from loaders.reading.places import placed
from loaders.reading.recognise import ENOUGH
from loaders.reading.row_remarks import SAID_SO
from loaders.reading.table import left_out_by_choice
from loaders.repeated import copies, sheet_dates
from loaders.repeated.once import counted_once
from loaders.sheets import as_at
from loaders.sheets.find import MOST_TABLES, TOLD
from loaders.sheets.find import tables as tables_on
from loaders.sheets.page import Page
from loaders.sheets.rows import HIDDEN

HIDDEN_SHEET = "the sheet is hidden in the file"
ROWS = 3
"""So many rows of two cells or more make a sheet one that something is written on in columns."""
NO_THEME = re.compile(
    r"\b(open|closed|completed?|archived?|done|finished|live|current|outstanding|new|old|"
    r"implemented|in progress|ongoing)\b",
    re.IGNORECASE,
)
"""Sheets that part a list by how its records stand, which is no theme of theirs."""
__all__ = ["Choices", "check"]


def check(
    data: bytes, name: str, tables: Sequence[Table], choices: Choices | None = None
) -> Checked:
    """Reads a file in this process. Raises ``cannot.CannotRead`` with a sentence.

    A file from a stranger goes through ``safely.check``, which does this in a process of its own.
    """
    return check_grids(
        grids(data, name), name, hashlib.sha256(data).hexdigest(), tables, choices or Choices()
    )


def check_grids(
    sheets: Sequence[Grid], name: str, sha256: str, tables: Sequence[Table], choices: Choices
) -> Checked:
    """As ``check``, from grids that were read already."""
    if not choices.secret:
        # Without the installation's secret, keys of people hold for this one reading only.
        choices = replace(choices, secret=secrets.token_bytes(32))
    parts: list[Part] = []
    left_out: list[LeftOut] = []
    bare: list[str] = []
    key: dict[str, str] = {}
    said: dict[str, tuple[date, str]] = {}
    for number, grid in enumerate(sheets):
        if why := _passed_over(grid, choices):
            left_out.append(LeftOut(grid.sheet, why))
            continue
        page = Page(grid)
        found = tables_on(page)
        if not found and (choices.as_table or grid.sheet in choices.sheets):
            found = tables_on(page, TOLD)
        if not found:
            left_out.append(LeftOut(grid.sheet, _nothing(page)))
            bare += [grid.sheet] if sum(count >= 2 for count in page.counts) >= ROWS else []
        if len(found) == MOST_TABLES:
            why = f"it holds more than {MOST_TABLES} tables, and the others were not read"
            left_out.append(LeftOut(grid.sheet, why))
        new = parts_of(page, number, found, tables, choices)
        parts += new
        key = key or rag.key_in(page, records_of(found) - keys_among(new))
        above = found[0].heading_rows[1] + 1 if found else page.height
        if stated := as_at.found_in(page, above):
            said[grid.sheet] = stated
    parts = nothing_silent(parts, tables, choices)
    parts.sort(key=lambda part: (-part.rank, part.number, part.found.heading_rows))
    if choices.as_table:
        parts = [demoted(part, parts[0]) for part in parts]
    in_order = [part.reading for part in sorted(parts, key=lambda part: part.number)]
    days = {sheet: day for sheet, (day, _) in said.items()}
    copied = copies.found(in_order, tables, days, name, choices.as_at)
    readings, earlier, told = copies.latest([part.reading for part in parts], copied, choices)
    readings, twice = counted_once(readings, tables)
    dated = _as_at(copied, said)
    when = choices.as_at or (dated[0] if dated else datetime.now().astimezone().date())
    of_sheet = {grid.sheet: grid for grid in sheets}
    readings = [
        _dated(replace(reading, key=key) if reading.colours else reading, tables, when)
        for reading in _themed(readings, tables, {grid.sheet for grid in sheets if grid.places})
    ]
    readings += _unseen(sheets, tables, choices)
    return Checked(
        name,
        sha256,
        tuple(placed(reading, of_sheet[reading.sheet]) for reading in readings),
        (*left_out, *earlier),
        dated[0] if dated else None,
        dated[1] if dated else "",
        tuple(note for grid in sheets for note in grid.notes),
        (*(unused.sheet(sheet, level(parts)) for sheet in bare), *told, *twice),
        copied,
    )


def _as_at(copied: Sequence[Copy], said: Mapping[str, tuple[date, str]]) -> tuple[date, str] | None:
    """The date the file says it is true at, with its words: of several copies, the latest's."""
    if copied and (day := copied[-1].as_at):
        return day, copied[-1].sheets[0]
    return next(iter(said.values()), None)


def _passed_over(grid: Grid, choices: Choices) -> str:
    """Why a sheet is not looked at, or ""."""
    if left_out_by_choice(choices, grid.sheet):
        return "left out as you chose"
    if grid.hidden and choices.hidden != READ and grid.sheet not in choices.sheets:
        return HIDDEN_SHEET
    return ""


def _unseen(sheets: Sequence[Grid], tables: Sequence[Table], choices: Choices) -> Iterator[Reading]:
    """The tables on hidden sheets, of which no row is read."""
    for number, grid in enumerate(sheets):
        if _passed_over(grid, choices) == HIDDEN_SHEET:
            yield from _on_hidden(grid, number, tables, choices)


def _on_hidden(grid: Grid, number: int, tables: Sequence[Table], choices: Choices) -> list[Reading]:
    """The tables known here on a sheet that is hidden: each of its rows is one hidden by hand.

    So they are in the file, and what becomes of them is asked as it is of hidden rows.
    """
    found = tables_on(Page(grid))
    rows = frozenset(row for one in found for row in one.rows)
    page = Page(replace(grid, hidden_rows=rows, filtered_rows=frozenset()))
    level: Level = "note" if choices.hidden else "warning"
    out = []
    for part in parts_of(page, number, found, tables, choices):
        rows_of = sum(why == HIDDEN for _, why in part.reading.left_out)
        if not part.fit or part.fit.likely < ENOUGH or not rows_of:
            continue
        counted = "1 row" if rows_of == 1 else f"{rows_of} rows"
        was = "was" if rows_of == 1 else "were"
        advice = f"This sheet is hidden in the file, so its {counted} {was} left out"
        advice += SAID_SO if choices.hidden else ". Say whether to read hidden sheets and rows."
        told = Problem(level, grid.sheet, "", "", "", "", advice)
        out.append(replace(part.reading, problems=(told,), colours={}, unused=(), guessed=()))
    return out


def _dated(reading: Reading, tables: Sequence[Table], as_at: date) -> Reading:
    """The reading, with a warning for each date of the past that has not come by its own date."""
    table = next((one for one in tables if one.key == reading.table), None)
    told = remarks.to_come(table, reading, as_at) if table else []
    return replace(reading, problems=(*reading.problems, *told)) if told else reading


def _themed(
    readings: Sequence[Reading], tables: Sequence[Table], unnamed: Collection[str]
) -> Iterator[Reading]:
    """Gives the sheet's name as theme where one table is kept on a sheet for each theme.

    In ``unnamed`` are those that nobody gave a name ("Table 2"): theirs is the line above them.
    """
    section = {table.key: table.section for table in tables if table.section}
    parted = {
        one.table
        for one in readings
        if NO_THEME.search(one.sheet) or sheet_dates.of_name(one.sheet)
    }
    sheets: dict[str, set[str]] = {}
    for reading in readings:
        sheets.setdefault(reading.table, set()).add(reading.sheet)
    for reading in readings:
        field = "" if reading.table in parted else section.get(reading.table, "")
        name = reading.title if reading.sheet in unnamed else reading.sheet
        if name and field and field not in reading.fields and len(sheets[reading.table]) > 1:
            named = reading.frame[field].fillna(name)
            yield replace(reading, frame=reading.frame.assign(**{field: named}))
        else:
            yield reading


def _nothing(page: Page) -> str:
    return (
        "the sheet is empty" if not any(page.counts) else "no table with headings was found on it"
    )
