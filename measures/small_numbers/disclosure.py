"""Disclosure control: what a public copy may say about a small number of people.

The rule is the Department for Education's for children in need: a count of 1 to 5 is hidden, 0 is
shown as 0, and where one hidden cell of a total could be found by subtraction the next smallest is
hidden too. Counts that are published again and again, such as cases at each meeting, are given as
bands instead of exact numbers, so that two dates cannot be subtracted: "1 to 5" where the
Department prints ``c``. Which of them may be shown at all is decided in ``published_cases``.

Source: Department for Education, "Characteristics of children in need", methodology.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from measures.figures import Figure

SMALLEST_LIMIT = 5
"""Counts of 1 to 5 are hidden. A plan may raise this and may not lower it."""
LARGEST_LIMIT = 100

BAND_REASON = "given as a band, because an exact count could give a smaller one away"
LEFT_OUT_REASON = "left out in public, because it is a small count or would give one away"
NOTE = (
    "Counts are given in bands of {limit}, so that two dates cannot be subtracted; one that would "
    "give a smaller one away is not given."
)
NOT_GIVEN = "not given"
"""What stands in the place of a count that is left out, where a table has a cell for it."""


@dataclass(frozen=True)
class Band:
    """The narrowest thing a public copy says about a count: none, 1 to 5, 6 to 10 and so on."""

    low: int
    high: int

    def __str__(self) -> str:
        return f"{self.low} to {self.high}" if self.high else "0"

    @property
    def words(self) -> str:
        """The band inside a sentence: "none", "1 to 5", "6 to 10"."""
        return f"{self.low} to {self.high}" if self.high else "none"


def limit_of(setting: object) -> int:
    """The largest count that is hidden, from a plan's setting.

    Never under 5, and rounded up to a multiple of 5: bands of 5 fit inside bands of 10, so copies
    made before and after the setting was raised cannot be laid over each other to find a number.
    """
    try:
        asked = int(float(str(setting)))
    except (ValueError, OverflowError):
        return SMALLEST_LIMIT
    return max(SMALLEST_LIMIT, -(-asked // SMALLEST_LIMIT) * SMALLEST_LIMIT)


def band(count: int, limit: int = SMALLEST_LIMIT) -> Band:
    """The band a count falls in: 0, 1 to the limit, and equal steps from there."""
    if count == 0:
        return Band(0, 0)
    step = (count - 1) // limit
    return Band(step * limit + 1, (step + 1) * limit)


def why_hidden(limit: int) -> str:
    """Why a figure is printed as ``c``, as a short clause."""
    return f"hidden, because it is a count of 1 to {limit} or would give one away"


def note(limit: int) -> str:
    """The line printed under every public table and picture that uses bands."""
    return NOTE.format(limit=limit)


def banded(figure: Figure, shown: bool, limit: int = SMALLEST_LIMIT) -> Figure:
    """A count as a public copy gives it: 0, its band or ``NOT_GIVEN``, without parts or records.

    ``shown`` is False where even the band would help to find a smaller count.
    """
    if figure.value is None:
        return replace(figure, numerator=None, denominator=None, records=())
    if not shown:
        return not_given(figure)
    within = band(round(figure.value), limit)
    if within.high == 0:
        return replace(figure, records=())
    return replace(
        figure,
        value=None,
        numerator=None,
        denominator=None,
        records=(),
        why_missing=BAND_REASON,
        mark=str(within),
    )


def not_given(figure: Figure) -> Figure:
    """A count that a public copy leaves out, whatever it is."""
    return replace(figure.hidden(LEFT_OUT_REASON), mark=NOT_GIVEN)


def let_out(figure: Figure, limit: int = SMALLEST_LIMIT) -> Figure:
    """A public figure that counts children, looked at once more as it leaves.

    Whatever made it, no exact count, share, part or record goes out: only none, a mark, and a
    total of money, for which ``released_total`` answers.
    """
    if figure.value and figure.unit != "pounds":
        return figure.hidden(why_hidden(limit))
    return replace(figure, numerator=None, denominator=None, records=())


def suppressed(counts: Sequence[int], limit: int = SMALLEST_LIMIT) -> tuple[bool, ...]:
    """Which parts of a published total to hide.

    Parts of 1 to ``limit`` are hidden, then the next smallest for as long as a hidden part could
    be worked out from the total: when it is the only one, or when the rest leave it one value.
    """
    hidden = [0 < count <= limit for count in counts]
    if not any(hidden):
        return tuple(hidden)
    # Next smallest first; a zero is hidden only when nothing else is left to hide.
    spare = sorted(
        (i for i, hide in enumerate(hidden) if not hide), key=lambda i: (counts[i] == 0, counts[i])
    )
    second: set[int] = set()
    while spare and _one_value_left(counts, hidden, second, limit):
        second.add(spare[0])
        hidden[spare.pop(0)] = True
    return tuple(hidden)


def _one_value_left(
    counts: Sequence[int], hidden: Sequence[bool], second: set[int], limit: int
) -> bool:
    """Whether some hidden part can have one value only, given the sum of all hidden parts."""
    bounds = {
        i: (0, sum(counts)) if i in second else (1, limit) for i, hide in enumerate(hidden) if hide
    }
    total = sum(counts[i] for i in bounds)
    for i, (low, high) in bounds.items():
        others_low = sum(other[0] for j, other in bounds.items() if j != i)
        others_high = sum(other[1] for j, other in bounds.items() if j != i)
        if min(high, total - others_low) <= max(low, total - others_high):
            return True
    return False
