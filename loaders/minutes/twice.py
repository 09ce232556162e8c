"""What minutes print twice, in the discussion and in a list, or as decision and as minute: once."""

import re
from collections.abc import Sequence

from loaders.minutes.items import Item

_COMMON = re.compile(
    r"a|actions?|agree|agreed|also|an|and|are|as|at|be|been|board|by|committee|"
    r"council|for|from|further|group|had|has|have|he|her|his|in|into|is|it|its|"
    r"meeting|members|next|not|of|on|or|panel|recommended|resolved|shall|she|"
    r"should|that|the|their|these|they|this|those|to|was|were|which|who|will|"
    r"with|would"
)
_ALIKE = 0.85
_HELD = 0.62
"""The share of the shorter one's telling words that the longer one must hold."""
_HELD_ACROSS = 0.75
"""As much of a decision and an action: "proceed, with advice" and "get advice" are two."""
_LEAST_OF_ONE = 2
_LEAST = 4


def once(items: Sequence[Item]) -> list[Item]:
    """The items in their order, each of those printed twice once.

    Of two, the one that a marker or a list names is kept, and of two such the first.
    """
    kept: list[Item] = []
    for item in items:
        same = next((at for at, other in enumerate(kept) if _same(item, other)), None)
        if same is None:
            kept.append(item)
        elif _better(item, kept[same]):
            kept[same] = item
    return sorted(kept, key=lambda item: item.line)


def _better(new: Item, old: Item) -> bool:
    if new.marked != old.marked:
        return new.marked
    return bool(new.owner or new.due) and not (old.owner or old.due)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9£%']+", text.casefold().replace("’", "'"))


def _telling(text: str) -> set[str]:
    return {word[:6] for word in _words(text) if not _COMMON.fullmatch(word)}


def _same(one: Item, other: Item) -> bool:
    first, second = _words(one.text), _words(other.text)
    if first == second:
        return True
    if {one.label, other.label} - {""} and one.line == other.line:
        return False
    all_words = max(len(set(first)), len(set(second)))
    if min(len(first), len(second)) >= 6 and len(set(first) & set(second)) / all_words >= _ALIKE:
        return not _numbers(first) ^ _numbers(second)
    if one.marked and other.marked:
        return False
    mine, theirs = _telling(one.text), _telling(other.text)
    shared = len(mine & theirs)
    if one.kind == other.kind and one.owner and _words(one.owner) == _words(other.owner):
        # Of one owner fewer words tell: "XY is to share the slides", "XY to share slides".
        return shared >= _LEAST_OF_ONE and shared / min(len(mine), len(theirs)) >= _HELD
    held = _HELD if one.kind == other.kind else _HELD_ACROSS
    return shared >= _LEAST and shared / min(len(mine), len(theirs)) >= held


def _numbers(words: Sequence[str]) -> set[str]:
    return {word for word in words if word.isdigit()}
