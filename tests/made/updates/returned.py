"""Return sheets as their owners send them back: filled in, sorted, converted, spoilt."""

import csv
import io
from collections.abc import Callable, Mapping
from datetime import datetime
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from loaders.returned.form import ANSWERS, KEY, KNOWN
from loaders.returned.write import NAME

FIRST = len(KNOWN) + 2
COLUMN = {answer: FIRST + place for place, answer in enumerate(ANSWERS)}
Answers = Mapping[str, object]


def sheets(zipped: bytes) -> dict[str, bytes]:
    """The sheets of a zip that was made for owners, by the owner's file name."""
    with ZipFile(io.BytesIO(zipped)) as archive:
        return {
            name.removeprefix("Return sheets/").removesuffix(".xlsx"): archive.read(name)
            for name in archive.namelist()
            if name.endswith(".xlsx")
        }


def top(page: Worksheet) -> int:
    """The row of the headings."""
    return next(cell.row for cell in page["A"] if cell.value == KEY)


def edited(data: bytes, change: Callable[[Worksheet, int], None]) -> bytes:
    """A sheet after ``change(page, row of its headings)``."""
    book: Workbook = load_workbook(io.BytesIO(data))
    change(book[NAME], top(book[NAME]))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def filled(data: bytes, *rows: Answers) -> bytes:
    """A sheet with its first rows filled in, each by the names of ``form.ANSWERS``."""

    def fill(page: Worksheet, head: int) -> None:
        for row, answers in enumerate(rows, start=head + 1):
            for answer, value in answers.items():
                page.cell(row, COLUMN[answer]).value = value  # type: ignore[assignment]

    return edited(data, fill)


def as_csv(data: bytes) -> bytes:
    """A sheet as a spreadsheet saves it as CSV: hidden columns too, days as they are shown."""
    out = io.StringIO()
    rows = load_workbook(io.BytesIO(data))[NAME].iter_rows(values_only=True)
    csv.writer(out).writerows(
        [f"{v:%d/%m/%Y}" if isinstance(v, datetime) else "" if v is None else v for v in row]
        for row in rows
    )
    return out.getvalue().encode("utf-8-sig")


def with_macros(data: bytes) -> bytes:
    """A sheet with a part that holds macros, as one saved as .xlsm has."""
    out = io.BytesIO(data)
    with ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    return out.getvalue()
