"""Guidance: rows that say what belongs in a form, or show how it is written."""

import re
from collections.abc import Collection, Sequence

from loaders.cells.readers import shown
from loaders.sheets.examples import is_date_mask, is_list_of
from loaders.sheets.forms import GRADES
from loaders.sheets.odd.body import COLOURS, FIRST, Body, Held, Verdict
from loaders.sheets.wording import bids

_TELLING = (
    *("enter", "describe", "insert", "select", "choose", "specify", "provide", "state", "list"),
    *("give", "type", "please", "use this", "brief", "short", "unique (?:id|number|ref)"),
    *("name of", "date (?:when|on|the|that|by)", "who", "what", "when", "how", "free text"),
    *("drop ?down", r"e\.?g\.?", "text", "number", "person", "where"),
)
_TELLS = re.compile(
    rf"^(?:<.*>|\(.*\)|\[.*\]|\{{.*\}}|dd[/.-]mm.*|mm[/.-]dd.*|yyyy.*|"
    rf"(?:{'|'.join(_TELLING)})(?!\w).*)$",
    re.IGNORECASE | re.DOTALL,
)
"""How forms usually say what belongs in a cell: evidence, never enough on its own."""
_WHERE_TO_ADD = re.compile(
    r"\b(?:above|below) this (?:row|line)\b|"
    r"\b(?:add|insert) (?:(?:new|more|further|extra) )?(?:rows?|lines?|actions?|items?|entries) "
    r"(?:above|below|here)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"^(?:\(.*\)|\[.*\]|<.*>|\{.*\})$", re.DOTALL)
GUIDANCE = "guidance on how to fill in the form"


def guidance(body: Body, place: int, held: Held) -> Verdict | None:
    """Whether a row is guidance."""
    texts = [shown(value) for _, value in held]
    if len(held) < 2:
        return Verdict(GUIDANCE) if _WHERE_TO_ADD.search(texts[0]) else None
    numbered = [text.strip("()") for text in texts] == [str(n + 1) for n in range(len(texts))]
    if place < FIRST and numbered and len(texts) >= 3:
        return Verdict(GUIDANCE)
    suits = [body.forms[at].suits(value) for at, value in held]
    against = -sum(one for one in suits if one < 0)
    shapes = [at for at, value in held if _shows_shape(body, at, value)]
    tells = [at for (at, _), text in zip(held, texts, strict=True) if _TELLS.match(text)]
    told = len({*tells, *shapes}) / len(texts)
    if not any(form.count >= 2 for form in body.forms):
        # Nothing stands below: the form's own words are all there is to go by.
        return Verdict(GUIDANCE) if told >= 0.6 and (len(held) >= 3 or against >= 1) else None
    if shapes and place < FIRST and not _shown_below(body, shapes):
        speaks = _speaks(body, held, shapes)
        if not speaks or (len(shapes) >= 2 and speaks == {"coded"} and told >= 0.5):
            return Verdict(GUIDANCE)
        if len(shapes) >= 2:
            return Verdict(GUIDANCE, sure=False)
    if any(one > 0 for one in suits):
        return None
    least = 1.5 if place < FIRST else 2.5
    odd = min(suits) <= -1
    if odd and against + (0.5 if told >= 0.5 else 0) >= least:
        return Verdict(GUIDANCE)
    if place < FIRST and _bracketed(body, held):
        return Verdict(GUIDANCE, sure=len(held) < body.usual)
    return Verdict(GUIDANCE, sure=False) if odd and place < FIRST else None


def _bracketed(body: Body, held: Held) -> bool:
    """Whether most of a row stands in brackets, where nothing does further down."""
    found = [at for at, value in held if _BRACKETED.match(shown(value))]
    if len(found) < 2 or 2 * len(found) <= len(held):
        return False
    return not any(
        _BRACKETED.match(shown(one))
        for at in found
        for one in body.columns[at][FIRST:]
        if one is not None
    )


def _speaks(body: Body, held: Held, shapes: Collection[int]) -> set[str]:
    """What speaks for a record in a row of which some cells only show how to fill a column.

    They may not have been filled in yet: then it asks for something to be done, or its other
    cells hold what other rows hold. Each is given by the form of its column.
    """
    found: set[str] = set()
    for at, value in held:
        form = body.forms[at]
        words = shown(value)
        asks = at in body.main and bids(words) and not _TELLS.match(words)
        if at not in shapes and (asks or form.suits(value) > 0 or _again(body, at, words)):
            found.add(form.form)
    return found


def _again(body: Body, at: int, words: str) -> bool:
    """Whether more rows than one have these words in a column."""
    own = words.casefold()
    return sum(shown(one).casefold() == own for one in body.columns[at] if one is not None) > 1


def _shown_below(body: Body, shapes: Sequence[int]) -> bool:
    """Whether rows further down have such cells too: then records wait to be filled in."""
    return any(_shows_shape(body, at, one) for at in shapes for one in body.columns[at][FIRST:])


def _shows_shape(body: Body, at: int, value: object) -> bool:
    """Whether a cell shows how a date is written, or lists the choices of its column."""
    if not isinstance(value, str):
        return False
    if is_date_mask(value):
        return True
    form, kind = body.forms[at], body.kinds.get(at)
    words = {word.casefold() for word in kind.words} if kind else set()
    if not words and not form.texts.keys() <= COLOURS | GRADES:
        return False  # "Legal, Finance and HR" may own an action together
    return is_list_of(value, words | set(form.texts) | COLOURS | GRADES)
