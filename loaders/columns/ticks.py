"""A column for each status, with a tick in the one that holds: "Not started", "Done"."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from loaders.cells.readers import value_of
from loaders.columns.profile import Profile
from loaders.declared import Column, Table
from loaders.problems import Problem, cells_named
from loaders.sheets.find import Found


def under(
    table: Table,
    found: Found,
    cells: Sequence[Sequence[object]],
    used: Collection[int],
    own: int,
    records: Sequence[int],
    clean: dict[str, list[Any]],
) -> tuple[set[int], list[Problem]]:
    """Gives rows without a status the one that is ticked; comes out: those columns, by place.

    A tick counts before words only where it says that the work has ended; what two ticks of one row
    say stays unsaid, and is pointed out. ``used`` are the columns read as other
    fields, ``own`` is the status's.
    """
    if not table.colour_means:
        return set(), []
    column = table[table.colour_means]
    meant: dict[int, str] = {}
    for place, heading in enumerate(found.headings):
        if place not in used and Profile(cells[place]).ticked and (says := _says(column, heading)):
            meant[place] = says
    if meant.keys() == {own}:
        return set(), []  # ticks under the status alone are asked about with its other words
    taken: set[int] = set()
    both: list[tuple[int, int]] = []
    said = list(clean[column.field])
    for row in range(len(records)):
        ticked = {place for place in meant if cells[place][row] is not None}
        words = {meant[place] for place in ticked}
        if len(words) > 1:
            both += [(records[row], found.columns[place]) for place in ticked]
            taken |= ticked
        elif words and (said[row] is None or words & {*column.kind.ends}):
            (said[row],) = words
            taken |= ticked
    clean[column.field] = said
    return taken, [*_taken(found, taken, column), *_twice(found, both, column)]


def _taken(found: Found, taken: Collection[int], column: Column) -> Iterator[Problem]:
    if taken:
        names = "”, “".join(found.headings[place].strip() for place in sorted(taken))
        cell = cells_named([(found.heading_rows[1], found.columns[place]) for place in taken])
        advice = f"A tick under “{names}” was read as the status of its row."
        yield Problem("note", found.sheet, cell, column.field, "", "", advice)


def _twice(found: Found, cells: Sequence[tuple[int, int]], column: Column) -> Iterator[Problem]:
    if cells:
        advice = "More than one status is ticked in this row, so none was read. Leave one tick."
        yield Problem("warning", found.sheet, cells_named(cells), column.field, "", "", advice)


def _says(column: Column, heading: str) -> str:
    """The status that a heading is a word for, "" where it is none."""
    return str(value_of(column.kind.read, heading) or "")
