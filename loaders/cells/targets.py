"""Targets as they are typed: a number, with a sign or words that say which way is better."""

import re
from typing import Any, Literal

from loaders.cells.readers import Noted, number_of
from loaders.declared import Kind

Direction = Literal["higher", "lower"]
SAYS = "a number, for example 36.5"
_BEFORE = re.compile(
    r"^(?:(?P<higher>>=|=>|≥|>|at least|no less than|not less than|no fewer than|minimum(?: of)?|"
    r"min\.?|over|above|more than|greater than)|(?P<lower><=|=<|≤|<|at most|no more than|"
    r"not more than|maximum(?: of)?|max\.?|under|below|less than|fewer than|up to|within))\s*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*(?:(?P<higher>\+|or more|or above|or higher|or over|and above|minimum|min\.?)|"
    r"(?P<lower>or less|or below|or lower|or fewer|or under|and below|maximum|max\.?))$",
    re.IGNORECASE,
)


def parted(value: object) -> tuple[object, Direction | None]:
    """A target without what says the direction, and the direction: "≥ 90%" is "90%", higher."""
    if not isinstance(value, str):
        return value, None
    text = value.strip()
    for pattern in (_BEFORE, _BEHIND):
        found = pattern.search(text)
        rest = (text[: found.start()] + text[found.end() :]).strip() if found else ""
        if found and rest:
            return rest, "higher" if found["higher"] else "lower"
    return value, None


def _target(value: Any) -> float | Noted:
    return number_of(parted(value)[0], SAYS)


target = Kind("number", _target, "float64", SAYS, 36.5)
"""As ``readers.number``; a sign or words of direction around it are taken off."""
