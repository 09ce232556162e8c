"""Which counts of Human Rights Act cases a public copy shows, at every date.

Each date is decided once, from it and the dates before it only, so that a later upload never
changes what an earlier public copy said. Counts are published in bands; a group of counts is left
out at a date when, with everything published up to then, it would leave fewer than three values
that some count could have.
"""

from functools import lru_cache

from measures.disclosure import Band, band
from measures.hra_cases import Tally
from measures.recoverable import AGES, FLOWS, LEARNING, STEPS, Shown, possible

LEAST_LEFT = 3
"""A count is safe while at least three values remain possible."""

GROUPS = (("concluded",), *((flow,) for flow in FLOWS), STEPS, LEARNING, AGES)
"""What is published after the number of open cases, the most useful first. The parts of one total
stand or fall together: with one part gone, the rest would not add up."""


def published(tallies: tuple[Tally, ...]) -> tuple[Shown, ...]:
    """The names of the counts shown at each date, in the order of the tallies."""
    shown: tuple[Shown, ...] = ()
    for i in range(1, len(tallies) + 1):
        shown = (*shown, _next(tallies[:i], shown))
    return shown


@lru_cache(maxsize=2048)
def _next(tallies: tuple[Tally, ...], before: tuple[Shown, ...]) -> Shown:
    """What may be shown at the last date, given what is already in print."""
    # At the first date there is nothing to compare with.
    groups = [group for group in GROUPS if before or group[0] not in FLOWS]
    everything = frozenset({"open"}).union(*groups)
    if _safe(tallies, (*before, everything)):
        return everything
    kept = frozenset({"open"})
    for group in groups:
        more = kept | set(group)
        if _safe(tallies, (*before, more)):
            kept = more
    return kept


def _safe(tallies: tuple[Tally, ...], shown: tuple[Shown, ...]) -> bool:
    """Whether every count that is not a published zero keeps enough possible values."""
    return all(
        len(values) >= LEAST_LEFT
        for tally, left in zip(tallies, possible(tallies, shown), strict=True)
        for cell, values in left.items()
        if getattr(tally, cell)
    )


def public_band(tally: Tally, shown: Shown, cell: str, limit: int) -> Band | None:
    """The band a public copy prints for a count, or None where it is left out."""
    return band(getattr(tally, cell), limit) if cell in shown else None
