"""A table of the file as a clean frame, with every cell that could not be read as a problem."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import itemgetter
from typing import Any

import pandas as pd

from loaders.cells import errors
from loaders.cells.readers import MARKS, Noted, Unreadable, plain, shown
from loaders.declared import Column, Table
from loaders.exports.cells import as_typed, marked
from loaders.formats.number_format import Formatted
from loaders.problems import Level, Problem, cells_named
from loaders.sheets.find import Found
from loaders.sheets.page import Page, blank

MANY = 12
"""More different values than this with one piece of advice are told in one problem."""


@dataclass
class Told:
    """What is to be said about cells, gathered so that one message serves several."""

    sheet: str
    cells: dict[tuple[Level, str, str, str, str], list[tuple[int, int]]] = field(
        default_factory=dict
    )

    def add(
        self,
        level: Level,
        column: Column,
        heading: str,
        found: str,
        advice: str,
        cell: tuple[int, int],
    ) -> None:
        """One cell of which something must be said."""
        key = (level, column.field, heading, advice, found)
        self.cells.setdefault(key, []).append(cell)

    def add_all(
        self,
        level: Level,
        column: Column,
        heading: str,
        found: str,
        advice: str,
        cells: Iterable[tuple[int, int]],
    ) -> None:
        """Cells that hold the same, and of which the same must be said."""
        key = (level, column.field, heading, advice, found)
        self.cells.setdefault(key, []).extend(cells)

    def drop(self, name: str, found: set[object]) -> None:
        """Takes back what was said about these values of a field."""
        texts = {shown(value) for value in found}
        for key in [k for k in self.cells if k[1] == name and k[4] in texts]:
            del self.cells[key]

    def problems(self) -> list[Problem]:
        """One problem for all cells that hold the same and need the same done."""
        by_advice: dict[tuple[Level, str, str, str], dict[str, list[tuple[int, int]]]] = {}
        for (level, name, heading, advice, found), cells in self.cells.items():
            by_advice.setdefault((level, name, heading, advice), {})[found] = cells
        told = []
        for (level, name, heading, advice), values in by_advice.items():
            if len(values) > MANY:
                first = "”, “".join(list(values)[:3])
                joined = f"{first}” and {len(values) - 3} other values, such as “{list(values)[3]}"
                values = {joined: [cell for cells in values.values() for cell in cells]}
            for found, cells in values.items():
                named = cells_named(cells)
                told.append(Problem(level, self.sheet, named, name, heading, found, advice))
        return told


@dataclass(frozen=True)
class Source:
    """One field's column in the file: where it is, its heading and its raw cells, None if blank.

    ``at`` are the cells' own addresses where they do not all stand in that column.
    """

    place: int
    column: int
    heading: str
    cells: list[object]
    at: Sequence[tuple[int, int]] = ()

    def cell(self, rows: Sequence[int], place: int) -> tuple[int, int]:
        """The address of one record's cell, row and column counted from 0."""
        return self.at[place] if self.at else (rows[place], self.column)


def fill_blanks(clean: dict[str, list[Any]], name: str, values: Iterable[Any]) -> None:
    """Fills the blanks of a field with what is given for each record, where anything is."""
    pairs = zip(clean[name], values, strict=True)
    clean[name] = [given if own is None else own for own, given in pairs]


def column_values(page: Page, found: Found, rows: Sequence[int]) -> list[list[object]]:
    """The cells under each heading, one list a heading, None where a cell is blank."""
    lines = [page.lines[row] for row in rows]
    # All columns at once: a long table is turned on its side much sooner than it is walked.
    turned = zip(*map(itemgetter(*found.columns, 0), lines), strict=True)
    plain = [list(column) for column in turned] or [[] for _ in found.columns]
    out: list[list[object]] = []
    for column, end, values in zip(found.columns, found.ends, plain, strict=False):
        if end > column:
            values = [_first(line, column, end) for line in lines]
        texts = {value for value in set(values) if isinstance(value, str)}
        written = {value: as_typed(value) for value in texts if marked(value)}
        if written:
            values = [written.get(v, v) if isinstance(v, str) else v for v in values]
        spaces = {text for text in {*texts, *written.values()} if not text.strip()}
        if spaces:
            values = [None if isinstance(v, str) and v in spaces else v for v in values]
        out.append(values)
    return out


def _first(line: Sequence[object], column: int, end: int) -> object:
    """The first cell that holds something under a heading that spans several columns."""
    return next((value for value in line[column : end + 1] if not blank(value)), None)


def filled_down(page: Page, found: Found, values: list[list[object]]) -> list[list[object]]:
    """The same cells, with a merged cell's value in every row it covers."""
    tall = [m for m in page.grid.merged if m[2] > m[0] and m[0] > found.heading_rows[1]]
    if not tall:
        return values
    at = {row: place for place, row in enumerate(found.rows)}
    under = {column: place for place, column in enumerate(found.columns)}
    out = [list(column) for column in values]
    for first, column, last, _ in tall:
        place = under.get(column)
        if place is None or first not in at:
            continue
        value = out[place][at[first]]
        for row in range(first + 1, last + 1):
            if row in at and out[place][at[row]] is None:
                out[place][at[row]] = value
    return out


def read_column(
    column: Column, source: Source, rows: Sequence[int], told: Told
) -> tuple[list[Any], list[Any] | None, set[int]]:
    """One column's clean values, its marks if it may hold any, the records an error stops."""
    marks: list[Any] | None = None
    values = source.cells
    if column.marks:
        marks = [MARKS.get(v.strip().lower()) if isinstance(v, str) else None for v in values]
        values = [None if mark else v for v, mark in zip(values, marks, strict=True)]
    kind = column.kind
    read = partial(_read, kind.fitted(values) if kind.fitted else kind.read)
    if not _TWINS.isdisjoint(map(type, values)):
        values = [_Twin(value) if type(value) in _TWINS else value for value in values]
    answers = _answers(read, values)
    odd = {value for value, answer in answers.items() if type(answer) in _ODD}
    stopped: set[int] = set()
    if odd:
        _tell(column, source, values, rows, {value: answers[value] for value in odd}, told, stopped)
        answers |= {value: _plain(answers[value]) for value in odd}
    clean = list(map(answers.get, values))
    if column.required and None in clean:
        blank_at = [place for place, value in enumerate(clean) if value is None]
        for place in blank_at:
            if place not in stopped and not (marks and marks[place]):
                advice = f"Fill in {column.heading}. The cell is blank but is needed."
                told.add("error", column, source.heading, "", advice, source.cell(rows, place))
                stopped.add(place)
    return clean, marks, stopped


class _Twin:
    """A value as a dictionary's key where Python takes it for another: True for 1, 100% for 1."""

    def __init__(self, value: Any) -> None:
        self.value = value
        self.key = (type(value), shown(value), value)

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Twin) and other.key == self.key


_TWINS = {bool, Formatted}
_ODD = {Noted, Unreadable}


def _tell(
    column: Column,
    source: Source,
    values: Sequence[object],
    rows: Sequence[int],
    odd: Mapping[object, Any],
    told: Told,
    stopped: set[int],
) -> None:
    """Notes every cell whose value was read in a way worth saying, or not at all."""
    where: dict[object, list[int]] = {}
    for place, value in enumerate(values):
        if value in odd:
            where.setdefault(value, []).append(place)
    for value, places in where.items():
        answer = odd[value]
        level = _level(answer, column)
        cells = [source.cell(rows, place) for place in places]
        typed, advice = shown(_bare(value)), _advice(answer)
        told.add_all(level, column, source.heading, typed, advice, cells)
        if level == "error":
            stopped.update(places)


def _answers(read: Callable[[Any], Any], values: Sequence[object]) -> dict[object, Any]:
    """What each different value reads as; each is read once, however often it stands there."""
    different = set(values)
    different.discard(None)
    try:
        return {value: read(_bare(value)) for value in different}
    except Unreadable:
        return {value: _try(read, _bare(value)) for value in different}


def _bare(value: object) -> object:
    return value.value if type(value) is _Twin else value


def _read(read: Callable[[Any], Any], value: object) -> Any:
    if errors.is_error(value):
        raise Unreadable(errors.ADVICE)
    return read(value)


def _try(read: Callable[[Any], Any], value: object) -> Any:
    try:
        return read(value)
    except Unreadable as error:
        return error


def _plain(answer: Any) -> Any:
    if isinstance(answer, Unreadable):
        return None
    return plain(answer)


def _advice(answer: Any) -> str:
    return answer.advice if isinstance(answer, Noted) else str(answer)


def _level(answer: Any, column: Column) -> Level:
    if isinstance(answer, Noted):
        return "warning" if answer.level == "warning" else "note"
    return "error" if column.required else "warning"


def clean_frame(
    table: Table, values: Mapping[str, list[Any]], rows: Sequence[int], sheet: str
) -> pd.DataFrame:
    """The table's frame of clean values, with the sheet and the row each record came from."""
    return table.frame({**values, "sheet": [sheet] * len(rows), "row": [row + 1 for row in rows]})


def duplicates(
    table: Table, clean: Sequence[Any], source: Source, rows: Sequence[int], told: Told
) -> None:
    """Tells of references that two rows share, once for each."""
    if len(set(clean)) == len(clean):
        return
    where: dict[Any, list[int]] = {}
    for place, value in enumerate(clean):
        if value is not None:
            where.setdefault(value, []).append(place)
    column = table[table.unique]
    for value, shared in where.items():
        if len(shared) > 1:
            for place in shared:
                told.add(
                    "warning",
                    column,
                    source.heading,
                    shown(value),
                    "More than one row has this reference. Give each row its own, "
                    "so that it can be followed from one meeting to the next.",
                    source.cell(rows, place),
                )
