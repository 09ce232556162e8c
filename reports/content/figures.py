"""Every measure's figure in a pack: now, at the meeting before, and its target."""

from datetime import date

from measures.figures import Figure, printed
from reports.content.blocks import Line, Table
from workstreams import WORKSTREAMS
from workstreams.across.own_date import cell
from workstreams.base import Measure, Workstream
from workstreams.view import View
from workstreams.wording import short_day


def has_records(workstream: Workstream, view: View) -> bool:
    """Whether the view holds any record of a workstream."""
    return any(len(view.history.get(table.key, ())) for table in workstream.tables)


def lines(view: View) -> tuple[Line, ...]:
    """A line a measure, for every workstream that has records."""
    before = view.back_to(view.since) if view.since else None
    return tuple(
        Line(
            workstream.title,
            measure,
            measure.figure(view),
            _before(measure, view, before),
            _target(measure, view),
        )
        for workstream in WORKSTREAMS
        if has_records(workstream, view)
        for measure in workstream.measures
    )


def _before(measure: Measure, view: View, before: View | None) -> Figure | None:
    """The figure at the meeting before.

    Two counts of children side by side in a public copy could be subtracted from each other, so
    there the earlier one is left out.
    """
    if before is None or (view.audience == "public" and measure.counts_children):
        return None
    return measure.figure(before)


def _target(measure: Measure, view: View) -> str:
    target = view.target(measure.key)
    if target is None:
        return ""
    by = f" by {short_day(target.by)}" if target.by else ""
    return f"{printed(target.value, measure.unit)}{by}"


def _heading(when: date) -> str:
    return f"At {short_day(when)}"


def table(found: tuple[Line, ...], view: View, caption: str, *, by_name: bool) -> Table:
    """Figures under one another; ``by_name`` puts each one's workstream first.

    Columns that would be empty throughout are left out.
    """
    columns: list[tuple[str, list[str]]] = []
    if by_name:
        columns.append(("Part of the plan", [line.workstream for line in found]))
    columns.append(("Measure", [line.measure.name for line in found]))
    if view.since and any(line.before for line in found):
        earlier = [cell(line.before, view.since) if line.before else "–" for line in found]
        columns.append((_heading(view.since), earlier))
    columns.append((_heading(view.as_at), [cell(line.now, view.as_at) for line in found]))
    if any(line.target for line in found):
        columns.append(("Target", [line.target or "–" for line in found]))
    return Table(
        caption,
        tuple(heading for heading, _ in columns),
        tuple(zip(*(cells for _, cells in columns), strict=True)),
    )
