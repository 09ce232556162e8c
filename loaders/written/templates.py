"""The blank workbook that officers may fill in, written from the tables' declarations."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from loaders.declared import Column, Table
from loaders.sheets.examples import EXAMPLE
from loaders.written import sheet_style as style
from loaders.written.escaping import escaped

READ_ME = "Read me first"
LISTS = "Lists"
ROOM = 1_000
"""Rows that are ready to fill in: with drop-downs and formats."""
_WIDTHS = {"date": 14, "start date": 14, "reference": 14, "text": 32}
_LONG = (
    *("title", "detail", "update", "evidence", "response_reason", "success_measure"),
    *("note", "answer", "text"),
)
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
    """One column of text: a table on this sheet would be taken for one that somebody filled in."""
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width = 110
    lines: list[tuple[str, Font]] = [(title, style.TITLE), ("How to fill it in", style.BOLD)]
    lines += [(f"{number}. {step}", style.TEXT) for number, step in enumerate(_STEPS, start=1)]
    lines.append(("The sheets", style.BOLD))
    for at, (text, font) in enumerate(lines, start=1):
        _line(sheet, at, text, font)
    at = len(lines)
    for table in tables:
        must = ", ".join(column.heading for column in table.columns if column.required)
        name = _line(sheet, at + 1, table.sheet, style.LINK)
        name.hyperlink = Hyperlink(
            ref=name.coordinate, location=f"{quote_sheetname(table.sheet)}!A1"
        )
        name.font = style.LINK
        needed = f" Must be filled in: {must}." if must else ""
        _line(sheet, at + 2, f"{table.about}{needed}", style.TEXT)
        at += 2
    style.printable(sheet)


def _line(sheet: Worksheet, row: int, text: str, font: Font) -> Cell:
    cell = sheet.cell(row, 1, text)
    cell.font, cell.alignment = font, style.WRAP
    size = 28 if font is style.TITLE else 17
    above = 8 if font in (style.BOLD, style.LINK) else 0
    sheet.row_dimensions[row].height = size * (len(text) // 105 + 1) + above
    return cell


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
