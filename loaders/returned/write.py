"""A return sheet as a workbook: what was last said, and the cells to fill in, nothing else."""

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from loaders.returned.form import ANSWERS, KEY, KNOWN, Line, Sheet
from loaders.written import sheet_style as style
from loaders.written.escaping import escaped
from loaders.written.in_memory import saved

NAME = "Update"
LISTS = "Lists"
ASKED = PatternFill("solid", fgColor="B45F06")
"""The headings of what is to be filled in, told from the others by more than a colour: below."""
OPEN = PatternFill("solid", fgColor="FFFFFF")
DAY = "dd/mm/yyyy"
LONGEST = 4_000
_WIDTHS = {
    KEY: 10,
    **dict(zip(KNOWN, (11, 36, 12, 14, 30, 20), strict=True)),
    **dict(zip(ANSWERS.values(), (16, 36, 26, 13, 22), strict=True)),
}
_HEADINGS = (KEY, *KNOWN, *ANSWERS.values())


def written(sheet: Sheet) -> bytes:
    """The .xlsx of a return sheet: locked but for the cells to fill in, the keys out of sight."""
    book = Workbook()
    page = book.active
    page.title = NAME
    book.properties.title = sheet.about[0] if sheet.about else NAME
    book.properties.creator = "Improvement plan dashboard"
    book.properties.language = "en-GB"
    top = _about(page, sheet.about)
    _headings(page, top)
    for row, line in enumerate(sheet.lines, start=top + 1):
        _line(page, row, line)
    _lists(book, page, sheet, top)
    _locked(page)
    page.freeze_panes = page.cell(top + 1, 4)
    page.sheet_view.showGridLines = False
    style.printable(page, f"{top}:{top}")
    return saved(book)


def _about(page: Worksheet, lines: tuple[str, ...]) -> int:
    """The lines above the table, over all its columns; the row of the headings is returned."""
    for row, text in enumerate(lines, start=1):
        page.merge_cells(start_row=row, start_column=2, end_row=row, end_column=len(_HEADINGS))
        cell = page.cell(row, 2, escaped(text))
        cell.font, cell.alignment = (style.TITLE if row == 1 else style.TEXT), style.WRAP
        page.row_dimensions[row].height = 28 if row == 1 else 17 * (len(text) // 170 + 1)
    return len(lines) + 2


def _headings(page: Worksheet, row: int) -> None:
    for column, text in enumerate(_HEADINGS, start=1):
        asked = text in ANSWERS.values()
        cell = page.cell(row, column, text)
        cell.font, cell.alignment, cell.border = style.ON_DARK, style.MIDDLE, style.LINE
        cell.fill = ASKED if asked else style.HEADING
        page.column_dimensions[get_column_letter(column)].width = _WIDTHS[text]
        if asked:
            band = page.cell(row - 1, column, "Fill in" if text == _HEADINGS[7] else None)
            band.font = style.BOLD
    page.cell(row - 1, 2, "What the plan says now").font = style.BOLD
    page.column_dimensions["A"].hidden = True
    page.row_dimensions[row].height = 34


def _line(page: Worksheet, row: int, line: Line) -> None:
    known = (line.ref, line.words, line.due, line.status, line.said, line.evidence)
    for column, value in enumerate((line.key, *known), start=1):
        cell = page.cell(row, column, escaped(value or None))
        _looks(cell)
        cell.fill = style.PALE
    page.cell(row, 4).number_format = DAY
    page.cell(row, 2).number_format = "@"
    for column, answer in enumerate(ANSWERS, start=len(KNOWN) + 2):
        cell = page.cell(row, column)
        _looks(cell)
        cell.fill, cell.protection = OPEN, Protection(locked=False)
        cell.number_format = DAY if answer == "new_date" else "@"
    widths = ((line.words, 34), (line.said, 28), (line.evidence, 18))
    lines = max(sum(len(p) // width + 1 for p in text.split("\n")) for text, width in widths)
    page.row_dimensions[row].height = min(max(lines * 15 + 6, 48), 400)


def _looks(cell: Cell) -> None:
    cell.font, cell.alignment, cell.border = style.TEXT, style.WRAP, style.LINE


def _lists(book: Workbook, page: Worksheet, sheet: Sheet, top: int) -> None:
    """What the cells take: a word of the plan's own, a day, and text that is not endless."""
    held = book.create_sheet(LISTS)
    held.sheet_state = "hidden"
    held.protection.sheet = True
    for row, word in enumerate(sheet.statuses, start=1):
        held.cell(row, 1, escaped(word))
    last = top + max(len(sheet.lines), 1)
    first = len(KNOWN) + 2
    rules = {
        "status": DataValidation(
            type="list",
            formula1=f"{LISTS}!$A$1:$A${max(len(sheet.statuses), 1)}",
            errorTitle=ANSWERS["status"],
            error="Choose one of the words in the list, or leave the cell empty.",
        ),
        "new_date": DataValidation(
            type="date",
            operator="greaterThan",
            formula1="DATE(1990,1,1)",
            errorTitle=ANSWERS["new_date"],
            error="Enter a day, for example 31/03/2022, or leave the cell empty.",
        ),
    }
    for column, answer in enumerate(ANSWERS, start=first):
        rule = rules.get(answer) or DataValidation(
            type="textLength",
            operator="lessThanOrEqual",
            formula1=str(LONGEST),
            errorTitle=ANSWERS[answer],
            error=f"Enter at most {LONGEST:,} letters.",
        )
        rule.allow_blank, rule.showErrorMessage = True, True
        letter = get_column_letter(column)
        rule.add(f"{letter}{top + 1}:{letter}{last}")
        page.add_data_validation(rule)


def _locked(page: Worksheet) -> None:
    """Only cells that are open can be changed. There is no password: it keeps slips out.

    Columns may be widened and rows heightened, so that nobody must unlock the sheet to read it.
    """
    page.protection.sheet = True
    page.protection.formatColumns = False
    page.protection.formatRows = False
