"""What is wrong in an upload, said once, at the cell where it is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from loaders.formats.grid import letter

Level = Literal["error", "warning", "note"]
"""An error keeps its row out; a warning is accepted, most with a reason; a note says how a cell was
read."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing an officer should know about one cell, row, sheet or file.

    ``cell`` is as Excel shows it ("D14"), or "" when the problem is the whole sheet or file. One
    problem may stand for several cells ("D4, D9 to D12"): ``cells`` has them one by one.
    ``field`` is the declared field ("due_date"), ``heading`` its heading in the officer's own file.
    ``found`` is what the cell holds, as text. ``advice`` is one or two plain sentences: what to do.
    ``reasoned`` is whether a warning is accepted with a reason: no figure depends on one that is
    not.
    """

    level: Level
    sheet: str
    cell: str
    field: str
    heading: str
    found: str
    advice: str
    reasoned: bool = True

    @property
    def cells(self) -> tuple[str, ...]:
        """Every cell the problem is about, one by one."""
        found: list[str] = []
        for part in filter(None, self.cell.split(", ")):
            ends = [re.fullmatch(r"([A-Z]+)(\d+)", end) for end in part.split(" to ")]
            first, last = ends[0], ends[-1]
            if first and last:
                rows = range(int(first[2]), int(last[2]) + 1)
                found.extend(f"{first[1]}{row}" for row in rows)
        return tuple(found)

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.sheet, self.cell, self.heading) if part)
        found = f" found “{self.found}”." if self.found else ""
        return f"{where}:{found} {self.advice}".removeprefix(": ")


def cells_named(cells: Iterable[tuple[int, int]]) -> str:
    """Cells (row and column from 0) as Excel shows them, runs joined: "D4, D9 to D12"."""
    runs: list[list[int]] = []
    for column, row in sorted({(column, row) for row, column in cells}):
        if runs and runs[-1][0] == column and runs[-1][2] == row - 1:
            runs[-1][2] = row
        else:
            runs.append([column, row, row])
    return ", ".join(
        f"{letter(column)}{first + 1}"
        if first == last
        else f"{letter(column)}{first + 1} to {letter(column)}{last + 1}"
        for column, first, last in runs
    )
