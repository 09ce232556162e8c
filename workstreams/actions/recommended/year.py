"""A municipal year's recommendations for the annual scrutiny report: figures and sentences."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from workstreams.actions.listings import HOW_SHOWN
from workstreams.actions.recommended.record import NO_YEAR, Chosen, Entry, in_order
from workstreams.actions.recommended.told import YEAR_BEGINS, begins, named
from workstreams.names import committee_rank, grouped
from workstreams.wording import are, counted, listed, of_all, sentence, was


@dataclass(frozen=True)
class Year:
    """What was recommended in a municipal year and what became of it.

    ``made`` were raised in it. ``earlier`` were raised before it and are open still. ``undated``
    cannot be told to be of any year. ``after`` were raised in the May in which the year ended.
    """

    name: str
    committee: str
    made: tuple[Entry, ...]
    earlier: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    after: tuple[Entry, ...]

    @property
    def answered(self) -> tuple[Entry, ...]:
        """Those of the year that the executive has answered."""
        return tuple(one for one in self.made if one.told.is_answered)

    @property
    def changed(self) -> tuple[Entry, ...]:
        """Those of the year that are reported complete."""
        return tuple(one for one in self.made if one.told.status == "complete")

    @property
    def open(self) -> tuple[Entry, ...]:
        """Those of the year on which something is still to be done."""
        return tuple(one for one in self.made if one.told.open)


def year_of(found: Iterable[Entry], name: str, committee: str = "") -> Year:
    """The year of a name ("2021/22"), of one committee or, without it, of all."""
    own = in_order(Chosen(committee=committee).of(found), newest_first=False)
    dated = [one for one in own if one.year != NO_YEAR]
    return Year(
        name,
        committee,
        tuple(one for one in dated if one.year == name),
        tuple(one for one in dated if one.year < name and one.told.open),
        tuple(one for one in own if one.year == NO_YEAR),
        tuple(one for one in dated if _in_may(one) and one.year == following(name)),
    )


def following(name: str) -> str:
    """The municipal year after one: "2022/23" for "2021/22"."""
    return named(int(name[:4]) + 1)


def _in_may(one: Entry) -> bool:
    return one.told.raised is not None and one.told.raised.month == YEAR_BEGINS


def doubtful(year: Year) -> str:
    """What was raised in May, before or after an annual meeting of the council on a day unknown."""
    said = []
    own = sum(map(_in_may, year.made))
    first = int(year.name[:4])
    if own:
        number = sentence(counted(own, "recommendation"))
        they = "it belongs" if own == 1 else "they belong"
        said.append(f"{number} {was(own)} raised in May {first}: where that "
                    "was before the annual meeting of the council, "
                    f"{they} to {named(first - 1)}.")  # fmt: skip
    if year.after:
        number = sentence(counted(len(year.after), "recommendation"))
        they = "it belongs" if len(year.after) == 1 else "they belong"
        said.append(f"{number} raised in May {first + 1} {are(len(year.after))} counted in "
                    f"{following(year.name)}: where that was before the annual meeting, {they} "
                    "here.")  # fmt: skip
    return " ".join(said)


COUNTS = (
    *("Made", "Accepted", "Partly accepted", "Rejected", "No answer yet"),
    *("Answered in time", "Answered late", "Complete", "Open"),
)


def counts(found: Sequence[Entry]) -> tuple[int, ...]:
    """How many there are of each of ``COUNTS``."""
    told = [one.told for one in found]
    answers = Counter(one.answer for one in told)
    in_time, late, _ = quickness(found)
    return (
        len(told),
        *(answers[a] for a in ("accepted", "partly accepted", "rejected", "none yet")),
        *(in_time, late),
        sum(one.status == "complete" for one in told),
        sum(one.open for one in told),
    )


def by_committee(found: Sequence[Entry]) -> list[tuple[str, tuple[int, ...]]]:
    """The counts of each committee, in the order of the alphabet; of several, all together last."""
    own = dict(grouped(found, lambda one: one.committee))
    rows = [(committee, counts(own[committee])) for committee in sorted(own, key=committee_rank)]
    return rows if len(rows) < 2 else [*rows, ("All committees", counts(found))]


def years_between(found: Sequence[Entry], until: date) -> list[str]:
    """Every municipal year from the first with a recommendation to that of a day, newest first."""
    days = [one.told.raised for one in found if one.told.raised]
    first = min((begins(day) for day in days), default=begins(until))
    last = max([*map(begins, days), begins(until)])
    return [named(year) for year in range(last, first - 1, -1)]


def quickness(found: Iterable[Entry]) -> tuple[int, int, int]:
    """How many were answered within the two months, later, and on a day that is not known."""
    in_time = late = unknown = 0
    for told in (one.told for one in found if one.told.is_answered):
        if told.due is None or told.answered is None:
            unknown += 1
        elif told.late:
            late += 1
        else:
            in_time += 1
    return in_time, late, unknown


WHEN_ANSWERED = (
    *("within the two months", "after the two months had ended"),
    "on a day that cannot be told",
)
"""What is said of each number of ``quickness``."""


def how_quickly(year: Year) -> str:
    """How many of the year were answered, how many in time, after how many days, who waits."""
    if not year.made:
        return ""
    answered = year.answered
    ways = [
        (number, way)
        for number, way in zip(quickness(answered), WHEN_ANSWERED, strict=True)
        if number
    ]
    how = (
        f", {ways[0][1]}"
        if len(answered) == 1
        else f": {listed([f'{number} {way}' for number, way in ways])}" * bool(ways)
    )
    number = of_all(len(answered), len(year.made), "recommendation", ("was", "were"))
    said = [f"{number} answered{how}."]
    days = [one.told.days_to_answer for one in answered if one.told.days_to_answer is not None]
    if days and min(days) == max(days):
        said.append(f"{'The' if len(days) == 1 else 'Each'} answer came {_after(days[0])}.")
    elif days:
        half = f"within {counted(median_low(days), 'day')}" if median_low(days) else _after(0)
        said.append(f"Half of the answers came {half}, the slowest {_after(max(days))}.")
    waiting = [one.told for one in year.made if not one.told.is_answered]
    over = sum(one.late for one in waiting)
    if over and len(waiting) == 1:
        said.append("The one without an answer is past its two months.")
    elif over:
        some = f"All {over}" if over == len(waiting) else f"{over} of the {len(waiting)}"
        said.append(f"{some} without an answer {are(over)} past the two months.")
    return " ".join(said)


def _after(days: int) -> str:
    return f"after {counted(days, 'day')}" if days else "on the same day"


def what_changed(year: Year) -> str:
    """How many of the year are reported complete, and how that was shown."""
    if not year.made:
        return ""
    done = year.changed
    said = f"{of_all(len(done), len(year.made), 'recommendation')} reported complete"
    if not done:
        return f"{said}."
    ways = Counter(one.told.shown_by for one in done)
    if len(done) == 1:
        return f"{said}, {HOW_SHOWN[done[0].told.shown_by]}."
    parts = [f"{ways[way]} {HOW_SHOWN[way]}" for way in reversed(HOW_SHOWN) if ways[way]]
    return f"{said}: {listed(parts)}."


def what_is_open(year: Year) -> str:
    """How many of the year are open, and how many of earlier years."""
    said = []
    if year.made:
        meaning = ": neither reported complete nor withdrawn, and not rejected" * bool(year.open)
        number = of_all(len(year.open), len(year.made), "recommendation")
        said.append(f"{number} open{meaning}.")
    if year.earlier:
        number = counted(len(year.earlier), "recommendation")
        said.append(f"{sentence(number)} of earlier years {are(len(year.earlier))} open still.")
    return " ".join(said)
