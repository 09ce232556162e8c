"""An OpenDocument sheet (.ods) as grids: values and looks from its one XML part, as it streams.

A row or cell may be declared repeated a million times; only what holds something is kept, so a
sheet is never larger than what was typed into it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import IO
from xml.parsers import expat

from loaders.formats import cannot
from loaders.formats.grid import Cell, Grid
from loaders.formats.limits import MAX_CELLS, MAX_LOOKS
from loaders.formats.number_format import with_text
from loaders.formats.ods.styles import OdsStyles
from loaders.formats.parts import BROKEN, Parts
from loaders.formats.uk_time import in_uk
from loaders.formats.values import Values, padded, plain

_CELLS = ("table:table-cell", "table:covered-table-cell")
_MOST_REPEATS = 10_000
"""A row that holds something, repeated more often than this, was filled down by a slip."""


@dataclass
class _Sheet:
    """One sheet while it is being read."""

    name: str
    hidden: bool
    rows: dict[int, dict[int, object]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    column_styles: list[tuple[int, str]] = field(default_factory=list)
    fills: dict[Cell, str] = field(default_factory=dict)
    struck: set[Cell] = field(default_factory=set)
    bold: set[Cell] = field(default_factory=set)
    uncomputed: set[Cell] = field(default_factory=set)
    filtered_rows: set[int] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    row: int = 0
    column: int = 0
    cells: int = 0


class _Reader:
    """What the parser calls, element by element."""

    def __init__(self, name: str, styles: OdsStyles) -> None:
        self.name = name
        self.styles = styles
        self.done: list[_Sheet] = []
        self.sheet: _Sheet | None = None
        self.tables = 0
        self.row_attributes: Mapping[str, str] = {}
        self.cell: Mapping[str, str] | None = None
        self.text: list[str] = []
        self.paragraphs = 0
        self.aside = 0
        self.held = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self.aside or tag in ("office:annotation", "table:shapes", "draw:frame"):
            self.aside += 1
        elif tag == "table:table":
            self.tables += 1
            if self.tables == 1:
                hidden = self.styles.hides(attributes.get("table:style-name", ""))
                self.sheet = _Sheet(attributes.get("table:name", ""), hidden)
        elif self.sheet is None or self.tables > 1:
            self.styles.start(tag, attributes)
        elif tag == "table:table-column":
            self._column(attributes)
        elif tag == "table:table-row":
            self.row_attributes = attributes
            self.sheet.column = 0
        elif tag in _CELLS:
            self.cell, self.text, self.paragraphs = attributes, [], 0
        elif self.cell is not None:
            self._inside(tag, attributes)

    def end(self, tag: str) -> None:
        if self.aside:
            self.aside -= 1
        elif tag == "table:table":
            self.tables -= 1
            if self.tables == 0 and self.sheet is not None:
                self.done.append(self.sheet)
                self.sheet = None
        elif self.sheet is None or self.tables > 1:
            self.styles.end(tag)
        elif tag in _CELLS and self.cell is not None:
            self._cell(self.sheet, self.cell, covered=tag == _CELLS[1])
            self.cell = None
        elif tag == "table:table-row":
            self._row(self.sheet)

    def characters(self, text: str) -> None:
        if self.cell is not None and self.paragraphs and not self.aside:
            self.text.append(text)

    def entity(self, *_: object) -> None:
        raise cannot.unpacks_too_big(self.name)

    def _inside(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "text:p":
            if self.paragraphs:
                self.text.append("\n")
            self.paragraphs += 1
        elif tag == "text:s":
            self.text.append(" " * min(_count(attributes, "text:c"), 100))
        elif tag == "text:tab":
            self.text.append("\t")
        elif tag == "text:line-break":
            self.text.append("\n")

    def _column(self, attributes: dict[str, str]) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        last = sheet.column + _count(attributes, "table:number-columns-repeated") - 1
        if attributes.get("table:visibility", "visible") != "visible":
            sheet.hidden_columns.append((sheet.column, last))
        sheet.column_styles.append((last, attributes.get("table:default-cell-style-name", "")))
        sheet.column = last + 1

    def _cell(self, sheet: _Sheet, attributes: Mapping[str, str], covered: bool) -> None:
        repeats = _count(attributes, "table:number-columns-repeated")
        first, sheet.column = sheet.column, sheet.column + repeats
        value = None if covered else _value(attributes, "".join(self.text))
        formula = "table:formula" in attributes and value is None
        style = attributes.get("table:style-name") or next(
            (name for last, name in sheet.column_styles if first <= last), ""
        )
        wide, high = (
            _count(attributes, "table:number-columns-spanned"),
            _count(attributes, "table:number-rows-spanned"),
        )
        if wide > 1 or high > 1:
            sheet.merged.append((sheet.row, first, sheet.row + high - 1, first + wide - 1))
        if value is None and not formula and not style:
            return
        for at in range(first, first + min(repeats, _MOST_REPEATS if value is not None else 200)):
            if value is not None:
                sheet.rows.setdefault(sheet.row, {})[at] = value
                self.held += 1
            if formula:
                sheet.uncomputed.add((sheet.row, at))
            self._look(sheet, (sheet.row, at), style)
        if self.held > MAX_CELLS:
            raise cannot.too_many_cells(self.name, sheet.name, MAX_CELLS)

    def _look(self, sheet: _Sheet, cell: Cell, style: str) -> None:
        found = self.styles.cell(style)
        if found is None or len(sheet.fills) + len(sheet.bold) + len(sheet.struck) > MAX_LOOKS:
            return
        if found.fill:
            sheet.fills[cell] = found.fill
        if found.bold:
            sheet.bold.add(cell)
        if found.struck:
            sheet.struck.add(cell)

    def _row(self, sheet: _Sheet) -> None:
        repeats = _count(self.row_attributes, "table:number-rows-repeated")
        visible = self.row_attributes.get("table:visibility", "visible")
        held = sheet.rows.get(sheet.row)
        if held and repeats > _MOST_REPEATS:
            sheet.notes.append(
                f"Row {sheet.row + 1} of “{sheet.name}” is repeated {repeats:,} times; it was "
                "read once. Delete the rows below the table if they do not belong to it."
            )
        elif held:
            self.held += len(held) * (repeats - 1)
            if self.held > MAX_CELLS:
                raise cannot.too_many_cells(self.name, sheet.name, MAX_CELLS)
            for row in range(sheet.row + 1, sheet.row + repeats):
                sheet.rows[row] = held
        if visible != "visible":
            rows = range(sheet.row, sheet.row + min(repeats, _MOST_REPEATS))
            sheet.hidden_rows.update(rows)
            if visible == "filter":
                sheet.filtered_rows.update(rows)
        sheet.row += repeats


def grids(data: bytes, name: str) -> list[Grid]:
    """Every sheet of an .ods."""
    parts = Parts(data, name)
    styles = OdsStyles()
    if "styles.xml" in parts:
        _parse(parts.open("styles.xml"), _Reader(name, styles))
    if "content.xml" not in parts:
        raise cannot.damaged(name)
    return _grids(parts.open("content.xml"), _Reader(name, styles))


def flat_grids(data: bytes, name: str) -> list[Grid]:
    """Every sheet of a .fods, which is all of an .ods in one XML file."""
    return _grids(BytesIO(data), _Reader(name, OdsStyles()))


def _grids(content: IO[bytes], reader: _Reader) -> list[Grid]:
    _parse(content, reader)
    if not reader.done:
        raise cannot.no_sheet(reader.name)
    return [_grid(reader.name, sheet) for sheet in reader.done]


def _parse(content: IO[bytes], reader: _Reader) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    # No writer of sheets declares entities: one that is declared is there to grow.
    parser.EntityDeclHandler = reader.entity
    try:
        with content:
            parser.ParseFile(content)
    except (*BROKEN, expat.ExpatError, ValueError) as error:
        raise cannot.damaged(reader.name) from error


def _grid(name: str, sheet: _Sheet) -> Grid:
    height = max(sheet.rows, default=-1) + 1
    width = max((max(row) for row in sheet.rows.values()), default=-1) + 1
    if height * width > MAX_CELLS:
        raise cannot.too_many_cells(name, sheet.name, MAX_CELLS)
    blank: dict[int, object] = {}
    rows: Values = [
        [sheet.rows.get(row, blank).get(at) for at in range(width)] for row in range(height)
    ]
    near = [cell for cell in sheet.uncomputed if cell[0] <= height + 100 and cell[1] <= width + 20]
    values = padded(plain(rows), near)
    width = len(values[0]) if values else 0
    return Grid(
        sheet=sheet.name,
        values=values,
        merged=tuple(sheet.merged),
        hidden=sheet.hidden,
        hidden_rows=frozenset(sheet.hidden_rows),
        hidden_columns=frozenset(
            at for first, last in sheet.hidden_columns for at in range(first, min(last + 1, width))
        ),
        fills=sheet.fills,
        struck=frozenset(sheet.struck),
        bold=frozenset(sheet.bold),
        uncomputed=frozenset(sheet.uncomputed),
        notes=tuple(sheet.notes),
        filtered_rows=frozenset(sheet.filtered_rows),
    ).within()


def _value(attributes: Mapping[str, str], text: str) -> object:
    """The value of a cell by its declared type; its text where that cannot be read."""
    kind = attributes.get("office:value-type", "")
    try:
        if kind in ("float", "percentage", "currency"):
            return _number(float(attributes["office:value"]), text)
        if kind == "boolean":
            return attributes["office:boolean-value"] == "true"
        if kind == "date":
            return _date(attributes["office:date-value"])
    except (KeyError, ValueError):
        return text or None
    return attributes.get("office:string-value") or text or None


def _number(value: float, text: str) -> float:
    """The number with what its cell shows, which the file holds beside it."""
    shown = " ".join(text.split())
    return with_text(value, shown) if any(map(str.isdigit, shown)) else value


def _date(written: str) -> date | datetime:
    if "T" not in written:
        return date.fromisoformat(written)
    found = in_uk(datetime.fromisoformat(written))
    return found if found.time() != datetime.min.time() else found.date()


def _count(attributes: Mapping[str, str], name: str) -> int:
    written = attributes.get(name, "1")
    return max(int(written), 1) if written.isdigit() and len(written) < 10 else 1
