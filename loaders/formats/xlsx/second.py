"""A second way into a workbook that calamine gives up on: without odd sheets, or by openpyxl."""

import re
import warnings
import zipfile
from collections.abc import Collection
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from loaders.formats import cannot
from loaders.formats.parts import Parts
from loaders.formats.values import plain
from loaders.formats.xlsx.sheet import Sheet

_SHEET = re.compile(rb"<(?:[\w.-]+:)?sheet\s[^>]*?(?:/>|>\s*</(?:[\w.-]+:)?sheet>)", re.DOTALL)


def without_sheets(parts: Parts, workbook: str, odd: Collection[int]) -> bytes:
    """The workbook again, without these of its sheets, counted from 0 as it lists them."""
    listed = parts.read(workbook)
    for at, found in reversed(list(enumerate(_SHEET.finditer(listed)))):
        if at in odd:
            listed = listed[: found.start()] + listed[found.end() :]
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part in parts:
            if not part.startswith(("xl/media/", "xl/drawings/")):
                archive.writestr(part, listed if part == workbook else parts.read(part))
    return out.getvalue()


def by_openpyxl(data: bytes, name: str) -> list[Sheet]:
    """The sheets of cells as openpyxl reads them, which takes twenty times as long as calamine."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data), data_only=True, keep_links=False)
        return [_sheet(sheet) for sheet in book.worksheets]
    except MemoryError:
        raise
    # It has no error of its own: whatever it does not follow surfaces as any of Python's.
    except Exception as error:
        raise cannot.damaged(name) from error


def _sheet(sheet: Any) -> Sheet:
    return Sheet(
        sheet.title,
        sheet.sheet_state != "visible",
        sheet.max_row * sheet.max_column,
        lambda: plain([list(row) for row in sheet.iter_rows(values_only=True)]),
        tuple(
            (m.min_row - 1, m.min_col - 1, m.max_row - 1, m.max_col - 1)
            for m in sheet.merged_cells.ranges
        ),
    )
