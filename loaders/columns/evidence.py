"""What speaks for a field where a heading is none of its names: its words, and what is under it.

Neither is enough alone. A heading that speaks of who, over a few short phrases that come again and
again, is the owner's in whatever words; the same heading over dates is not.
"""

import re
from functools import lru_cache

from loaders.columns.profile import LABEL, Profile
from loaders.declared import Column, Table
from loaders.sheets.spelling import normal, unguided

OF_WORDS, OF_CELLS = 0.35, 0.45
"""What the heading's words and the cells give at most: together less than a known name."""
PLAIN = 0.65
"""From here on a column is read without asking."""
HEAD, ASIDE = 1.0, 0.6
"""The word that says what a heading is, and any other of its words."""
UNFILLED = 0.45
"""What an empty column says: nothing for and nothing against."""
FEW_STATES = 14
_END = re.compile(
    r" (?:of|for|to|on|by|since|from|with|in|at|against|agreed|that|which|we|is|are|will|as|per|"
    r"required|needed|taken|responsible|leading|made|and|or) .*$"
)


@lru_cache(maxsize=65536)
def head(heading: str) -> str:
    """The word that says what a heading is: "update" in "Lead officer update since May"."""
    plain = normal(unguided(heading))
    return _END.sub("", f"{plain} ").strip().rpartition(" ")[2]


@lru_cache(maxsize=65536)
def spoken(family: str, heading: str) -> float:
    """How much a heading speaks of what a family of words is about, 0 to 1."""
    if not family:
        return 0.0
    pattern = _pattern(family)
    if pattern.fullmatch(head(heading)):
        return HEAD
    return ASIDE if pattern.search(normal(unguided(heading))) else 0.0


@lru_cache(maxsize=256)
def _pattern(family: str) -> re.Pattern[str]:
    parts = [re.escape(word.replace("_", " ")).replace(r"\*", r"\w*") for word in family.split()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def evidence(table: Table, column: Column, heading: str, profile: Profile) -> float:
    """How much a heading's words and the cells under it together are like a field, 0 to 0.8."""
    said = spoken(column.family, heading)
    if not said or (said < HEAD and (not profile.count or _headed(table, heading))):
        return 0.0
    holds = holding(table, column, profile) if profile.count else UNFILLED
    return OF_WORDS * said + OF_CELLS * holds if holds else 0.0


def _headed(table: Table, heading: str) -> bool:
    """Whether the word that says what a heading is belongs to some field's family."""
    return any(spoken(column.family, heading) == HEAD for column in table.columns)


def holding(table: Table, column: Column, profile: Profile) -> float:
    """How much the cells alone are what a field holds, 0 to 1; 0 where they are something else."""
    kind = column.kind
    if kind.dtype.startswith("datetime"):
        return _dates(column, profile)
    if kind.dtype == "float64":
        return 0.9 if profile.words < 0.5 and profile.readable(kind) >= 0.8 else 0.0
    if kind.words:
        return _states(column, profile)
    if column.looks == "code":
        return 0.9 if profile.codes >= 0.6 else 0.0
    if column.looks == "prose":
        return _prose(column, profile)
    return _label(table, column, profile)


def _dates(column: Column, profile: Profile) -> float:
    if profile.days >= 0.8:
        return 1.0
    return 0.8 if profile.days >= 0.3 and profile.readable(column.kind) >= 0.7 else 0.0


def _states(column: Column, profile: Profile) -> float:
    if profile.numbers > 0.3:
        return 0.0
    read = profile.readable(column.kind)
    few = profile.different <= (FEW_STATES if read >= 0.6 else max(3, 0.6 * profile.count))
    if not few or profile.length > LABEL:
        return 0.0
    # Words of the plan's own ("Overdue", "At risk") are as short, and are asked about.
    own = profile.words >= 0.8 and profile.spaces <= 2 and profile.people < 0.5
    return 0.5 + 0.5 * read if own or read >= 0.3 else 0.0


def _prose(column: Column, profile: Profile) -> float:
    if profile.words < 0.6 or profile.spaces < 1.5 or profile.length < 12 or profile.graded >= 0.5:
        return 0.0
    if column.main and not profile.wordy:
        return 0.0
    against = profile.telling if column.main else profile.bidding
    return 0.9 - 0.4 * against


def _label(table: Table, column: Column, profile: Profile) -> float:
    if profile.length > LABEL or profile.words < 0.7 or profile.days > 0.2 or profile.spaces > 6:
        return 0.0
    graded = profile.graded >= 0.5
    if column.looks == "grade":
        return 0.9 if graded else 0.0
    kinds = [one.kind for one in table.columns if one.kind.words]
    if graded or any(profile.readable(kind) >= 0.5 for kind in kinds):
        return 0.0
    if column.looks == "people":
        return 0.7 + 0.3 * profile.people
    again = profile.different <= max(2, 0.7 * profile.count)
    return (0.8 if again else 0.4) - 0.4 * profile.people
