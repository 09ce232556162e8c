"""A cell that holds more than a date: the dates it was before, or words beside it."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from loaders.cells import dates
from loaders.cells.spans import MONTHS, Span

_MONTH_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = re.compile(
    r"(?<![\d/.-])(?:(?:end|mid|early|late)[ -](?:of )?)?(?:"
    r"\d{4}-\d{1,2}-\d{1,2}(?:[t ]\d{2}:\d{2}(?::\d{2})?z?)?|"
    r"\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:\d{4}|\d{2})|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -](?:{_MONTH_NAME})\b[ ,.'-]*(?:\d{{4}}|\d{{2}})|"
    rf"(?:{_MONTH_NAME})[ .'-]*(?:\d{{4}}|\d{{2}})|"
    r"q[1-4],? \d{4}[/-]\d{2})(?![\d/])"
)
_BEFORE = (
    r"was|were|previous(?:ly)?|former(?:ly)?|original(?:ly)?|orig|old|prior|initial(?:ly)?|"
    r"instead of|replaces|baseline|superseded|first due|from"
)
_SINCE = (
    r"now|revis\w*|new|mov\w*|extend\w*|extension\w*|chang\w*|defer\w*|delay\w*|slip\w*|push\w*|"
    r"postpon\w*|re-?sched\w*|amend\w*|updat\w*|then|current(?:ly)?|latest|forecast|re-?set|"
    r"put back|brought forward|until|to"
)
_KEY = re.compile(rf"\b(?:(?P<before>{_BEFORE})|(?P<since>{_SINCE}))\b|(?P<arrow>→|➔|⇒|->|=>|>)")
_VERB = re.compile(rf"\b(?:{_SINCE.removesuffix('|until|to')})\b|→|➔|⇒|->|=>|>")
_FIRST_OF_ALL = re.compile(r"\b(?:original(?:ly)?|orig|initial(?:ly)?|baseline|first due)\b")
_UNSURE = re.compile(
    r"\d|\+|\b(?:after|later|before|plus|not|no|or|earliest|if|unless|onwards?|from|start\w*|was|"
    r"were|previous\w*|former\w*|original\w*|instead|old)\b"
)
MOST_BESIDE = 45
"""More letters than this beside a date are a text of its own, such as a progress note."""
_LEAD = re.compile(rf"^\W*(?:due|date|target|{_SINCE})(?: (?:date|due|to|until))*\W*$")


class Path(NamedTuple):
    """The dates a cell says, oldest first, the last of them the one that holds now.

    ``beside`` are the words that stand beside a single date.
    """

    days: tuple[Span, ...]
    beside: str = ""


def dated(text: str) -> tuple[Span, ...]:
    """Every date in a text, in the order of the text."""
    return tuple(found for _, _, found in _found(_plain(text)))


@lru_cache(maxsize=65536)
def path(text: str) -> Path | None:
    """What a text with a date and other words says; None where it does not say which date holds.

    "30/06/2024 (was 31/03/2024)" and "31/03/2024, revised to 30/06/2024" are both a date that was
    moved from March to June.
    """
    words = _plain(text)
    found = _found(words)
    if len(found) == 1:
        return _single(words, found[0])
    if len(found) < 2 or any(again is None for _, _, again in found):
        return None
    earlier: list[tuple[bool, Span]] = []
    later: list[Span] = []
    bare: list[Span] = []
    moved = _VERB.search(words) is not None
    end = 0
    for start, stop, day in found:
        between = words[end:start]
        end = stop
        keys = list(_KEY.finditer(between))
        key = keys[-1] if keys else None
        if key is None or (key["before"] == "from" and not moved) or _range(key, moved):
            bare.append(day)
        elif key["before"]:
            earlier.append((_FIRST_OF_ALL.search(between) is None, day))
        else:
            later.append(day)
    if len(bare) > 1 or not (earlier or later) or (not bare and not later):
        return None
    past = [day for _, day in sorted(earlier, key=lambda one: (one[0], one[1].last))]
    return Path((*past, *bare, *later))


def _range(key: re.Match[str], moved: bool) -> bool:
    """Whether a lone "to" or "until" joins the two ends of a time, and tells of no move."""
    return key["since"] in {"to", "until"} and not moved


def _single(words: str, found: tuple[int, int, Span]) -> Path | None:
    start, stop, day = found
    lead, rest = words[:start], words[stop:]
    if lead.strip() and not _LEAD.match(lead):
        return None
    if not re.sub(r"\W", "", rest) and not lead.strip():
        return Path((day,), rest.strip() or words)
    if len(lead) + len(rest) > MOST_BESIDE:
        return None
    if rest and (rest[:1].isalnum() or _UNSURE.search(rest)):
        return None
    return Path((day,), " ".join(f"{lead} {rest}".split()).strip(" -–—:;,()"))


def _plain(text: str) -> str:
    text = text.replace("\u2019", "'").replace("\u2013", "-").replace("\u2014", "-")
    return " ".join(text.casefold().split())


def _found(words: str) -> list[tuple[int, int, Span]]:
    return [
        (one.start(), one.end(), day)
        for one in _DATE.finditer(words)
        if (day := dates.span(one[0])) is not None
    ]


def listed(days: Sequence[date]) -> str:
    """Days in words, for a sentence: "31 March 2024 and 30 June 2024"."""
    said = [dates.said(day) for day in days]
    return f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else "".join(said)
