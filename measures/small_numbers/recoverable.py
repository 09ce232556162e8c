"""What a reader could work out from every band that was ever printed, exactly.

An attacker knows that open cases follow from the list before, that steps and ages are parts of
them, and every band in print. Each history of whole numbers that fits is a world the attacker
cannot rule out; a count is safe while it differs between those worlds. Each list was compared in
print with one list before it at most, and one list may be followed by several: by the next, and
by what it was corrected to. So lists form trees, and all worlds are followed at once: what has
something that fits it on every side of every list is possible.

The rules between two lists, with ``lost`` cases dropped of which any number were open:

- open = open before + new - newly concluded + reopened - dropped open ones
- learning open <= learning open before + newly concluded
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from measures.small_numbers.disclosure import Band

PARTS = (("before_issue", "issued"), ("under_12", "from_12"))
"""What open cases are split into."""
MANY = 10**6
MOST_LEARNING = 15
"""How many cases with learning open are followed where the count is not in print."""

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Printed:
    """The bands in print of one list, by the name of the count."""

    bands: Mapping[str, Band]

    def range(self, cell: str) -> tuple[int, int]:
        """The least and most that print allows a count to be."""
        within = self.bands.get(cell)
        return (within.low, within.high) if within else (0, MANY)

    def also(self, more: Mapping[str, Band]) -> "Printed":
        """The same with further counts in print."""
        return Printed({**self.bands, **more})

    @property
    def left_and_back(self) -> Iterator[tuple[int, int]]:
        """Every number of cases that may have been dropped, and may have reopened."""
        lost, back = (self.range(cell) for cell in ("dropped", "reopened"))
        for dropped in range(lost[0], lost[1] + 1):
            for reopened in range(back[0], back[1] + 1):
                yield dropped, reopened


@dataclass(frozen=True)
class Link:
    """One list in print.

    ``before`` is the place of the list that it was compared with in print; None for none.
    ``states`` holds every (open, learning open) that fits the list, one a row; ``ways`` which
    state of the list before (rows) can lead to which of these (columns); ``alive`` the states
    that fit with everything in print.
    """

    printed: Printed
    before: int | None
    states: Ints
    ways: Bools | None
    alive: Bools


Links = tuple[Link, ...]
"""Lists in print, each after the one that it was compared with."""


def extended(
    links: Links, printed: Printed, before: int | None
) -> tuple[Links, frozenset[int]] | None:
    """The same with one more list, compared with the one at a place, and where less is possible.

    None where no history of whole numbers fits what is printed.
    """
    states, ways = _states(printed), None
    alive = np.ones(len(states), dtype=bool)
    if before is not None:
        ways = _ways(links[before].states, states, printed)
        alive = links[before].alive @ ways
    if not alive.any():
        return None
    return _settled([*links, Link(printed, before, states, ways, alive)])


def _settled(links: list[Link]) -> tuple[Links, frozenset[int]]:
    """What the last of the links leaves possible of each, and which of them it changes."""
    after: dict[int, list[int]] = {}
    for place, link in enumerate(links):
        if link.before is not None:
            after.setdefault(link.before, []).append(place)
    changed, waiting = {len(links) - 1}, [len(links) - 1]
    while waiting:
        place = waiting.pop()
        before = links[place].before
        beside = [(other, links[other].ways) for other in after.get(place, [])]
        if before is not None:
            beside.append((before, _turned(links[place].ways)))
        for other, ways in beside:
            assert ways is not None
            alive = links[other].alive & (links[place].alive @ ways)
            if not np.array_equal(alive, links[other].alive):
                links[other] = replace(links[other], alive=alive)
                changed.add(other)
                waiting.append(other)
    return tuple(links), frozenset(changed)


def _turned(ways: Bools | None) -> Bools | None:
    return None if ways is None else ways.T


def _states(printed: Printed) -> Ints:
    """Every (open, learning open) that fits one list on its own."""
    low, high = printed.range("open")
    least, most = printed.range("learning_open")
    grid = np.stack(
        np.meshgrid(
            np.arange(low, high + 1),
            np.arange(least, (MOST_LEARNING if most == MANY else most) + 1),
            indexing="ij",
        ),
        axis=-1,
    ).reshape(-1, 2)
    opened = grid[:, 0]
    fits = np.ones(len(grid), dtype=bool)
    for parts in PARTS:
        bounds = [printed.range(part) for part in parts]
        fits &= (sum(b[0] for b in bounds) <= opened) & (opened <= sum(b[1] for b in bounds))
    return grid[fits]


def _over(
    old: Ints, new: Ints, printed: Printed, lost: int, back: int
) -> tuple[Bools, Ints, Ints, Ints, Ints]:
    """From each old state (rows) to each new one (columns), with so many dropped and reopened.

    Gives what fits, the least and most new cases, and the least and most newly concluded.
    """
    grown = new[None, :, 0] - old[:, None, 0] - back
    learned = np.maximum(new[None, :, 1] - old[:, None, 1], 0)
    (came_low, came_high), (over_low, over_high) = (
        printed.range(cell) for cell in ("new", "newly_concluded")
    )
    # new - concluded = grown + dropped open ones, of which there are none to ``lost``.
    over_least = np.maximum(over_low, learned)
    came_least = np.maximum(came_low, grown + over_least)
    came_most = np.minimum(came_high, grown + lost + over_high)
    over_least = np.maximum(over_least, came_low - grown - lost)
    over_most = np.minimum(over_high, came_high - grown)
    fits = (came_least <= came_most) & (over_least <= over_most)
    return fits, came_least, came_most, over_least, over_most


def _ways(old: Ints, new: Ints, printed: Printed) -> Bools:
    found = np.zeros((len(old), len(new)), dtype=bool)
    for lost, back in printed.left_and_back:
        found |= _over(old, new, printed, lost, back)[0]
    return found


def possible(links: Sequence[Link], place: int, most: int = MANY) -> dict[str, set[int]]:
    """The values that each count of one list could have, printed or not, up to ``most``."""
    link = links[place]
    opened, learning = link.states[link.alive].T
    found = {"open": _set(opened), "learning_open": _set(learning)}
    for parts in PARTS:
        for part, other in (parts, parts[::-1]):
            low, high = link.printed.range(part)
            least, greatest = link.printed.range(other)
            found[part] = _between(
                np.maximum(low, opened - greatest), np.minimum(high, opened - least)
            )
    if link.before is not None:
        found |= _moved(links[link.before], link, most)
    return found


def _moved(before: Link, link: Link, most: int) -> dict[str, set[int]]:
    """The values of the counts of what changed since the list before."""
    found: dict[str, set[int]] = {
        cell: set() for cell in ("new", "newly_concluded", "dropped", "reopened")
    }
    old, new = before.states[before.alive], link.states[link.alive]
    for lost, back in link.printed.left_and_back:
        fits, came, came_most, over, over_most = _over(old, new, link.printed, lost, back)
        if fits.any():
            found["new"] |= _between(came[fits], np.minimum(came_most[fits], most))
            found["newly_concluded"] |= _between(over[fits], np.minimum(over_most[fits], most))
            found["dropped"].add(lost)
            found["reopened"].add(back)
    return found


def _set(values: Ints) -> set[int]:
    return {int(value) for value in np.unique(values)}


def _between(bottom: Ints, top: Ints) -> set[int]:
    """Every whole number in any of the ranges."""
    return {
        value
        for low, high in set(zip(bottom.tolist(), top.tolist(), strict=True))
        for value in range(low, high + 1)
    }
