"""Which totals of money paid to children and families a public copy may give.

A total is published only when more than the limit of cases have a payment, and again only when
more than the limit of payments are new or different; no one payment may be more than half of what
differs. That holds against every total in print, of corrected and withdrawn lists as well, and
against what totals give when they are added and taken away from each other: what a correction
changed is the same in two totals, so that the difference of their differences may be one payment.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from measures.small_numbers.disclosure import SMALLEST_LIMIT

AT_ONCE = 4
"""So many totals are added and taken away together: two differences and what is between them."""
NEAREST = -3
"""Totals are rounded to so many decimals: the nearest £1,000."""

Amounts = Mapping[str, float]
"""What has been paid so far, in pounds, by case."""


@dataclass(frozen=True)
class Released:
    """A total in money that was safe to publish, the date it was true and what it is made of."""

    when: date
    total: float
    amounts: Amounts


def released_total(
    payments: Iterable[tuple[date, Amounts]],
    limit: int = SMALLEST_LIMIT,
    in_print: Sequence[Amounts] = (),
) -> Released | None:
    """The latest public total of what was paid: None while no total is safe.

    ``payments`` holds, for each date in order, the amount paid so far by case; ``in_print`` what
    each total is made of that public copies gave before. Rounded to the nearest £1,000.
    """
    dates = list(payments)
    # The steps allowed at the lowest limit come first, so that a limit raised later can only
    # leave totals out and never publish one at a date between two that are already out.
    safe = _safe_steps(_safe_steps(dates, SMALLEST_LIMIT, in_print), limit, in_print)
    if not safe:
        return None
    when, amounts = safe[-1]
    return Released(when, round(sum(amounts.values()), NEAREST), dict(amounts))


def _safe_steps(
    dates: Sequence[tuple[date, Amounts]], limit: int, in_print: Sequence[Amounts]
) -> list[tuple[date, Amounts]]:
    safe: list[tuple[date, Amounts]] = []
    given = [dict(amounts) for amounts in in_print]
    for when, amounts in dates:
        if dict(amounts) not in given:
            if not _adds_many(amounts, given, limit):
                continue
            given.append(dict(amounts))
        safe.append((when, amounts))
    return safe


def _adds_many(amounts: Amounts, given: Sequence[Amounts], limit: int) -> bool:
    """Whether no sum of totals, this one among them, is of few payments or mostly of one."""
    cases = sorted(set(amounts).union(*given))
    if not cases:
        return False
    new, *old = (np.array([of.get(case, 0.0) for case in cases]) for of in (amounts, *given))
    return all(_of_many(new + sum_, limit) for sum_ in _sums(old, len(cases)))


def _sums(totals: Sequence[NDArray[np.float64]], width: int) -> Iterator[NDArray[np.float64]]:
    """Nothing, and every few totals added and taken away from each other."""
    yield np.zeros(width)
    for many in range(1, AT_ONCE):
        for chosen in combinations(totals, many):
            for signs in product((1, -1), repeat=many):
                yield np.sum([sign * one for sign, one in zip(signs, chosen, strict=True)], axis=0)


def _of_many(changes: NDArray[np.float64], limit: int) -> bool:
    """Whether a sum is of more payments than the limit, none more than half; or of none at all."""
    sizes = np.abs(changes)
    sizes = sizes[sizes > 0]
    return not len(sizes) or (len(sizes) > limit and sizes.max() * 2 <= sizes.sum())
