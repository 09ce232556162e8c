"""Reads sentences: what they say of cases, and which of them it cannot take in."""

import re
from collections.abc import Iterator
from datetime import date

from tests.attacker.rows import COUNTS, OURS_ONLY, TITLE
from tests.attacker.said import DAY, MANY, NUMBER, Said, day, number

N, D = f"({NUMBER})", f"({DAY})"
ABOUT = re.compile(
    r"Human Rights Act cases?\b(?! *[,“])|(?:open|new|concluded) cases\b|cases? (?:is|are) open\b"
    r"|learning still open|\bHRA\b|new and .{0,40}concluded|(?:new|concluded) since|before issue",
    re.IGNORECASE,
)
"""What a sentence is about if it may tell how many cases there are."""
OPEN = re.compile(
    rf"{N} Human Rights Act cases? (?:is|are) open"
    rf"(?:, (?:more|fewer) than at {D} \({N}\)|, the same band as at {D}|, (?:as many )?as at {D})?"
)
LEARNED = re.compile(
    rf"{N} of the concluded cases ha(?:s|ve) learning still open"
    rf"(?:, (?:up|down) from {N}(?: at {D})?)?"
)
NOW = {
    re.compile(rf"{N} new and {N} concluded since {DAY}"): ("new", "newly_concluded"),
    re.compile(rf"{N} new since {DAY}"): ("new",),
    re.compile(rf"{N} concluded since {DAY}"): ("newly_concluded",),
    re.compile(rf"{N} before issue(?:,| and) {N} issued"): ("before_issue", "issued"),
    re.compile(rf"issued and {N} concluded"): ("concluded",),
    re.compile(rf"{N} of the open cases ha(?:s|ve) been open for 12 months or more"): ("from_12",),
    re.compile(rf"{N} open cases, "): ("open",),
    re.compile(rf"{N} new cases, "): ("new",),
    re.compile(rf"{N} concluded cases with learning open, "): ("learning_open",),
    re.compile(rf"closed for {N} of the concluded cases and still open for {N}"): (
        "learning_closed",
        "learning_open",
    ),
}
"""Sentences about the date that the whole file is about."""
FIRST = re.compile(
    rf"(cases? (?:is|are) open|learning still open).{{0,90}}?At the first list, {D}, there were "
    rf"{N}\. The most was {N}, first seen at {D}"
)
ALWAYS = re.compile(
    rf"(cases? (?:is|are) open|learning still open).{{0,90}}?It was {N} on every list since {D}"
)
OVER_TIME = re.compile(
    rf"At the first list, {DAY}, there were {NUMBER}\. The most was {NUMBER}, first seen at {DAY}"
    rf"|It was {NUMBER} on every list since {DAY}"
)
LISTED = re.compile(rf"({'|'.join(COUNTS | OURS_ONLY)}):? ((?:{DAY} {NUMBER}(?:, )?)+)")
TOLD = re.compile(rf"({'|'.join(COUNTS | OURS_ONLY)}): {N}(?=[;.]|$)")
BOTH_ENDS = re.compile(rf"{D}: Most {N}, Least {N}")
NO_NUMBERS = re.compile(
    rf"due now: {DAY}[^.|]{{0,300}} and \d+ more\b"
    rf"|{DAY}|\d{{4}}-\d\d-\d\d\S*|12 (?:or more whole )?months or more"
    r"|12 (?:or more )?whole months"
    r"|Human Rights Act 1998|in bands of \d+,|as 0 or in a band, such as 1 to 5,"
    r"|0 is only ever a true"
    r"|\b[A-Z]{1,3}\d+ · |(?:Table|Figure) \d+[.:]|“Human Rights Act cases” page \d+"
    r"|\b\d\d (?:open over time|new and concluded|stages|months open|learning)\b"
)
"""Numbers that are not of cases."""


def as_at(texts: tuple[str, ...]) -> date | None:
    """The date that a file is about: that of its list of cases, else of all its data."""
    every = " | ".join(texts)
    of_cases = rf"Human Rights Act cases, [^|]{{3,200}}?, as at {D}"
    for words in (of_cases, rf"(?:[Dd]ata|·) as at {D}"):
        if found := re.search(words, every):
            return day(found[1])
    return None


def statements(text: str, now: date | None, lists: tuple[date, ...]) -> Iterator[Said]:
    """What a text says. ``lists`` are the dates that the reader knows of."""
    for found in OPEN.finditer(text):
        count, then, band, same, as_many = found.groups()
        yield from _said("open", now, count, found[0])
        yield from _said("open", _day(then), band, found[0])
        yield from _said("open", _day(same or as_many), count, found[0])
    for found in LEARNED.finditer(text):
        count, band, then = found.groups()
        # Without a date of its own it speaks of the list before.
        before = _day(then) or max((when for when in lists if now and when < now), default=None)
        yield from _said("learning_open", now, count, found[0])
        yield from _said("learning_open", before, band, found[0])
    for pattern, cells in NOW.items():
        for found in pattern.finditer(text):
            for cell, count in zip(cells, found.groups(), strict=True):
                yield from _said(cell, now, count, found[0])
    for found in FIRST.finditer(text):
        what, first, count, most, seen = found.groups()
        cell = _cell(what)
        yield from _said(cell, _day(first), count, found[0])
        yield from _said(cell, _day(seen), most, found[0])
        ceiling = number(most)
        for when in lists:
            if ceiling and now and when <= now:
                yield Said(cell, when, 0, ceiling[1] or MANY, found[0])
    for found in ALWAYS.finditer(text):
        what, count, first = found.groups()
        since = _day(first)
        for when in lists:
            if since and now and since <= when <= now:
                yield from _said(_cell(what), when, count, found[0])
    names = COUNTS | OURS_ONLY if TITLE in text else COUNTS
    for found in LISTED.finditer(text):
        if found[1] not in names:
            continue
        for when, count in re.findall(rf"{D} {N}", found[2]):
            yield from _said(names[found[1]], _day(when), count, found[0])
    for found in TOLD.finditer(text):
        if found[1] in names:
            yield from _said(names[found[1]], now, found[2], found[0])
    for found in BOTH_ENDS.finditer(text):
        most, least = number(found[2]), number(found[3])
        when = _day(found[1])
        if when and most and least:
            learned = "learning still open" in text[: found.start()]
            cell = "learning_open" if learned else "open"
            yield Said(cell, when, least[0], most[1], found[0])


def not_understood(text: str) -> Iterator[str]:
    """The sentences that speak of cases and of a number in a way the reader does not know."""
    for sentence in re.split(r"(?<=[.;|?!])\s+(?=[A-Z“‘'\d])", text):
        if not re.search(r"\d", sentence) or not ABOUT.search(sentence):
            continue
        left = sentence
        for pattern in (OPEN, LEARNED, OVER_TIME, *NOW, LISTED, TOLD, BOTH_ENDS, NO_NUMBERS):
            left = pattern.sub(" ", left)
        if re.search(r"\d", left):
            yield sentence


def _cell(what: str) -> str:
    return "learning_open" if "learning" in what else "open"


def _day(text: str | None) -> date | None:
    return day(text) if text else None


def _said(cell: str, when: date | None, count: str | None, words: str) -> Iterator[Said]:
    ends = number(count) if count else None
    if when and ends:
        yield Said(cell, when, *ends, words)
