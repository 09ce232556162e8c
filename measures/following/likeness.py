"""Which of two sets of short texts are alike, without comparing all with all where many."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

Whole = NDArray[np.int64]
Scores = NDArray[np.float64]

FEW = 40_000
"""Up to so many pairs, all are compared."""
RARE = 12
"""Beyond that, only texts that share a word which at most so many of the earlier texts hold."""


def likeness(one: str, other: str) -> float:
    """How alike two texts are, 0 to 100: the same words in another order are alike."""
    return fuzz.token_sort_ratio(one, other)


def alike(
    earlier: Sequence[str], later: Sequence[str], at_least: float
) -> tuple[Whole, Whole, Scores]:
    """Pairs that are alike: positions in ``earlier``, positions in ``later``, likeness."""
    if len(earlier) * len(later) <= FEW:
        scores = process.cdist(
            earlier, later, scorer=fuzz.token_sort_ratio, score_cutoff=at_least, dtype=np.float64
        )
        i, j = np.nonzero(scores)
        return i.astype(np.int64), j.astype(np.int64), scores[i, j]
    pairs = _sharing_a_rare_word(earlier, later)
    found = [
        (i, j, fuzz.token_sort_ratio(earlier[i], later[j], score_cutoff=at_least)) for i, j in pairs
    ]
    kept = [pair for pair in found if pair[2]]
    return (
        np.array([i for i, _, _ in kept], dtype=np.int64),
        np.array([j for _, j, _ in kept], dtype=np.int64),
        np.array([score for _, _, score in kept], dtype=np.float64),
    )


def _sharing_a_rare_word(earlier: Sequence[str], later: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of positions whose texts share one of the later text's rarest words.

    Two neighbouring words count as a word too: a plan of thousands of actions says "social
    workers" everywhere, but "escalation criteria" seldom.
    """
    words = [_words(text) for text in earlier]
    how_many = Counter(word for found in words for word in found)
    holders: dict[str, list[int]] = {}
    for i, found in enumerate(words):
        for word in found:
            if how_many[word] <= RARE:
                holders.setdefault(word, []).append(i)
    pairs: set[tuple[int, int]] = set()
    for j, text in enumerate(later):
        rare = sorted(_words(text) & holders.keys(), key=lambda w: (how_many[w], w))
        pairs.update((i, j) for word in rare[:6] for i in holders[word])
    return sorted(pairs)


def _words(text: str) -> set[str]:
    single = text.split()
    return {*single, *(f"{a} {b}" for a, b in zip(single, single[1:], strict=False))}
