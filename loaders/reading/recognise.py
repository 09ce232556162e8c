"""Which declared table a table of the file is, and which of several is the best."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from loaders.choices import LEAVE_OUT, Choices
from loaders.columns.beside import Match
from loaders.columns.likeness import BOTH
from loaders.columns.match import matches
from loaders.columns.profile import Profile, is_grade
from loaders.columns.programmes import is_programme
from loaders.declared import Table
from loaders.reading.layouts import spread
from loaders.sheets.find import Found
from loaders.sheets.spelling import normal

ENOUGH = 0.5
"""Less fit than this, and a table of the file is like none of the declared ones."""
KNOWN = 6
"""So many known columns make a table one of ours, however many others it has."""
GUESS = 0.8
NOT_SAID = ""
"""Stands for a field that nothing around the table gives, and that is asked for."""
LEGEND_WIDTH = 4
NO_ROWS = 4.0
"""What an empty form has against it, beside a table that is filled in."""
UNLIKELY = 6.0
"""What a table that lacks something has against it, though it was said to be of this kind."""
MOST_ROWS = 50
"""More rows than this make a table no more likely to be the main one: closed items are many."""
ASIDE = re.compile(
    r"\b(closed|archived?|complete[d]?|old|previous|examples?|samples?|instructions?|guidance|"
    r"read ?me|lists?|look ?-?ups?|values|data validation|drop ?-?downs?|dashboard|summary|"
    r"change ?log|version|history|back ?-?ups?|copy|cover|templates?|benchmark\w*|comparators?|"
    r"(?:other|neighbouring|statistical) \w+)\b",
    re.IGNORECASE,
)
"""Names of sheets that stand beside the main one."""


@dataclass(frozen=True)
class Fit:
    """A declared table, the columns found for it, and how well it fits."""

    table: Table
    matches: Mapping[str, Match]
    fit: float
    refused: frozenset[int] = frozenset()
    across: tuple[int, ...] = ()
    """The columns that the table is spread over, where it is."""
    likely: float = 0.0
    """How likely the table is this one at all: columns that are not known do not count against
    it, as they do in ``fit``, which tells between declared tables."""


def best(
    found: Found, profiles: Sequence[Profile], tables: Sequence[Table], choices: Choices
) -> Fit | None:
    """The declared table that fits a table of the file; None where none fits well enough."""
    told = choices.sheets.get(found.sheet, "")
    if told and told != LEAVE_OUT:
        tables = [table for table in tables if table.key == told] or tables
    forced = bool(told) or bool(choices.as_table)
    if choices.as_table:
        tables = [table for table in tables if table.key == choices.as_table] or tables
    fits = [fit(found, profiles, table, choices, guess=forced) for table in tables]
    if not forced:
        fits = [one for one in fits if not is_programme(one.table, found, one.matches)]
    top = max(fits, key=lambda one: one.fit, default=None)
    if top is None or (not forced and top.likely < ENOUGH):
        return max((one for one in fits if one.likely >= ENOUGH), key=_fit, default=None)
    return top


def nearest(
    found: Found, profiles: Sequence[Profile], tables: Sequence[Table], choices: Choices
) -> Fit | None:
    """The declared table that a table of the file is most like though it is none of them.

    None where fewer than two of the headings are known.
    """
    fits = [fit(found, profiles, table, choices) for table in tables]
    near = max(fits, key=lambda one: sum(m.confidence for m in one.matches.values()), default=None)
    return near if near is not None and len(near.matches) >= 2 else None


def _fit(one: Fit) -> float:
    return one.fit


def fit(
    found: Found,
    profiles: Sequence[Profile],
    table: Table,
    choices: Choices,
    *,
    guess: bool = False,
) -> Fit:
    """How well a table of the file fits a declared one: what it needs, and what it explains."""
    chosen = choices.fields.get(table.key, {})
    refused = frozenset(
        place for place, heading in enumerate(found.headings) if refuses(table, heading)
    )
    kept = [place for place in range(len(found.headings)) if place not in refused]
    named = matches(
        table,
        [found.headings[place] for place in kept],
        [profiles[place] for place in kept],
        chosen,
        f"{found.sheet} {found.title}",
        guess=guess,
    )
    placed = {name: replace(one, place=kept[one.place]) for name, one in named.items()}
    across = spread(table, found.heads, profiles, placed, refused)
    if across:
        placed = {name: one for name, one in placed.items() if name not in table.across}
        for name in table.across:
            placed[name] = Match(across[0], 0.9, "the file has a column for each")
    needed = [column.field for column in table.columns if column.required]
    sure = {name: one.confidence for name, one in placed.items()}
    if table.implied and table.implied not in placed:
        # What stands around the table gives it, or it is asked for.
        needed.remove(table.implied)
        if found.when is None and choices.as_at is None:
            needed.append(NOT_SAID)
            sure[NOT_SAID] = GUESS
    # A guess is asked about, and what the cells bear out is as good as a name: neither stands in
    # doubt that the table is this one.
    sure |= {
        name: max(one.confidence, GUESS)
        for name, one in placed.items()
        if one.guessed or one.reason == BOTH
    }
    complete = sum(sure.get(name, 0.0) for name in needed) / len(needed) if needed else 1.0
    if table.one_of and not any(name in placed for name in table.one_of):
        complete = 0.0
    known = sum(sure.values()) + 0.9 * max(0, len(across) - len(set(table.across)))
    explained = min(1.0, known / max(1, len(found.headings)))
    enough = min(1.0, len(sure) / min(3, len(table.columns)))
    if _is_legend(found, profiles, table, placed):
        enough *= 0.5
    named_so = 0.15 * sounds_like(table, found)
    value = complete * enough * (0.45 + 0.55 * explained) + named_so
    whole = explained
    if not across and all(name in sure for name in needed):
        whole = min(1.0, known / max(1, min(len(found.headings), KNOWN)))
    likely = complete * enough * (0.45 + 0.55 * whole) + named_so
    return Fit(table, placed, value, refused, across, likely)


def _is_legend(
    found: Found, profiles: Sequence[Profile], table: Table, placed: Mapping[str, Match]
) -> bool:
    """Whether a small table explains grades or colours, one a row, rather than holding records."""
    first = profiles[0]
    own = any(placed[name].place == 0 for name in table.filled_by if name in placed)
    return (
        not own
        and len(found.headings) <= LEGEND_WIDTH
        and first.count > 0
        and sum(is_grade(value) for value in first.held) >= 0.8 * first.count
    )


def refuses(table: Table, heading: str) -> bool:
    """Whether a heading is one of those that the table never reads: personal data, legal advice.

    A refused word counts wherever it stands in the heading, but for headings the table declares.
    """
    plain = normal(heading)
    words = [normal(word) for word in table.refused]
    if plain in words:
        return True
    if not any(f" {word} " in f" {plain} " for word in words):
        return False
    declared = {
        normal(n) for column in table.columns for n in (column.heading, *column.also_called)
    }
    return plain not in declared


def sounds_like(table: Table, found: Found) -> float:
    """Whether the sheet's name, or the line above the headings, names the table: 0 or 1."""
    names = [normal(name) for name in (table.sheet, *table.also_called)]
    for text in (found.sheet, found.title):
        plain = normal(text)
        if plain and any(plain == name or fuzz.ratio(plain, name) >= 90 for name in names):
            return 1.0
        if any(f" {name} " in f" {plain} " for name in names if len(name) > 3):
            return 0.7
    return 0.0


def rank(fit: Fit, found: Found, rows: int, hidden: bool) -> float:
    """How likely this is the file's main table of its kind: columns known, rows, name, looks."""
    known = sum(one.confidence for one in fit.matches.values())
    known += sum(0.5 for column in fit.table.columns if column.main and column.field in fit.matches)
    return (
        known
        + 0.8 * math.log10(1 + min(rows, MOST_ROWS))
        - (1.0 if ASIDE.search(found.sheet) else 0.0)
        + 0.8 * sounds_like(fit.table, found)
        + 0.25 * found.likeness
        - 3.0 * hidden
        - (0.0 if rows else NO_ROWS)
        - (0.0 if fit.likely >= ENOUGH else UNLIKELY)
    )
