"""A file and the tables it may hold, checked: what was read, how, and what is wrong with it."""

import hashlib
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from loaders import as_at, rag
from loaders.checked import Checked, LeftOut, Reading
from loaders.choices import Choices
from loaders.choose import Fit, best, rank
from loaders.columns import Table
from loaders.find import MOST_TABLES, Found
from loaders.find import tables as tables_on
from loaders.grid import Grid
from loaders.layouts import widened
from loaders.page import Page
from loaders.profile import SAMPLE, Profile
from loaders.read import column_values
from loaders.reading import left_out_by_choice, read, unknown
from loaders.workbook import grids

KEY_WIDTH = 3
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
    ranked: list[tuple[float, int, Reading]] = []
    left_out: list[LeftOut] = []
    key: dict[str, str] = {}
    dated: tuple[date, str] | None = None
    for number, grid in enumerate(sheets):
        if left_out_by_choice(choices, grid.sheet):
            left_out.append(LeftOut(grid.sheet, "left out as you chose"))
            continue
        if grid.hidden and not choices.read_hidden and grid.sheet not in choices.sheets:
            left_out.append(LeftOut(grid.sheet, "the sheet is hidden in the file"))
            continue
        page = Page(grid)
        found = tables_on(page)
        if not found:
            left_out.append(LeftOut(grid.sheet, _nothing(page)))
        if len(found) == MOST_TABLES:
            why = f"it holds more than {MOST_TABLES} tables, and the others were not read"
            left_out.append(LeftOut(grid.sheet, why))
        readings = _readings(page, found, tables, choices)
        ranked += [(score, number, reading) for score, reading in readings]
        # A key may be a table of its own, of two or three columns; records are no key.
        taken = {
            row
            for one in found
            if len(one.columns) > KEY_WIDTH
            for row in (*one.rows, *range(one.heading_rows[0], one.heading_rows[1] + 1))
        }
        key = key or rag.key_in(page, taken)
        dated = dated or as_at.found_in(
            page, found[0].heading_rows[1] + 1 if found else page.height
        )
    ranked = _themed(ranked, tables)
    ranked.sort(key=lambda one: (-one[0], one[1], one[2].heading_rows))
    readings_in_order = tuple(
        replace(reading, key=key) if reading.colours else reading for _, _, reading in ranked
    )
    return Checked(
        name,
        sha256,
        readings_in_order,
        tuple(left_out),
        dated[0] if dated else None,
        dated[1] if dated else "",
        tuple(note for grid in sheets for note in grid.notes),
    )


def _themed(
    ranked: list[tuple[float, int, Reading]], tables: Sequence[Table]
) -> list[tuple[float, int, Reading]]:
    """Gives the sheet's name as theme where one table is kept on a sheet for each theme."""
    section = {table.key: table.section for table in tables if table.section}
    sheets: dict[str, set[str]] = {}
    for _, _, reading in ranked:
        sheets.setdefault(reading.table, set()).add(reading.sheet)
    out = []
    for score, number, reading in ranked:
        field = section.get(reading.table, "")
        frame = reading.frame
        if field and field not in reading.fields and len(sheets[reading.table]) > 1:
            frame = frame.assign(**{field: frame[field].fillna(reading.sheet)})
        out.append((score, number, replace(reading, frame=frame)))
    return out


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


def _fit(fit: Fit | None) -> float:
    return fit.fit if fit else 0.0


def _readings(
    page: Page, found: Sequence[Found], tables: Sequence[Table], choices: Choices
) -> list[tuple[float, Reading]]:
    """Every table of one sheet, read, with how likely it is the file's main one."""
    fits: list[Way] = []
    for one in found:
        fits.append(max(_ways(page, one, tables, choices), key=lambda way: _fit(way[1])))
    alike: dict[tuple[str, int], int] = {}
    readings = []
    for one, fit, columns in fits:
        reading = read(page, one, columns, fit, choices) if fit else unknown(page, one, columns)
        readings.append((one, fit, reading))
        alike[one.like] = alike.get(one.like, 0) + reading.rows
    ranks: dict[tuple[str, int], float] = {}
    for one, fit, _ in readings:
        own = rank(fit, one, alike[one.like], page.grid.hidden) if fit else one.likeness - 10
        # The parts of one table stand together, in the order of the sheet.
        ranks[one.like] = max(own, ranks.get(one.like, own))
    return [(ranks[one.like], reading) for one, _, reading in readings]
