"""Sheets of a workbook that we write: where things stand, how wide and how high."""

from collections.abc import Sequence
from datetime import date
from textwrap import wrap

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from charts.palette import PANEL

Cell = str | float | int | date | None
WIDEST = 60
"""Characters that the widest column has room for."""
BESIDE_OTHERS = 36
"""The same in a table of many columns."""
LINE = 15.0
LARGE = {False: LINE, True: 19.0}
"""Points that a line of text takes, of the ordinary size and of a title."""


class Sheets:
    """Writes tables to sheets: banner and title at the top, headings bold and frozen."""

    def __init__(self, book: xlsxwriter.Workbook, banner: str) -> None:
        self.book = book
        self.banner = banner
        self.title: Format = book.add_format(
            {"bold": True, "font_size": 14, "text_wrap": True, "valign": "top"}
        )
        self.heading: Format = book.add_format(
            {"bold": True, "bg_color": PANEL, "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        self.day: Format = book.add_format(
            {"num_format": "d mmmm yyyy", "align": "left", "valign": "top"}
        )
        self.number: Format = book.add_format({"valign": "top"})
        self.text: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self.across: Format = book.add_format({"bold": True, "font_size": 14})

    def sheet(
        self, name: str, title: str, rows: list[list[Cell]], under: list[str] | None = None
    ) -> None:
        """Add a sheet: the banner, its title and what stands ``under`` it, then the rows.

        The first row is headings, and so is each row after an empty one or a line on its own.
        """
        page = self._page(name)
        widths = _widths(rows)
        if under:
            widths[0] = WIDEST
        top = 0
        for line in [self.banner, title, *(under or [])]:
            if line:
                large = line == title
                page.write_string(top, 0, line, self.title if large else self.text)
                # A title's letters are half as wide again.
                room = widths[0] / (1.6 if large else 1)
                _heighten(page, top, [line], [room], LARGE[large])
                top += 1
        top += 1
        self._table(page, rows, top, widths)
        if not under:
            page.freeze_panes(top + 1, 0)

    def filtered(self, name: str, title: str, rows: list[list[Cell]]) -> None:
        """Add a sheet with one table that can be sorted and filtered, its headings the first row.

        The headings differ from one another. A table needs a row under them; without one it is
        headings alone.
        """
        page = self._page(name)
        widths = _widths(rows, BESIDE_OTHERS)
        top = 0
        for line in filter(None, [self.banner, title]):
            # The first column may be narrow: the words run on over the empty cells beside them.
            page.write_string(top, 0, line, self.across)
            top += 1
        top += 1
        self._table(page, rows, top, widths)
        if len(rows) > 1:
            page.add_table(
                top,
                0,
                top + len(rows) - 1,
                len(rows[0]) - 1,
                {
                    "name": "".join(filter(str.isalnum, name)),
                    "style": None,
                    "title": title,
                    "columns": [
                        {"header": str(heading), "header_format": self.heading}
                        for heading in rows[0]
                    ],
                },
            )
        page.freeze_panes(top + 1, 1)
        page.repeat_rows(top)

    def _page(self, name: str) -> Worksheet:
        page = self.book.add_worksheet(name)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        if self.banner:
            page.set_header(f"&L{self.banner.replace('&', '&&')}")
        return page

    def _table(
        self, page: Worksheet, rows: list[list[Cell]], top: int, widths: list[float]
    ) -> None:
        heads = True
        for place, row in enumerate(rows):
            for column, value in enumerate(row):
                self._write(page, top + place, column, value, heads)
            _heighten(page, top + place, row, widths)
            # What follows an empty row or a line on its own starts a table of its own.
            heads = len(row) <= 1
        for column, width in enumerate(widths):
            page.set_column(column, column, width)

    def _write(self, page: Worksheet, row: int, column: int, value: Cell, heads: bool) -> None:
        if isinstance(value, date):
            page.write_datetime(row, column, value, self.day)
        elif isinstance(value, str):
            page.write_string(row, column, value, self.heading if heads else self.text)
        elif value is not None:
            page.write_number(row, column, value, self.number)


def _widths(rows: list[list[Cell]], widest: int = WIDEST) -> list[float]:
    """As wide as each column's longest text, in characters, within reason."""
    widths = []
    for column in range(max(len(row) for row in rows)):
        texts = [_typed(row[column]) for row in rows if len(row) > max(column, 1)]
        longest = max((len(text) for text in texts), default=8)
        widths.append(float(min(max(longest + 2, 10), widest)))
    return widths


def _typed(value: Cell) -> str:
    """What a cell shows: a day in the words of its format."""
    return f"{value.day} {value:%B %Y}" if isinstance(value, date) else str(value)


def _heighten(
    page: Worksheet, place: int, row: Sequence[Cell], widths: list[float], line: float = LINE
) -> None:
    """As high as the row's longest text needs: not every program sees to that by itself."""
    lines = max((_lines(_typed(cell), widths[at]) for at, cell in enumerate(row)), default=1)
    if lines > 1:
        page.set_row(place, line * lines)


def _lines(text: str, width: float) -> int:
    return max(1, len(wrap(text, int(width))))
