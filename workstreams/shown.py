"""What a workstream says of a view in words and figures, as a page shows it."""

from dataclasses import dataclass
from datetime import date

from measures.change import Change, change
from measures.figures import Better, Figure
from workstreams.base import Measure, Workstream
from workstreams.view import Target, View


@dataclass(frozen=True)
class Result:
    """One measure's figure, the one it is compared with, and its target.

    ``name`` and ``better`` are the measure's: which way it should move. ``moved`` is how far it
    did, None where there is nothing to compare it with.
    ``viewed`` is the view's date, which an older figure is not of.
    """

    name: str
    better: Better
    figure: Figure
    before: Figure | None
    target: Target | None
    moved: Change | None
    viewed: date


@dataclass(frozen=True)
class Shown:
    """The finding at the top, the figures in order, and whether there is any record at all."""

    finding: str
    results: tuple[Result, ...]
    has_records: bool


def shown(view: View, workstream: Workstream, first: int | None = None) -> Shown:
    """What a workstream says; with ``first`` only so many of its figures, the headline at 1."""
    earlier = view.back_to(view.since) if view.since else None
    return Shown(
        workstream.finding(view),
        tuple(_result(view, earlier, measure) for measure in workstream.measures[:first]),
        any(len(view.now(table.key)) for table in workstream.tables if table.key in view.history),
    )


def _result(view: View, earlier: View | None, measure: Measure) -> Result:
    now, before = measure.figure(view), measure.figure(earlier) if earlier else None
    return Result(
        measure.name,
        measure.better,
        now,
        before,
        view.target(measure.key) or view.target(measure.name),
        change(now, before, measure.better, of_a_list=measure.of_a_list),
        view.as_at,
    )
