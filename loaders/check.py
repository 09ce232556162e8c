"""A file and the tables it may hold, checked: what was read, how, and what is wrong with it."""

import hashlib
import secrets
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from loaders.cells.readers import shown
from loaders.choices import READ, Choices
from loaders.columns import rag
from loaders.columns.profile import SAMPLE, Profile
from loaders.declared import Table
from loaders.formats.grid import Grid
from loaders.formats.workbook import grids
from loaders.outcome import Checked, LeftOut, Reading
from loaders.problems import Level, Problem
from loaders.reading import remarks, unused
from loaders.reading.frame import column_values
from loaders.reading.layouts import widened
from loaders.reading.places import placed
from loaders.reading.recognise import ENOUGH, Fit, best, nearest, rank
from loaders.reading.table import left_out_by_choice, read, unknown
from loaders.reading.twice import on_several_sheets
from loaders.sheets import as_at
from loaders.sheets.find import MOST_TABLES, TOLD, Found
from loaders.sheets.find import tables as tables_on
from loaders.sheets.page import Page

KEY_WIDTH = 3
ROWS = 3
"""So many rows of two cells or more make a sheet one that something is written on in columns."""
SHORT = 60
MOST_LINES = 50
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
    dated: tuple[date, str] | None = None
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
        parts += _parts(page, number, found, tables, choices)
        key = key or rag.key_in(page, _records(found))
        dated = dated or as_at.found_in(
            page, found[0].heading_rows[1] + 1 if found else page.height
        )
    parts = _nothing_silent(parts, tables, choices)
    parts.sort(key=lambda part: (-part.rank, part.number, part.found.heading_rows))
    if choices.as_table:
        parts = [_demoted(part, parts[0]) for part in parts]
    when = choices.as_at or (dated[0] if dated else datetime.now().astimezone().date())
    unnamed = {grid.sheet for grid in sheets if grid.places}
    return Checked(
        name,
        sha256,
        tuple(
            placed(
                _dated(replace(reading, key=key) if reading.colours else reading, tables, when),
                part.page.grid,
            )
            for part, reading in zip(
                parts,
                _themed([part.reading for part in parts], tables, unnamed),
                strict=True,
            )
        ),
        tuple(left_out),
        dated[0] if dated else None,
        dated[1] if dated else "",
        tuple(note for grid in sheets for note in grid.notes),
        (
            *(unused.sheet(name, _level(parts)) for name in bare),
            *on_several_sheets([part.reading for part in parts], tables),
        ),
    )


def _passed_over(grid: Grid, choices: Choices) -> str:
    """Why a sheet is not looked at, or ""."""
    if left_out_by_choice(choices, grid.sheet):
        return "left out as you chose"
    if grid.hidden and choices.hidden != READ and grid.sheet not in choices.sheets:
        return "the sheet is hidden in the file"
    return ""


@dataclass(frozen=True)
class Part:
    """One table of the file on its way: where it stands, what it is taken for, how it was read."""

    number: int
    page: Page
    found: Found
    columns: list[list[object]]
    fit: Fit | None
    reading: Reading
    rank: float = 0.0


def _dated(reading: Reading, tables: Sequence[Table], as_at: date) -> Reading:
    """The reading, with a warning for each date of the past that has not come by its own date."""
    table = next((one for one in tables if one.key == reading.table), None)
    told = remarks.to_come(table, reading, as_at) if table else []
    return replace(reading, problems=(*reading.problems, *told)) if told else reading


def _nothing_silent(parts: Sequence[Part], tables: Sequence[Table], choices: Choices) -> list[Part]:
    """The parts, with what is to be said of each table that is like none known."""
    level = _level(parts)
    out = []
    for part in parts:
        told: list[Problem] = []
        if part.fit is None:
            profiles = [Profile(column[:SAMPLE]) for column in part.columns]
            near = nearest(part.found, profiles, tables, choices)
            told = unused.whole(part.found, len(part.found.rows), near, level)
        problems = (*part.reading.problems, *told)
        out.append(replace(part, reading=replace(part.reading, problems=problems)))
    return out


def _level(parts: Sequence[Part]) -> Level:
    """What is not read is a warning where nothing else of the file was read either."""
    return "note" if any(part.fit for part in parts) else "warning"


def _records(found: Sequence[Found]) -> set[int]:
    """The rows of a sheet's tables, which are no key to its colours.

    A key may be a table of its own, of two or three columns: those are not among them.
    """
    return {
        row
        for one in found
        if len(one.columns) > KEY_WIDTH
        for row in (*one.rows, *range(one.heading_rows[0], one.heading_rows[1] + 1))
    }


def _demoted(part: Part, first: Part) -> Part:
    """Only the best table of a file is read as what it was said to be, and those that fit anyway.

    A list of choices on another sheet does not become a plan because the plan was read as one.
    """
    same = part.page is first.page and part.found.like == first.found.like
    if same or part.fit is None or part.fit.likely >= ENOUGH:
        return part
    return replace(part, fit=None, reading=unknown(part.page, part.found, part.columns))


def _themed(
    readings: Sequence[Reading], tables: Sequence[Table], unnamed: Collection[str]
) -> Iterator[Reading]:
    """Gives the sheet's name as theme where one table is kept on a sheet for each theme.

    In ``unnamed`` are those that nobody gave a name ("Table 2"): theirs is the line above them.
    """
    section = {table.key: table.section for table in tables if table.section}
    sheets: dict[str, set[str]] = {}
    for reading in readings:
        sheets.setdefault(reading.table, set()).add(reading.sheet)
    for reading in readings:
        field = section.get(reading.table, "")
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


Way = tuple[Found, Fit | None, list[list[object]]]


def _ways(page: Page, found: Found, tables: Sequence[Table], choices: Choices) -> Iterator[Way]:
    """A table without and with the columns under bare dates, each with what it would be."""
    wide = [widened(found)] if found.across and any(t.across[0] for t in tables) else []
    for one in (found, *wide):
        columns = column_values(page, one, one.rows)
        profiles = [Profile(column[:SAMPLE]) for column in columns]
        yield one, best(one, profiles, tables, choices), columns


def _fit(way: Way) -> float:
    return way[1].fit if way[1] else 0.0


def _parts(
    page: Page, number: int, found: Sequence[Found], tables: Sequence[Table], choices: Choices
) -> list[Part]:
    """Every table of one sheet, read, with how likely it is the file's main one."""
    parts = []
    for one in found:
        wide, fit, columns = max(_ways(page, one, tables, choices), key=_fit)
        reading = read(page, wide, columns, fit, choices) if fit else unknown(page, wide, columns)
        parts.append(Part(number, page, wide, columns, fit, reading))
    rows: dict[tuple[str, int], int] = {}
    for part in parts:
        rows[part.found.like] = rows.get(part.found.like, 0) + part.reading.rows
    ranks: dict[tuple[str, int], float] = {}
    for part in parts:
        like = part.found.like
        own = (
            rank(part.fit, part.found, rows[like], page.grid.hidden)
            if part.fit
            else part.found.likeness - 10
        )
        # The parts of one table stand together, in the order of the sheet.
        ranks[like] = max(own, ranks.get(like, own))
    private = {table.key for table in tables if table.refused or table.pseudonymised}
    named = not any(part.reading.table in private for part in parts)
    below = _below(page, found, named=named)
    return [
        replace(
            part,
            rank=ranks[part.found.like],
            reading=replace(
                part.reading,
                left_out=tuple(sorted((*part.reading.left_out, *below[place]))),
            ),
        )
        for place, part in enumerate(parts)
    ]


def _below(page: Page, found: Sequence[Found], *, named: bool) -> list[list[tuple[int, str]]]:
    """For each table the filled rows under it that belong to no table: notes, keys, totals.

    ``named`` repeats their words, which a sheet about people must not.
    """
    taken = {
        row
        for one in found
        for row in (*one.rows, *range(one.heading_rows[0], one.heading_rows[1] + 1))
    }
    starts = sorted({one.heading_rows[0] for one in found})
    out = []
    for one in found:
        last = max((one.heading_rows[1], *one.rows[-1:]))
        end = next((start for start in starts if start > last), page.height)
        titles = {other.title for other in found if other.heading_rows[0] == end}
        lines = []
        for row in range(last + 1, end):
            if page.counts[row] and row not in taken:
                text = " ".join(shown(value) for _, value in page.cells(row)[:3])
                if text not in titles:
                    short = text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
                    words = f": “{short}”" if named else ""
                    lines.append((row + 1, f"below the table{words}"))
            if len(lines) == MOST_LINES:
                break
        out.append(lines)
        taken |= set(range(last + 1, end))
    return out
