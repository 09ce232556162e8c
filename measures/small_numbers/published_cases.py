"""Which counts of Human Rights Act cases a public copy prints, of every list.

A count is printed in a band, or left out. Whether it is left out is decided from what is in print
already and never from the count itself: it is printed only if, whatever band it fell in, every
count in print so far would keep at least three possible values. So neither the bands nor the gaps
give a number away, even to a reader who knows this rule ("simulatable auditing": Kenthapadi,
Mishra and Nissim, 2005).

What is in print is all that public copies ever said of the plan (``in_print``), lists that were
withdrawn or corrected since included, and the lists before. A list that is in print says again
what it said; what changed since the list before it only where it was compared with that list
then, so that no two lists are compared in print by two ways. A later upload never changes what
an earlier public copy said.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import product

from measures.hra_cases import Tally
from measures.small_numbers.disclosure import Band, band
from measures.small_numbers.in_print import InPrint, Standing
from measures.small_numbers.recoverable import PARTS, Links, Printed, extended, possible

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


def published(tallies: Sequence[Tally], in_print: Sequence[InPrint] = ()) -> tuple[InPrint, ...]:
    """What a public copy says of each list, oldest first, where so much is in print already."""
    said, found = list(in_print), []
    before: Standing | None = None
    for tally in tallies:
        again = [one for one in said if one.of == Standing.of(tally)]
        if again:
            found.append(InPrint(tally, before, _again(tally, before, again)))
        else:
            found.append(InPrint(tally, before, _decided(tuple(said), tally, before)))
            said.append(found[-1])
        before = Standing.of(tally)
    return tuple(found)


def _again(tally: Tally, before: Standing | None, said: Sequence[InPrint]) -> Shown:
    """What may be said once more of a list that is in print."""
    shown = frozenset[str]().union(*(one.shown for one in said)) - set(CHANGES)
    for one in said:
        if one.before == before and _changes(one.tally) == _changes(tally):
            shown |= one.shown
    return shown


def _changes(tally: Tally) -> tuple[int, ...]:
    return tuple(getattr(tally, cell) for cell in CHANGES)


@lru_cache(maxsize=128)
def _worlds(said: tuple[InPrint, ...]) -> tuple[Links, Mapping[Standing, int]]:
    """All that is in print, as what it leaves possible, and the place of each list in it."""
    if not said:
        return (), {}
    links, places = _worlds(said[:-1])
    last = said[-1]
    compared = not last.shown.isdisjoint(CHANGES)
    if last.of in places and not compared:
        # It was said when the list was first in print.
        return links, places
    before = places.get(last.before) if last.before and compared else None
    grown = extended(links, Printed(_bands(last.tally, last.shown)), before)
    # True counts always fit what is printed of them.
    assert grown is not None
    return grown[0], {last.of: len(links), **places}


@lru_cache(maxsize=128)
def _decided(said: tuple[InPrint, ...], tally: Tally, before: Standing | None) -> Shown:
    """The names of the counts to print of a list that is not in print yet."""
    links, places = _worlds(said)
    place = places.get(before) if before else None
    first = place is None
    printed = Printed(_bands(tally, [c for c in ALWAYS if not first or c not in CHANGES]))
    grown = extended(links, printed, place)
    # With new and concluded cases not yet in print, any number open can follow any other.
    assert grown is not None
    kept = grown[0]
    for group in GROUPS:
        if first and group[0] in CHANGES:
            continue
        true = _bands(tally, group)
        outcomes = list(_outcomes(links, kept, printed, group))
        if true in (bands for bands, _ in outcomes) and all(safe for _, safe in outcomes):
            printed = printed.also(true)
            grown = extended(links, printed, place)
            assert grown is not None
            kept = grown[0]
    return frozenset(printed.bands)


def _bands(tally: Tally, cells: Iterable[str]) -> dict[str, Band]:
    return {cell: band(getattr(tally, cell)) for cell in cells}


def _outcomes(
    before: Links, now: Links, printed: Printed, group: tuple[str, ...]
) -> Iterator[tuple[Mapping[str, Band], bool]]:
    """Every set of bands that the group could turn out to be, and whether that would be safe."""
    could = possible(now, len(now) - 1, MOST)
    choices = [sorted({band(n) for n in could[cell]}, key=lambda b: b.low) for cell in group]
    for bands in product(*choices):
        outcome = dict(zip(group, bands, strict=True))
        found = extended(before, printed.also(outcome), now[-1].before)
        if found is not None:
            yield outcome, _safe(*found)


def _safe(links: Links, changed: Set[int]) -> bool:
    """Whether every count in print, but for zeros, keeps enough possible values."""
    for place, link in enumerate(links):
        # What changed since a list depends on that list as well.
        if place in changed or link.before in changed:
            values = possible(links, place, MOST)
            for cell, within in link.printed.bands.items():
                if within.high and len(values[cell]) < LEAST_LEFT:
                    return False
    return True
