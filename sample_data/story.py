"""How the sample plans are told: each row once, with what changed at which date."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

GONE = None
"""In a story: from this date on the row is no longer in the workbook."""


@dataclass(frozen=True)
class Row:
    """One row of a sheet over time.

    ``start`` is what its cells held when it first appeared; ``story`` says what had changed by
    each later date. A date that is not in the story leaves the row as it was.
    """

    start: Mapping[str, Any]
    story: Mapping[str, Mapping[str, Any] | None] = field(default_factory=dict)

    def at(self, when: str) -> dict[str, Any] | None:
        """The row's cells at a date ("2021-09-07"), or None where the sheet does not list it."""
        told = [day for day in self.story if day <= when]
        if not told or self.story[max(told)] is GONE:
            return None
        cells = dict(self.start)
        for day in sorted(told):
            cells |= self.story[day] or {}
        return cells


def rows_at(rows: Iterable[Row], when: str) -> list[dict[str, Any]]:
    """The rows that a sheet lists at a date."""
    return [cells for row in rows if (cells := row.at(when)) is not None]


def day(text: str) -> date:
    """A date written the British way: "30/09/2021"."""
    return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007
