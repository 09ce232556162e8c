"""The bytes of a workbook, as grids: told apart by content, each form read by its own module."""

from loaders import delimited, ods, sniff, xls, xlsx
from loaders.cannot import CannotRead
from loaders.grid import Grid

__all__ = ["CannotRead", "grids"]

_XLSB_NOTE = (
    "Colours, strike-through and hidden rows of an .xlsb workbook cannot be seen: "
    "save it as .xlsx if they matter."
)


def grids(data: bytes, name: str) -> list[Grid]:
    """Every sheet of a workbook as a grid, in the order of the file.

    ``name`` is printed in messages and never used as a path. Raises ``CannotRead`` with one plain
    sentence. A file from a stranger is read through ``loaders.safely``, in a process of its own.
    """
    form = sniff.kind(data, name)
    if form == "xlsx":
        return xlsx.grids(data, name)
    if form == "ods":
        return ods.grids(data, name)
    if form == "xls":
        return xls.grids(data, name)
    if form == "xlsb":
        return xls.without_looks(data, name, _XLSB_NOTE)
    return delimited.grids(data, name)
