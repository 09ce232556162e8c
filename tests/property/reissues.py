"""Plans whose lists of cases are corrected, withdrawn, back-dated and published again and again.

Cases do what cases do: they go from step to step and never back, and grow older. A plan is a
sequence of issues; each is the lists that stood then, oldest first.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from measures.hra_cases import Tally

BEFORE_ISSUE, ISSUED, CONCLUDED, CLOSED = range(4)
FIRST = date(2021, 1, 15)
YEAR = 365


@dataclass(frozen=True)
class Case:
    """A case as one list has it. ``paid`` in pounds, once it is concluded."""

    stage: int
    opened: date
    paid: float = 0.0


@dataclass(frozen=True)
class List:
    """One upload of a list of cases, by reference. No two uploads have one ``number``."""

    number: int
    when: date
    cases: Mapping[str, Case]


Issue = tuple[List, ...]


def issues(seed: int, many: int = 5, *, paid_from_the_start: bool = False) -> Iterator[Issue]:
    """The lists that stood at each issue of a plan.

    With ``paid_from_the_start`` its first list has many cases that are concluded and paid.
    """
    plan = _Plan(Random(seed))
    plan.upload(many=20 if paid_from_the_start else None)
    for _ in range(many):
        yield plan.standing
        plan.change()


def uploaded(seed: int, many: int) -> Issue:
    """So many lists of a plan, each uploaded once."""
    plan = _Plan(Random(seed))
    for _ in range(many):
        plan.upload()
    return plan.standing


def tally(now: List, before: List | None) -> Tally:
    """What a list counts, beside the one that it is compared with."""
    old = before.cases if before else now.cases
    opened = [case for case in now.cases.values() if case.stage < CONCLUDED]
    ages = [(now.when - case.opened).days for case in opened]
    over = {key for key, case in now.cases.items() if case.stage >= CONCLUDED}
    was_over = {key for key, case in old.items() if case.stage >= CONCLUDED}
    return Tally(
        when=now.when,
        open=len(opened),
        before_issue=sum(case.stage == BEFORE_ISSUE for case in opened),
        issued=sum(case.stage == ISSUED for case in opened),
        under_6=sum(age < YEAR / 2 for age in ages),
        from_6=sum(YEAR / 2 <= age < YEAR for age in ages),
        from_12=sum(age >= YEAR for age in ages),
        no_date=0,
        concluded=len(over),
        learning_closed=sum(case.stage == CLOSED for case in now.cases.values()),
        learning_open=sum(case.stage == CONCLUDED for case in now.cases.values()),
        new=len(now.cases.keys() - old.keys()),
        newly_concluded=len(over - was_over) if before else 0,
        dropped=len(old.keys() - now.cases.keys()),
        reopened=len(was_over & now.cases.keys() - over),
    )


def paid(one: List) -> dict[str, float]:
    """What has been paid so far, by case."""
    return {key: case.paid for key, case in one.cases.items() if case.paid}


@dataclass
class _Plan:
    chance: Random
    made: int = 0
    met: int = 0
    cases: dict[str, Case] = field(default_factory=dict)
    lists: list[List] = field(default_factory=list)
    withdrawn: set[int] = field(default_factory=set)

    @property
    def standing(self) -> Issue:
        """Of each date the last upload that is not withdrawn."""
        kept = {one.when: one for one in self.lists if one.number not in self.withdrawn}
        return tuple(kept[when] for when in sorted(kept))

    def change(self) -> None:
        """One or two things happen before the next issue."""
        for _ in range(self.chance.choice((1, 1, 2))):
            act = self.chance.choice(
                (
                    self.upload,
                    self.upload,
                    self.correct,
                    self.withdraw,
                    self.restore,
                    self.back_date,
                )
            )
            act()

    def upload(self, many: int | None = None) -> None:
        """The next meeting's list; ``many`` cases join it where that is said."""
        when = FIRST + timedelta(days=62 * self.met)
        self.met += 1
        joined = self.chance.randint(2, 12) if self.met == 1 else self.chance.choice((0, 1, 1, 3))
        joined = joined if many is None else many
        for key in [*self.cases]:
            if self.chance.random() < 0.3:
                self.cases[key] = self._further(self.cases[key])
            elif self.chance.random() < 0.03:
                del self.cases[key]
        for _ in range(joined):
            age = self.chance.randint(0, 500 if self.met == 1 else 62)
            stage = self.chance.randint(0, 2 if self.met == 1 else 0)
            self.cases[f"case {self.met}.{len(self.cases)}"] = Case(
                stage, when - timedelta(days=age), self._amount() if stage == CONCLUDED else 0.0
            )
        self._add(when, self.cases)

    def correct(self) -> None:
        """One of the lists is uploaded again, with one thing in it mended."""
        if not self.standing:
            return
        wrong = self.chance.choice(self.standing)
        cases = dict(wrong.cases)
        what = self.chance.choice(("stage", "more", "less", "paid", "nothing"))
        key = self.chance.choice([*cases] or ["case"])
        if what == "more" or not cases:
            cases[f"late {self.made}"] = Case(0, wrong.when - timedelta(days=30))
        elif what == "less":
            del cases[key]
        elif what == "stage":
            cases[key] = self._no_further_than(wrong, key, self._further(cases[key]))
        elif what == "paid" and cases[key].paid:
            cases[key] = replace(cases[key], paid=self._amount())
        self._add(wrong.when, cases)

    def withdraw(self) -> None:
        """An upload is taken out, as long as one is left."""
        if len(self.standing) > 1:
            self.withdrawn.add(self.chance.choice(self.standing).number)

    def restore(self) -> None:
        """One that was taken out comes back."""
        if self.withdrawn:
            self.withdrawn.remove(self.chance.choice(sorted(self.withdrawn)))

    def back_date(self) -> None:
        """A list comes in between two others, or before all of them."""
        if not self.standing:
            return
        after = self.chance.choice(self.standing)
        kept = [key for key in after.cases if self.chance.random() < 0.8]
        self._add(after.when - timedelta(days=20), {key: after.cases[key] for key in kept})

    def _further(self, case: Case) -> Case:
        stage = min(CLOSED, case.stage + 1)
        return replace(case, stage=stage, paid=case.paid or (self._amount() if stage == 2 else 0.0))

    def _no_further_than(self, wrong: List, key: str, case: Case) -> Case:
        """A mended list does not say more of a case than lists after it do, or than is true."""
        later = [one.cases for one in self.lists if one.when > wrong.when]
        said = [cases[key] for cases in (*later, self.cases) if key in cases]
        return case if all(case.stage <= one.stage for one in said) else wrong.cases[key]

    def _amount(self) -> float:
        return float(self.chance.randint(5, 30) * 500)

    def _add(self, when: date, cases: Mapping[str, Case]) -> None:
        self.made += 1
        self.lists.append(List(self.made, when, dict(cases)))
