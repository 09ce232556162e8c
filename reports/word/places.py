"""The named places of a council's template, and what each is called there."""

import re
from dataclasses import dataclass

from workstreams.across.meeting_words import IMPLICATIONS

LINES = ("title", "council", "committee", "meeting date", "data as at", "copy")
"""Places within a sentence: each is filled with a few words."""
BLOCKS = (
    "purpose",
    "recommendations",
    "summary",
    "background",
    "progress",
    *(name.lower() for name in IMPLICATIONS.values()),
    "appendices",
)
"""Places that have a paragraph to themselves: each is filled with text, tables and pictures."""
EVERY = (*LINES, *BLOCKS)
ALSO = {
    "purpose of report": "purpose",
    "purpose of the report": "purpose",
    "recommendation": "recommendations",
    "executive summary": "summary",
    "date of meeting": "meeting date",
    "resource implications": "financial implications",
    "financial": "financial implications",
    "legal": "legal implications",
    "equalities implications": "equality implications",
    "risk management": "risk implications",
    "environmental impact": "environmental implications",
    "appendix": "appendices",
}
"""What councils call a place, beside the name that we give it."""


@dataclass(frozen=True)
class Room:
    """Where a place stands: the width and height there is, in English Metric Units, and the level
    of the heading above it (0 where there is none)."""

    wide: int
    tall: int
    level: int = 0


@dataclass(frozen=True)
class Place:
    """One place of a template: its name, and the mark that stands for it while it is filled.

    ``room`` is None for a place within a sentence.
    """

    name: str
    mark: str
    room: Room | None = None


def named(text: str) -> str:
    """The name of the place that a mark or a control gives, "" where it gives none of ours.

    Case, spaces and underlines do not matter.
    """
    plain = " ".join(re.sub(r"[^a-z]+", " ", text.casefold()).split())
    plain = ALSO.get(plain, plain)
    return plain if plain in EVERY else ""


def written(name: str) -> str:
    """A place's mark, as a template has it."""
    return f"{{{{ {name.replace(' ', '_')} }}}}"
