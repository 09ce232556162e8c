"""What a return sheet says: the words that its writer and its reader share."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Answer = Literal["status", "progress", "evidence", "new_date", "reason"]

KEY = "Key"
KNOWN = ("Reference", "Action", "Due now", "Status now", "Last said", "Evidence so far")
"""What the plan knows of an action, which is not for changing."""
ANSWERS: dict[Answer, str] = {
    "status": "New status",
    "progress": "Progress since then",
    "evidence": "New evidence",
    "new_date": "New date",
    "reason": "Why the date moves",
}
"""The cells to fill in, each with its heading."""


@dataclass(frozen=True)
class Line:
    """One action as its owner is asked about it. ``due`` is None where it has no date."""

    key: str
    ref: str
    words: str
    due: date | None
    status: str
    said: str
    evidence: str


@dataclass(frozen=True)
class Sheet:
    """What one owner is asked: their open actions.

    ``about`` are lines above the table, the title first. ``statuses`` are the words to choose from.
    """

    about: tuple[str, ...]
    lines: tuple[Line, ...]
    statuses: tuple[str, ...]
