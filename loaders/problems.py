"""What is wrong in an upload, said once, at the cell where it is."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "note"]
"""An error keeps its row out; a warning must be accepted with a reason; a note says how a cell was read."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing an officer should know about one cell, row, sheet or file.

    ``cell`` is as Excel shows it ("D14"), or "" when the problem is the whole sheet or file.
    ``field`` is the declared field ("due_date"), ``heading`` its heading in the officer's own file.
    ``found`` is what the cell holds, as text. ``advice`` is one or two plain sentences: what to do.
    """

    level: Level
    sheet: str
    cell: str
    field: str
    heading: str
    found: str
    advice: str

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.sheet, self.cell, self.heading) if part)
        found = f" found “{self.found}”." if self.found else ""
        return f"{where}:{found} {self.advice}".removeprefix(": ")
