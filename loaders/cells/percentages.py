"""Percentages: 75%, 0.75 and 75 are one share, told apart by what the column holds around them."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Literal

from loaders.cells.readers import Noted, Unreadable, in_percent, number_of, plain, plain_number
from loaders.cells.said_words import share
from loaders.declared import Kind

Scale = Literal["shares", "points", "mixed", "unsaid"]
"""What numbers without a sign are in a column: 0.75 of 1, 75 of 100, some of each, or only 0 and 1,
which says neither."""
_ABOUT = re.compile(
    r"^(?:circa|ca\.?|c\.?|approx(?:\.|imately)?|about|around|roughly|nearly|almost|~)\s*", re.I
)
_SAYS = "a percentage, for example 75%"


def scale_of(values: Sequence[Any]) -> Scale:
    """What the numbers without a sign are, told from the whole column."""
    plain = {number for value in values if (number := plain_number(value)) is not None}
    fractions = any(0 < number < 1 for number in plain)
    if any(number > 1 for number in plain):
        return "mixed" if fractions else "points"
    return "shares" if fractions else "unsaid"


def _read(value: Any, scale: Scale) -> float | Noted:
    if (said := _said(value)) is not None:
        return Noted(said, f"Read as {said * 100:.10g}%.")
    read = number_of(value, _SAYS)
    number = plain(read)
    if number is None:
        return read
    if in_percent(value):
        return _in_range(number)
    # Beside 50 and 100 a 1 is 1%: whole numbers keep to one scale.
    points = number > 1 or scale == "points" or (scale == "mixed" and number == 1)
    share = _in_range(number / 100 if points else number)
    if scale == "mixed" and 0 < number <= 1:
        advice = (
            f"Read as {share * 100:.10g}%, though other cells of this column are out of "
            f"{1 if points else 100}. Write it with its sign, for example 75%."
        )
        return Noted(share, advice, "warning")
    if scale == "unsaid" and number == 1:
        return Noted(share, "Read as 100%.")
    return share


def _said(value: Any) -> float | None:
    """The share in words around a percentage: "75% complete", "approx. 60%"; None if none."""
    if not isinstance(value, str) or in_percent(value):
        return None
    found = share(_ABOUT.sub("", value.strip()))
    return found if found is not None and "%" in value else None


def _in_range(share: float) -> float:
    if not 0 <= share <= 1:
        raise Unreadable("Enter a percentage from 0% to 100%, for example 75%.")
    return share


def _one(value: Any) -> float | Noted:
    return _read(value, "shares")


def _fitted(values: Sequence[Any]) -> Callable[[Any], Any]:
    return partial(_read, scale=scale_of(values))


percent = Kind("percentage", _one, "float64", _SAYS, 0.75, fitted=_fitted)
"""Clean value: a share of 1."""
