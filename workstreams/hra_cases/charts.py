"""The charts of Human Rights Act cases, each in a public and a members' form."""

from charts.spec import Chart
from measures.hra_cases import AGES
from measures.small_numbers.disclosure import note
from workstreams.hra_cases import wording
from workstreams.hra_cases.columns import STAGES
from workstreams.hra_cases.drawn import (
    LEAST,
    MOST,
    band_grid,
    band_lines,
    base,
    last_dates,
    over_time,
    stage_grid,
    table,
)
from workstreams.hra_cases.listed import case_list
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


def open_over_time(view: View) -> Chart | None:
    """How many cases are open at each date; for members, by the step they have reached."""
    listed = case_list(view)
    if not listed.tallies:
        return None
    if listed.public:
        return base(
            view,
            listed,
            "open_over_time",
            "trend",
            wording.opened(listed),
            band_lines(listed, "open"),
            what="open at each list",
            of="open",
            measure="hra_cases.open",
            series_order=(MOST, LEAST),
            notes=(note(listed.limit), BANDED),
            summary=wording.across_dates(listed, "open"),
            time=True,
        )
    return base(
        view,
        listed,
        "open_over_time",
        "stacked trend",
        wording.opened(listed),
        over_time(listed, STEP_NAMES),
        what="open at each list",
        of="open",
        measure="hra_cases.open",
        series_order=tuple(STEP_NAMES.values()),
        summary=wording.across_dates(listed, "open"),
        time=True,
    )


def new_and_concluded(view: View) -> Chart | None:
    """New, concluded and dropped cases between one list and the next."""
    listed = case_list(view)
    if len(listed.tallies) < 2:
        return None
    names = {
        cell: name
        for cell, name in FLOW_NAMES.items()
        if cell in ("new", "newly_concluded") or any(getattr(t, cell) for t in listed.tallies)
    }
    if listed.public:
        return base(
            view,
            listed,
            "new_and_concluded",
            "grid",
            wording.moved(listed),
            band_grid(listed, FLOW_NAMES, first=1),
            what="what changed since the list before",
            of="new",
            measure="hra_cases.new",
            series_order=last_dates(listed, first=1),
            notes=(note(listed.limit),),
            heading="Since the list before",
        )
    return base(
        view,
        listed,
        "new_and_concluded",
        "trend",
        wording.moved(listed),
        over_time(listed, names, first=1),
        what="what changed since the list before",
        of="new",
        measure="hra_cases.new",
        series_order=tuple(names.values()),
        summary="Each point counts what changed since the list before.",
        time=True,
    )


def stages(view: View) -> Chart | None:
    """How far the cases have got: three steps in public, eight stages for members."""
    listed = case_list(view)
    if not listed.tallies:
        return None
    if listed.public:
        data = band_grid(listed, PUBLIC_STEPS)
        notes: tuple[str, ...] = (note(listed.limit),)
        if data["text"].eq("x").any():
            notes += (NO_LIST_BEFORE,)
    else:
        data, notes = stage_grid(listed, tuple(STAGES)), ()
    return base(
        view,
        listed,
        "stages",
        "grid",
        wording.steps(listed),
        data,
        what="how far they have got at each list",
        of="open",
        measure="hra_cases.open",
        series_order=last_dates(listed),
        notes=notes,
        heading="Step" if listed.public else "Stage",
    )


def months_open(view: View) -> Chart | None:
    """How long the open cases have been open, in bands of months."""
    listed = case_list(view)
    if not listed.tallies or not listed.tallies[-1].open:
        return None
    if listed.public:
        return base(
            view,
            listed,
            "months_open",
            "grid",
            wording.ages(listed),
            band_grid(listed, PUBLIC_AGES),
            what="how long they have been open",
            of="open",
            measure="hra_cases.over_a_year",
            series_order=last_dates(listed),
            notes=(note(listed.limit),),
            heading="Time open",
        )
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
        measure="hra_cases.over_a_year",
        heading="Time open",
    )


def learning(view: View) -> Chart | None:
    """What was learned from concluded cases, and whether it was tied to the plan and closed."""
    listed = case_list(view)
    if not listed.has_concluded:
        return None
    if listed.public:
        return base(
            view,
            listed,
            "learning",
            "trend",
            wording.learned(listed),
            band_lines(listed, "learning_open"),
            what="what was learned from those concluded",
            of="learning_open",
            measure="hra_cases.learning_open",
            series_order=(MOST, LEAST),
            notes=(note(listed.limit), BANDED),
            summary=wording.across_dates(listed, "learning_open"),
            time=True,
        )
    return base(
        view,
        listed,
        "learning",
        "stacked trend",
        wording.learned(listed),
        over_time(listed, LEARNING_NAMES),
        what="what was learned from those concluded",
        of="learning_open",
        measure="hra_cases.learning_open",
        series_order=tuple(LEARNING_NAMES.values()),
        summary=wording.tied(listed),
        time=True,
    )


CHARTS = (open_over_time, new_and_concluded, stages, months_open, learning)
