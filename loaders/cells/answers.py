"""What a cell's reader answers: a value, a value with a note, or that it cannot be read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from loaders.formats.number_format import Formatted, unformatted

NOT_YET = {"-", "--", "–", "—", "?", "n/a", "na", "n/k", "nil"} | {
    *("tbc", "tba", "tbd", "to be confirmed", "to be agreed")
}
"""What people type to say that there is nothing to say."""
NO_DATE = NOT_YET | {
    "ongoing",
    "on going",
    "on-going",
    "continuous",
    "rolling",
    "asap",
    "immediate",
    "immediately",
    "none",
    "no date",
    "not set",
    "as required",
    "as needed",
    "monthly",
    "quarterly",
    "annually",
    "various",
    "complete",
    "completed",
    "open",
}


class Unreadable(ValueError):
    """The cell cannot be read; the message is what the officer should do."""


@dataclass(frozen=True)
class Noted:
    """A value that was read in a way the officer should see ("read as 31 December 2016")."""

    value: Any
    advice: str
    level: str = "note"
    earlier: tuple[date, ...] = ()
    """The days a date was before it was moved, oldest first."""


def plain(answer: Any) -> Any:
    """What a reader answered, without what is said of it."""
    return answer.value if isinstance(answer, Noted) else answer


def value_of(read: Callable[[Any], Any], cell: object) -> Any:
    """What a reader makes of a cell; None where that is nothing, or it cannot be read."""
    try:
        return plain(read(cell))
    except Unreadable:
        return None


def shown(value: Any) -> str:
    """A cell's value as text, as near as can be to what Excel shows."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, Formatted):
        return value.text
    if isinstance(value, float):
        return unformatted(value)
    if isinstance(value, date):  # a datetime is one too
        return f"{value.day:02}/{value.month:02}/{value.year}"
    return str(value)
