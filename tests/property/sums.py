"""A small solver of sums over whole numbers: what a patient reader with a spreadsheet could do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Bounds = dict[str, tuple[int, int]]


@dataclass
class Sums:
    """Whole numbers within bounds, and sums of them that must lie within bounds.

    A rule is (coefficients by name, least, most).
    """

    bounds: Bounds = field(default_factory=dict)
    rules: list[tuple[Mapping[str, int], int, int]] = field(default_factory=list)

    def number(self, name: str, low: int, high: int) -> None:
        self.bounds[name] = (low, high)

    def equal(self, left: Mapping[str, int], value: int = 0) -> None:
        self.rules.append((left, value, value))

    def at_most(self, left: Mapping[str, int], value: int = 0) -> None:
        self.rules.append((left, -(10**9), value))

    def can_be(self, name: str, low: int, high: int) -> dict[str, int] | None:
        """An answer with the number in a range, or None where there is none."""
        start = dict(self.bounds)
        start[name] = (max(low, start[name][0]), min(high, start[name][1]))
        return self._search(start)

    def found(self, wanted: Sequence[str]) -> dict[str, int]:
        """The numbers that can have one value only, with that value."""
        first = self.can_be(wanted[0], *self.bounds[wanted[0]])
        assert first is not None, "what is printed contradicts itself"
        sure = {name: first[name] for name in wanted}
        for name in wanted:
            # Each further answer rules out every number that differs in it.
            for low, high in ((sure.get(name, 0) + 1, 10**6), (-(10**6), sure.get(name, 0) - 1)):
                other = self.can_be(name, low, high) if name in sure else None
                if other is not None:
                    sure = {n: v for n, v in sure.items() if other[n] == v}
        return sure

    def values(self, name: str, most: int) -> set[int]:
        """Every value up to ``most`` that a number can have."""
        low, high = self.bounds[name]
        return {v for v in range(low, min(high, most) + 1) if self.can_be(name, v, v) is not None}

    def _search(self, bounds: Bounds) -> dict[str, int] | None:
        touched: dict[str, list[int]] = {}
        for place, (left, _, _) in enumerate(self.rules):
            for name in left:
                touched.setdefault(name, []).append(place)
        narrowed = self._narrow(bounds, range(len(self.rules)), touched)
        return narrowed and self._split(narrowed, touched)

    def _split(self, narrowed: Bounds, touched: Mapping[str, list[int]]) -> dict[str, int] | None:
        """An answer within bounds that no rule brings in further."""
        free = [name for name, (low, high) in narrowed.items() if low < high]
        if not free:
            return {name: low for name, (low, _) in narrowed.items()}
        name = min(free, key=lambda n: narrowed[n][1] - narrowed[n][0])
        low, high = narrowed[name]
        middle = (low + high) // 2
        for part in ((low, middle), (middle + 1, high)):
            closer = self._narrow({**narrowed, name: part}, touched.get(name, ()), touched)
            found = closer and self._split(closer, touched)
            if found:
                return found
        return None

    def _narrow(
        self, bounds: Bounds, rules: Iterable[int], touched: Mapping[str, list[int]]
    ) -> Bounds | None:
        """The bounds, brought in by the rules until nothing moves; None where none fit."""
        bounds = dict(bounds)
        waiting = dict.fromkeys(rules)
        while waiting:
            place, _ = waiting.popitem()
            left, least, most = self.rules[place]
            ends = [
                (t * bounds[n][0], t * bounds[n][1])
                if t > 0
                else (t * bounds[n][1], t * bounds[n][0])
                for n, t in left.items()
            ]
            low_all, high_all = sum(low for low, _ in ends), sum(high for _, high in ends)
            if low_all >= least and high_all <= most:
                continue
            for (name, times), (end_low, end_high) in zip(left.items(), ends, strict=True):
                low = least - (high_all - end_high)
                high = most - (low_all - end_low)
                if times < 0:
                    low, high = -high, -low
                old_low, old_high = bounds[name]
                if low <= old_low and high >= old_high:
                    continue
                new = (max(old_low, low), min(old_high, high))
                if new[0] > new[1]:
                    return None
                bounds[name] = new
                waiting.update(dict.fromkeys(touched[name]))
        return bounds


def some_values(sums: Sums, name: str, enough: int) -> set[int]:
    """Values that a number can have, until there are enough."""
    low, high = sums.bounds[name]
    values: set[int] = set()
    for value in range(low, high + 1):
        if sums.can_be(name, value, value) is not None:
            values.add(value)
        if len(values) == enough:
            break
    return values


def printed_range(text: str) -> tuple[int, int]:
    """What a printed count says: "0" or "6 to 10"."""
    low, _, high = text.partition(" to ")
    return int(low), int(high or low)


def names(times: Mapping[str, int], place: int) -> dict[str, int]:
    """Coefficients for the counts of one date."""
    return {f"{name}{place}": value for name, value in times.items()}


def chain(dates: Sequence[Mapping[str, tuple[int, int]]], strict: bool = False) -> Sums:
    """Every rule that ties the counts of cases at successive dates together.

    ``dates`` gives the range of each count in print. With ``strict`` the reader also assumes that
    no case goes back a step.
    """
    sums = Sums()
    for place, ranges in enumerate(dates):
        for name, (low, high) in ranges.items():
            sums.number(f"{name}{place}", low, high)
        for one, other in (("before_issue", "issued"), ("under_12", "from_12")):
            sums.equal(names({"open": 1, one: -1, other: -1}, place))
        if not place:
            continue
        before = place - 1
        sums.number(f"gone{place}", 0, ranges["dropped"][1])
        sums.at_most({f"gone{place}": 1, f"dropped{place}": -1})
        flows = {"open": 1, "new": -1, "newly_concluded": 1, "reopened": -1, "gone": 1}
        sums.equal({**names(flows, place), f"open{before}": -1})
        learned = names({"learning_open": 1, "newly_concluded": -1}, place)
        sums.at_most({**learned, f"learning_open{before}": -1})
        if strict:
            back = names({"before_issue": 1, "new": -1, "reopened": -1}, place)
            sums.at_most({**back, f"before_issue{before}": -1})
    return sums
