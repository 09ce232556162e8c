"""Lists of what a committee will look at and when, which are no plan of what is to be done."""

import re
from collections.abc import Collection

from loaders.columns.evidence import HEAD, spoken
from loaders.declared import Table
from loaders.sheets.find import Found

_CALLED = re.compile(
    r"\b(?:work(?:ing)? programme|forward plan|agenda plan\w*|work plan|business planner|"
    r"forward (?:look|agenda)|(?:schedule|programme) of (?:meetings|reports|business)|"
    r"key decisions)\b",
    re.IGNORECASE,
)
_OF_MEETINGS = re.compile(
    r"\b(?:meeting|committee|cabinet|decision|agenda|portfolio|council|board)s?\b|"
    r"\breport (?:deadline|author|due|to|of)\b|\bpurpose\b|\bpre-?decision\b|"
    r"\b(?:part )?exempt\b|\bscrutin|\bconsult",
    re.IGNORECASE,
)
FEW, MANY = 2, 3
"""So many headings are of meetings, where a list is called a programme and where it is not."""


def is_programme(table: Table, found: Found, fields: Collection[str]) -> bool:
    """Whether a table that fits a plan of actions is a programme of what comes to meetings.

    It has nothing that says how far anything has got or how it was answered, and no column of what
    is to be done or was asked for.
    """
    standing = {table.colour, table.colour_means, *table.moves[1:], *table.past[1:]}
    standing |= {c.field for c in table.columns if c.by_period or c.kind.words}
    standing |= {name for name in table.one_of if table[name].kind.dtype == "float64"}
    if not table.colour_means or not standing.isdisjoint(fields):
        return False
    main = next(column for column in table.columns if column.main)
    families = (main.rather_family, main.asked_family)
    if any(spoken(family, heading) == HEAD for family in families for heading in found.headings):
        return False
    of_meetings = sum(bool(_OF_MEETINGS.search(heading)) for heading in found.headings)
    called = _CALLED.search(f"{found.sheet} {found.title}") is not None
    return of_meetings >= (FEW if called else MANY)


ADVICE = (
    "It looks like a programme of what comes to meetings, and says nowhere how far anything has "
    "got. If it is a plan of actions all the same, say so below."
)
