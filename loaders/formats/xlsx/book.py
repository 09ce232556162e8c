"""An .xlsx or .xlsm as grids: values by calamine, looks from the sheets' XML."""

import posixpath
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from loaders.formats import cannot
from loaders.formats.cannot import CannotRead
from loaders.formats.grid import Grid
from loaders.formats.limits import MAX_CELLS
from loaders.formats.number_format import formatted
from loaders.formats.parts import BROKEN, Parts, local
from loaders.formats.stray import Kept
from loaders.formats.values import Values, padded, plain
from loaders.formats.xlsx import second, trim
from loaders.formats.xlsx.looks import Look, filters, look
from loaders.formats.xlsx.sheet import Sheet
from loaders.formats.xlsx.styles import Styles, styles

_SMALL = 200_000
"""So many cells take openpyxl a few seconds."""


@dataclass(frozen=True)
class Layout:
    """Where a workbook keeps its parts."""

    workbook: str
    sheets: dict[str, str]
    odd: dict[int, str]
    """What is to be said of sheets that have no cells to read, by their place in the list: they
    are no part of the file, or hold Excel 4 macros."""
    styles: str
    theme: str


def grids(data: bytes, name: str) -> list[Grid]:
    """Every sheet of cells of an .xlsx or .xlsm."""
    parts = Parts(data, name)
    layout = _layout(parts)
    telling = styles(parts, layout.styles, layout.theme)
    looks: dict[str, Look] = {}
    blocks: dict[str, Kept] = {}
    for sheet, part in layout.sheets.items():
        try:
            with parts.open(part) as stream:
                looks[sheet] = look(stream, telling)
        except BROKEN as error:
            raise cannot.damaged(name) from error
        for kind, target in _targets(parts, *_relations(part)).values():
            if kind == "table" and target in parts:
                # A filter of an Excel table stands in a part of its own.
                looks[sheet].filters += filters(parts.read(target))
        if looks[sheet].last_row * looks[sheet].last_column > MAX_CELLS:
            kept = trim.block(parts, part, sheet)
            if kept is not None:
                blocks[part] = kept
    if blocks:
        data = trim.without(parts, blocks)
    notes = {
        sheet: blocks[part].note(sheet) for sheet, part in layout.sheets.items() if part in blocks
    }
    opened, failed = _opened(data, parts, layout)
    found = _read(opened, name, looks, telling, notes)
    said = (*found[0].notes, *layout.odd.values(), *map(not_read, failed))
    return [replace(found[0], notes=said), *found[1:]]


def not_read(sheet: str) -> str:
    """What is said of a sheet that no library opens, where others of the file are read."""
    return (
        f"The sheet “{sheet}” is damaged and was not read: open the file in Excel, save it as "
        ".xlsx and choose the saved file."
    )


def _opened(data: bytes, parts: Parts, layout: Layout) -> tuple[list[Sheet], list[str]]:
    """The sheets by calamine; without those it stumbles over, or by openpyxl, where it gives up.

    Beside them the names of those that cannot be opened.
    """
    try:
        found, failed = sheets(book(data, parts.name), parts.name)
        if failed and sum(sheet.cells for sheet in found) <= _SMALL:
            with suppress(CannotRead):
                return second.by_openpyxl(data, parts.name), []
        return found, failed
    except CannotRead as refusal:
        if not isinstance(refusal.__cause__, CalamineError) or isinstance(
            refusal.__cause__, PasswordError
        ):
            raise
    if layout.odd:
        data = second.without_sheets(parts, layout.workbook, layout.odd)
        try:
            return sheets(book(data, parts.name), parts.name)
        except CannotRead:
            # Openpyxl has its own idea of what is damaged, and its own sentence if it is.
            pass
    return second.by_openpyxl(data, parts.name), []


def book(data: bytes, name: str) -> CalamineWorkbook:
    """A workbook opened by calamine, or the sentence that says why not."""
    try:
        return CalamineWorkbook.from_filelike(BytesIO(data))
    except PasswordError as error:
        raise cannot.locked(name) from error
    except (CalamineError, OSError, ValueError) as error:
        raise cannot.damaged(name) from error


def sheets(opened: CalamineWorkbook, name: str) -> tuple[list[Sheet], list[str]]:
    """The sheets of cells, and the names of those that do not open."""
    found: list[Sheet] = []
    failed: list[str] = []
    reason = None
    for about in opened.sheets_metadata:
        if about.typ not in (SheetTypeEnum.WorkSheet, SheetTypeEnum.DialogSheet):
            continue
        try:
            sheet = opened.get_sheet_by_name(about.name)
        except (CalamineError, OSError, ValueError) as error:
            failed.append(about.name)
            reason = error
            continue
        hidden = about.visible != SheetVisibleEnum.Visible
        merged = tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
        size = sheet.total_height * sheet.total_width
        found.append(Sheet(about.name, hidden, size, partial(values_of, sheet), merged))
    if not found:
        raise (cannot.damaged(name) if failed else cannot.no_sheet(name)) from reason
    return found, failed


def values_of(sheet: CalamineSheet) -> Values:
    """A sheet's values from A1 on, as ``Grid`` describes them."""
    rows: list[Any] = sheet.to_python(skip_empty_area=False)
    return plain(rows)


def _read(
    opened: list[Sheet],
    name: str,
    looks: dict[str, Look],
    telling: Styles,
    notes: dict[str, str],
) -> list[Grid]:
    found = []
    room = MAX_CELLS
    for sheet in opened:
        title = sheet.name
        room -= sheet.cells
        if room < 0:
            raise cannot.too_many_cells(name, "", MAX_CELLS)
        seen = looks.get(title, Look())
        values = padded(sheet.values(), [*seen.uncomputed, *seen.errors])
        for (row, at), text in seen.errors.items():
            if row < len(values) and at < len(values[row]):
                values[row][at] = text
        _show(values, seen, telling)
        said = [notes[title]] if title in notes else []
        if seen.full:
            said.append(
                f"“{title}” has more coloured or bold cells than are looked at: "
                "the colours of the rows further down were not read."
            )
        found.append(_grid(sheet, values, seen, tuple(said)))
    return found


def _show(values: Values, seen: Look, telling: Styles) -> None:
    """Gives the numbers of cells with a format of their own the text that Excel shows."""
    cells = iter(seen.numbers)
    height, width = len(values), len(values[0]) if values else 0
    for row, at, style in zip(cells, cells, cells, strict=True):
        if row < height and at < width:
            value = values[row][at]
            if type(value) is float or type(value) is int:
                values[row][at] = formatted(value, telling.numbers[style])


def _grid(sheet: Sheet, values: Values, seen: Look, notes: tuple[str, ...]) -> Grid:
    width = len(values[0]) if values else 0
    return Grid(
        sheet=sheet.name,
        values=values,
        merged=sheet.merged,
        hidden=sheet.hidden,
        hidden_rows=frozenset(seen.hidden_rows),
        hidden_columns=frozenset(
            at
            for first, last in seen.hidden_columns
            for at in range(first, min(last, width - 1) + 1)
        ),
        fills=seen.fills,
        struck=frozenset(seen.struck),
        bold=frozenset(seen.bold),
        uncomputed=frozenset(seen.uncomputed),
        notes=notes,
        filtered_rows=frozenset(
            row for row in seen.hidden_rows if any(row in rows for rows in seen.filters)
        ),
    ).within()


def _layout(parts: Parts) -> Layout:
    """The sheets' parts by the sheet's name, and the parts for styles and theme."""
    top = _targets(parts, "_rels/.rels", "")
    workbook = next(
        (target for kind, target in top.values() if kind == "officeDocument"), "xl/workbook.xml"
    )
    related = _targets(parts, *_relations(workbook))
    folder = posixpath.dirname(workbook)
    root = parts.xml(workbook)
    if root is None:
        raise cannot.damaged(parts.name)
    found, odd = {}, {}
    listed = [inner for section in root if local(section) == "sheets" for inner in section]
    for at, sheet in enumerate(listed):
        kind, target = related.get(_relation(sheet), ("", ""))
        if kind in ("worksheet", "") and target in parts:
            found[sheet.get("name", "")] = target
        elif kind not in ("chartsheet", "dialogsheet"):
            title = sheet.get("name", "")
            macros = "macrosheet" in kind.casefold()
            why = "it holds Excel 4 macros" if macros else "the file does not hold its cells"
            odd[at] = f"The sheet “{title}” was not read: {why}."
    by_kind = dict(related.values())
    return Layout(
        workbook,
        found,
        odd,
        by_kind.get("styles", f"{folder}/styles.xml"),
        by_kind.get("theme", f"{folder}/theme/theme1.xml"),
    )


def _relations(part: str) -> tuple[str, str]:
    """The part that says what another part refers to, and the folder that it counts from."""
    folder, file = posixpath.split(part)
    return f"{folder}/_rels/{file}.rels", folder


def _targets(parts: Parts, part: str, folder: str) -> dict[str, tuple[str, str]]:
    """A relations part: id -> (kind, part), for parts inside the file; links out are never used."""
    root = parts.xml(part)
    found = {}
    for relation in root if root is not None else ():
        if relation.get("TargetMode") == "External":
            continue
        target = relation.get("Target", "").replace("\\", "/")
        inside = target if target.startswith("/") else posixpath.join("/", folder, target)
        kind = relation.get("Type", "").rpartition("/")[2]
        found[relation.get("Id", "")] = (kind, posixpath.normpath(inside).lstrip("/").lower())
    return found


def _relation(sheet: Element) -> str:
    return next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
