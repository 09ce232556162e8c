"""Coverage as a view sees it: every date's groups and courses, and what this copy leaves out."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from loaders.declared import Table
from measures.small_numbers.disclosure import limit_of
from measures.training import (
    NUMBERS,
    by_group,
    by_person,
    coverage,
    small_groups,
    together,
    total_is_safe,
    without_totals,
)
from workstreams.training.columns import ATTENDANCE, COHORTS, PERSON
from workstreams.view import View

HIDE_SMALL = "hide_small_training_groups"
"""The plan's setting that leaves staff groups of a few people out of public copies."""


@dataclass(frozen=True)
class Training:
    """Every coverage record up to a view's date.

    ``frame`` is a coverage frame (``measures.training``). ``since`` is the date compared with.
    ``hidden`` are the staff groups left out of this copy, and ``limit`` the size they are up to.
    """

    frame: pd.DataFrame
    since: date | None
    hidden: frozenset[str]
    limit: int

    @property
    def dates(self) -> tuple[date, ...]:
        """The as-at dates there is coverage for, oldest first."""
        return tuple(pd.Timestamp(d).date() for d in sorted(self.frame["as_at"].unique()))

    @property
    def as_at(self) -> date:
        """The latest date there is coverage for."""
        return self.dates[-1]

    @property
    def now(self) -> pd.DataFrame:
        """The groups and courses at the latest date."""
        return self.at(self.as_at) if len(self.frame) else self.frame

    @property
    def before(self) -> pd.DataFrame:
        """The groups and courses at the date compared with; none where there is none."""
        return self.at(self.since) if self.since else self.frame.iloc[0:0]

    @property
    def totals(self) -> bool:
        """Whether totals over all groups may be given."""
        return total_is_safe(self.frame, self.hidden)

    def at(self, when: date) -> pd.DataFrame:
        """The groups and courses at one date."""
        return self.frame[self.frame["as_at"] == pd.Timestamp(when)]

    def shown(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows of groups that this copy does not leave out."""
        return frame[~frame["cohort"].isin(self.hidden)]

    def total(self, frame: pd.DataFrame) -> pd.Series:
        """The parts of all groups and courses together, and their ``share``."""
        everyone = frame.assign(all="all")
        found = coverage(everyone, ["all"])
        if found.empty:
            return pd.Series(0.0, index=[*NUMBERS, "share"])
        total: pd.Series = found.iloc[0].drop("all")
        return total


def records(view: View, table: Table) -> pd.DataFrame:
    """A table's whole history, empty where the view has none."""
    if table.key in view.history:
        return view.history[table.key]
    nothing: pd.DataFrame = table.empty().assign(as_at=pd.Series([], dtype="datetime64[s]"))
    return nothing


def training(view: View) -> Training:
    """The coverage behind every figure and chart of this workstream. Made once a view."""
    return view.once("training: coverage", lambda: _made(view))


def _made(view: View) -> Training:
    people = by_person(records(view, PERSON))
    groups = by_group(records(view, COHORTS))
    parts = [part for part in (people, groups) if len(part)]
    frame = together(*parts) if len(parts) == 2 else parts[0] if parts else groups
    frame = without_totals(frame)
    limit = limit_of(view.settings.get("small_number"))
    hide = view.audience == "public" and bool(view.settings.get(HIDE_SMALL)) and len(frame) > 0
    earlier = sorted({d.date() for d in frame["as_at"]})[:-1]
    if view.since is not None:
        earlier = [when for when in earlier if when <= view.since]
    return Training(
        frame,
        earlier[-1] if earlier else None,
        small_groups(frame, limit) if hide else frozenset(),
        limit,
    )


def attended(view: View) -> pd.DataFrame:
    """The events on the latest list held by that list's own date, oldest first."""
    events = records(view, ATTENDANCE)
    if events.empty:
        return events
    latest = events[events["as_at"] == events["as_at"].max()]
    held: pd.DataFrame = latest[latest["held_date"] <= latest["as_at"]]
    return held.sort_values("held_date", kind="stable")
