"""How heavily a figure weighs: what a chair hears of first has the most.

One weighing for the overview, the pack's summary, the questions and the run charts that are
printed: distance from target, the change beside its usual swing, who is affected, and how long.
"""

from dataclasses import dataclass
from math import isfinite, sqrt
from typing import Literal

from measures.figures import Better, Figure

Affected = Literal["children", "staff", "things"]
PEOPLE: dict[Affected, float] = {"children": 3.0, "staff": 2.0, "things": 1.0}
"""Who is affected: a child or family weighs most."""
LONGEST = 12
"""Figures in a row that missed the target, from which on time weighs no more: then double."""
UNUSUAL = 3
"""Standard deviations that a count moves at most by chance, as on a run chart."""


@dataclass(frozen=True)
class Stands:
    """How a figure stands beside its last move.

    ``target`` is the one that is due, in the figure's own unit, None where there is none.
    ``usual`` is its usual swing: from the middle of its run chart to a limit. ``missed`` counts
    the latest figures in a row that missed the target. ``charts`` are the keys of the charts that
    an officer's note on it may stand beside.
    """

    target: float | None = None
    usual: float | None = None
    missed: int = 0
    affects: Affected = "things"
    charts: tuple[str, ...] = ()


def weight(now: Figure, before: Figure | None, stands: Stands) -> float:
    """From 0 to 12: people affected × (distance from target + change for the worse) × time.

    Distance and change are each from 0 to 1. A figure that is not there weighs nothing.
    """
    if now.value is None or now.better == "neutral":
        return 0.0
    far, worse = _distance(now.value, stands.target, now.better), _change(now, before, stands)
    time = 1 + min(stands.missed, LONGEST) / LONGEST
    return PEOPLE[stands.affects] * (far + worse) * time


def misses(value: float | None, target: float | None, better: Better) -> bool:
    """Whether a value is on the wrong side of its target."""
    return value is not None and _distance(value, target, better) > 1e-9


def _distance(value: float, target: float | None, better: Better) -> float:
    """The share of the way that is missing; 0 where the target is met or there is none."""
    if target is None or better == "neutral":
        return 0.0
    short = target - value if better == "higher" else value - target
    whole = max(abs(target), abs(value)) if better == "lower" else abs(target)
    return min(max(short, 0.0) / whole, 1.0) if whole else 0.0


def _change(now: Figure, before: Figure | None, stands: Stands) -> float:
    """A move for the worse beside what the figure does by itself; at most 1."""
    if before is None or now.value is None or before.value is None:
        return 0.0
    moved = abs(now.value - before.value)
    if not moved or (now.value > before.value) == (now.better == "higher"):
        return 0.0
    if stands.usual and isfinite(stands.usual):
        return min(moved / stands.usual, 1.0)
    counted = _counted(now), _counted(before)
    if None not in counted:
        # From 0 to 1 is no more than chance does; from 10 to 30 is.
        one, other = (float(number or 0.0) for number in counted)
        return min(abs(one - other) / (UNUSUAL * sqrt(max(one, other, 1.0))), 1.0)
    return moved / max(abs(now.value), abs(before.value)) / 2


def _counted(figure: Figure) -> float | None:
    """How many a figure counts; None where it counts nothing."""
    if figure.unit in ("count", "fte") or (figure.unit == "cases" and not figure.parts):
        return figure.value
    return figure.numerator if figure.unit == "percent" else None
