"""The figures of training: coverage, what it is made of, and attendances apart from it."""

from collections.abc import Callable

import pandas as pd

from measures.figures import Better, Figure, missing
from measures.small_numbers.disclosure import why_hidden
from measures.training import coverage
from workstreams.training.columns import COHORTS, PERSON
from workstreams.training.coverage import Training, attended, training
from workstreams.view import View
from workstreams.wording import day

NO_RECORD = "no training record has been uploaded"
OLD_LIST = "the latest list of events is as at"
NOBODY = "nobody is in scope for any course"


def covered(view: View) -> Figure:
    """The share of pieces of training that are in date."""
    name = "Training coverage"
    found = training(view)
    if found.frame.empty:
        return missing(name, "percent", NO_RECORD, view.as_at)
    total = found.total(found.now)
    if not total["in_scope"]:
        return missing(name, "percent", NOBODY, found.as_at)
    return _told(
        found,
        Figure(
            name,
            float(total["share"]),
            "percent",
            found.as_at,
            float(total["in_date"]),
            float(total["in_scope"]),
            records=_records(found.now),
            better="higher",
        ),
    )


def counted(name: str, part: str, better: Better) -> Callable[[View], Figure]:
    """How many pieces of training fall in one part, over all groups and courses."""

    def figure(view: View) -> Figure:
        found = training(view)
        if found.frame.empty:
            return missing(name, "count", NO_RECORD, view.as_at)
        if part in ("expired", "booked") and not _told_of(view, part):
            why = f"no file of training says how many are {part}"
            return missing(name, "count", why, found.as_at)
        rows = found.now[found.now["adds_up"]]
        behind = _records(rows[rows[part] > 0])
        value = float(rows[part].sum())
        made = Figure(name, value, "count", found.as_at, records=behind, better=better)
        return _told(found, made)

    return figure


def _told_of(view: View, part: str) -> bool:
    """Whether people are listed one by one, or counts by group have a column for this part."""
    people = view.history.get(PERSON.key)
    return (people is not None and len(people) > 0) or view.reports(COHORTS.key, part)


def nobody_in_date(view: View) -> Figure:
    """How many pairs of a staff group and a course have nobody in date."""
    name = "Groups with nobody in date"
    found = training(view)
    if found.frame.empty:
        return missing(name, "count", NO_RECORD, view.as_at)
    rows = uncovered(found)
    return Figure(name, len(rows), "count", found.as_at, records=_records(rows), better="lower")


def uncovered(found: Training) -> pd.DataFrame:
    """The groups and courses shown in this copy in which nobody is in date."""
    rows = found.shown(found.now)
    return rows[rows["adds_up"] & (rows["in_scope"] > 0) & (rows["in_date"] == 0)]


def attendances(view: View) -> Figure:
    """How many attendances there were at events since the date compared with."""
    name = "Attendances at events"
    events = attended(view)
    if events.empty:
        return missing(name, "count", "no events have been uploaded", view.as_at)
    listed = events["as_at"].max().date()
    if view.since and listed <= view.since:
        return missing(name, "count", f"{OLD_LIST} {day(listed)}", listed)
    recent = since(view, events)
    return Figure(
        name,
        float(recent["attended"].sum()),
        "count",
        listed,
        records=tuple(int(i) for i in recent.index),
        better="neutral",
    )


def since(view: View, events: pd.DataFrame) -> pd.DataFrame:
    """The events held after the date compared with; all where there is none."""
    if view.since is None:
        return events
    return events[events["held_date"] > pd.Timestamp(view.since)]


def worst(found: Training, frame: pd.DataFrame) -> pd.DataFrame:
    """Coverage of each group and course shown in this copy, the lowest first."""
    rows = coverage(found.shown(frame), ["cohort", "course"])
    rows = rows[rows["in_scope"] > 0]
    return rows.sort_values(["share", "in_scope"], ascending=[True, False], kind="stable")


def _told(found: Training, figure: Figure) -> Figure:
    """The figure, hidden where a total would give the one group left out away."""
    return figure if found.totals else figure.hidden(why_hidden(found.limit))


def _records(rows: pd.DataFrame) -> tuple[int, ...]:
    return tuple(sorted(i for ids in rows["records"] for i in ids))
