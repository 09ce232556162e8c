"""Nothing hidden can be worked out from all that was ever published, corrections included."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest

from measures.hra_cases import Tally
from measures.small_numbers.disclosure import SMALLEST_LIMIT, band
from measures.small_numbers.in_print import InPrint
from measures.small_numbers.published_cases import LEAST_LEFT, published
from measures.small_numbers.totals import Amounts, released_total
from tests.property.reissues import Issue, List, issues, paid, tally, uploaded
from tests.property.sums import Sums, some_values

CELLS = ("open", "before_issue", "issued", "under_12", "from_12", "learning_open")
FLOWS = ("new", "newly_concluded", "dropped", "reopened")
MOST = 25
"""No list of these plans has more cases."""
Pair = tuple[int, int]


@dataclass
class Reader:
    """Who keeps every public copy: what each said of a list, and of a list beside another."""

    of: dict[int, dict[str, tuple[int, int]]] = field(default_factory=dict)
    beside: dict[Pair, dict[str, tuple[int, int]]] = field(default_factory=dict)
    lists: dict[int, List] = field(default_factory=dict)

    def reads(self, issue: Issue, said: Sequence[InPrint]) -> None:
        for place, (one, told) in enumerate(zip(issue, said, strict=True)):
            self.lists[one.number] = one
            own = self.of.setdefault(one.number, {})
            pair = (
                self.beside.setdefault((issue[place - 1].number, one.number), {}) if place else {}
            )
            for cell in told.shown:
                within = band(getattr(told.tally, cell))
                (pair if cell in FLOWS else own)[cell] = within.low, within.high

    def sums(self, *, strict: bool) -> Sums:
        """All that it read, with every rule that ties counts together."""
        found = Sums()
        for number, told in self.of.items():
            for cell in CELLS:
                found.number(f"{cell}#{number}", *told.get(cell, (0, MOST)))
            for one, other in (("before_issue", "issued"), ("under_12", "from_12")):
                parts = {f"open#{number}": 1, f"{one}#{number}": -1, f"{other}#{number}": -1}
                found.equal(parts)
        for pair, told in self.beside.items():
            _tie(found, pair, told, strict=strict)
        return found

    def hidden(self) -> list[str]:
        """The counts, not none, that no copy may give away."""
        found = []
        for number, told in self.of.items():
            truth = tally(self.lists[number], None)
            found += [f"{cell}#{number}" for cell in CELLS if _kept(truth, cell, told)]
        for (before, now), told in self.beside.items():
            truth = tally(self.lists[now], self.lists[before])
            found += [f"{c}#{before}#{now}" for c in FLOWS if _kept(truth, c, told)]
        return found


def _kept(truth: object, cell: str, told: Mapping[str, tuple[int, int]]) -> bool:
    return bool(getattr(truth, cell)) and told.get(cell) != (0, 0)


def _tie(found: Sums, pair: Pair, told: Mapping[str, tuple[int, int]], *, strict: bool) -> None:
    before, now = pair

    def flow(cell: str) -> str:
        return f"{cell}#{before}#{now}"

    for cell in FLOWS:
        found.number(flow(cell), *told.get(cell, (0, MOST)))
    found.number(flow("gone"), 0, MOST)
    found.at_most({flow("gone"): 1, flow("dropped"): -1})
    came, went = (
        {flow("new"): -1, flow("reopened"): -1},
        {
            flow("newly_concluded"): 1,
            flow("gone"): 1,
        },
    )
    found.equal({f"open#{now}": 1, f"open#{before}": -1, **came, **went})
    found.at_most(
        {
            f"learning_open#{now}": 1,
            f"learning_open#{before}": -1,
            flow("newly_concluded"): -1,
        }
    )
    if strict:
        for early in ("before_issue", "under_12"):
            found.at_most({f"{early}#{now}": 1, f"{early}#{before}": -1, **came})
        for late in ("issued", "from_12"):
            left = {name: -times for name, times in went.items()}
            found.at_most({f"{late}#{before}": 1, f"{late}#{now}": -1, **left})


def tallies_of(issue: Issue) -> list[Tally]:
    return [tally(one, issue[place - 1] if place else None) for place, one in enumerate(issue)]


def published_one_after_the_other(every: Iterable[Issue]) -> Iterator[tuple[Issue, list[InPrint]]]:
    """Each issue with what its public copies say, where those before are remembered."""
    said: list[InPrint] = []
    for issue in every:
        told = list(published(tallies_of(issue), said))
        said += [one for one in told if one not in said]
        yield issue, told


def reader_of(every: Iterable[tuple[Issue, list[InPrint]]]) -> Reader:
    reader = Reader()
    for issue, told in every:
        reader.reads(issue, told)
    return reader


@pytest.mark.parametrize("block", range(10))
def test_no_count_is_recovered_from_issues_corrections_and_withdrawals(block: int) -> None:
    """By a reader who knows that no case goes back a step or grows younger."""
    for seed in range(1000 + block * 30, 1030 + block * 30):
        reader = reader_of(published_one_after_the_other(issues(seed)))
        hidden = reader.hidden()
        assert not hidden or reader.sums(strict=True).found(hidden) == {}, seed


@pytest.mark.parametrize("seed", range(20))
def test_every_count_keeps_three_values_whatever_was_withdrawn(seed: int) -> None:
    reader = reader_of(published_one_after_the_other(in_and_out(seed)))
    assert too_few(reader) == []


def test_the_same_reader_would_narrow_counts_down_if_nothing_were_remembered() -> None:
    def forgetful(every: Iterable[Issue]) -> Iterator[tuple[Issue, list[InPrint]]]:
        for issue in every:
            yield issue, list(published(tallies_of(issue)))

    assert too_few(reader_of(forgetful(in_and_out(28)))) != []
    assert too_few(reader_of(published_one_after_the_other(in_and_out(28)))) == []


def in_and_out(seed: int) -> list[Issue]:
    """Four lists, of which some are withdrawn at each issue and come back."""
    one, two, three, four = uploaded(seed, 4)
    return [(one, two, three, four), (one, three, four), (one, two, four), (one, four)]


def too_few(reader: Reader) -> list[str]:
    """The counts that could have fewer values than are enough."""
    sums = reader.sums(strict=False)
    hidden = reader.hidden()
    return [name for name in hidden if len(some_values(sums, name, LEAST_LEFT)) < LEAST_LEFT]


def test_hardly_a_count_above_the_limit_is_left_out() -> None:
    """What was hidden without need at most: 2 of 100, of plans that are corrected all the time."""
    above, left_out = 0, 0
    for seed in range(40):
        for _, said in published_one_after_the_other(issues(seed)):
            for place, told in enumerate(said):
                for cell in CELLS if not place else (*CELLS, *FLOWS):
                    if getattr(told.tally, cell) > SMALLEST_LIMIT:
                        above += 1
                        left_out += cell not in told.shown
    assert above > 200
    assert left_out <= above / 50


@pytest.mark.parametrize("block", range(6))
def test_no_payment_is_recovered_from_totals_in_print(block: int) -> None:
    """Totals are known exactly here, not to the nearest thousand as in print."""
    for seed in range(block * 50, block * 50 + 50):
        assert payments_found(totals_of(seed)) == [], seed


def test_the_same_sums_find_a_payment_where_totals_are_not_remembered() -> None:
    assert any(payments_found(totals_of(seed, remembering=False)) for seed in range(50))


def totals_of(seed: int, *, remembering: bool = True) -> list[Amounts]:
    """What each total is made of that one issue or another gave."""
    given: list[Amounts] = []
    for issue in issues(seed, many=12, paid_from_the_start=True):
        lists = [(one.when, paid(one)) for one in issue]
        total = released_total(lists, in_print=given if remembering else ())
        if total is not None and total.amounts not in given:
            given.append(total.amounts)
    return given


def payments_found(given: Sequence[Amounts]) -> list[str]:
    """The cases whose payment is a sum of totals, each taken any number of times."""
    keys = sorted(set[str]().union(*given))
    totals = np.array([[of.get(key, 0.0) for key in keys] for of in given]).reshape(-1, len(keys))
    rank = np.linalg.matrix_rank(totals)
    return [
        key
        for key, alone in zip(keys, np.eye(len(keys)), strict=True)
        if len(given) and np.linalg.matrix_rank(np.vstack([totals, alone * 1000])) == rank
    ]
