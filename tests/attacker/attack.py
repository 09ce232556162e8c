"""The attack: read every file, put all that they say together, and solve the sums."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tests.attacker import rows, sentences
from tests.attacker.held import Held
from tests.attacker.opened import opened
from tests.attacker.said import MANY, Said
from tests.property.sums import Sums, chain, some_values

CELLS = ("open", "before_issue", "issued", "under_12", "from_12", "learning_open")
FLOWS = ("new", "newly_concluded", "dropped", "reopened")
FOLLOWED = 40
"""No list of these plans is longer: what nothing is said of is looked for up to here."""
Count = tuple[str, date]


@dataclass(frozen=True)
class Read:
    """What one file says of cases, and what it says that its reader cannot take in."""

    said: frozenset[Said]
    strange: tuple[str, ...]


def read(name: str, data: bytes, lists: tuple[date, ...]) -> Read:
    """One file, by the reader's own eyes."""
    return understood(opened(name, data), lists)


def understood(found: Held, lists: tuple[date, ...]) -> Read:
    """The statements in texts and tables."""
    every = (*found.texts, *found.runs)
    # A file that says no date is read as being of the latest.
    now = sentences.as_at(every) or lists[-1]
    said = [one for text in every for one in sentences.statements(text, now, lists)]
    said += [one for grid in found.grids for one in rows.statements(grid, now)]
    strange = [one for text in found.texts for one in sentences.not_understood(text)]
    return Read(frozenset(said), tuple(dict.fromkeys(strange)))


def known(said: Iterable[Said]) -> dict[Count, tuple[int, int]]:
    """The range that all statements together leave to each count."""
    found: dict[Count, tuple[int, int]] = {}
    for one in said:
        low, high = found.get((one.cell, one.when), (0, MANY))
        found[one.cell, one.when] = max(low, one.low), min(high, one.high)
    return found


def sums(ranges: Mapping[Count, tuple[int, int]], lists: tuple[date, ...]) -> Sums:
    """All that is known as sums over whole numbers, with every rule that ties counts together."""
    dates = []
    for place, when in enumerate(lists):
        most = {cell: FOLLOWED if place or cell in CELLS else 0 for cell in (*CELLS, *FLOWS)}
        told = {cell: ranges.get((cell, when), (0, MANY)) for cell in most}
        dates.append({cell: (low, min(high, most[cell])) for cell, (low, high) in told.items()})
    found = chain(dates)
    _ageing(found, lists)
    return found


def _ageing(found: Sums, lists: tuple[date, ...]) -> None:
    """What a reader knows of how cases grow older, who takes it that each has a date opened.

    An old case stays old until it is concluded or dropped. What was open a year ago and was not
    concluded since is old; what is not old joined the list within the year.
    """
    for now in range(1, len(lists)):
        before = now - 1
        left = {f"newly_concluded{now}": -1, f"gone{now}": -1}
        came = {f"new{now}": -1, f"reopened{now}": -1}
        found.at_most({f"from_12{before}": 1, f"from_12{now}": -1, **left})
        found.at_most({f"under_12{now}": 1, f"under_12{before}": -1, **came})
        for then in reversed(range(now)):
            if _year_after(lists[then]) <= lists[now]:
                found.at_most({f"open{then}": 1, f"from_12{now}": -1, **left})
                found.at_most({f"under_12{now}": 1, **came})
                break
            left |= {f"newly_concluded{then}": -1, f"gone{then}": -1}
            came |= {f"new{then}": -1, f"reopened{then}": -1}


def _year_after(when: date) -> date:
    leap = (when.month, when.day) == (2, 29)
    return date(when.year + 1, 3, 1) if leap else when.replace(year=when.year + 1)


def few(
    ranges: Mapping[Count, tuple[int, int]], lists: tuple[date, ...], enough: int
) -> dict[Count, set[int]]:
    """The counts that can have fewer than so many values, with those."""
    solver = sums(ranges, lists)
    found: dict[Count, set[int]] = {}
    for place, when in enumerate(lists):
        for cell in (*CELLS, *FLOWS) if place else CELLS:
            if ranges.get((cell, when)) != (0, 0):
                values = some_values(solver, f"{cell}{place}", enough)
                if len(values) < enough:
                    found[cell, when] = values
    return found
