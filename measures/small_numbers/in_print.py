"""What public copies have said of lists of Human Rights Act cases: it cannot be taken back.

A list is told by what it counts by itself. The same list again, under another upload or after a
withdrawal, is the same list; a corrected one is another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Self

from measures.hra_cases import Tally


class Standing(NamedTuple):
    """What one list counts by itself, whatever it is compared with: see ``Tally``."""

    when: date
    open: int
    issued: int
    from_12: int
    learning_open: int

    @classmethod
    def of(cls, tally: Tally) -> Self:
        """What a tally counts of its own list."""
        return cls(*(getattr(tally, name) for name in cls._fields))


@dataclass(frozen=True)
class InPrint:
    """What was said of one list: its counts, the list compared with, and the names of those shown.

    ``before`` is None where it was compared with none.
    """

    tally: Tally
    before: Standing | None
    shown: frozenset[str]

    @property
    def of(self) -> Standing:
        """The list that it is about."""
        return Standing.of(self.tally)

    def plain(self) -> dict[str, Any]:
        """The same in texts, numbers and lists, to be kept."""
        before = self.before and _plain(self.before)
        return {"tally": _plain(self.tally), "before": before, "shown": sorted(self.shown)}

    @classmethod
    def of_plain(cls, kept: Mapping[str, Any]) -> Self:
        """What ``plain`` gave, read back."""
        before = kept["before"] and Standing(**_dated(kept["before"]))
        return cls(Tally(**_dated(kept["tally"])), before, frozenset(kept["shown"]))


def _plain(counts: Tally | Standing) -> dict[str, Any]:
    return counts._asdict() | {"when": counts.when.isoformat()}


def _dated(kept: Mapping[str, Any]) -> dict[str, Any]:
    return dict(kept) | {"when": date.fromisoformat(kept["when"])}
