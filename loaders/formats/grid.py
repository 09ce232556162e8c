"""One sheet as it stands in the file: what is in each cell, and how it looks."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

Cell = tuple[int, int]
"""Row and column, counted from 0: (0, 0) is A1."""

Place = tuple[str, int]
"""Where a row stands, in the words of one who looks for it: ("Table 2", 5), ("Page 7", 3)."""


@dataclass(frozen=True)
class Grid:
    """The cells of one sheet, before anything is made of them.

    ``values[row][column]`` is the raw value: str, float, int, bool, date or datetime, or None
    where the cell is empty. Rows are equally long; row 0 is Excel's row 1, column 0 is column A.
    Text is as typed, spaces and line breaks included. A whole number may come as a float. A number
    that its cell shows in a way of its own ("88.0%", "1.10", "007") is a ``Formatted``, which
    carries that text.
    ``merged`` are (first row, first column, last row, last column) of merged cells; only the
    first of them holds the value. ``hidden`` is the sheet itself. ``fills`` are background
    colours that somebody chose ("FF0000"); white and none are left out. ``uncomputed`` are
    formulas that the file carries no result for. ``notes`` say what was left out for its size.
    """

    sheet: str
    values: list[list[object]]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    fills: Mapping[Cell, str] = field(default_factory=dict)
    struck: frozenset[Cell] = frozenset()
    bold: frozenset[Cell] = frozenset()
    uncomputed: frozenset[Cell] = frozenset()
    notes: tuple[str, ...] = ()
    filtered_rows: frozenset[int] = frozenset()
    """Those of ``hidden_rows`` that a filter hides: the others somebody hid by hand."""
    places: tuple[Place, ...] = ()
    """Where each row stands, for a table that is no sheet of cells; its cells have no letters."""

    def place(self, row: int) -> Place:
        """Where a row stands: the sheet and the row as Excel shows it, or what the file has."""
        return self.places[row] if self.places else (self.sheet, row + 1)

    def within(self) -> "Grid":
        """The same sheet, with nothing said about cells that lie outside its values."""
        height, width = len(self.values), len(self.values[0]) if self.values else 0

        def here(cell: Cell) -> bool:
            return cell[0] < height and cell[1] < width

        return replace(
            self,
            merged=tuple(
                (top, left, min(bottom, height - 1), min(right, width - 1))
                for top, left, bottom, right in self.merged
                if top < height and left < width
            ),
            hidden_rows=frozenset(row for row in self.hidden_rows if row < height),
            hidden_columns=frozenset(at for at in self.hidden_columns if at < width),
            filtered_rows=frozenset(row for row in self.filtered_rows if row < height),
            fills={cell: fill for cell, fill in self.fills.items() if here(cell)},
            struck=frozenset(filter(here, self.struck)),
            bold=frozenset(filter(here, self.bold)),
            uncomputed=frozenset(filter(here, self.uncomputed)),
        )


def letter(column: int) -> str:
    """The column's letter as Excel shows it: 0 is "A", 27 is "AB"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """The cell as Excel shows it: (13, 3) is "D14"."""
    return f"{letter(column)}{row + 1}"
