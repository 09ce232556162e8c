"""The charts of Human Rights Act cases, exact for members.

In public a chart is drawn only where it says something: two counts over time, where their bands
differ. The rest is said in words (``in_words``).
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from charts.spec import Chart
from measures.hra_cases import AGES
from workstreams.hra_cases import wording
from workstreams.hra_cases.columns import STAGES
from workstreams.hra_cases.drawn import band_lines, bands_differ, base, over_time, stage_grid, table
from workstreams.hra_cases.in_words import COUNTS
from workstreams.hra_cases.ladder_chart import stage_by_meeting
from workstreams.hra_cases.listed import CaseList, case_list
from workstreams.view import View

STEP_NAMES = {"before_issue": "Before issue", "issued": "Issued"}
LEARNING_NAMES = {"learning_closed": "Learning closed", "learning_open": "Learning still open"}
FLOW_NAMES = {
    "new": "New",
    "newly_concluded": "Concluded",
    "reopened": "Reopened",
    "dropped": "No longer listed",
}
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
) -> Chart | None:
    """A count at each date: the ends of its band, or for members its exact ``parts``.

    ``of_parts`` is what a listener is told of the parts. None in public while the bands are alike.
    """
    chart = partial(base, view, listed, key, finding=finding, what=what, of=of)
    if listed.public and not bands_differ(listed, of):
        return None
    if listed.public:
        summary = wording.across_dates(listed, of)
        drawn = chart(kind="trend", data=band_lines(listed, of), notes=(BANDED,), summary=summary)
        # Least and most of what: its table may stand far from the picture.
        return replace(drawn, headings={**drawn.headings, "when": f"{COUNTS[of]}, as at"})
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
    """New, concluded and dropped cases between one list and the next; for members only."""
    listed = case_list(view)
    if listed.public or len(listed.tallies) < 2:
        return None
    names = {
        cell: name
        for cell, name in FLOW_NAMES.items()
        if cell in ("new", "newly_concluded") or any(getattr(t, cell) for t in listed.tallies)
    }
    return base(
        view,
        listed,
        "new_and_concluded",
        "trend",
        wording.moved(listed),
        over_time(listed, names, first=1),
        what="what changed since the list before",
        of="new",
        summary="Each point counts what changed since the list before.",
    )


def stages(view: View) -> Chart | None:
    """How many cases stand at each of the eight stages; for members only."""
    listed = case_list(view)
    if listed.public or not listed.tallies:
        return None
    return base(
        view,
        listed,
        "stages",
        "grid",
        wording.steps(listed),
        stage_grid(listed, tuple(STAGES)),
        what="how far they have got at each list",
        of="open",
        heading="Stage",
    )


def months_open(view: View) -> Chart | None:
    """How long the open cases have been open, in bands of months; for members only."""
    listed = case_list(view)
    if listed.public or not listed.tallies or not listed.tallies[-1].open:
        return None
    now = listed.now
    rows = []
    for cell, name in AGES.items():
        if cell == "no_date" and not listed.tallies[-1].no_date:
            continue
        ids = tuple(now.index[~now["concluded"] & now["age"].eq(cell)])
        rows.append((name, "", float(len(ids)), str(len(ids)), ids))
    return base(
        view,
        listed,
        "months_open",
        "bars",
        wording.ages(listed),
        table(rows).drop(columns="series"),
        what="how long they have been open",
        of="open",
        measure="over_a_year",
        heading="Time open",
    )


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
