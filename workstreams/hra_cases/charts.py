"""The charts of Human Rights Act cases, each in a public and a members' form."""

from collections.abc import Mapping
from functools import partial

from charts.spec import Chart
from measures.hra_cases import AGES
from workstreams.hra_cases import wording
from workstreams.hra_cases.columns import STAGES
from workstreams.hra_cases.drawn import band_grid, band_lines, base, over_time, stage_grid, table
from workstreams.hra_cases.ladder_chart import stage_by_meeting
from workstreams.hra_cases.listed import CaseList, case_list
from workstreams.view import View

STEP_NAMES = {"before_issue": "Before issue", "issued": "Issued"}
PUBLIC_STEPS = {**STEP_NAMES, "newly_concluded": "Concluded since the list before"}
PUBLIC_AGES = {"under_12": "Under 12 months", "from_12": "12 months or more"}
LEARNING_NAMES = {"learning_closed": "Learning closed", "learning_open": "Learning still open"}
FLOW_NAMES = {
    "new": "New",
    "newly_concluded": "Concluded",
    "reopened": "Reopened",
    "dropped": "No longer listed",
}
NO_LIST_BEFORE = "x means that there is no list before to compare with."
BANDED = "The two lines are the least and the most that the band allows."


def _in_parts(
    view: View,
    listed: CaseList,
    key: str,
    finding: str,
    of: str,
    parts: Mapping[str, str],
    what: str,
    of_parts: str,
) -> Chart:
    """A count at each date: the ends of its band, or for members its exact ``parts``.

    ``of_parts`` is what a listener is told of the parts.
    """
    chart = partial(base, view, listed, key, finding=finding, what=what, of=of)
    if listed.public:
        summary = wording.across_dates(listed, of)
        return chart(kind="trend", data=band_lines(listed, of), notes=(BANDED,), summary=summary)
    return chart(kind="stacked trend", data=over_time(listed, parts), summary=of_parts)


def open_over_time(view: View) -> Chart | None:
    """How many cases are open at each date; for members, by the step they have reached."""
    listed = case_list(view)
    if not listed.tallies:
        return None
    return _in_parts(
        view,
        listed,
        "open_over_time",
        wording.opened(listed),
        "open",
        STEP_NAMES,
        "open at each list",
        wording.across_dates(listed, "open"),
    )


def new_and_concluded(view: View) -> Chart | None:
    """New, concluded and dropped cases between one list and the next."""
    listed = case_list(view)
    if len(listed.tallies) < 2:
        return None
    chart = partial(
        base,
        view,
        listed,
        "new_and_concluded",
        finding=wording.moved(listed),
        what="what changed since the list before",
        of="new",
    )
    if listed.public:
        rows = band_grid(listed, FLOW_NAMES, first=1)
        return chart(kind="grid", data=rows, heading="Since the list before")
    names = {
        cell: name
        for cell, name in FLOW_NAMES.items()
        if cell in ("new", "newly_concluded") or any(getattr(t, cell) for t in listed.tallies)
    }
    return chart(
        kind="trend",
        data=over_time(listed, names, first=1),
        summary="Each point counts what changed since the list before.",
    )


def stages(view: View) -> Chart | None:
    """How far the cases have got: three steps in public, eight stages for members."""
    listed = case_list(view)
    if not listed.tallies:
        return None
    public = listed.public
    data = band_grid(listed, PUBLIC_STEPS) if public else stage_grid(listed, tuple(STAGES))
    return base(
        view,
        listed,
        "stages",
        "grid",
        wording.steps(listed),
        data,
        what="how far they have got at each list",
        of="open",
        notes=(NO_LIST_BEFORE,) if data["text"].eq("x").any() else (),
        heading="Step" if public else "Stage",
    )


def months_open(view: View) -> Chart | None:
    """How long the open cases have been open, in bands of months."""
    listed = case_list(view)
    if not listed.tallies or not listed.tallies[-1].open:
        return None
    chart = partial(
        base,
        view,
        listed,
        "months_open",
        finding=wording.ages(listed),
        what="how long they have been open",
        of="open",
        measure="over_a_year",
        heading="Time open",
    )
    if listed.public:
        return chart(kind="grid", data=band_grid(listed, PUBLIC_AGES))
    now = listed.now
    rows = []
    for cell, name in AGES.items():
        if cell == "no_date" and not listed.tallies[-1].no_date:
            continue
        ids = tuple(now.index[~now["concluded"] & now["age"].eq(cell)])
        rows.append((name, "", float(len(ids)), str(len(ids)), ids))
    return chart(kind="bars", data=table(rows).drop(columns="series"))


def learning(view: View) -> Chart | None:
    """What was learned from concluded cases, and whether it was tied to the plan and closed."""
    listed = case_list(view)
    if not listed.has_concluded:
        return None
    return _in_parts(
        view,
        listed,
        "learning",
        wording.learned(listed),
        "learning_open",
        LEARNING_NAMES,
        "what was learned from those concluded",
        wording.tied(listed),
    )


CHARTS = (stage_by_meeting, open_over_time, new_and_concluded, stages, months_open, learning)
