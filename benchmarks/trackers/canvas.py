"""A sheet as it is being laid out, and the two kinds of file that it is written to."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

HEADING_FILL = PatternFill("solid", fgColor="FF1F4E78")


@dataclass
class Canvas:
    """One sheet: ``cells`` by row and column from 1, ``merged`` as first and last corner."""

    sheet: str
    cells: dict[tuple[int, int], object] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    heading_rows: tuple[int, int] = (0, 0)
    filtered: tuple[int, ...] = ()
    """Rows that a filter hides."""

    def put(self, row: int, column: int, values: Sequence[object]) -> None:
        """Values side by side; None leaves a cell as it is."""
        for along, value in enumerate(values):
            if value is not None:
                self.cells[row, column + along] = value

    @property
    def last_row(self) -> int:
        """The last row that holds something, 0 where none does."""
        return max((row for row, _ in self.cells), default=0)


def xlsx(sheets: Sequence[Canvas], rng: Random) -> bytes:
    """The sheets as a workbook, with or without the looks that people give headings."""
    book = Workbook()
    book.remove(book.active)
    bold, filled, wrapped = (rng.random() < chance for chance in (0.7, 0.4, 0.5))
    for canvas in sheets:
        page = book.create_sheet(canvas.sheet)
        for (row, column), value in canvas.cells.items():
            cell = page.cell(row, column, value)
            if isinstance(value, date):
                cell.number_format = "dd/mm/yyyy"
            if canvas.heading_rows[0] <= row <= canvas.heading_rows[1]:
                cell.font = Font(bold=bold, color="FFFFFFFF" if filled else None)
                if filled:
                    cell.fill = HEADING_FILL
            if wrapped:
                cell.alignment = Alignment(wrap_text=True)
        for top, left, bottom, right in canvas.merged:
            page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        _filter(page, canvas)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _filter(page: Worksheet, canvas: Canvas) -> None:
    if not canvas.filtered:
        return
    right = max(column for _, column in canvas.cells)
    page.auto_filter.ref = f"A{canvas.heading_rows[1]}:{get_column_letter(right)}{canvas.last_row}"
    page.auto_filter.add_filter_column(0, ["shown"])
    for row in canvas.filtered:
        page.row_dimensions[row].hidden = True


def delimited(canvas: Canvas, rng: Random) -> bytes:
    """The sheet as delimited text, in one of the ways that spreadsheets save it."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter=rng.choice(",,;\t"))
    right = max(column for _, column in canvas.cells)
    for row in range(1, canvas.last_row + 1):
        values = [canvas.cells.get((row, column), "") for column in range(1, right + 1)]
        writer.writerow([f"{v:%d/%m/%Y}" if isinstance(v, date) else v for v in values])
    return made.getvalue().encode(rng.choice(("utf-8", "utf-8-sig", "cp1252")))
