"""Records written under a plan's own headings, where its file has them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from loaders.written import sheet_style as style
from loaders.written.in_memory import saved

_DAY = "dd/mm/yyyy"
_WIDTHS = {True: 44, False: 18}
LONG = 60
"""Letters from which on a column is wide."""


@dataclass(frozen=True)
class Laid:
    """One sheet: its headings at the row and from the column where they stand, and its records.

    ``places`` says under which heading, by its place from 0, each field is written. ``records`` map
    fields to values: text, numbers, days. ``percentages`` are fields shown in per cent.
    """

    sheet: str
    heading_row: int
    first_column: int
    headings: tuple[str, ...]
    places: Mapping[str, int]
    records: Sequence[Mapping[str, object]]
    percentages: tuple[str, ...] = ()


def workbook(sheets: Sequence[Laid]) -> bytes:
    """An .xlsx of the sheets, in which text that could be run is held as text, letter by letter."""
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "Improvement plan dashboard"
    book.properties.language = "en-GB"
    for laid in sheets:
        page = book.create_sheet(laid.sheet[:31])
        for place, heading in enumerate(laid.headings):
            column = laid.first_column + place
            cell = page.cell(laid.heading_row, column)
            _text(cell, heading)
            cell.font, cell.fill, cell.alignment = style.ON_DARK, style.HEADING, style.MIDDLE
            texts = [one.get(name) for name, at in laid.places.items() if at == place
                     for one in laid.records]  # fmt: skip
            wide = any(isinstance(text, str) and len(text) > LONG for text in texts)
            page.column_dimensions[get_column_letter(column)].width = _WIDTHS[wide]
        for row, record in enumerate(laid.records, start=laid.heading_row + 1):
            for name, place in laid.places.items():
                _fill(page.cell(row, laid.first_column + place), record.get(name),
                      name in laid.percentages)  # fmt: skip
        page.freeze_panes = page.cell(laid.heading_row + 1, 1)
        style.printable(page, f"{laid.heading_row}:{laid.heading_row}")
    return saved(book)


def _fill(cell: Any, value: object, percentage: bool) -> None:
    if value is None:
        return
    if isinstance(value, str):
        _text(cell, value)
    else:
        cell.value = value
        if isinstance(value, date | datetime):
            cell.number_format = _DAY
        elif percentage:
            cell.number_format = "0%"
    cell.font, cell.alignment, cell.border = style.TEXT, style.WRAP, style.LINE


def _text(cell: Any, text: str) -> None:
    """Text as text: never a formula, and Excel is told so for when the cell is typed in again."""
    cell.value = text[:32_767]
    cell.data_type = "s"
    cell.quotePrefix = text[:1] in "=+-@'"
