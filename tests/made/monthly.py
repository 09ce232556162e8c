"""A workbook with one sheet a month, each the same actions as they stood then."""

from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook

from tests.made.workbooks import saved

TITLES = ("Agree the protocol", "Recruit two lawyers", "Train the duty team")
STOOD = (
    ("Not started", "Not started", "In progress"),
    ("In progress", "Not started", "Complete"),
    ("Complete", "In progress", "Complete"),
    ("Complete", "Complete", "Complete"),
)
"""The status of each action, month by month."""


def monthly(*sheets: str, other: Sequence[Sequence[object]] = ()) -> bytes:
    """The bytes of an .xlsx whose sheets, of these names, hold the first months of ``STOOD``.

    ``other`` are the rows of one more sheet, "Recruitment", that is not kept by month.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, stood in zip(sheets, STOOD, strict=False):
        sheet = book.create_sheet(name)
        sheet.append(["Ref", "Action", "Lead officer", "Due date", "Status"])
        for number, (title, status) in enumerate(zip(TITLES, stood, strict=True), start=1):
            sheet.append([f"M{number}", title, "Head of law", date(2024, 9, number), status])
    if other:
        sheet = book.create_sheet("Recruitment")
        for row in other:
            sheet.append(list(row))
    return saved(book)
