"""Whether a change of wording may have changed what was agreed: a number, or a "not"."""

import re
from collections import Counter

from measures.following.keys import wording_key

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
TENS = "thirty forty fifty sixty seventy eighty ninety hundred"
NUMBERS = {word: str(n) for n, word in enumerate(WORDS.split())}
NUMBERS |= {word: str(n) for n, word in zip(range(30, 101, 10), TENS.split(), strict=True)}
"""Numbers as words, so that "ten" for "10" is no change."""
NOT = {"not", "no", "never", "without", "cannot", "neither", "nor", "none"}
_SHORT = re.compile(r"n['\u2019]t\b")


def turned(one: str, other: str) -> bool:
    """Whether a number or a negation is in one wording and not in the other."""
    return one != other and _telling(one) != _telling(other)


def _telling(text: str) -> Counter[str]:
    """The numbers and negations of a text, each as often as it is said."""
    words = wording_key(_SHORT.sub(" not", text.casefold())).split()
    found: Counter[str] = Counter()
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if word in NOT:
            # "Form no. 5" is a number, not a negation.
            found["not"] += word != "no" or not after.isdecimal()
        elif word in NUMBERS:
            found[NUMBERS[word]] += 1
        elif any(letter.isdigit() for letter in word):
            found[word] += 1
    return +found
