"""Step changes that officers set by hand: of which series, and those that stand."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from workstreams.across.recorded import recorded
from workstreams.base import Workstream
from workstreams.indicators.columns import INDICATORS
from workstreams.indicators.series import step_subject
from workstreams.view import View


@dataclass(frozen=True)
class MarkedStep:
    """A new level of a series from a date on, with the reason that is printed on its chart."""

    id: int
    subject: str
    when: date
    reason: str
    by: str


def step_series(workstream: Workstream, view: View) -> dict[str, str]:
    """The series of a workstream that may take a step: what each is recorded under, and its name.

    Every indicator is a series of its own; a measure is one at every snapshot, unless it counts
    children and the view is public.
    """
    found: dict[str, str] = {}
    if INDICATORS in workstream.tables and INDICATORS.key in view.history:
        names = view.now(INDICATORS.key)["indicator"].dropna().unique()
        found = {step_subject(str(name)): str(name) for name in names}
    return found | {
        measure.key: measure.name
        for measure in workstream.measures
        if view.audience == "members" or not measure.counts_children
    }


def marked_steps(view: View, subjects: Collection[str]) -> tuple[MarkedStep, ...]:
    """The steps that stand for some series, oldest first."""
    return tuple(
        MarkedStep(one.id, one.subject, one.on, str(one.value["reason"]), one.by)
        for one in recorded(view, "step change")
        if one.subject in subjects
    )
