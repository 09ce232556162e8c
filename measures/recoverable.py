"""What a reader could work out from the bands published at every date, exactly.

An attacker knows that open and concluded cases follow from the date before, that steps, ages and
learning are parts of them, and every band in print. Every history of whole numbers that fits is a
world the attacker cannot rule out; a count is safe while it differs between those worlds.

The dates form a chain, so all worlds are followed at once: forwards through the dates, backwards
again, and what survives both is possible. The attacker is given more than is in print: which
``c`` stands for 1 to 5, roughly where each unpublished total lies, and how many cases reopened.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from measures.disclosure import band
from measures.hra_cases import Tally

STEPS = ("before_issue", "issued")
AGES = ("under_6", "from_6", "from_12", "no_date")
LEARNING = ("learning_closed", "learning_open")
FLOWS = ("dropped", "new", "newly_concluded")

AWAY = 7
"""How far from the truth an unpublished total may be thought to lie."""
MANY = 10**6

Shown = frozenset[str]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


def _range(tally: Tally, shown: Shown, cell: str) -> tuple[int, int]:
    """What is known of a count: its band if published, else nothing."""
    if cell not in shown:
        return 0, MANY
    within = band(getattr(tally, cell))
    return within.low, within.high


def _near(tally: Tally, shown: Shown, cell: str) -> tuple[int, int]:
    """As ``_range``, but an unpublished total is known roughly."""
    if cell in shown:
        return _range(tally, shown, cell)
    count = getattr(tally, cell)
    return max(0, count - AWAY), count + AWAY


@lru_cache(maxsize=4096)
def _states(tally: Tally, shown: Shown) -> Ints:
    """Every (open, concluded, learning closed) that fits one date on its own, one a row."""
    ranges = [
        np.arange(low, high + 1)
        for low, high in (
            _near(tally, shown, cell) for cell in ("open", "concluded", "learning_closed")
        )
    ]
    grid = np.stack(np.meshgrid(*ranges, indexing="ij"), axis=-1).reshape(-1, 3)
    opened, done, closed = grid.T
    low, high = _range(tally, shown, "learning_open")
    fits = (closed <= done) & (low <= done - closed) & (done - closed <= high)
    for parts in (STEPS, AGES):
        bounds = [_range(tally, shown, part) for part in parts]
        fits &= (sum(b[0] for b in bounds) <= opened) & (opened <= sum(b[1] for b in bounds))
    return grid[fits]


@dataclass(frozen=True)
class _Step:
    """The ways from each state of one date (rows) to each of the next (columns)."""

    fits: Bools
    total: Ints
    done: Ints
    opened: Ints


@lru_cache(maxsize=4096)
def _step(before: Tally, was_shown: Shown, after: Tally, shown: Shown) -> _Step:
    old, new = _states(before, was_shown), _states(after, shown)
    total = (new[:, 0] + new[:, 1])[None, :] - (old[:, 0] + old[:, 1])[:, None]
    done = new[None, :, 1] - old[:, None, 1]
    closed = new[None, :, 2] - old[:, None, 2]
    opened = np.broadcast_to(old[:, None, 0], total.shape)
    fits = np.zeros(total.shape, dtype=bool)
    for lost in _dropped(after, shown):
        came, low, high = _flows(after, shown, total, done, opened, lost)
        fits |= came & (low <= high)
    # Learning once closed stays closed, unless the truth itself says otherwise.
    leave = after.dropped + after.reopened
    if after.learning_closed >= before.learning_closed - leave:
        fits &= closed >= -leave
    return _Step(fits, total, done, opened)


def _dropped(tally: Tally, shown: Shown) -> Iterable[int]:
    low, high = _near(tally, shown, "dropped")
    return range(low, high + 1)


def _flows(
    tally: Tally, shown: Shown, total: Ints, done: Ints, opened: Ints, lost: int
) -> tuple[Bools, Ints, Ints]:
    """With ``lost`` cases dropped: where new cases fit, and the least and most newly concluded."""
    low, high = _range(tally, shown, "new")
    came = total + lost
    least, most = _range(tally, shown, "newly_concluded")
    # Concluded cases that were dropped or reopened hide as many newly concluded ones.
    bottom = np.maximum(least, done + tally.reopened)
    top = np.minimum(np.minimum(most, done + tally.reopened + lost), opened + came)
    return (low <= came) & (came <= high), bottom, top


def possible(tallies: Sequence[Tally], shown: Sequence[Shown]) -> list[dict[str, set[int]]]:
    """The values each published count could have, date by date.

    ``shown`` names the counts published at each date; the bands are those of the lowest limit,
    the narrowest that can ever be in print.
    """
    steps = [
        _step(tallies[i - 1], shown[i - 1], tallies[i], shown[i]) for i in range(1, len(tallies))
    ]
    reached = [np.ones(len(_states(tallies[0], shown[0])), dtype=bool)]
    for step in steps:
        reached.append(reached[-1] @ step.fits)
    alive = reached[-1]
    values: list[dict[str, set[int]]] = []
    for i in range(len(tallies) - 1, -1, -1):
        found = _standing(tallies[i], shown[i], alive)
        if i:
            step = steps[i - 1]
            found |= _moving(tallies[i], shown[i], step, reached[i - 1][:, None] & alive)
            alive = reached[i - 1] & (step.fits @ alive)
        values.append(found)
    return values[::-1]


def _standing(tally: Tally, shown: Shown, alive: Bools) -> dict[str, set[int]]:
    """The possible values of the counts at one date."""
    opened, done, closed = _states(tally, shown)[alive].T
    found = {"open": _set(opened), "concluded": _set(done), "learning_closed": _set(closed)}
    found["learning_open"] = _set(done - closed)
    for parts in (STEPS, AGES):
        bounds = {part: _range(tally, shown, part) for part in parts if part in shown}
        for part, (low, high) in bounds.items():
            others = [bounds[other] for other in bounds if other != part]
            bottom = np.maximum(low, opened - sum(b[1] for b in others))
            top = np.minimum(high, opened - sum(b[0] for b in others))
            found[part] = _between(bottom, top)
    return {cell: values for cell, values in found.items() if cell in shown}


def _moving(tally: Tally, shown: Shown, step: _Step, alive: Bools) -> dict[str, set[int]]:
    """The possible values of the counts of what changed since the date before."""
    found: dict[str, set[int]] = {cell: set() for cell in FLOWS}
    for lost in _dropped(tally, shown):
        came, low, high = _flows(tally, shown, step.total, step.done, step.opened, lost)
        fits = step.fits & alive & came & (low <= high)
        if fits.any():
            found["new"] |= _set(step.total[fits] + lost)
            found["newly_concluded"] |= _between(low[fits], high[fits])
            found["dropped"].add(lost)
    return {cell: values for cell, values in found.items() if cell in shown}


def _set(values: Ints) -> set[int]:
    return {int(value) for value in np.unique(values)}


def _between(bottom: Ints, top: Ints) -> set[int]:
    """Every whole number in any of the ranges."""
    return {
        value
        for low, high in np.unique(np.column_stack([bottom, top]), axis=0).tolist()
        for value in range(low, high + 1)
    }
