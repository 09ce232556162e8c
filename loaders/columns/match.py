"""Which column of a file is which field: by its heading first, then by what its cells hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from loaders.choices import LEAVE_OUT
from loaders.columns.profile import LABEL, Profile
from loaders.declared import Column, Table
from loaders.sheets.spelling import normal, unguided, variants

ENOUGH = 0.55
"""A heading less like a field than this is left alone: a wrong column is worse than none."""
SURE = 0.85
"""For a column that only says more of what another says."""
ALIKE = 91.0
CHOSEN = 1.0
GUESSED = 0.5
NEARLY = 0.8
ALL = 0.9
ITS_WORDS = 0.12
WHAT_FOR = "it says what that is for"


@dataclass(frozen=True)
class Match:
    """One column of the file taken for a field: its place among the headings, how sure and why."""

    place: int
    confidence: float
    reason: str
    guessed: bool = False
    """Whether only its cells speak for it, so that it must be asked about."""


class Called(NamedTuple):
    """What the rows of a table are called, and whether their own ids say so."""

    things: frozenset[str]
    sure: bool


def matches(
    table: Table,
    headings: Sequence[str],
    profiles: Sequence[Profile],
    chosen: Mapping[str, str],
    about: str = "",
    *,
    guess: bool = False,
) -> dict[str, Match]:
    """Field -> column, for one table of the file.

    ``chosen`` is what an officer said (heading -> field), which wins. ``about`` is the sheet's
    name and the line above the headings. ``guess`` takes the longest text for the main field
    where no heading fits it, for a file that is known to hold this table.
    """
    found: dict[str, Match] = {}
    taken: set[int] = set()
    meant = {normal(heading): field for heading, field in chosen.items()}
    for place, heading in enumerate(headings):
        field = meant.get(normal(heading))
        if field is None:
            continue
        taken.add(place)
        if field != LEAVE_OUT and field not in found and field in table.fields:
            found[field] = Match(place, CHOSEN, "chosen by you for this plan")
    called = _called(table, headings, about)
    # What a row is about comes first: without it there is no table.
    main = [column for column in table.columns if column.main]
    _take(table, main, headings, profiles, found, taken, called)
    first = [column for column in table.columns if not column.second]
    _take(table, first, headings, profiles, found, taken, called)
    _settle(table, found, headings, profiles, called)
    if guess or _sure(table, found):
        _guess(table, found, headings, profiles)
    _put_beside(table, found, headings, profiles, {*meant.values()})
    taken |= {match.place for match in found.values()}
    second = [column for column in table.columns if column.second]
    _take(table, second, headings, profiles, found, taken, called)
    return {name: found[name] for name in table.fields if name in found}


def _take(
    table: Table,
    columns: Sequence[Column],
    headings: Sequence[str],
    profiles: Sequence[Profile],
    found: dict[str, Match],
    taken: set[int],
    called: Called,
) -> None:
    """Gives each heading to the field it is most like, the surest pairs first."""
    scored = []
    for order, column in enumerate(columns):
        if column.field in found:
            continue
        for place, heading in enumerate(headings):
            if place not in taken:
                score, reason = likeness(table, column, heading, profiles[place], called)
                if score >= (SURE if column.second else ENOUGH):
                    scored.append((-score, place, order, column.field, reason))
    for score, place, _, field, reason in sorted(scored):
        if field not in found and place not in taken:
            found[field] = Match(place, min(0.99, -score), reason)
            taken.add(place)


def likeness(
    table: Table, column: Column, heading: str, profile: Profile, called: Called
) -> tuple[float, str]:
    """How much a heading and its cells are like a field, 0 to about 1, and why."""
    name, reason = _named(table, column, heading)
    if name == 0:
        return 0.0, ""
    # "Progress" over nothing but words of a status is the status, over sentences it is not.
    words = column.kind.words and profile.count >= 2 and profile.readable(column.kind) >= ALL
    score = name * profile.fits(column) + _about(table, column, heading, called)
    return score + (ITS_WORDS if words and profile.length <= LABEL else 0.0), reason


def _named(table: Table, column: Column, heading: str, *, guess: bool = False) -> tuple[float, str]:
    names = (column.heading, *column.also_called)
    if _never(column, heading, names):
        return 0.0, ""
    if guess:
        return 1.0, ""
    things = {normal(thing) for thing in table.things}
    best, reason = 0.0, ""
    for text, weight in variants(heading):
        for order, name in enumerate(names):
            score = _same(text, normal(name), things) * weight * (1 - 0.004 * min(order, 40))
            if score > best:
                best = score
                reason = (
                    f"the heading is “{column.heading}”"
                    if order == 0 and score > 0.99
                    else f"“{name}” is another word for “{column.heading}”"
                )
        for word in column.ends_with:
            if best < 0.8 * weight and text.endswith(f" {normal(word)}"):
                best, reason = 0.8 * weight, f"the heading ends with “{word}”"
    return best, reason


def _never(column: Column, heading: str, names: Sequence[str]) -> bool:
    """Whether a word rules a heading out that is none of the column's own names.

    Guidance on how to fill a column in may use any word.
    """
    whole = f" {normal(unguided(heading))} "
    if not any(f" {normal(word)} " in whole for word in column.never):
        return False
    return normal(heading) not in _normal_names(tuple(names)) and whole.strip() not in (
        _normal_names(tuple(names))
    )


@lru_cache(maxsize=1024)
def _normal_names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(normal, names))


def _same(text: str, name: str, things: set[str]) -> float:
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


def _called(table: Table, headings: Sequence[str], about: str) -> Called:
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


def _settle(
    table: Table,
    found: dict[str, Match],
    headings: Sequence[str],
    profiles: Sequence[Profile],
    called: Called,
) -> None:
    """Moves a column to its next best field where its cells say that the first was wrong."""
    for column in table.columns:
        field, values = column.filled_when
        if column.field not in found or field not in found:
            continue
        match = found[column.field]
        tells = table[field].kind
        if not profiles[match.place].also_filled(profiles[found[field].place], tells, values):
            continue
        for other in table.columns:
            if other.field in found or other.field == column.field:
                continue
            score, reason = likeness(
                table, other, headings[match.place], profiles[match.place], called
            )
            if score >= ENOUGH:
                del found[column.field]
                why = f"{reason}, and it is filled in before the work is done"
                found[other.field] = Match(match.place, min(0.9, score), why)
                break


def _sure(table: Table, found: Mapping[str, Match]) -> bool:
    """Whether the other headings leave little doubt about what the table is."""
    return sum(name in found and found[name].confidence >= NEARLY for name in table.sure_by) >= 2


def _put_beside(
    table: Table,
    found: dict[str, Match],
    headings: Sequence[str],
    profiles: Sequence[Profile],
    chosen: set[str],
) -> None:
    """Takes what is to be done for the main field, and puts what is wrong beside it."""
    for column in table.columns:
        if not column.beside or column.field in chosen:
            continue
        main = found.get(column.field)
        if main is None:
            done = _done(table, column, found, headings, profiles) if _sure(table, found) else None
        elif _is_wrong(table, column, headings[main.place]):
            done = _done(table, column, found, headings, profiles)
            if done and 2 * profiles[done.place].count < profiles[main.place].count:
                done = None
        else:
            done = main
        if done is None:
            continue
        found[column.field] = done
        wrong = main if main is not None and main is not done else None
        wrong = wrong or _wrong(table, column, found, headings, profiles)
        if wrong is not None and column.beside not in chosen:
            for name in [name for name, one in found.items() if one.place == wrong.place]:
                del found[name]
            found[column.beside] = Match(wrong.place, wrong.confidence, WHAT_FOR)


def _done(
    table: Table,
    column: Column,
    found: Mapping[str, Match],
    headings: Sequence[str],
    profiles: Sequence[Profile],
) -> Match | None:
    """The column that says what is to be done, if one of those left does."""
    asked = Column(column.field, column.rather[0], column.kind, column.rather)
    keeps = {one.place for name, one in found.items() if name != column.beside}
    best: Match | None = None
    for place, heading in enumerate(headings):
        if place in keeps or (profiles[place].count and not _told(profiles[place])):
            continue
        score, _ = _named(table, asked, heading)
        if score >= SURE and (best is None or score > best.confidence):
            best = Match(place, min(0.99, score), "it says what is to be done")
    return best


def _wrong(
    table: Table,
    column: Column,
    found: Mapping[str, Match],
    headings: Sequence[str],
    profiles: Sequence[Profile],
) -> Match | None:
    """The column of sentences that says what is wrong, if none stands beside yet."""
    labels = {name for name in found if table[name].looks == "label"} | {column.beside}
    keeps = {one.place for name, one in found.items() if name not in labels}
    for place, heading in enumerate(headings):
        sentences = _told(profiles[place]) and profiles[place].wordy
        if place not in keeps and sentences and _is_wrong(table, column, heading):
            return Match(place, SURE, WHAT_FOR)
    return None


def _told(profile: Profile) -> bool:
    """Whether most cells hold words of more than one or two."""
    return profile.words >= 0.6 and (profile.spaces >= 1.0 or profile.length >= 20)


def _is_wrong(table: Table, column: Column, heading: str) -> bool:
    """Whether a heading is one of what is wrong."""
    things = {normal(thing) for thing in table.things}
    names = {normal(name) for name in column.wrong}
    texts = [text for text, weight in variants(heading) if weight >= 0.9]
    return any(_same(text, name, things) >= SURE for text in texts for name in names)


def _guess(
    table: Table, found: dict[str, Match], headings: Sequence[str], profiles: Sequence[Profile]
) -> None:
    """Takes the longest text for the main field that no heading was like."""
    taken = {match.place for match in found.values()}
    for column in table.columns:
        if not column.main or column.field in found:
            continue
        free = [place for place in range(len(headings)) if place not in taken]
        named = [p for p in free if _named(table, column, headings[p], guess=True)[0]]
        wordy = [place for place in named if profiles[place].wordy] or [
            place for place in free if profiles[place].wordy
        ]
        if any(profiles[place].count for place in free):
            best = max(wordy, key=lambda place: (profiles[place].length, -place), default=None)
        else:
            best = next(iter(named), None)  # a blank form: its first heading of its own
        if best is not None:
            why = "it holds the longest text of the table"
            found[column.field] = Match(best, GUESSED, why, guessed=True)
