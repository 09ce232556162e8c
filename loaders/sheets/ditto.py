"""Cells that say "the same again": a ditto mark, "as above"; they hold what stands above them."""

import re
from collections.abc import Sequence
from operator import itemgetter

from loaders.cells.readers import shown
from loaders.problems import Problem, cells_named
from loaders.sheets.find import Found
from loaders.sheets.page import Page

_DITTO = re.compile(
    r"^[-–—\s]*(?:[\"“”″〃]|''|’’|,,|„)(?:[-–—\s]*(?:[\"“”″〃]|''|’’|,,))*[-–—\s]*$|"
    r"^\W*(?:(?:the )?same|as|see)(?: as)? above\W*$|^\W*ditto\W*$|^-?\s?do\.?\s?-?$",
    re.IGNORECASE,
)
LONGEST = 20


def is_ditto(value: object) -> bool:
    """Whether a cell says no more than that it is as the one above."""
    if not isinstance(value, str) or len(value) > LONGEST:
        return False
    # Asked of every cell of a long table: what ends in another letter or figure costs little.
    if value[-1:].isalnum() and value[-2:].casefold() not in {"ve", "to", "do"}:
        return False
    return _DITTO.match(value) is not None and value.strip() not in {"Do", "DO"}


def resolved(columns: Sequence[list[object]]) -> list[list[object]]:
    """The cells under each heading, one a row, each ditto with what stands above it in its column.

    A row with one cell only is the title of a group, and nothing is the same as that. A ditto with
    nothing above it stays as it is.
    """
    out = []
    for column in columns:
        marks = {value for value in set(column) if is_ditto(value)}
        out.append(_filled(column, marks, columns) if marks else column)
    return out


def _filled(
    column: list[object], marks: set[object], columns: Sequence[Sequence[object]]
) -> list[object]:
    filled = list(column)
    above: object = None
    for row, value in enumerate(column):
        if value is None:
            continue
        if isinstance(value, str) and value in marks:
            filled[row] = value if above is None else above
        elif sum(other[row] is not None for other in columns) > 1:
            above = value
    return filled


def said(
    page: Page, found: Found, columns: Sequence[Sequence[object]], rows: Sequence[int]
) -> list[Problem]:
    """A note for each column with dittos in some of these rows, which ``columns`` hold resolved."""
    marks = set(filter(is_ditto, page.texts))
    if not marks:
        return []
    at = {row: place for place, row in enumerate(found.rows)}
    lines = [page.lines[row] for row in rows]
    told = []
    for column, heading, values in zip(found.columns, found.headings, columns, strict=True):
        if marks.isdisjoint(map(itemgetter(column), lines)):
            continue
        same = [
            row
            for row in rows
            if page.at(row, column) in marks and values[at[row]] != page.at(row, column)
        ]
        if same:
            cell = cells_named([(row, column) for row in same])
            own = shown(page.at(same[0], column))
            advice = "Read as what stands above it in the same column."
            told.append(Problem("note", found.sheet, cell, "", heading.strip(), own, advice))
    return told
