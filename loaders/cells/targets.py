"""Figures and targets as they are typed: "12/20", "≥ 90%", "at most 10"."""

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
_FRACTION = re.compile(r"^(\d{1,6}) ?(?:/|of|out of) ?(\d{1,6})$", re.IGNORECASE)


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


def fraction(value: object) -> tuple[float, float] | None:
    """The number and its base of "12/20", "12 of 20" or "12 out of 20"; None for anything else."""
    found = _FRACTION.match(value.strip()) if isinstance(value, str) else None
    if not found or not float(found[2]) or float(found[1]) > float(found[2]):
        return None
    return float(found[1]), float(found[2])


def _figure(value: Any) -> float | Noted:
    if parts := fraction(value):
        return Noted(None, f"Read as {parts[0]:g} of {parts[1]:g}.")
    return number_of(value, SAYS)


figure = Kind("number", _figure, "float64", SAYS, 36.5)
"""As ``readers.number``; of a number with its base ("12/20") there is no value, only the two."""
target = Kind("number", _target, "float64", SAYS, 36.5)
"""As ``readers.number``; a sign or words of direction around it are taken off."""
