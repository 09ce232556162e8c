"""Examples: rows that show how a form is filled in."""

import re

from loaders.cells.readers import shown
from loaders.sheets.examples import is_example
from loaders.sheets.odd.body import FIRST, Body, Held, Verdict, pattern

EXAMPLE = re.compile(
    r"^\W*(?:(?:worked|for|an?|this is an?|see)\s+)?(?:examples?|sample|dummy|specimen)\b|"
    r"^\W*e\.?\s?g\b",
    re.IGNORECASE,
)
_EXAMPLE_ALONE = re.compile(
    r"^\W*(?:(?:worked|for|an?)\s+)?(?:example|sample|dummy|specimen|ex|eg|e\.g)\W*"
    r"(?:(?:row|entry|line|only|text|action|record|risk|item)\W*)?[\d.]*\W*$",
    re.IGNORECASE,
)
_EG = re.compile(r"^\W*e\.?\s?g\b", re.IGNORECASE)
_HOW_TO = re.compile(r"\bhow to (?:complete|fill|use)|[>→:]\s*$", re.IGNORECASE)


def example(body: Body, place: int, held: Held, template: str) -> Verdict | None:
    """Whether a row is an example; ``template`` is what the blank form's example row holds."""
    texts = [shown(value) for _, value in held]
    if is_example(texts[0]) or (place < FIRST and any(map(is_example, texts[:2]))):
        return Verdict("the form's example")
    if place < FIRST and template and template in texts and len(held) >= 3:
        return Verdict("the form's example")
    at, text = next(
        (
            (at, t)
            for (at, _), t in zip(held[:2], texts, strict=False)
            if EXAMPLE.match(t) or _EXAMPLE_ALONE.match(t)
        ),
        (-1, ""),
    )
    if at < 0 or len(held) < 2:
        return None
    told = place < FIRST and (_HOW_TO.search(text) or _EG.match(text))
    if _EXAMPLE_ALONE.match(text) or told:
        return Verdict("the form's example")
    code = body.code
    if place >= FIRST:
        # Further down an action may begin with these words; one has a reference like the rest.
        alone = code is not None and body.columns[code][place] is None
        return Verdict("the form's example", sure=False) if alone else None
    if code is not None:
        own = body.columns[code][place]
        fits = (
            own is not None
            and body.forms[code].suits(own) > 0
            and pattern(own) in body.patterns(code)
        )
        return None if fits else Verdict("the form's example")
    # Without references nothing else tells an example from an action about one.
    return Verdict("the form's example", sure=False) if place == 0 else None
