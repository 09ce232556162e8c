"""Small numbers of children inside sentences: found, and told in public as other counts are.

"4 cases still to be reviewed" is a count of children like that of a sheet of cases, so a public
copy says "1 to 5 cases still to be reviewed"; "3 of the 31 files" says "1 to 5 of the files".
Dates, references, ages, money, percentages and numbers of other things stay as they are written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from measures.small_numbers.disclosure import SMALLEST_LIMIT

WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(WORDS)}|a single)"
_OF_CHILDREN = (
    r"(?:care |court |open |closed |new |historic |complex |active |live |hra |human rights act "
    r"|section \d+ |s\.?\s?\d+ |looked after |further |more |other |remaining |outstanding |known "
    r"|young |disabled |unaccompanied |vulnerable |affected |additional |of these |of the |of our "
    r"|of those |of )*"
)
_NOUN = (
    r"(?:child|children|cases?|famil(?:y|ies)|young (?:people|persons?)|siblings?(?: groups?)?"
    r"|baby|babies|infants?|teenagers?|girls?|boys?|pupils?|parents?|mothers?|fathers?|carers?"
    r"|care leavers?|care proceedings|proceedings|care orders?|placements?|adoptions?"
    r"|looked after children|case files?|children's files?)"
)
# No reference ("Q4 cases"), version, decimal, money, ordinal or part of a longer number.
_BEFORE = r"(?<![\w£$€.,/:#-])(?<!section )(?<!part )(?<!stage )(?<!phase )(?<!tier )(?<!level )"
_BEFORE += r"(?<!year )(?<!top )(?<!any )(?<!each )(?<!every )(?<!than )"
_BEFORE += r"(?<!first )(?<!last )(?<!\d and )(?<!\d to )"
_COUNT = re.compile(
    rf"{_BEFORE}(?P<part>{_NUMBER})"
    rf"(?:(?:/| (?:out )?of (?:the |our |these |those )?)(?P<whole>{_NUMBER}))?"
    rf"(?= {_OF_CHILDREN}{_NOUN}\b(?!['’])(?! (?:law|work|plan|management|system|conference|study"
    r"|workers?|holders?|managers?|lawyers?)\b))",
    re.IGNORECASE,
)
_LISTED = re.compile(
    rf"\b(?:{_NOUN})(?: [a-z]+){{0,2}}\s?[:=]\s?"
    r"(?P<part>\d{1,3})(?![\d.,/%:]*\d|%| to )",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Found:
    """A small number in a sentence: where it stands, and what a public copy says instead."""

    start: int
    end: int
    instead: str


def small_numbers(text: str, limit: int = SMALLEST_LIMIT) -> Iterator[Found]:
    """Every number of children up to the limit in a text, in order, with the words for it.

    Of a part and a whole both go where the part or what remains is small.
    """
    said = f"1 to {limit}"
    found = []
    for match in _COUNT.finditer(text):
        part, whole = _value(match["part"]), _value(match["whole"])
        if whole is None:
            if part is not None and 0 < part <= limit:
                found.append(Found(*match.span("part"), said))
        elif part is not None and any(0 < count <= limit for count in (part, whole, whole - part)):
            few = said if 0 < part <= limit else "some"
            found.append(Found(*match.span(), f"{few} of the"))
    for match in _LISTED.finditer(text):
        if 0 < int(match["part"]) <= limit:
            found.append(Found(*match.span("part"), said))
    return iter(sorted(found, key=lambda one: one.start))


def in_public(text: str, limit: int = SMALLEST_LIMIT) -> str:
    """A text as a public copy gives it."""
    parts, last = [], 0
    for found in small_numbers(text, limit):
        instead = found.instead
        parts += [text[last : found.start], instead]
        last = found.end
    return "".join([*parts, text[last:]])


def _value(number: str | None) -> int | None:
    if number is None:
        return None
    plain = number.casefold()
    if plain == "a single":
        return 1
    return WORDS.index(plain) + 1 if plain in WORDS else int(plain)
