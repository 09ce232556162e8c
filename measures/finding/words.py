"""Words as they are looked for: whatever their case, accents and endings, and slips of typing."""

import re
from collections.abc import Collection
from functools import lru_cache
from unicodedata import combining, normalize

from rapidfuzz import process
from rapidfuzz.distance import OSA

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
ENDINGS = (
    *("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "er", "ed"),
    *("es", "s", "e"),
)
"""What may follow a word's stem, the longest first."""
STEM = 4
"""Letters that a stem has at least: of "need" nothing is taken."""
SMALL = frozenset(
    ("a", "an", "and", "as", "at", "be", "by", "for", "from", "in", "is", "it", "of", "on", "or")
    + ("the", "to", "was", "were", "with")
)
"""Words that say nothing of what is looked for, unless nothing else was typed."""
LONG_ENOUGH = 4
"""Letters from which on a slip is thought of: one; from ``LONG`` on, two."""
LONG = 8
GUESSES = 3
"""Words that are taken for what was meant, at most."""


def folded(text: str) -> str:
    """A text as it is compared."""
    plain = text.casefold().replace("’", "'")
    if plain.isascii():
        return plain
    return "".join(one for one in normalize("NFD", plain) if not combining(one))


def words(text: str) -> list[str]:
    """The words of a text as they are compared, in order; "team's" is "team"."""
    found = WORD.findall(folded(text))
    return [word.partition("'")[0] for word in found] if "'" in text or "’" in text else found


def asked(text: str) -> list[str]:
    """The words that somebody looks for, each once, without the small ones."""
    every = list(dict.fromkeys(words(text)))
    return [word for word in every if word not in SMALL] or every


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its ending: "trained" and "training" are alike, "Q3" is only itself."""
    if not word.isalpha():
        return word
    plain = f"{word[:-3]}y" if word.endswith("ies") and len(word) > STEM + 1 else word
    for ending in ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= STEM:
            return plain.removesuffix(ending)
    return plain


def meant(typed: str, among: Collection[str]) -> list[str]:
    """The words that somebody may have meant who typed one that is nowhere, the nearest first.

    A number or a reference is never guessed at.
    """
    if len(typed) < LONG_ENOUGH or not typed.isalpha():
        return []
    slips = 2 if len(typed) >= LONG else 1
    near = process.extract(
        typed, among, scorer=OSA.distance, score_cutoff=slips, limit=GUESSES, processor=None
    )
    least = min((distance for _, distance, _ in near), default=0)
    return [word for word, distance, _ in near if distance == least]
