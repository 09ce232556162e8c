"""The blank workbook that officers may fill in, written from the tables' declarations."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from loaders import sheet_style as style
from loaders.columns import Column, Table
from loaders.escaping import escaped
from loaders.examples import EXAMPLE

READ_ME = "Read me first"
LISTS = "Lists"
ROOM = 1_000
"""Rows that are ready to fill in: with drop-downs and formats."""
_WIDTHS = {"date": 14, "start date": 14, "reference": 14, "text": 32}
_LONG = ("title", "detail", "update", "evidence", "success_measure", "note", "answer", "text")
_FORMATS = {
    "date": "dd/mm/yyyy",
    "start date": "dd/mm/yyyy",
    "percentage": "0%",
    "money": "£#,##0",
    "reference": "@",
}
_SHOWN = ("date", "start date", "reference", "percentage")
"""Kinds whose form an example row shows, whether or not the column must be filled in."""
_EXAMPLES = {"date": date(2022, 3, 31), "start date": date(2022, 4, 1)}
_STEPS = (
    "Fill in the sheets you have something for; leave the others as they are or delete them.",
    "Keep one row for each thing. Leave a cell empty when you do not know: never type 0 for that.",
    "The first row under the headings is an example. It is passed over, so it may stay.",
    "Type dates as day/month/year, for example 31/03/2022. A month alone, such as March 2022, "
    "is read as its last day.",
    "Use job titles and references, never the name of a child, a parent or a colleague.",
    "Save the workbook, choose Upload in the dashboard, and choose the file. Nothing is kept "
    "until you have seen how it was read and accepted it.",
)


def blank(tables: Sequence[Table], title: str = "Improvement plan workbook") -> bytes:
    """An .xlsx with a sheet for each table, a sheet that explains them, and drop-down lists."""
    book = Workbook()
    book.remove(book.active)
    book.properties.title = title
    book.properties.creator = "Improvement plan dashboard"
    book.properties.language = "en-GB"
    _read_me(book.create_sheet(READ_ME), tables, title)
    lists = book.create_sheet(LISTS)
    lists.sheet_state = "hidden"
    for table in tables:
        _table(book.create_sheet(table.sheet), table, lists)
    book.move_sheet(lists, len(tables))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _read_me(sheet: Worksheet, tables: Sequence[Table], title: str) -> None:
    sheet.sheet_view.showGridLines = False
    for letter, width in zip("ABC", (30, 70, 44), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet["A1"], sheet["A1"].font = title, style.TITLE
    sheet.row_dimensions[1].height = 28
    sheet["A3"], sheet["A3"].font = "How to fill it in", style.BOLD
    at = 4
    for number, step in enumerate(_STEPS, start=1):
        sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=3)
        cell = sheet.cell(at, 1, f"{number}. {step}")
        cell.font, cell.alignment = style.TEXT, style.WRAP
        sheet.row_dimensions[at].height = 32 if len(step) > 120 else 18
        at += 1
    at += 1
    for column, text in enumerate(("Sheet", "What it holds", "Columns that must be filled in"), 1):
        cell = sheet.cell(at, column, text)
        cell.font, cell.fill, cell.alignment = style.ON_DARK, style.HEADING, style.MIDDLE
    for table in tables:
        at += 1
        must = ", ".join(column.heading for column in table.columns if column.required)
        for column, text in enumerate((table.sheet, table.about, must or "None"), 1):
            cell = sheet.cell(at, column, text)
            cell.font, cell.alignment, cell.border = style.TEXT, style.WRAP, style.LINE
        sheet.cell(at, 1).hyperlink = Hyperlink(
            ref=f"A{at}", location=f"{quote_sheetname(table.sheet)}!A1"
        )
        sheet.cell(at, 1).font = style.BOLD
        longest = max(len(table.about) / 66, len(must) / 40)
        sheet.row_dimensions[at].height = 16 * (int(longest) + 1) + 4
    style.printable(sheet, "1:1")


def _table(sheet: Worksheet, table: Table, lists: Worksheet) -> None:
    for at, column in enumerate(table.columns, start=1):
        letter = get_column_letter(at)
        heading = sheet.cell(1, at, column.heading)
        heading.font, heading.alignment, heading.border = style.ON_DARK, style.MIDDLE, style.LINE
        heading.fill = style.HEADING if column.required else style.OPTIONAL
        heading.comment = _note(column)
        sheet.column_dimensions[letter].width = _width(column)
        example = sheet.cell(2, at, _example(column, first=at == 1))
        example.font, example.fill, example.alignment = style.QUIET, style.PALE, style.WRAP
        form = _FORMATS.get(column.kind.name)
        if form and at > 1:
            example.number_format = form
        for row in range(3, 3 + 50):
            cell = sheet.cell(row, at)
            cell.alignment, cell.border, cell.font = style.WRAP, style.LINE, style.TEXT
            cell.number_format = form or "General"
        # The rows below the first fifty take their format from the column.
        if form:
            sheet.column_dimensions[letter].number_format = form
        if column.kind.words:
            sheet.add_data_validation(_drop_down(column, letter, lists))
    sheet.row_dimensions[1].height = 34
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{ROOM}"
    style.printable(sheet)


def _note(column: Column) -> Comment:
    must = "Must be filled in." if column.required else "May be left empty."
    said = f"Enter {column.kind.says}."
    lines = [line for line in (column.help, must, said) if line]
    note = Comment("\n".join(lines), "Improvement plan dashboard")
    note.width, note.height = 280, 40 + 20 * sum(len(line) // 38 + 1 for line in lines)
    return note


def _example(column: Column, first: bool) -> object:
    value = column.example
    if value is None and (column.required or column.kind.words or column.kind.name in _SHOWN):
        value = column.kind.example or _EXAMPLES.get(column.kind.name)
    if first:
        shown = f"{value:%d/%m/%Y}" if isinstance(value, date | datetime) else value
        return f"{EXAMPLE}{shown if shown is not None else column.heading.lower()}"
    return escaped(value)


def _width(column: Column) -> int:
    if column.field in _LONG:
        return 44
    if column.kind.words:
        return max(16, min(34, max(map(len, column.kind.words)) + 6))
    return max(_WIDTHS.get(column.kind.name, 14), min(len(column.heading) + 6, 30))


def _drop_down(column: Column, letter: str, lists: Worksheet) -> DataValidation:
    """A list kept on a hidden sheet: one written into the rule may hold no comma."""
    at = lists.max_column + 1 if lists["A1"].value else 1
    for row, word in enumerate((column.heading, *column.kind.words), start=1):
        lists.cell(row, at, word)
    held = get_column_letter(at)
    rule = DataValidation(
        type="list",
        formula1=f"{LISTS}!${held}$2:${held}${len(column.kind.words) + 1}",
        allow_blank=True,
        errorStyle="warning",
        errorTitle=column.heading,
        error="This is not one of the words in the list. It may not be understood when uploaded.",
        showErrorMessage=True,
    )
    rule.add(f"{letter}3:{letter}{ROOM}")
    return rule
