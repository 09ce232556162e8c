"""A key to letters and colours that is written as one text: "RAG: R = off track, A = slipping"."""

import re
from collections.abc import Sequence

from loaders.cells.readers import shown

WORDS = ("red", "amber", "yellow", "orange", "green", "blue", "grey", "gray", "black", "purple")
SHORTEST, MOST_MEANING = 3, 160
_NAME = rf"(?:{'|'.join(WORDS)}|[ragbykp]|[1-5])"
_MEANS = r"(?:[=:–—-]|\bmeans\b|\bis\b)"
_PLAIN = r"[=:]"
"""What follows a name also where no comma or the like stands before it."""
_OTHER = rf"(?:\s*/\s*(?P<other>{_NAME})|\s*\(\s*(?P<aside>{_NAME})\s*\))?(?!\w)"
_BREAK = r"[;,\n|•·/(\[]|\band\b|\bor\b"
_ONE = re.compile(
    rf"(?P<break>^\W*|(?:{_BREAK})\W*|[:.–—-]\s+[(\[“‘\x22\x27]*|(?P<gap>\s+))"
    rf"(?P<name>(?<!\w){_NAME}(?!\w)){_OTHER}[)\]”’\x22\x27]*\s*(?P<means>{_MEANS}|(?P<bracket>\())\s*",
    re.IGNORECASE,
)
_ABOUT_KEYS = re.compile(
    r"\b(?:keys?|legend|ratings?|b?rag(?:y|b)?|status\w*|colou?rs?|codes?|codings?|grades?|"
    r"scores?|scales?)\b",
    re.IGNORECASE,
)
LONGEST_PREFIX = 60


def pairs(text: str) -> list[tuple[str, str]]:
    """Each letter, colour or grade of a text with what the text says that it means.

    What stands before the first ("RAG rating:", "Key -") is passed over where it speaks of a key
    or where two letters or more have a meaning. A text that says anything else gives none.
    """
    ones = [one for one in _ONE.finditer(text) if _starts(one)]
    if not ones or not _leads_to(text[: ones[0].start("name")], ones):
        return []
    ends = [one.start() for one in ones[1:]] + [len(text)]
    found = []
    for one, end in zip(ones, ends, strict=True):
        meant = _meaning(one, text[one.end() : end])
        if SHORTEST <= len(meant) <= MOST_MEANING:
            found += [(name, meant) for name in _names(one)]
    return found


def _starts(one: re.Match[str]) -> bool:
    """Whether a name of a key stands here, and no word of a sentence that looks like one."""
    if one["gap"]:
        return one["means"] in _PLAIN and not one["name"].islower()
    firm = re.match(r"^\W*$|[;,\n|•·/(\[]", one["break"])
    return firm is not None or not one["name"].islower()


def _leads_to(before: str, ones: Sequence[re.Match[str]]) -> bool:
    """Whether the words before the first name of a text may stand before a key."""
    if not re.search(r"\w", before):
        return True
    lettered = len(ones) >= 2 and not ones[0]["name"].isdigit()
    return len(before) <= LONGEST_PREFIX and (lettered or _ABOUT_KEYS.search(before) is not None)


def _names(one: re.Match[str]) -> list[str]:
    """What a meaning is of: "R" and "Red" in "R/Red", but one shade between two in "R/A"."""
    name, other, aside = one["name"], one["other"], one["aside"]
    if other and other[0].casefold() != name[0].casefold():
        return [f"{name}/{other}"]
    return [each for each in (name, other or aside) if each]


def _meaning(one: re.Match[str], words: str) -> str:
    """The words after a name, less what parts them from the next."""
    if one["bracket"]:
        return shown(words.partition(")")[0])
    meant = re.sub(r"[\s,;]+(?:and|or)$", "", words.rstrip(" ;,|•·/\n\t([–—-"), flags=re.IGNORECASE)
    meant = shown(meant.rstrip(" ;,."))
    for opens, closes in ("()", "[]"):
        if meant.count(closes) > meant.count(opens):
            meant = meant.rstrip(f" {closes}.")
    return meant
