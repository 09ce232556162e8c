"""Texts that can be looked through for words, and what is found in them, the best first."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from sys import intern

from measures.finding.words import WORD, asked, meant, stem, words

EXACT, BEGINS, ENDS, SLIP = 4, 3, 3, 1
"""How well a word fits: as typed, begun so, in another form, or but for a slip."""
NAME_ONLY = 0.5
"""What a word counts for that stands in a thing's name and not in its own words."""
ROOM = 110
"""Letters of a text that are shown before and after the first word found."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found.

    ``kind`` is what it is ("Update"), ``name`` what it is called or about, ``text`` its own words.
    ``page`` and ``section`` say where it stands; ``record`` is the id of its row (0: it has none).
    ``when`` is the day it is of, as ISO date, "" where it is of none.
    """

    kind: str
    name: str
    text: str
    page: str
    section: str = ""
    record: int = 0
    when: str = ""


@dataclass(frozen=True)
class Hit:
    """One thing found: which, in which of the places looked through, and by which of its words."""

    place: int
    entry: Entry
    fits: float
    by: frozenset[str]


@dataclass(frozen=True)
class Finding:
    """What was found, the best first, and what was meant where a word typed stands nowhere."""

    hits: tuple[Hit, ...]
    instead: Mapping[str, tuple[str, ...]]


class Index:
    """Entries by their words. A word finds an entry by its own text, and beside that by its name;
    a name alone finds nothing, or each update would be found by the name of its action."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Looks through every text once."""
        self.entries = tuple(entries)
        self.own: dict[str, list[int]] = {}
        self.named: dict[str, list[int]] = {}
        names: dict[str, frozenset[str]] = {}
        for at, entry in enumerate(self.entries):
            own = set(words(entry.text))
            _put(self.own, own, at)
            if entry.name not in names:
                names[entry.name] = frozenset(words(entry.name))
            if not own >= names[entry.name]:
                _put(self.named, names[entry.name] - own, at)
        self.words = sorted({*self.own, *self.named})
        self.stems: dict[str, list[str]] = {}
        for word in self.words:
            self.stems.setdefault(stem(word), []).append(word)

    def fitting(self, typed: str) -> dict[str, float]:
        """The words here that fit one that was typed, and how well."""
        found: dict[str, float] = dict.fromkeys(self.stems.get(stem(typed), ()), ENDS)
        if not any(one.isdigit() for one in typed):
            for at in range(bisect_left(self.words, typed), len(self.words)):
                if not self.words[at].startswith(typed):
                    break
                found[self.words[at]] = BEGINS
        if typed in self.own or typed in self.named:
            found[typed] = EXACT
        return found

    def holding(self, fitting: Mapping[str, float]) -> tuple[dict[int, float], set[int]]:
        """The entries that hold one of some words, with how well; and those whose text does."""
        best: dict[int, float] = {}
        own: set[int] = set()
        for word, fits in fitting.items():
            for at in self.own.get(word, ()):
                best[at] = max(best.get(at, 0), fits)
                own.add(at)
            for at in self.named.get(word, ()):
                best[at] = max(best.get(at, 0), fits * NAME_ONLY)
        return best, own


def _put(postings: dict[str, list[int]], held: Iterable[str], at: int) -> None:
    """Enter an entry under each of its words; a word is one thing in every place that holds it."""
    for word in held:
        if word in postings:
            postings[word].append(at)
        else:
            postings[intern(word)] = [at]


def find(text: str, among: Sequence[Index]) -> Finding:
    """What holds every word of a text, or what each may stand for, in any of the places."""
    typed = asked(text)
    fitting = [{word: index.fitting(word) for word in typed} for index in among]
    instead = {}
    for word in typed:
        if any(fits[word] for fits in fitting):
            continue
        there = {one for index in among for one in index.words}
        instead[word] = tuple(meant(word, there))
        for fits, index in zip(fitting, among, strict=True):
            fits[word] = {
                one: SLIP for one in instead[word] if one in index.own or one in index.named
            }
    hits = [
        hit
        for place, (index, fits) in enumerate(zip(among, fitting, strict=True))
        for hit in _in_one(place, index, fits)
    ]
    hits.sort(key=lambda hit: hit.entry.when, reverse=True)
    hits.sort(key=lambda hit: -hit.fits)
    return Finding(tuple(hits), instead)


def _in_one(place: int, index: Index, fitting: Mapping[str, Mapping[str, float]]) -> list[Hit]:
    """What one place has of all that was typed."""
    if not fitting or not all(fitting.values()):
        return []
    every, own = None, set[int]()
    for fits in fitting.values():
        held, in_text = index.holding(fits)
        own |= in_text
        if every is None:
            every = held
        else:
            every = {at: sum_of + held[at] for at, sum_of in every.items() if at in held}
    by = frozenset(word for fits in fitting.values() for word in fits)
    found = sorted(own & (every or {}).keys())
    return [Hit(place, index.entries[at], (every or {})[at], by) for at in found]


def around(text: str, by: frozenset[str]) -> list[tuple[str, bool]]:
    """A text around the first word found, in pieces, each with whether it was looked for."""
    found = [one.span() for one in WORD.finditer(text) if set(words(one[0])) & by]
    if not found:
        return [(_cut(text, 0, 2 * ROOM), False)]
    start, end = max(0, found[0][0] - ROOM), found[0][1] + ROOM
    if start:
        start = text.find(" ", start, found[0][0]) + 1 or start
    pieces, at = [], start
    for first, last in (one for one in found if one[1] <= end):
        pieces += [(text[at:first], False), (text[first:last], True)]
        at = last
    pieces.append((_cut(text, at, max(end, at)), False))
    if start:
        pieces.insert(0, ("… ", False))
    return [(piece, hit) for piece, hit in pieces if piece]


def _cut(text: str, start: int, end: int) -> str:
    """A part of a text that ends with a whole word; "…" where there is more."""
    if end >= len(text):
        return text[start:]
    return f"{text[start : max(text.rfind(' ', start, end), start)]} …"
