"""A return sheet that came back, as its owner left it: renamed, sorted, converted, half filled."""

import hashlib
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from loaders.cells import readers
from loaders.cells.answers import Unreadable
from loaders.formats import sniff
from loaders.formats.cannot import CannotRead
from loaders.formats.grid import Cell, Grid, address
from loaders.formats.parts import BROKEN
from loaders.formats.workbook import grids
from loaders.returned.form import ANSWERS
from loaders.returned.keys import LIKE

LONGEST = 4_000
"""The letters that a cell of a return sheet takes."""
_FEWEST = 3
"""So many headings of cells to fill in make a table one of a return sheet."""
_TO_BE_TOLD = 12
"""Sentences about the cells of one file; the rest are counted."""
_MACROS = ("vbaproject.bin", "basic/script-lc.xml", "xl/macrosheets/")


@dataclass(frozen=True)
class Row:
    """One row as it came back. ``key`` is what stands for its key, "" where nothing does.

    ``ref`` and ``words`` are what the row shows as its action. ``answers`` hold what was filled in,
    by ``form.Answer``, but for the new date, which is ``new_date``.
    """

    place: str
    key: str
    ref: str
    words: str
    answers: Mapping[str, str]
    new_date: date | None


@dataclass(frozen=True)
class Returned:
    """One file as it came back. ``told`` are sentences on what of it was not taken, and why."""

    file: str
    sha256: str
    rows: tuple[Row, ...]
    told: tuple[str, ...]


def read(data: bytes, name: str) -> Returned:
    """The rows of a return sheet that have a key or an answer. Raises ``CannotRead``.

    A file from a stranger goes through ``loaders.returned.safely``, which does this in a process
    of its own.
    """
    _without_macros(data, name)
    rows: list[Row] = []
    told: list[str] = []
    found = False
    formulas = _formulas(data, name)
    for grid in grids(data, name):
        for top, columns in _tables(grid):
            found = True
            told += [
                f"{grid.sheet} has no column “{heading}”, so nothing was taken from it."
                for answer, heading in ANSWERS.items()
                if answer not in columns
            ]
            for at in range(top + 1, len(grid.values)):
                row = _row(grid, at, columns, formulas.get(grid.sheet, frozenset()), told)
                rows += [row] if row else []
    if not found:
        raise CannotRead(
            f"{name} is no return sheet: none of its sheets has the headings to fill in. Ask for "
            "the sheet that was sent out, filled in and sent back."
        )
    if len(told) > _TO_BE_TOLD:
        told = [*told[:_TO_BE_TOLD], f"And {len(told) - _TO_BE_TOLD} more like these."]
    return Returned(name, hashlib.sha256(data).hexdigest(), tuple(rows), tuple(told))


def _without_macros(data: bytes, name: str) -> None:
    """Refuses a file with a program in it: no return sheet that was sent out has one."""
    held = False
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                names = [part.casefold() for part in archive.namelist()]
        except BROKEN:
            return  # whoever reads it next says what is wrong with it
        held = any(mark in part for part in names for mark in _MACROS)
    elif data.startswith(b"\xd0\xcf\x11\xe0"):
        held = "_VBA_PROJECT".encode("utf-16-le") in data
    if held:
        raise CannotRead(
            f"{name} holds macros, which no return sheet that was sent out has, so nothing of it "
            "was read. Ask for it as a workbook without macros (.xlsx)."
        )


def _formulas(data: bytes, name: str) -> Mapping[str, frozenset[Cell]]:
    """The cells that hold a formula, by sheet; raises ``CannotRead`` where they cannot be told."""
    kind = sniff.kind(data, name)
    if kind == "ods":
        with zipfile.ZipFile(BytesIO(data)) as archive:
            holds = b"table:formula=" in archive.read("content.xml")
    else:
        holds = kind == "fods" and b"table:formula=" in data
    if holds:
        raise CannotRead(
            f"{name} holds formulas, which no return sheet that was sent out has, so nothing of it "
            "was read. Ask for it with the values typed in."
        )
    if kind != "xlsx":
        return {}
    try:
        book = load_workbook(BytesIO(data), keep_links=False)
    # openpyxl has no error of its own for a workbook that is odd somewhere.
    except Exception as error:
        raise CannotRead(
            f"{name} cannot be opened as a return sheet. Open it in Excel, save it again as .xlsx "
            "and choose it once more."
        ) from error
    return {
        page.title: frozenset(
            (cell.row - 1, cell.column - 1)
            for row in page.iter_rows()
            for cell in row
            if cell.data_type == "f"
        )
        for page in book.worksheets
    }


def _tables(grid: Grid) -> Sequence[tuple[int, dict[str, int]]]:
    """The row of headings and the column of each, where a sheet has them; at most one table."""
    wanted: dict[str, str] = {heading.casefold(): answer for answer, heading in ANSWERS.items()}
    wanted |= {"reference": "ref", "action": "words"}
    for at, row in enumerate(grid.values[:60]):
        columns: dict[str, int] = {}
        for column, value in enumerate(row):
            name = wanted.get(" ".join(str(value or "").split()).casefold())
            if name:
                columns.setdefault(name, column)
        if sum(answer in columns for answer in ANSWERS) >= _FEWEST:
            return [(at, columns)]
    return []


def _row(
    grid: Grid, at: int, columns: Mapping[str, int], formulas: frozenset[Cell], told: list[str]
) -> Row | None:
    values = grid.values[at]
    keys = [found[0] for value in values if (found := LIKE.search(str(value or "")))]
    answers: dict[str, str] = {}
    new_date: date | None = None
    for answer, heading in ANSWERS.items():
        column = columns.get(answer)
        value = values[column] if column is not None else None
        if column is None:
            continue
        where = f"{grid.sheet}, {address(at, column)} ({heading})"
        if (at, column) in formulas or str(value or "").lstrip().startswith("="):
            told.append(f"{where}: it holds a formula, which was not taken. Type what it says.")
            continue
        text = readers.shown(value).strip() if value is not None else ""
        if not text:
            continue
        if len(text) > LONGEST:
            told.append(f"{where}: it is longer than {LONGEST:,} letters, and was not taken.")
        elif answer == "new_date":
            new_date = _day(value, where, told)
        else:
            answers[answer] = text
    if not keys and not answers and new_date is None:
        return None
    place = f"{grid.sheet}, row {at + 1}"
    if len(set(keys)) > 1:
        told.append(f"{place}: it has the keys of two actions, so nothing of it was taken.")
        return None
    ref, words = (_known(values, columns.get(name)) for name in ("ref", "words"))
    return Row(place, keys[0] if keys else "", ref, words, answers, new_date)


def _known(values: Sequence[object], column: int | None) -> str:
    """What a row shows as its reference or its words."""
    value = values[column] if column is not None else None
    return readers.shown(value).strip() if value is not None else ""


def _day(value: object, where: str, told: list[str]) -> date | None:
    try:
        read = readers.day.read(value)
    except Unreadable as why:
        told.append(f"{where}: found “{readers.shown(value)[:80]}”, which is no day. {why}")
        return None
    day = readers.plain(read)
    if day is None:
        told.append(f"{where}: found “{readers.shown(value)[:80]}”, which gives no day.")
    return day if isinstance(day, date) else None
