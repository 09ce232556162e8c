"""The bytes of a workbook, as grids: told apart by content, each form read by its own module."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from loaders.formats import delimited, sniff, spreadsheetml, xls
from loaders.formats.cannot import CannotRead
from loaders.formats.documents import docx, html, pdf
from loaders.formats.grid import Grid, letter
from loaders.formats.limits import MAX_COLUMNS
from loaders.formats.ods import book as ods
from loaders.formats.xlsx import book as xlsx

__all__ = ["CannotRead", "grids"]

_XLSB_NOTE = (
    "Colours, strike-through and hidden rows of an .xlsb workbook cannot be seen: "
    "save it as .xlsx if they matter."
)


def grids(data: bytes, name: str) -> list[Grid]:
    """Every sheet of a workbook as a grid, in the order of the file.

    ``name`` is printed in messages and never used as a path. Raises ``CannotRead`` with one plain
    sentence. A file from a stranger is read through ``loaders.guarded.safely``, in a process of
    its own.
    """
    return [_narrowed(grid) for grid in _READERS[sniff.kind(data, name)](data, name)]


def _xlsb(data: bytes, name: str) -> list[Grid]:
    return xls.without_looks(data, name, _XLSB_NOTE)


_READERS: Mapping[sniff.Kind, Callable[[bytes, str], list[Grid]]] = {
    "xlsx": xlsx.grids,
    "ods": ods.grids,
    "fods": ods.flat_grids,
    "spreadsheetml": spreadsheetml.grids,
    "xls": xls.grids,
    "xlsb": _xlsb,
    "csv": delimited.grids,
    "docx": docx.grids,
    "html": html.grids,
    "pdf": pdf.grids,
}


def _narrowed(grid: Grid) -> Grid:
    """The grid without the columns that are more than anybody's table has, which is said."""
    width = len(grid.values[0]) if grid.values else 0
    if width <= MAX_COLUMNS:
        return grid
    first, last = letter(MAX_COLUMNS), letter(width - 1)
    note = (
        f"“{grid.sheet}” is {width:,} columns wide; columns {first} to {last} were not read. "
        "Move them to another sheet if they belong to the plan."
    )
    kept = [row[:MAX_COLUMNS] for row in grid.values]
    return replace(grid, values=kept, notes=(*grid.notes, note)).within()
