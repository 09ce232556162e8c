"""Where records of a table that is no sheet stand: "Table 2, row 5", "Page 7, row 3"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pandas as pd

from loaders.formats.grid import Grid
from loaders.outcome import Reading
from loaders.problems import Problem


def placed(reading: Reading, grid: Grid) -> Reading:
    """The reading with every row called what an officer finds it by, where the grid has names.

    Rows of a table that goes on over pages are counted on their own page; those left out say so.
    """
    if not grid.places:
        return reading
    sheets, rows = zip(
        *(grid.place(row - 1) for row in range(1, len(grid.values) + 1)), strict=True
    )
    frame = reading.frame
    if len(frame):
        at = frame["row"] - 1
        frame = frame.assign(
            sheet=pd.Series(at.map(dict(enumerate(sheets))), dtype="str"),
            row=pd.Series(at.map(dict(enumerate(rows))), dtype="int64"),
        )
    first, last = reading.heading_rows
    return replace(
        reading,
        frame=frame,
        letters={},
        heading_rows=(max(rows[first - 1], 1), max(rows[last - 1], 1)),
        first_row=rows[reading.first_row - 1] if reading.first_row else 0,
        last_row=rows[reading.last_row - 1] if reading.last_row else 0,
        problems=tuple(told for one in reading.problems for told in _told(one, grid)),
        left_out=tuple(
            (
                rows[row - 1],
                why if sheets[row - 1] == reading.sheet else f"{sheets[row - 1]}: {why}",
            )
            for row, why in reading.left_out
        ),
        stopped=tuple(rows[row - 1] for row in reading.stopped),
    )


def _why(why: str, sheet: str, own: str) -> str:
    return why if sheet == own else f"{sheet}: {why}"


def _told(problem: Problem, grid: Grid) -> Iterator[Problem]:
    """A problem at its rows, once for each table or page that it is about."""
    lines = [int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1 for cell in problem.cells]
    by_sheet: dict[str, list[int]] = {}
    for sheet, row in (grid.place(line) for line in lines if line < len(grid.places)):
        by_sheet.setdefault(sheet, []).append(row)
    if not by_sheet:
        yield problem
    for sheet, rows in by_sheet.items():
        yield replace(problem, sheet=sheet, cell=rows_named(rows))


def rows_named(rows: Iterable[int]) -> str:
    """Rows as they are said, runs joined: "row 4", "rows 4, 9 to 12"."""
    runs: list[list[int]] = []
    for row in sorted(set(rows)):
        if runs and runs[-1][1] == row - 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    said = ", ".join(f"{a}" if a == b else f"{a} to {b}" for a, b in runs)
    return f"row {said}" if len(runs) == 1 and runs[0][0] == runs[0][1] else f"rows {said}"
