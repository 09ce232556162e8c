"""What a page or a pack looks at: one plan, as at one date, with what came before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Literal, TypeVar, cast

import pandas as pd

from measures.following.minuted import is_minuted

Audience = Literal["public", "members"]
Made = TypeVar("Made")


@dataclass(frozen=True)
class Plan:
    """One improvement plan, reported to one committee. ``illustrative`` is printed where not ""."""

    id: int
    name: str
    committee: str
    council: str = ""
    illustrative: str = ""
    area: str = ""
    """The authority's name in published figures ("Herefordshire, County of")."""


@dataclass(frozen=True)
class Meeting:
    """A committee date: the unit of time."""

    when: date
    name: str = ""


@dataclass(frozen=True)
class Target:
    """Where a measure should be. ``series`` narrows it to one indicator, course or cohort."""

    measure: str
    value: float
    by: date | None = None
    series: str = ""


@dataclass(frozen=True)
class Event:
    """Something that happened, drawn on the time axes."""

    when: date
    text: str


@dataclass(frozen=True)
class TableRead:
    """How one table of an upload was read: for the honesty strip and the way back to the cell."""

    table: str
    sheet: str
    rows_read: int
    rows_left_out: int
    letters: Mapping[str, str] = field(default_factory=dict)
    """field -> column letter in the officer's file ("due_date" -> "F")."""
    unread: Mapping[int, str] = field(default_factory=dict)
    """Rows that the file has but that were not read, each with why: their records stand as they
    were before, under ids below 0 (``measures/following/carried.py``)."""


@dataclass(frozen=True)
class Source:
    """One of the files that a plan is kept in, as it comes again and again."""

    id: int
    name: str


@dataclass(frozen=True)
class Snapshot:
    """One accepted upload, true as at a date; ``source`` is what it is the latest file of."""

    id: int
    as_at: date
    file: str
    fingerprint: str
    accepted_at: datetime
    accepted_by: str
    tables: tuple[TableRead, ...] = ()
    withdrawn: bool = False
    described: bool = False
    """Whether ``file`` is no name but says what the file holds, its date and its check code."""
    source: Source = Source(0, "")
    first_at: datetime | None = None
    """When the first file of its date was accepted, whether that still stands or not."""
    corrects: bool = False
    """Whether its source had a file of the same date before, which it took the place of."""


def no_judgements() -> pd.DataFrame:
    """A frame of judgements with its columns and no rows."""
    columns = {"kind": "str", "subject": "str", "value": "object", "on": "datetime64[s]"}
    columns |= {"by": "str", "at": "datetime64[us]", "holds_from": "datetime64[s]"}
    frame = pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in columns.items()})
    return frame.rename_axis("judgement_id")


@dataclass(frozen=True)
class SentBack:
    """An owner's return sheet for a meeting, in an upload true as at a date that was accepted.

    ``came`` is the day on which the sheet came back, None where that was not kept. ``said`` gives
    for each thing the action, by its name for good (``owners.Action.subject``), which cell of the
    sheet (``form.Answer``), and the words; a day is in ISO form.
    """

    owner: str
    meeting: date
    as_at: date
    came: date | None
    said: tuple[tuple[str, str, str], ...]

    @property
    def actions(self) -> frozenset[str]:
        """Those that it says something of."""
        return frozenset(action for action, *_ in self.said)


@dataclass(frozen=True)
class View:
    """One plan as at one date.

    ``history`` maps a table's key to its records of all standing snapshots up to ``as_at``: the
    columns of ``Table.frame`` plus ``snapshot_id``, ``source_id`` (int64) and ``as_at``
    (datetime64[s]), indexed by ``record_id`` (int64, unique), in order of as-at date, source, sheet
    and row. The records of all sources stand together at each date on which one of them came
    (``measures/following/together.py``).
    ``since`` is the as-at date compared with: the snapshot that stood at the previous meeting.
    ``meeting`` is the meeting that the view is for; where none is given, the first one on or after
    its date.
    ``settings`` are the plan's own choices as they stood (colour key, owners who left, thresholds).
    ``sent_back`` are the return sheets that the uploads were made from, for members alone.
    ``in_print`` is what public copies said of this plan before, as ``Workstream.said_in_print``
    gave it, by the workstream's key and oldest first: a public view says nothing that would give
    more away beside it.
    ``judgements`` are what officers recorded beside the workbook, one row each that still stands:
    ``kind`` and ``subject`` (listed in store/said/judgements.py), ``value`` (a dict), ``on`` (the
    date it is true from), ``by`` and ``at`` (who recorded it and when, UTC), and ``holds_from``
    (the as-at date of the first snapshot that it counts at: ``store/said/belonging.py``).
    """

    plan: Plan
    as_at: date
    since: date | None
    snapshots: tuple[Snapshot, ...]
    meetings: tuple[Meeting, ...]
    targets: tuple[Target, ...]
    events: tuple[Event, ...]
    history: Mapping[str, pd.DataFrame]
    settings: Mapping[str, object] = field(default_factory=dict)
    audience: Audience = "public"
    judgements: pd.DataFrame = field(default_factory=no_judgements)
    meeting: date | None = None
    sent_back: tuple[SentBack, ...] = ()
    in_print: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    shared: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What was worked out from the whole history, for every view that is taken back from this."""
    _own: dict[str, object] = field(init=False, default_factory=dict, compare=False, repr=False)

    def once(self, name: str, work: Callable[[], Made]) -> Made:
        """What ``work`` gives for this view, worked out when it is first asked for by this name."""
        if name not in self._own:
            self._own[name] = work()
        return cast("Made", self._own[name])

    def now(self, table: str) -> pd.DataFrame:
        """The table's records as at the view's date: its latest snapshot up to then."""
        return self.at(table, self.as_at)

    def reports(self, table: str, field: str) -> bool:
        """Whether any file up to the view's date has this column of a table, filled in or not.

        Where none has, a figure that needs it is missing: absent is not zero.
        """
        records = self.history.get(table)
        if records is not None and field in records and records[field].notna().any():
            return True
        return any(
            read.table == table and field in read.letters
            for one in self.snapshots
            if one.as_at <= self.as_at
            for read in one.tables
        )

    def before(self, table: str) -> pd.DataFrame:
        """The table's records at the date compared with; no rows where there is none."""
        if self.since is None:
            return self.history[table].iloc[0:0]
        return self.at(table, self.since)

    def at(self, table: str, when: date) -> pd.DataFrame:
        """The table's records in its latest snapshot up to a date."""
        records = _until(self.history[table], when)
        if records.empty:
            return records
        as_at = records["as_at"]
        latest: pd.DataFrame = (
            records.iloc[int(as_at.searchsorted(as_at.iloc[-1])) :]
            if as_at.is_monotonic_increasing
            else records[as_at == as_at.max()]
        )
        return latest

    def of_source(self, source: Source | None) -> "View":
        """The same plan as one source alone holds it, beside what was kept from minutes.

        None is a source that has no file yet.
        """
        wanted = source.id if source else None
        history = {
            key: frame[(frame["source_id"] == wanted).to_numpy() | is_minuted(frame.index)]
            for key, frame in self.history.items()
        }
        return replace(self, history=history, shared={})

    def back_to(self, when: date) -> "View":
        """The same plan as it stood at an earlier date, for a measure's value then.

        Only the date compared with is asked for again and again; many dates would fill the memory.
        """
        if when == self.since:
            return self.once("back to since", lambda: self._back_to(when))
        return self._back_to(when)

    def _back_to(self, when: date) -> "View":
        history = {key: _until(frame, when) for key, frame in self.history.items()}
        judged = self.judgements
        if when < self.as_at:
            judged = judged[judged["holds_from"] <= pd.Timestamp(when)]
        return replace(
            self, as_at=when, since=None, meeting=None, history=history, judgements=judged
        )

    def judged(self, kind: str) -> pd.DataFrame:
        """The judgements of one kind, oldest first."""
        return self.judgements[self.judgements["kind"] == kind]

    @property
    def dates(self) -> tuple[date, ...]:
        """As-at dates of the standing snapshots up to the view's date, oldest first."""
        found = {s.as_at for s in self.snapshots if not s.withdrawn and s.as_at <= self.as_at}
        return tuple(sorted(found))

    @property
    def reported_on(self) -> date:
        """The meeting that the view is for: what came later it does not know."""
        return self.meeting or reports_to(self.as_at, self.meetings)

    @property
    def next_meeting(self) -> date | None:
        """The first meeting after the one that the view is for."""
        return min((m.when for m in self.meetings if m.when > self.reported_on), default=None)

    @property
    def last_met(self) -> date | None:
        """The last meeting before the one that the view is for."""
        return max((m.when for m in self.meetings if m.when < self.reported_on), default=None)

    @property
    def since_met(self) -> date | None:
        """The last meeting, where the date compared with is what stood at it; else None."""
        met = self.last_met
        stood = max((when for when in self.dates if met and when <= met), default=None)
        return met if stood is not None and stood == self.since else None

    @property
    def nothing_new(self) -> bool:
        """Whether the last meeting had these figures already: nothing was uploaded since."""
        return self.last_met is not None and self.as_at <= self.last_met

    def target(self, measure: str, series: str = "") -> Target | None:
        """The target set for a measure (and series), the one due soonest after the as-at date."""
        found = [t for t in self.targets if t.measure == measure and t.series == series]
        ahead = [t for t in found if t.by is None or t.by >= self.as_at]
        return min(ahead or found, key=lambda t: t.by or date.max, default=None)


def reports_to(as_at: date, meetings: Sequence[Meeting]) -> date:
    """The meeting a snapshot reports to: the first on or after its date, else its own date."""
    return min((one.when for one in meetings if one.when >= as_at), default=as_at)


def _until(records: pd.DataFrame, when: date) -> pd.DataFrame:
    """The records up to a date. In order of date, as a history is, they need not be copied."""
    as_at = records["as_at"]
    if as_at.is_monotonic_increasing:
        return records.iloc[: int(as_at.searchsorted(pd.Timestamp(when), side="right"))]
    return records[as_at <= pd.Timestamp(when)]
