"""An XML spreadsheet of Excel 2002 and 2003, as reporting systems still write it, often as .xls."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from loaders.formats import cannot
from loaders.formats.grid import Cell, Grid
from loaders.formats.limits import MAX_CELLS, MAX_LOOKS
from loaders.formats.number_format import formatted
from loaders.formats.parts import local
from loaders.formats.values import Values, padded, plain

_SHEETS, _EXCEL = (f"urn:schemas-microsoft-com:office:{part}" for part in ("spreadsheet", "excel"))
_NAMED = {"Percent": "0.00%", "Fixed": "0.00", "Standard": "#,##0.00", "Currency": "£#,##0.00"}
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}$")
_RANGE = re.compile(r"R(\d{1,7})C\d+:R(\d{1,7})C\d+$")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


@dataclass(frozen=True)
class _Style:
    fill: str = ""
    struck: bool = False
    bold: bool = False
    code: str = ""


@dataclass
class _Sheet:
    """One sheet while it is being read; rows and columns count from 0."""

    name: str
    rows: dict[int, list[object]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    styled: dict[Cell, _Style] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    filters: list[range] = field(default_factory=list)
    hidden: bool = False
    row: int = 0
    column: int = 0
    cells: int = 0


def grids(data: bytes, name: str) -> list[Grid]:
    """Every sheet. Raises ``CannotRead``."""
    styles: dict[str, _Style] = {}
    found: list[_Sheet] = []
    sheet = _Sheet("")
    try:
        for _, element in iterparse(BytesIO(data), events=("end",), forbid_dtd=True):
            kind = local(element)
            if kind == "Style":
                styles[_of(element, "ID")] = _style(element, styles)
            elif kind == "Worksheet":
                found.append(replace(sheet, name=_of(element, "Name")))
                sheet = _Sheet("")
            elif kind in _READERS:
                _READERS[kind](sheet, element, styles)
                if sheet.cells > MAX_CELLS:
                    raise cannot.too_many_cells(name, "", MAX_CELLS)
                element.clear()
    except DefusedXmlException as error:
        raise cannot.unpacks_too_big(name) from error
    except (ParseError, ValueError, LookupError) as error:
        raise cannot.damaged(name) from error
    if not found:
        raise cannot.no_sheet(name)
    return [_grid(sheet, name) for sheet in found]


def _of(element: Element, attribute: str) -> str:
    given = element.attrib
    return given.get(f"{{{_SHEETS}}}{attribute}") or given.get(f"{{{_EXCEL}}}{attribute}", "")


def _style(element: Element, styles: Mapping[str, _Style]) -> _Style:
    own = styles.get(_of(element, "Parent")) or styles.get("Default") or _Style()
    inner = {local(part): part for part in element}
    fill, struck, bold, code = own.fill, own.struck, own.bold, own.code
    if (part := inner.get("Interior")) is not None:
        colour = _of(part, "Color") if _of(part, "Pattern") not in ("", "None") else ""
        fill = (
            colour[1:].upper() if _COLOUR.match(colour) and colour[1:].upper() != "FFFFFF" else ""
        )
    if (part := inner.get("Font")) is not None:
        struck, bold = _of(part, "StrikeThrough") == "1", _of(part, "Bold") == "1"
    if (part := inner.get("NumberFormat")) is not None:
        code = _NAMED.get(_of(part, "Format"), _of(part, "Format"))
    return _Style(fill, struck, bold, code)


def _column(sheet: _Sheet, element: Element, _: Mapping[str, _Style]) -> None:
    first = _index(element, sheet.column, _LAST_COLUMN)
    end = min(first + 1 + _count(element, "Span"), _LAST_COLUMN)
    if _of(element, "Hidden") == "1":
        sheet.hidden_columns.update(range(first, end))
    sheet.column = end


def _row(sheet: _Sheet, element: Element, styles: Mapping[str, _Style]) -> None:
    row = _index(element, sheet.row, _LAST_ROW)
    sheet.row = min(row + 1 + _count(element, "Span"), _LAST_ROW)
    if _of(element, "Hidden") == "1":
        sheet.hidden_rows.update(range(row, sheet.row))
    line: list[object] = []
    at = 0
    for cell in element:
        if local(cell) != "Cell":
            continue
        at = _index(cell, at, _LAST_COLUMN)
        style = styles.get(_of(cell, "StyleID") or _of(element, "StyleID"), _Style())
        line += [None] * (at + 1 - len(line))
        line[at] = _value(cell, style)
        wide, high = _count(cell, "MergeAcross"), _count(cell, "MergeDown")
        if wide or high:
            sheet.merged.append((row, at, row + high, at + wide))
        if style != _Style() and len(sheet.styled) < MAX_LOOKS:
            sheet.styled[row, at] = style
        at += wide + 1
    if any(value is not None for value in line):
        sheet.rows[row] = line
    sheet.cells += len(line)


def _value(cell: Element, style: _Style) -> object:
    data = next((part for part in cell if local(part) == "Data"), None)
    text = "".join(data.itertext()) if data is not None else ""
    if data is None or not text:
        return None
    match _of(data, "Type"):
        case "Number":
            return formatted(float(text), style.code)
        case "Boolean":
            return text == "1"
        case "DateTime":
            moment = datetime.fromisoformat(text)
            if moment.date() == date(1899, 12, 31):
                return moment.strftime("%H:%M")
            return moment if moment.time() != datetime.min.time() else moment.date()
        case _:
            return text


def _filter(sheet: _Sheet, element: Element, _: Mapping[str, _Style]) -> None:
    area = _RANGE.match(_of(element, "Range"))
    if area and any(_of(part, "Type") not in ("", "All") for part in element):
        sheet.filters.append(range(int(area[1]), int(area[2])))


def _visible(sheet: _Sheet, element: Element, _: Mapping[str, _Style]) -> None:
    sheet.hidden = element.text in ("SheetHidden", "SheetVeryHidden")


_READERS: Mapping[str, Any] = {
    "Column": _column,
    "Row": _row,
    "AutoFilter": _filter,
    "Visible": _visible,
}
"""What is read as soon as it has ended, by the name of its element."""


def _index(element: Element, otherwise: int, limit: int) -> int:
    """The place that an element names, counted from 0; the next where it names none."""
    named = _of(element, "Index")
    place = int(named) - 1 if named else otherwise
    if not 0 <= place < limit:
        raise ValueError(place)
    return place


def _count(element: Element, attribute: str) -> int:
    return min(int(_of(element, attribute) or 0), _LAST_ROW)


def _grid(sheet: _Sheet, name: str) -> Grid:
    height = max(sheet.rows, default=-1) + 1
    width = max(map(len, sheet.rows.values()), default=0)
    if height * width > MAX_CELLS:
        raise cannot.too_many_cells(name, sheet.name, MAX_CELLS)
    values: Values = padded(plain([sheet.rows.get(row, []) for row in range(height)]))
    return Grid(
        sheet.name,
        values,
        tuple(sheet.merged),
        sheet.hidden,
        frozenset(sheet.hidden_rows),
        frozenset(sheet.hidden_columns),
        {cell: style.fill for cell, style in sheet.styled.items() if style.fill},
        frozenset(cell for cell, style in sheet.styled.items() if style.struck),
        frozenset(cell for cell, style in sheet.styled.items() if style.bold),
        filtered_rows=frozenset(
            row for row in sheet.hidden_rows if any(row in rows for rows in sheet.filters[:20])
        ),
    ).within()
