"""The bytes of a workbook, as grids."""

import io

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from loaders.grid import Grid


class CannotRead(Exception):
    """The file cannot be read; the message is one sentence that says what to do."""


def grids(data: bytes, name: str) -> list[Grid]:
    """Every sheet of a workbook as a grid, in the order of the file."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except CalamineError as error:
        raise CannotRead(f"{name} is not a workbook that can be read.") from error
    found = []
    for about in book.sheets_metadata:
        sheet = book.get_sheet_by_name(about.name)
        rows = sheet.to_python(skip_empty_area=False)
        values: list[list[object]] = [
            [None if value == "" else value for value in row] for row in rows
        ]
        merged = tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
        found.append(
            Grid(about.name, values, merged, hidden=about.visible != SheetVisibleEnum.Visible)
        )
    return found
