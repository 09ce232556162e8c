"""An .xls of Excel 2003 or older as grids, by xlrd, which sees looks; by calamine when it fails."""

import os
import struct
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlrd

from loaders.formats import cannot, stray
from loaders.formats.grid import Cell, Grid
from loaders.formats.limits import MAX_CELLS, MAX_LOOKS
from loaders.formats.number_format import formatted
from loaders.formats.values import Values, padded, plain
from loaders.formats.xlsx import book as xlsx

_FAILS = (
    *(xlrd.XLRDError, xlrd.compdoc.CompDocError, struct.error, AssertionError, LookupError),
    xlrd.formula.FormulaError,
    *(ValueError, TypeError, AttributeError, UnicodeError, OverflowError, NameError),
)
"""What xlrd raises for a file that it does not follow: it has no error of its own for most."""

_BEGINS, _ENDS, _FILTER_MODE = 0x0809, 0x000A, 0x009B
_EXCEL_5 = 50


def grids(data: bytes, name: str) -> list[Grid]:
    """Every sheet of an .xls."""
    try:
        return _by_xlrd(data, name)
    except _FAILS as error:
        if "encrypted" in str(error):
            raise cannot.locked(name) from error
    return without_looks(
        data, name, "Colours, strike-through and hidden rows of this old .xls were not read."
    )


def without_looks(data: bytes, name: str, note: str) -> list[Grid]:
    """Every sheet by calamine alone: values and merged cells."""
    found: list[Grid] = []
    opened, failed = xlsx.sheets(xlsx.book(data, name), name)
    for sheet in opened:
        if sheet.cells > MAX_CELLS:
            raise cannot.too_many_cells(name, sheet.name, MAX_CELLS)
        values = padded(sheet.values())
        notes = (note, *map(xlsx.not_read, failed)) if not found else ()
        found.append(Grid(sheet.name, values, sheet.merged, sheet.hidden, notes=notes).within())
    return found


def _by_xlrd(data: bytes, name: str) -> list[Grid]:
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        book = xlrd.open_workbook(
            file_contents=data,
            formatting_info=True,
            on_demand=True,
            ragged_rows=True,
            logfile=nowhere,
        )
        found: list[Grid] = []
        for at in range(book.nsheets):
            found.append(_grid(book, book.sheet_by_index(at), name, _filtered(book, at)))
            book.unload_sheet(at)
    if not found:
        raise cannot.no_sheet(name)
    return found


def _filtered(book: Any, at: int) -> list[range]:
    """The rows under a sheet's filter, where it is on.

    xlrd passes over the record that says so ([MS-XLS] 2.4.102), but shows where the sheet begins,
    and the hidden name that Excel keeps for what is filtered.
    """
    if book.biff_version < _EXCEL_5:
        return []
    place, depth = book._sh_abs_posn[at], 0
    while place + 4 <= len(book.mem):
        kind, length = struct.unpack_from("<HH", book.mem, place)
        place += 4 + length
        # A chart on the sheet has a beginning and an end of its own.
        depth += (kind == _BEGINS) - (kind == _ENDS)
        if depth <= 0:
            break
        if kind == _FILTER_MODE:
            named = [one for one in book.name_obj_list if one.name == "_FilterDatabase"]
            areas = [area.coords for one in named if one.result for area in one.result.value or ()]
            return [range(c[2] + 1, c[3]) for c in areas if c[0] == at] or [range(65_536)]
    return []


def _grid(book: Any, sheet: Any, name: str, filtered: Sequence[range]) -> Grid:
    styles = [_style(book, xf) for xf in book.xf_list]
    codes = [_code(book, xf) for xf in book.xf_list]
    rows: Values = []
    fills: dict[Cell, str] = {}
    struck: set[Cell] = set()
    bold: set[Cell] = set()
    for row in range(sheet.nrows):
        cells = sheet.row(row)
        rows.append([_value(book, cell, codes) for cell in cells])
        for at, cell in enumerate(cells):
            fill, is_struck, is_bold = styles[cell.xf_index]
            if fill and len(fills) < MAX_LOOKS:
                fills[row, at] = fill
            if is_struck:
                struck.add((row, at))
            if is_bold:
                bold.add((row, at))
    rows = plain(rows)
    width = max((_filled(row) for row in rows), default=0)
    note = ""
    if width * len(rows) > MAX_CELLS:
        rows, note = stray.cut(rows, name, sheet.name)
        width = max((_filled(row) for row in rows), default=0)
    values = padded([row[:width] for row in rows])
    hidden = frozenset(row for row, info in sheet.rowinfo_map.items() if info.hidden)
    return Grid(
        sheet=sheet.name,
        values=values,
        merged=tuple(
            (top, left, end - 1, right - 1) for top, end, left, right in sheet.merged_cells
        ),
        hidden=bool(sheet.visibility),
        hidden_rows=hidden,
        filtered_rows=frozenset(row for rows in filtered for row in rows if row in hidden),
        hidden_columns=frozenset(at for at, info in sheet.colinfo_map.items() if info.hidden),
        fills=fills,
        struck=frozenset(struck),
        bold=frozenset(bold),
        notes=(note,) if note else (),
    ).within()


def _style(book: Any, xf: Any) -> tuple[str, bool, bool]:
    font = book.font_list[xf.font_index] if xf.font_index < len(book.font_list) else None
    fill = ""
    if xf.background.fill_pattern:
        rgb = book.colour_map.get(xf.background.pattern_colour_index)
        fill = "".join(f"{part:02X}" for part in rgb) if rgb else ""
    return (
        "" if fill == "FFFFFF" else fill,
        bool(font and font.struck_out),
        bool(font and (font.bold or font.weight >= 600)),
    )


def _code(book: Any, xf: Any) -> str:
    """The number format of a style, "" where it says nothing."""
    found = book.format_map.get(xf.format_key)
    return str(found.format_str) if found is not None else ""


def _value(book: Any, cell: Any, codes: Sequence[str]) -> object:
    kind, value = cell.ctype, cell.value
    if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return None
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if kind == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(value, "#ERROR!"))
    if kind == xlrd.XL_CELL_DATE:
        return _date(value, book.datemode)
    if kind == xlrd.XL_CELL_NUMBER:
        return formatted(value, codes[cell.xf_index])
    return str(value)


def _date(value: float, mode: int) -> date | datetime | str | float:
    if 0 <= value < 1:
        minutes = round(value * 24 * 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    try:
        found: datetime = xlrd.xldate.xldate_as_datetime(value, mode)
    except (xlrd.xldate.XLDateError, ValueError, OverflowError):
        return value
    return found if found.time() != datetime.min.time() else found.date()


def _filled(row: list[object]) -> int:
    """How many cells of a row there are up to the last that holds something."""
    last = len(row)
    while last and row[last - 1] is None:
        last -= 1
    return last
