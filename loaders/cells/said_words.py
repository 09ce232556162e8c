"""A cell that should hold one of some words, and says more: what it begins with, and slips."""

import re
from collections.abc import Mapping

from rapidfuzz.distance import OSA

from loaders.cells import dates, no_dates

_PART = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[✓✔☑✗✘☐]")
_APART = re.compile(r"^\s*(?:[:;,(\[\n.–—/]|-\s|-(?=\()|- )|^\s+[-–—]")
_SPLIT = re.compile(r"[;,()\[\]\n–—&]|\s-\s|\s/|^-|\.\s|\.$|:")
_PREFIX = re.compile(r"^(?:on|in|as at|at|as of|date|since|from)\s+")
_BY = re.compile(r"(?:by|before|until|due|end|from|early|mid|late)\b")
_SHARE = re.compile(r"\b\d{1,2}(?:\.\d+)? ?%(?: (?:complete[d]?|done|implemented))?")
_LETTERS = re.compile(r"^[^\W\d_][^\W\d_\s'’.–-]*(?:[\s'’.–-]+[^\W\d_]+)*[\s.!]*$")
_ONLY_SHARE = re.compile(
    r"^(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent)(?: (?:completed?|done|implemented|progress))?$"
)
_HARMLESS = re.compile(
    r"^(?:(?:fully |all |now )?(?:signed off|approved|agreed|confirmed|verified|completed?|closed|"
    r"done|implemented|embedded|in place)|no further action(?: (?:required|needed))?|nfa|"
    r"evidence (?:attached|provided|seen|held|on file|received|uploaded|verified)|"
    r"see (?:update|evidence|comments?|notes?|progress|above|below)|100 ?%|fully|in full|yes|"
    r"(?:report(?:ed)?|presented|submitted) to (?:the )?(?:\w+ ){0,3}"
    r"(?:board|committee|cabinet|panel|council)|"
    r"on time|on schedule|ahead of (?:time|schedule)|early|[✓✔☑!]+|yet)(?!\w)"
)
LEAST_FOR_SLIP, LONG, LONGER = 5, 8, 10
"""A slip is looked for from so many letters on; longer words may differ by more."""


def word(text: str) -> str:
    """A word as it is compared: lower case, without spaces, hyphens, dashes and dots."""
    return re.sub(r"[\s\-–—_./]+", "", text.casefold()).replace("’", "'")


def begins_with(typed: str, known: Mapping[str, str], ends: tuple[str, ...]) -> str | None:
    """The word that a text begins with, where the rest does not change what it means.

    ``ends`` are the words that end a matter: "Complete - awaiting evidence" is not complete, so
    behind one of them only dates and a few set phrases are taken for harmless. Behind the others
    anything may stand, set apart, that is not another of the words: "Open (waiting for data)".
    """
    found = _prefix(typed, known)
    if found is None:
        return None
    plain, rest = found
    if "?" in rest:
        return None
    if _harmless(rest):
        return plain
    if plain not in ends and _day_without_year(rest):
        return plain
    if plain in ends or not _APART.match(rest):
        return None
    rest = _SHARE.sub(" ", rest.casefold())
    others = {other for _, other in _anywhere(rest, known)} - {plain}
    return None if others else plain


def _prefix(typed: str, known: Mapping[str, str]) -> tuple[str, str] | None:
    """The longest beginning of a text that is a known word, and what follows it."""
    found = None
    for part in list(_PART.finditer(typed))[:6]:
        if (plain := known.get(word(typed[: part.end()]).strip(" !*\"'“”"))) is not None:
            found = plain, typed[part.end() :]
    return found


def _anywhere(text: str, known: Mapping[str, str]) -> list[tuple[int, str]]:
    """Every known word in a text, by where it begins."""
    return [
        (part.start(), found[0])
        for part in _PART.finditer(text)
        if (found := _prefix(text[part.start() :], known)) is not None
    ]


def _harmless(rest: str) -> bool:
    """Whether what follows a word is a date, or a phrase that only confirms it."""
    parts = [part.strip(" .!*-–—") for part in _SPLIT.split(rest.casefold())]
    return all(not part or _phrase(part) or _date(part) for part in parts)


def _phrase(text: str) -> bool:
    """Whether a text is a phrase that confirms, or one with a date behind it."""
    found = _HARMLESS.match(text)
    rest = text[found.end() :].strip() if found else text
    return found is not None and (not rest or _date(rest))


def _date(text: str) -> bool:
    return dates.span(_PREFIX.sub("", text)) is not None


def _day_without_year(text: str) -> bool:
    """Whether a text is a day or a month, and no day by which ("Interviews 6 Nov")."""
    plain = _PREFIX.sub("", text.strip(" :-–—(").casefold()).rstrip(") ")
    return no_dates.without_year(plain) and not _BY.match(plain)


def share(typed: str) -> float | None:
    """The share that a text says and nothing else: "75%", "50% complete"; None if none."""
    found = _ONLY_SHARE.match(" ".join(typed.casefold().split()))
    value = float(found[1]) / 100 if found else -1.0
    return value if 0 <= value <= 1 else None


def slip(typed: str, known: Mapping[str, str]) -> str | None:
    """The one word that a text is with a slip of typing ("In progeress"); None if none is sure."""
    plain = word(typed)
    if len(plain) < LEAST_FOR_SLIP or not _LETTERS.match(typed):
        return None
    near = {meant for other, meant in known.items() if _is_slip(plain, other)}
    return near.pop() if len(near) == 1 else None


def _is_slip(typed: str, meant: str) -> bool:
    """Whether two words differ as a slip makes them differ, and not as two words do.

    One letter more or less, two changed over, or in a long word one or two wrong: but never the
    first, so that "incomplete" is no slip of "complete", nor "now" of "not".
    """
    same = 3 if "no" in {meant[:2], typed[:2]} else 1
    if len(meant) < LEAST_FOR_SLIP or typed[:same] != meant[:same]:
        return False
    apart = OSA.distance(typed, meant, score_cutoff=3)
    if apart == 1:
        changed_over = sorted(typed) == sorted(meant)
        return changed_over or len(typed) != len(meant) or len(meant) >= LONG
    return apart == 2 and len(meant) >= LONGER
