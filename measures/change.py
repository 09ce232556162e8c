"""What moved between two figures of the same measure, and whether that is better."""

from dataclasses import dataclass
from typing import Literal

from measures.figures import Better, Figure, plain, printed, rounded

Verdict = Literal["better", "worse", ""]


@dataclass(frozen=True)
class Change:
    """A move from one figure to a later one.

    ``amount`` is "5.3 percentage points", ``direction`` which way, ``verdict`` "better", "worse"
    or "" where neither can be said; ``because`` is then why, where there is a reason to give.
    """

    direction: Literal["up", "down", "none"]
    amount: str
    verdict: Verdict
    because: str = ""

    def __str__(self) -> str:
        said = self.verdict or self.because
        return f"{self.way}: {said}" if said else self.way

    @property
    def way(self) -> str:
        """Which way and by how much, without a verdict: "Up 5.3 percentage points"."""
        if self.direction == "none":
            return "No change"
        return f"{self.direction.capitalize()} {self.amount}"


def change(
    now: Figure, before: Figure | None, better: Better, *, of_a_list: bool = False
) -> Change | None:
    """The move from ``before`` to ``now``; None where either has no value.

    None too where both are the same figure of one day: what an older snapshot says, looked at
    again on a later page, has not stayed the same; nobody has reported since.

    Taken between the printed values, so that a reader who does the sum gets the same. What only
    the calendar moved is neither better nor worse; nor is a share ``of_a_list`` that grows and
    shrinks, where the list alone moved it.
    """
    if before is None or now.value is None or before.value is None:
        return None
    scale = 100 if now.unit == "percent" else 1
    moved = rounded(rounded(now.value * scale) - rounded(before.value * scale))
    if not moved and now.as_at is not None and now.as_at == before.as_at:
        return None
    if not moved:
        return Change("none", "", "")
    if now.unit == "percent":
        amount = f"{plain(abs(moved))} percentage {'point' if abs(moved) == 1 else 'points'}"
    else:
        amount = printed(abs(moved), now.unit)
    up = moved > 0
    way: Literal["up", "down"] = "up" if up else "down"
    if better == "neutral":
        return Change(way, amount, "")
    because = _calendar(now, before, moved) or (_total(now, before, up) if of_a_list else "")
    if because:
        return Change(way, amount, "", because)
    return Change(way, amount, "better" if up == (better == "higher") else "worse")


def _calendar(now: Figure, before: Figure, moved: float) -> str:
    """Whether a number of days grew by just the days that passed: nothing but time did it."""
    if now.unit != "days" or now.as_at is None or before.as_at is None or now.parts:
        return ""
    return "the days that passed" if moved == (now.as_at - before.as_at).days else ""


def _total(now: Figure, before: Figure, up: bool) -> str:
    """Whether a share fell though no less is in it, or rose though no more is."""
    parts = (now.numerator, before.numerator, now.denominator, before.denominator)
    if now.unit != "percent" or any(part is None for part in parts):
        return ""
    part, was, whole, wholly = (float(one or 0) for one in parts)
    if not up and part >= was and whole > wholly:
        return "the total grew"
    if up and part <= was and whole < wholly:
        return "the total shrank"
    return ""
