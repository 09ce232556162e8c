"""What moved between two figures of the same measure, and whether that is better."""

from dataclasses import dataclass
from typing import Literal

from measures.figures import Better, Figure, plain, printed

Verdict = Literal["better", "worse", ""]


@dataclass(frozen=True)
class Change:
    """A move from one figure to a later one.

    ``amount`` is "5.3 percentage points", ``direction`` which way, ``verdict`` "better", "worse"
    or "" where neither can be said.
    """

    direction: Literal["up", "down", "none"]
    amount: str
    verdict: Verdict

    def __str__(self) -> str:
        return f"{self.way}: {self.verdict}" if self.verdict else self.way

    @property
    def way(self) -> str:
        """Which way and by how much, without a verdict: "Up 5.3 percentage points"."""
        if self.direction == "none":
            return "No change"
        return f"{self.direction.capitalize()} {self.amount}"


def change(now: Figure, before: Figure | None, better: Better) -> Change | None:
    """The move from ``before`` to ``now``; None where either has no value.

    Taken between the printed values, so that a reader who does the sum gets the same.
    """
    if before is None or now.value is None or before.value is None:
        return None
    scale = 100 if now.unit == "percent" else 1
    moved = round(round(now.value * scale, 1) - round(before.value * scale, 1), 1)
    if not moved:
        return Change("none", "", "")
    if now.unit == "percent":
        amount = f"{plain(abs(moved))} percentage {'point' if abs(moved) == 1 else 'points'}"
    else:
        amount = printed(abs(moved), now.unit)
    up = moved > 0
    verdict: Verdict = ""
    if better != "neutral":
        verdict = "better" if up == (better == "higher") else "worse"
    return Change("up" if up else "down", amount, verdict)
