"""Which counts of Human Rights Act cases a public copy prints, at every date.

A count is printed in a band, or left out. Whether it is left out is decided from what is in print
already and never from the count itself: it is printed only if, whatever band it fell in, every
count in print so far would keep at least three possible values. So neither the bands nor the gaps
give a number away, even to a reader who knows this rule ("simulatable auditing": Kenthapadi,
Mishra and Nissim, 2005). Each date is decided from it and the dates before it only: a later
upload never changes what an earlier public copy said.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product

from measures.hra_cases import Tally
from measures.small_numbers.disclosure import Band, band
from measures.small_numbers.recoverable import PARTS, Chain, Printed, extended, possible

LEAST_LEFT = 3
"""A count is safe while at least three values remain possible."""

ALWAYS = ("open", "dropped", "reopened")
"""Printed at every date: while nothing else is, they say nothing exact of each other."""
GROUPS = (("new",), ("newly_concluded",), ("learning_open",), *PARTS)
"""What is tried next, the most useful first. The parts of one total stand or fall together."""
CHANGES = ("new", "newly_concluded", "dropped", "reopened")
"""Counts that compare with the date before, so that the first date has none."""
MOST = 30
"""Changes larger than this are not thought of as outcomes."""

Shown = frozenset[str]


def published(tallies: tuple[Tally, ...]) -> tuple[Shown, ...]:
    """The names of the counts printed at each date, in the order of the tallies."""
    # From the first date on, so that each answer finds the one before it already worked out.
    return tuple(_decided(tallies[:i])[0] for i in range(1, len(tallies) + 1))


@lru_cache(maxsize=128)
def _decided(tallies: tuple[Tally, ...]) -> tuple[Shown, Chain]:
    """What is printed at the last date, and the chain of all that is in print up to it."""
    chain = _decided(tallies[:-1])[1] if len(tallies) > 1 else ()
    first, tally = not chain, tallies[-1]
    printed = Printed(_bands(tally, tuple(c for c in ALWAYS if not first or c not in CHANGES)))
    kept = extended(chain, printed)
    # With new and concluded cases not yet in print, any number open can follow any other.
    assert kept is not None
    for group in GROUPS:
        if first and group[0] in CHANGES:
            continue
        true = _bands(tally, group)
        outcomes = list(_outcomes(chain, kept[0], printed, group))
        if true in (bands for bands, _ in outcomes) and all(safe for _, safe in outcomes):
            printed = printed.also(true)
            kept = extended(chain, printed) or kept
    return frozenset(printed.bands), kept[0]


def _bands(tally: Tally, cells: tuple[str, ...]) -> dict[str, Band]:
    return {cell: band(getattr(tally, cell)) for cell in cells}


def _outcomes(
    before: Chain, now: Chain, printed: Printed, group: tuple[str, ...]
) -> Iterator[tuple[Mapping[str, Band], bool]]:
    """Every set of bands that the group could turn out to be, and whether that would be safe."""
    could = possible(now, len(now) - 1, MOST)
    choices = [sorted({band(n) for n in could[cell]}, key=lambda b: b.low) for cell in group]
    for bands in product(*choices):
        outcome = dict(zip(group, bands, strict=True))
        found = extended(before, printed.also(outcome))
        if found is not None:
            yield outcome, _safe(*found)


def _safe(chain: Chain, first: int) -> bool:
    """Whether every count in print, but for zeros, keeps enough possible values."""
    for place in range(first, len(chain)):
        values = possible(chain, place, MOST)
        for cell, within in chain[place].printed.bands.items():
            if within.high and len(values[cell]) < LEAST_LEFT:
                return False
    return True
