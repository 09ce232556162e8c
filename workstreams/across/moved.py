"""The figures of every workstream that moved between two meetings, and whether that is better."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from measures.change import Change, Verdict, change
from measures.figures import Figure
from measures.weight import LONGEST, Stands, misses, weight
from workstreams import WORKSTREAMS
from workstreams.across.own_date import cell
from workstreams.base import Measure, Workstream
from workstreams.run_charts import run_key
from workstreams.view import View
from workstreams.wording import are, counted, day, listed, short_day

ORDER: tuple[Verdict, ...] = ("worse", "better", "")
"""What can be said of a move, in the order in which a chair wants to read it."""


@dataclass(frozen=True)
class Moved:
    """A figure beside the one it had at the date compared with."""

    workstream: Workstream
    now: Figure
    before: Figure
    change: Change
    stands: Stands = field(default_factory=Stands)

    @property
    def weight(self) -> float:
        """What a chair hears of first has the most (``measures/weight.py``)."""
        return weight(self.now, self.before, self.stands)

    @property
    def misses(self) -> bool:
        """Whether it misses a target that is due."""
        return misses(self.now.value, self.stands.target, self.now.better)


@dataclass(frozen=True)
class Moves:
    """All of them in words: how many in a sentence, and a table for each verdict there is."""

    finding: str
    tables: dict[Verdict, pd.DataFrame]


def moves(view: View) -> Moves:
    """What the overview and the pack say of the figures that moved."""
    found = moved(view)
    tables = {
        verdict: table([one for one in found if one.change.verdict == verdict], view)
        for verdict in ORDER
        if any(one.change.verdict == verdict for one in found)
    }
    return Moves(finding(found, view), tables)


def moved(view: View) -> tuple[Moved, ...]:
    """Every figure that is printed differently now: those worse first, then better, then neither.

    A workstream's figures are its measures, or what it declares as ``compared``; within a verdict
    they stand in the order of the menu. A figure that only the calendar or a growing total moved
    is neither.
    """
    return view.once("moved", lambda: _moved(view))


def _moved(view: View) -> tuple[Moved, ...]:
    if view.since is None:
        return ()
    pairs = [
        Moved(workstream, now, before, move, standing(workstream, now, view))
        for workstream in WORKSTREAMS
        if all(table.key in view.history for table in workstream.tables)
        for now, before in compared_figures(workstream, view)
        if before and (move := _change(workstream, now, before)) and move.direction != "none"
    ]
    return tuple(sorted(pairs, key=lambda one: ORDER.index(one.change.verdict)))


def _change(workstream: Workstream, now: Figure, before: Figure) -> Change | None:
    lists = {measure.name for measure in workstream.measures if measure.of_a_list}
    return change(now, before, now.better, of_a_list=now.name in lists)


def standing(workstream: Workstream, now: Figure, view: View) -> Stands:
    """How a figure of a workstream stands beside its target: at the dates so far, if it is missed.

    A target whose day is to come is not missed yet.
    """
    if workstream.stands is not None:
        told = workstream.stands(view, now)
        if told != Stands():
            return told
    measure = next((m for m in workstream.measures if m.name == now.name), None)
    aims = [
        aim for name in (measure.key if measure else "", now.name) if (aim := view.target(name))
    ]
    due = [aim.value for aim in aims if aim.by is None or aim.by <= view.as_at]
    target = due[0] if due else None
    affects = "children" if measure and measure.counts_children else workstream.affects
    if measure is None:
        return Stands(target, affects=affects)
    missed = _missed(measure, now, target, view)
    return Stands(target, None, missed, affects, (run_key(measure), measure.key))


def _missed(measure: Measure, now: Figure, target: float | None, view: View) -> int:
    """At how many dates in a row, the latest ones, the measure missed its target."""
    if target is None or not misses(now.value, target, now.better):
        return 0
    found = 1
    for when in reversed(view.dates[:-1][-LONGEST:]):
        then = measure.figure(view.back_to(when))
        if not misses(then.value, target, now.better):
            break
        found += 1
    return found


def finding(found: Sequence[Moved], view: View) -> str:
    """How many figures are worse and how many better: one sentence."""
    if view.since is None:
        return "There is no earlier meeting to compare the figures with."
    if not found:
        return f"No figure has moved since {day(view.since)}."
    words = {"worse": "worse", "better": "better", "": "neither better nor worse"}
    said: list[str] = []
    for verdict in ORDER:
        number = sum(one.change.verdict == verdict for one in found)
        if number:
            what = str(number) if said else counted(number, "figure")
            said.append(f"{what} {are(number)} {words[verdict]}")
    return f"Compared with {day(view.since)}, {listed(said)}."


def table(found: Sequence[Moved], view: View) -> pd.DataFrame:
    """The figures of one verdict as text cells: figure, part of the plan, then, now, change."""
    assert view.since is not None
    return pd.DataFrame(
        {
            "Figure": [one.now.name for one in found],
            "Part of the plan": [one.workstream.title for one in found],
            f"On {short_day(view.since)}": [cell(one.before, view.since) for one in found],
            f"On {short_day(view.as_at)}": [cell(one.now, view.as_at) for one in found],
            "Change": [
                f"{one.change.way}: {one.change.because}" if one.change.because else one.change.way
                for one in found
            ],
        },
        dtype="str",
    )


def compared_figures(workstream: Workstream, view: View) -> Iterator[tuple[Figure, Figure | None]]:
    """Each figure of a workstream that is compared between meetings, with the one before."""
    if workstream.compared is not None:
        yield from workstream.compared(view)
        return
    earlier = view.back_to(view.since) if view.since else None
    for measure in workstream.measures:
        # In public two counts of children could be subtracted from each other.
        if earlier and not (view.audience == "public" and measure.counts_children):
            now = replace(measure.figure(view), name=measure.name, better=measure.better)
            yield now, measure.figure(earlier)
