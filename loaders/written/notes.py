"""Problems written into a workbook: a fill and a note on each cell, and a list of them all."""

import re
import warnings
from collections import defaultdict
from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.utils.cell import column_index_from_string, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from loaders.formats import sniff, workbook
from loaders.formats.grid import Grid
from loaders.problems import Problem
from loaders.written import sheet_style as style
from loaders.written.escaping import escaped
from loaders.written.in_memory import saved

LIST = "Problems"
MOST_CELLS = 250_000
"""Above this a copy holds only the headings and the rows with a problem: openpyxl takes 10
microseconds and 50 bytes or more a cell."""
_HEAD_ROWS = 30
_FILLS = {"error": style.ERROR, "warning": style.WARNING, "note": style.NOTE}
_LEVELS = {"error": "Must fix", "warning": "Check", "note": "For your information"}
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def mark(data: bytes, name: str, problems: Sequence[Problem]) -> bytes:
    """The workbook again as .xlsx, without macros, with every problem marked.

    An .xlsx keeps its looks and formulas. Another form, or one that is very large, is written
    anew from its values; of a very large one only the headings and the rows with a problem.
    """
    grids = workbook.grids(data, name)
    cells = sum(len(grid.values) * len(grid.values[0]) for grid in grids if grid.values)
    sheets: dict[str, Worksheet] = {}
    rows: dict[str, dict[int, int]] = {}
    own = _own(data) if sniff.kind(data, name) == "xlsx" and cells <= MOST_CELLS else None
    book = own or Workbook()
    if own is None:
        book.remove(book.active)
        for grid in grids:
            kept = range(len(grid.values)) if cells <= MOST_CELLS else _kept(grid, problems)
            sheet = book.create_sheet(_title(grid.sheet, book.sheetnames))
            rows[grid.sheet] = _copy(grid, sheet, kept, numbered=cells > MOST_CELLS)
            sheets[grid.sheet] = sheet
    else:
        sheets = {sheet.title: sheet for sheet in own.worksheets}
    shift = 1 if own is None and cells > MOST_CELLS else 0
    found: defaultdict[tuple[str, int, int], list[Problem]] = defaultdict(list)
    for problem in problems:
        for column, row in _cells(problem.cell):
            at = rows.get(problem.sheet, {}).get(row, 0) if own is None else row
            if at and problem.sheet in sheets:
                found[problem.sheet, at, column + shift].append(problem)
    for (sheet_name, row, column), here in found.items():
        _mark_cell(sheets[sheet_name], row, column, here)
    _list(book, problems, sheets, rows if own is None else None, shift)
    return saved(book)


def _own(data: bytes) -> Workbook | None:
    """The workbook as openpyxl sees it; None where it cannot, and the values must do."""
    try:
        with warnings.catch_warnings():
            # It warns of each thing that it drops: pictures, conditional formats of newer kinds.
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data), keep_vba=False, keep_links=False)
    # openpyxl has no error of its own for a workbook that is odd somewhere: any of them means no.
    except Exception:
        return None
    return book if book.worksheets else None


def _copy(grid: Grid, sheet: Worksheet, kept: Iterable[int], numbered: bool) -> dict[int, int]:
    """Write rows of a grid; the row that each (as Excel counts) now stands on."""
    where: dict[int, int] = {}
    for at, row in enumerate(kept, start=1):
        where[row + 1] = at
        values = ([f"Row {row + 1}"] if numbered else []) + list(grid.values[row])
        for column, value in enumerate(values, start=1):
            if value is None:
                continue
            cell = sheet.cell(at, column, escaped(value))
            shown = (row, column - 1 - numbered)
            if shown in grid.bold:
                cell.font = style.BOLD
            if isinstance(value, str) and len(value) > 40:
                cell.alignment = style.WRAP
    width = len(grid.values[0]) + numbered if grid.values else 0
    for column in range(1, min(width, 200) + 1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = 20
    if not numbered:
        for top, left, bottom, right in grid.merged:
            if bottom < len(grid.values) and right < width:
                sheet.merge_cells(
                    start_row=top + 1,
                    start_column=left + 1,
                    end_row=bottom + 1,
                    end_column=right + 1,
                )
    return where


def _kept(grid: Grid, problems: Sequence[Problem]) -> list[int]:
    wanted = {
        row - 1
        for problem in problems
        if problem.sheet == grid.sheet
        for _, row in _cells(problem.cell)
        if row <= len(grid.values)
    }
    return sorted(wanted | set(range(min(_HEAD_ROWS, len(grid.values)))))


def _mark_cell(sheet: Worksheet, row: int, column: int, here: list[Problem]) -> None:
    cell: Cell | MergedCell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        # Only the first of merged cells can hold a note.
        top = next(
            (r.top[0] for r in sheet.merged_cells.ranges if cell.coordinate in r), (row, column)
        )
        cell = sheet.cell(*top)
    if isinstance(cell, MergedCell):
        return
    worst = min(here, key=lambda problem: list(_FILLS).index(problem.level))
    cell.fill = _FILLS[worst.level]
    said = "\n".join(f"{_LEVELS[problem.level]}: {problem.advice}" for problem in here)
    before = f"{cell.comment.text}\n" if cell.comment else ""
    note = Comment(f"{before}{said}"[:8_000], "Improvement plan dashboard")
    note.width, note.height = 300, min(60 + 18 * (len(before + said) // 40), 400)
    cell.comment = note


def _list(
    book: Workbook,
    problems: Sequence[Problem],
    sheets: dict[str, Worksheet],
    rows: dict[str, dict[int, int]] | None,
    shift: int,
) -> None:
    """The sheet that lists every problem, first in the workbook, each with a link to its cell."""
    sheet = book.create_sheet(_title(LIST, book.sheetnames), 0)
    book.active = 0
    for other in book.worksheets[1:]:
        other.sheet_view.tabSelected = False
    headings = ("Level", "Sheet", "Cell", "Column", "Found", "What to do")
    for column, (text, width) in enumerate(
        zip(headings, (20, 24, 12, 26, 34, 80), strict=True), start=1
    ):
        cell = sheet.cell(1, column, text)
        cell.font, cell.fill, cell.alignment = style.ON_DARK, style.HEADING, style.MIDDLE
        sheet.column_dimensions[cell.column_letter].width = width
    for at, problem in enumerate(problems, start=2):
        values = (
            *(_LEVELS[problem.level], problem.sheet, problem.cell, problem.heading),
            *(problem.found, problem.advice),
        )
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(at, column, escaped(value))
            cell.font, cell.alignment, cell.border = style.TEXT, style.WRAP, style.LINE
        sheet.cell(at, 1).fill = _FILLS[problem.level]
        first = next(iter(_cells(problem.cell)), None)
        target = sheets.get(problem.sheet)
        if first and target is not None:
            row = rows.get(problem.sheet, {}).get(first[1]) if rows is not None else first[1]
            if row:
                place = target.cell(row, first[0] + shift).coordinate
                sheet.cell(at, 3).hyperlink = Hyperlink(
                    ref=f"C{at}", location=f"{quote_sheetname(target.title)}!{place}"
                )
    sheet.freeze_panes = "A2"
    if problems:
        sheet.auto_filter.ref = f"A1:F{len(problems) + 1}"
    style.printable(sheet)


def _cells(named: str) -> list[tuple[int, int]]:
    """The cells of "D14", "D14, D16" or "D14:D20" as (column, row), counted as Excel counts."""
    found: list[tuple[int, int]] = []
    for part in re.split(r"\s*(?:,|;| and )\s*", named):
        ends = [
            (column_index_from_string(letters), int(row)) for letters, row in _ADDRESS.findall(part)
        ]
        if len(ends) == 2 and re.search(r"[:–-]| to ", part):
            (left, top), (right, bottom) = ends
            found += [
                (column, row)
                for row in range(top, min(bottom, top + 999) + 1)
                for column in range(left, min(right, left + 99) + 1)
            ]
        else:
            found += ends
    return found


def _title(wanted: str, taken: Sequence[str]) -> str:
    """A sheet's name that Excel allows and the workbook does not have yet."""
    plain = re.sub(r"[\[\]:*?/\\]", " ", wanted).strip().strip("'")[:31] or "Sheet"
    used = {name.casefold() for name in taken}
    name, number = plain, 1
    while name.casefold() in used:
        number += 1
        name = f"{plain[:27]} {number}"
    return name
