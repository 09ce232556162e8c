"""How much a heading and the cells under it are like a field, and why."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from loaders.columns.dated import told_by_period
from loaders.columns.evidence import evidence
from loaders.columns.profile import LABEL, Profile
from loaders.declared import Column, Table
from loaders.sheets.spelling import normal, unguided, variants

ENOUGH = 0.55
"""A heading less like a field than this is left alone: a wrong column is worse than none."""
SURE = 0.85
"""For a column that only says more of what another says."""
ALIKE = 91.0
"""Of 100: two long headings at least so alike differ by a typing slip."""
ALL = 0.9
ITS_WORDS = 0.12
TOLD, HOPE = 0.3, 12
"""A share of cells that tell what has happened, and letters that say more than a state."""
STATED, STATES = 0.6, 0.68
"""A column of which so many cells are words of the status is so much less like anything else."""
BOTH = "its heading speaks of it and its cells hold it"


class Called(NamedTuple):
    """What the rows of a table are called, and whether their own ids say so."""

    things: frozenset[str]
    sure: bool


def likeness(
    table: Table, column: Column, heading: str, profile: Profile, called: Called
) -> tuple[float, str]:
    """How much a heading and its cells are like a field, 0 to about 1, and why."""
    name, reason = named(table, column, heading)
    if name == 0:
        if not column.family or _never(column.never, heading, ()):
            return 0.0, ""
        if not column.by_period and told_by_period(table, heading):
            return 0.0, ""
        if any(_hoped_for(one, heading, profile) for one in table.columns):
            return 0.0, ""
        return evidence(table, column, heading, profile), BOTH
    if profile.alien(column) or _hoped_for(column, heading, profile):
        return 0.0, ""
    # "Progress" over nothing but words of a status is the status, over sentences it is not.
    words = column.kind.words and profile.count >= 2 and profile.readable(column.kind) >= ALL
    score = name * profile.fits(column) + _about(table, column, heading, called)
    score += ITS_WORDS if words and profile.length <= LABEL else 0.0
    if table.colour_means and not column.kind.words and profile.count >= 2:
        # Words of a status are the status under any heading, unless another column is.
        stated = profile.readable(table[table.colour_means].kind) >= STATED
        score *= STATES if stated and profile.length <= LABEL else 1.0
    return score, reason


def _hoped_for(column: Column, heading: str, profile: Profile) -> bool:
    """Whether a heading of what has happened stands over what is hoped for."""
    if not column.told or not profile.count or normal(heading) not in _normal_names(column.told):
        return False
    return profile.length >= HOPE and profile.telling < TOLD


def named(table: Table, column: Column, heading: str, *, guess: bool = False) -> tuple[float, str]:
    """How much a heading alone is like a field's names, 0 to 1, and why.

    With ``guess`` every heading that no word rules out is one.
    """
    names = (column.heading, *column.also_called)
    return _named(names, column.never, column.ends_with, table.things, heading, guess)


@lru_cache(maxsize=16_384)
def _named(
    names: tuple[str, ...],
    never: tuple[str, ...],
    ends_with: tuple[str, ...],
    called: tuple[str, ...],
    heading: str,
    guess: bool,
) -> tuple[float, str]:
    """As ``named``, asked once for each heading however many tables of a file have it."""
    if _never(never, heading, names):
        return 0.0, ""
    if guess:
        return 1.0, ""
    things = {normal(thing) for thing in called}
    best, reason = 0.0, ""
    for text, weight in variants(heading):
        for order, name in enumerate(names):
            score = same(text, normal(name), things) * weight * (1 - 0.004 * min(order, 40))
            if score > best:
                best = score
                reason = (
                    f"the heading is “{name}”"
                    if order == 0 and score > 0.99
                    else f"“{name}” is another word for “{names[0]}”"
                )
        for word in ends_with:
            if best < 0.8 * weight and text.endswith(f" {normal(word)}"):
                best, reason = 0.8 * weight, f"the heading ends with “{word}”"
    return best, reason


def _never(never: Sequence[str], heading: str, names: tuple[str, ...]) -> bool:
    """Whether a word rules a heading out that is none of the column's own names.

    Guidance on how to fill a column in may use any word.
    """
    whole = f" {normal(unguided(heading))} "
    if not any(f" {normal(word)} " in whole for word in never):
        return False
    own = _normal_names(names)
    return normal(heading) not in own and whole.strip() not in own


@lru_cache(maxsize=1024)
def _normal_names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(normal, names))


def same(text: str, name: str, things: set[str]) -> float:
    """Whether two headings are one: the same words, a thing's name before them, or a slip."""
    if text == name:
        return 1.0
    first, _, rest = text.partition(" ")
    if first in things and rest == name:
        return 0.97
    # Looked for only where it can be: this is asked for every heading of every table.
    if " of " in text and any(
        text in {f"{name} of {thing}", f"{name} of the {thing}"} for thing in things
    ):
        return 0.97
    # Typing slips only: short words that differ by one letter are other words.
    if len(name) >= 6 and abs(len(text) - len(name)) <= 2 and fuzz.ratio(text, name) >= ALIKE:
        return 0.88
    return 0.0


def called_in(table: Table, headings: Sequence[str], about: str) -> Called:
    """What the rows are called here: the word before "ID", or those in the sheet's name."""
    things = [normal(thing) for thing in table.things]
    for heading in headings:
        first, _, rest = normal(heading).partition(" ")
        if first in things and rest in {"id", "no", "number", "ref", "reference", "#", "id #"}:
            return Called(frozenset({first}), sure=True)
    words = normal(about).split()
    return Called(frozenset(thing for thing in things if thing in words), sure=False)


def _about(table: Table, column: Column, heading: str, called: Called) -> float:
    """A little for a main heading that names what the rows are, a little off for another thing.

    An issue log's "Actions" say what is done about an issue; they are not what a row is about.
    """
    if not column.main or not called.things:
        return 0.0
    words = set(normal(heading).split())
    if words & called.things:
        return 0.06
    if not any(normal(other) in words for other in table.things):
        return 0.0
    return -0.2 if called.sure else -0.08
