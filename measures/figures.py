"""A figure: one number with everything needed to trust it. The one place that rounds."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from math import isclose, isfinite
from typing import Literal

Unit = Literal["count", "percent", "fte", "days", "months", "pounds", "cases", "number"]
Better = Literal["higher", "lower", "neutral"]

MARKS = {
    "c": "hidden, because it is a count of 1 to 5 people or would give one away",
    "u": "not reliable enough to publish",
    "x": "not available",
    "z": "does not apply",
    "low": "more than zero, but rounds to zero",
}
"""The Department for Education's marks for a figure that is not there."""
NO_FIGURE = "no figure"
"""What stands where there is none, and no mark either."""


@dataclass(frozen=True)
class Figure:
    """One result of a measure.

    ``value`` is unrounded, a share of 1 where the unit is "percent", and None where there is
    none, in which case ``why_missing`` says why in a short clause ("no posts in the table").
    ``numerator`` and ``denominator`` are what a rate was made from. ``records`` holds the record
    ids behind the figure, so that a reader can go back to the cells. ``mark`` is the DfE mark
    printed instead of a hidden or missing value, or "".
    """

    name: str
    value: float | None
    unit: Unit
    as_at: date | None = None
    numerator: float | None = None
    denominator: float | None = None
    why_missing: str = ""
    records: tuple[int, ...] = ()
    better: Better = "neutral"
    mark: str = ""

    def __post_init__(self) -> None:
        if (self.value is None) != bool(self.why_missing):
            raise ValueError(f"{self.name}: a figure has either a value or a reason why not")

    def __str__(self) -> str:
        if self.value is None:
            return self.mark or NO_FIGURE
        return printed(self.value, self.unit)

    @property
    def parts(self) -> str:
        """What a figure was made from, as printed; "" where it was not made from two numbers.

        A share or a count is a part of a whole: "5.5 of 60". An average is one number divided by
        another: "2,983 days ÷ 33". Where they make the value by way of something else, such as a
        rate for each 10,000, both are given: "from 5 and 40,000".
        """
        part, whole = self.numerator, self.denominator
        if self.value is None or part is None or whole is None:
            return ""
        is_part = isclose(self.value, part)
        if self.unit == "percent" or (self.unit == "count" and is_part):
            return f"{plain(part)} of {plain(whole)}"
        if whole and printed(self.value, self.unit) == printed(part / whole, self.unit):
            return f"{_with_unit(part, self.unit)} ÷ {plain(whole)}"
        if is_part:
            return f"{plain(part)} of {plain(whole)}"
        return f"from {plain(part)} and {plain(whole)}"

    @property
    def full(self) -> str:
        """The figure with its parts, "56.1% (23 of 41)", or with why there is none."""
        if self.value is None:
            return self.mark or f"no figure: {self.why_missing}"
        return f"{self} ({self.parts})" if self.parts else str(self)

    def hidden(self, why: str = MARKS["c"]) -> "Figure":
        """The same figure with its value, parts and records taken out, marked ``c``."""
        return replace(
            self,
            value=None,
            numerator=None,
            denominator=None,
            records=(),
            why_missing=why,
            mark="c",
        )


SURE = 9
"""Decimals up to which a float is what it was worked out to be: 0.285 × 100 is 28.5."""


WHOLE = 1e15
"""Beyond it a float has no decimals to round."""


def rounded(number: float, places: int = 1) -> float:
    """A number rounded as people round, a half away from nought: 6.25 to 6.3 and -6.25 to -6.3."""
    if not isfinite(number) or abs(number) > WHOLE:
        return number
    whole = Decimal(repr(round(float(number), SURE)))
    return float(whole.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def plain(number: float) -> str:
    """A number with at most one decimal, thousands separated: 1,234 or 36.5."""
    # Nought has no sign.
    return f"{rounded(number) or 0.0:,.1f}".removesuffix(".0")


def printed(value: float, unit: Unit) -> str:
    """A value as every screen, picture and document prints it."""
    match unit:
        case "percent":
            return f"{plain(value * 100)}%"
        case "pounds":
            return f"£{rounded(value, 0) or 0.0:,.0f}"
        case "days" | "months":
            return f"{plain(value)} {unit if plain(value) != '1' else unit[:-1]}"
        case "fte":
            return f"{plain(value)} FTE"
        case _:
            return plain(value)


def _with_unit(number: float, unit: Unit) -> str:
    """A number that a figure was made from, with the figure's unit said: "70 cases"."""
    if unit == "cases":
        return f"{plain(number)} case{'' if plain(number) == '1' else 's'}"
    return printed(number, unit)


def missing(name: str, unit: Unit, why: str, as_at: date | None = None, mark: str = "") -> Figure:
    """A figure that is not there, with the reason."""
    return Figure(name, None, unit, as_at, why_missing=why, mark=mark)


def count(
    name: str, records: Iterable[int], as_at: date | None = None, better: Better = "neutral"
) -> Figure:
    """How many records there are; the records are the figure's own."""
    behind = tuple(records)
    return Figure(name, len(behind), "count", as_at, records=behind, better=better)


def share(
    name: str,
    part: Iterable[int],
    whole: Iterable[int],
    as_at: date | None = None,
    *,
    better: Better = "neutral",
    why_missing: str = "there are no records to count",
) -> Figure:
    """The share that ``part`` is of ``whole``, both as record ids; missing when whole is empty."""
    part, whole = tuple(part), tuple(whole)
    if not whole:
        return missing(name, "percent", why_missing, as_at)
    return Figure(
        name,
        len(part) / len(whole),
        "percent",
        as_at,
        len(part),
        len(whole),
        records=part,
        better=better,
    )
