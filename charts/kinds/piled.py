"""Parts of bars: each starts where the part before it in its bar ends."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from charts.kinds.points import Point
from charts.palette import Look

Bar = TypeVar("Bar")


@dataclass(frozen=True)
class Part(Generic[Bar]):
    """One part of a bar: which bar, its place in the order of series and its look, its start."""

    mark: Point
    bar: Bar
    order: int
    look: Look
    start: float

    @property
    def long(self) -> float:
        """Its length in the chart's unit."""
        return self.mark.value or 0.0

    @property
    def middle(self) -> float:
        """Half way between its ends."""
        return self.start + self.long / 2

    @property
    def patterned(self) -> bool:
        """Whether it carries a pattern that words would not be read on."""
        return bool(self.look.pattern)


def piled(
    marks: Iterable[Point],
    order: tuple[str, ...],
    looks: Sequence[Look],
    bar_of: Callable[[Point], Bar],
) -> tuple[Part[Bar], ...]:
    """Every mark with a length as a part of its bar, bar by bar, in the order of series."""
    made: list[Part[Bar]] = []
    reached: dict[Bar, float] = {}

    def place(mark: Point) -> Any:
        return bar_of(mark), order.index(mark.series)

    for mark in sorted((m for m in marks if (m.value or 0) > 0), key=place):
        bar, at = bar_of(mark), order.index(mark.series)
        made.append(Part(mark, bar, at, looks[at], reached.get(bar, 0.0)))
        reached[bar] = made[-1].start + made[-1].long
    return tuple(made)


def reach(parts: Iterable[Part[Bar]]) -> dict[Bar, float]:
    """Bar -> how long its parts are together."""
    return {part.bar: part.start + part.long for part in parts}
