"""Two columns of sentences: what is to be done is what a row is, what is wrong stands beside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.columns.evidence import HEAD, head, spoken
from loaders.columns.likeness import SURE, named, same
from loaders.columns.profile import Profile
from loaders.declared import LABELS, Column, Table
from loaders.sheets.spelling import normal, variants

MOSTLY = 0.5
GUESSED = 0.5
"""How sure a column is that only its cells speak for."""
NEARLY = 0.65
"""How sure the headings must be that tell what the table is."""
_ACTION = "action"
WHAT_FOR = "it says what that is for"


@dataclass(frozen=True)
class Match:
    """One column of the file taken for a field: its place among the headings, how sure and why."""

    place: int
    confidence: float
    reason: str
    guessed: bool = False
    """Whether only its cells speak for it, so that it must be asked about."""


def sure(table: Table, found: Mapping[str, Match]) -> bool:
    """Whether the other headings leave little doubt about what the table is."""
    return sum(name in found and found[name].confidence >= NEARLY for name in table.sure_by) >= 2


def put_beside(
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
            done = _done(table, column, found, headings, profiles) if sure(table, found) else None
        elif _is_wrong(table, column, headings[main.place]):
            done = _done(table, column, found, headings, profiles)
            if done and 2 * profiles[done.place].count < profiles[main.place].count:
                done = None
        else:
            done = _several(column, found, main, headings, profiles) or main
            agreed = _done(table, column, found, headings, profiles)
            asked = spoken(column.asked_family, headings[main.place]) == HEAD
            if done is main and asked and agreed and {column.beside}.isdisjoint({*found, *chosen}):
                # What was asked for stays what the row is; how that will be done stands beside.
                found[column.beside] = agreed
                continue
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
        score, _ = named(table, asked, heading)
        if score < SURE and spoken(column.rather_family, heading) == HEAD:
            # A heading of its own: that is enough where most cells ask for something.
            score = SURE if profiles[place].bidding >= MOSTLY else 0.0
        if score >= SURE and (best is None or score > best.confidence):
            best = Match(place, min(0.99, score), "it says what is to be done")
    return best


def _several(
    column: Column,
    found: Mapping[str, Match],
    main: Match,
    headings: Sequence[str],
    profiles: Sequence[Profile],
) -> Match | None:
    """The actions of a plan in which what was asked for stands once for several: "Our actions".

    What was asked for is then blank in some rows, or the same in several, where each has an action
    of its own.
    """
    keeps = {one.place for name, one in found.items() if name != column.beside}
    asked = profiles[main.place]
    for place, heading in enumerate(headings):
        own = profiles[place]
        again = own.different > asked.different and own.count >= asked.count
        done = own.telling >= MOSTLY
        if place in keeps or not again or done or not (own.wordy and _told(own)):
            continue
        if head(heading) == _ACTION and not any(
            f" {word} " in f" {normal(heading)} "
            for word in (*column.never, "completed", "to date")
        ):
            return Match(place, SURE, "each row has one of its own")
    return None


def _wrong(
    table: Table,
    column: Column,
    found: Mapping[str, Match],
    headings: Sequence[str],
    profiles: Sequence[Profile],
) -> Match | None:
    """The column of sentences that says what is wrong, if none stands beside yet."""
    labels = {name for name in found if table[name].looks in LABELS} | {column.beside}
    keeps = {one.place for name, one in found.items() if name not in labels}
    for place, heading in enumerate(headings):
        sentences = _told(profiles[place]) and profiles[place].wordy
        speaks = any(spoken(f, heading) for f in (column.wrong_family, column.asked_family))
        if place not in keeps and sentences and (speaks or _is_wrong(table, column, heading)):
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
    named_so = any(same(text, name, things) >= SURE for text in texts for name in names)
    return named_so or spoken(column.wrong_family, heading) == HEAD
