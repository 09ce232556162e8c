"""Rows that a tool writes beside the tasks: those archived in it, and the headings of groups."""

from collections.abc import Sequence

from loaders.cells.readers import shown
from loaders.sheets.rows import Sorted
from loaders.sheets.spelling import normal

Columns = Sequence[Sequence[object]]

ARCHIVED = "archived in the tool that it comes from"
ARCHIVE = {normal(name) for name in ("Archived", "Is archived", "Deleted", "Is deleted")}
OUTLINE = {normal(name) for name in ("WBS", "Outline number", "Outline no", "WBS number")}
LEVEL = {normal(name) for name in ("Outline level", "Level of outline", "Task level")}
YES = {"true", "yes", "1"}


def set_aside(
    headings: Sequence[str], rows: Sequence[int], columns: Columns, title: int, found: Sorted
) -> None:
    """Takes archived rows and summary tasks out of the records of ``found``.

    ``columns`` are the cells under each heading, one a row of ``rows``; ``title`` is the place of
    what a row is about. A summary task is the heading of the tasks below it: Project numbers them
    1.1 under 1, or gives them a deeper level.
    """
    at = {row: place for place, row in enumerate(rows)}
    named = [normal(heading) for heading in headings]
    archive = [column for name, column in zip(named, columns, strict=True) if name in ARCHIVE]
    for row in list(found.records):
        if any(_yes(column[at[row]]) for column in archive):
            found.records.remove(row)
            found.left_out[row] = ARCHIVED
    depths = _depths(named, columns)
    if depths is None:
        return
    records = list(found.records)
    for row, below in zip(records, records[1:], strict=False):
        if depths[at[row]] < depths[at[below]] and depths[at[row]]:
            found.records.remove(row)
            found.sections[row] = shown(columns[title][at[row]])


def _depths(named: Sequence[str], columns: Columns) -> list[int] | None:
    """How deep each row stands in the outline, from 1; None where the table has no outline."""
    for name, column in zip(named, columns, strict=True):
        if name in LEVEL:
            return [_level(cell) for cell in column]
    for name, column in zip(named, columns, strict=True):
        if name in OUTLINE:
            return [
                shown(cell).strip(".").count(".") + 1 if cell is not None else 0 for cell in column
            ]
    return None


def _level(cell: object) -> int:
    text = shown(cell) if cell is not None else ""
    return int(text) if text.isdecimal() else 0


def _yes(cell: object) -> bool:
    return cell is not None and shown(cell).casefold() in YES
