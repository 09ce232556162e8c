"""An action's life: its records from snapshot to snapshot, with what changed between them.

First due is the date an action was first given, and is never changed. Current due is the revised
due date where one is given, else the due date; there is none once the file has neither. A move is
every change from one current due date to another, and every time a date is taken away; a date given
back as it was is not another one. An action whose first record already has a revised date has moved
once by then. A record that tells of several dates ("1st revised", "2nd revised") has moved once for
each that is new since the record before.
"""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from measures.following.keys import keyed, ref_key, wording_key
from measures.following.matching import Pairs, follow
from measures.following.told_moves import counted, first_told, steps_of

CLOSED = ("complete", "withdrawn")

Positions = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Lives:
    """Every action of a plan, over all snapshots up to a date.

    ``records`` has one row a record, ordered by ``life`` and date: the history's own columns and
    ``record_id``, ``life``, ``step`` (the snapshot's number, from 0), ``earlier`` (position of the
    action's record before, -1 at the first), ``status`` (never blank), ``current_due``,
    ``due_before`` (the due date last known before), ``first_due``, ``moved``, ``date_taken``,
    ``date_given_back`` (bool), ``steps_told`` (the moves that this record tells of, one by one:
    lists of ``[was, now, reason]``, dates in ISO form), ``moves`` (so far), ``completed``,
    ``reopened``, ``reopenings`` (so far), ``reopened_at`` (the latest), ``complete_from`` (as-at
    date since when it has been complete), ``updated`` (bool), ``updated_at``, ``owner_changed``,
    ``owner_taken``, ``evidence_given``, ``evidence_taken``, ``renumbered``, ``reworded`` (bool),
    ``missed`` (snapshots between this record and the one before that did not list it) and
    ``listed_again_at`` (the latest time it was back).
    ``last[life, step]`` is the position of the action's latest record by then, -1 before its first;
    ``listed[life, step]`` says whether that snapshot's file had it. ``proposals`` are the links an
    officer should look at, as ``matching.Followed`` describes them.
    """

    records: pd.DataFrame
    dates: pd.DatetimeIndex
    last: Positions
    listed: Bools
    proposals: pd.DataFrame

    def until(self, when: date) -> "Lives":
        """The same lives as they were known at an earlier date."""
        steps = int((self.dates <= pd.Timestamp(when)).sum())
        return replace(
            self,
            dates=self.dates[:steps],
            last=self.last[:, :steps],
            listed=self.listed[:, :steps],
            proposals=self.proposals[self.proposals["as_at"] <= pd.Timestamp(when)],
        )

    def state(self, when: date | None = None) -> pd.DataFrame:
        """Every action as last listed by a date, one row each, indexed by ``life``.

        The columns of ``records``, and ``listed`` (bool), ``first_seen`` and ``last_seen`` (as-at
        dates) and ``not_listed_since`` (the first as-at date whose file did not have it any more).
        Actions first seen later are not in it.
        """
        steps = len(self.dates) if when is None else int((self.dates <= pd.Timestamp(when)).sum())
        if not steps:
            return _with_listing(self.records.iloc[0:0], self.dates, self.dates[0:0], 0)
        last = self.last[:, steps - 1]
        known = np.flatnonzero(last >= 0)
        first = self.records["step"].to_numpy()[self._first(known)]
        found = self.records.take(last[known]).set_index("life")
        return _with_listing(found, self.dates, self.dates[first], steps)

    def _first(self, lives: Positions) -> Positions:
        """Where each of some lives begins in ``records``."""
        starts: Positions = np.searchsorted(self.records["life"].to_numpy(), lives)
        return starts

    def known(self) -> pd.DataFrame:
        """The records up to the last of ``dates``, in order of life and date."""
        return self.records[self.records["step"] < len(self.dates)]


def _with_listing(
    found: pd.DataFrame, dates: pd.DatetimeIndex, first_seen: pd.DatetimeIndex, steps: int
) -> pd.DataFrame:
    seen = found["step"].to_numpy()
    gone = seen < steps - 1
    since = np.full(len(found), np.datetime64("NaT"), dtype="datetime64[s]")
    since[gone] = dates.to_numpy()[seen[gone] + 1]
    return found.assign(
        listed=~gone,
        first_seen=first_seen.to_numpy().astype("datetime64[s]"),
        last_seen=found["as_at"].to_numpy(),
        not_listed_since=since,
    )


def lives(history: pd.DataFrame, same: Pairs = (), different: Pairs = ()) -> Lives:
    """The lives of every action in a history.

    ``history`` is a table's records as ``View.history`` describes them: indexed by record id, with
    ``as_at`` and the fields of the actions table. ``same`` and ``different`` are officers' answers
    about links, as ``matching.follow`` takes them.
    """
    followed = follow(history, same, different)
    life = followed.life.to_numpy()
    steps, dates = pd.factorize(history["as_at"], sort=True)
    order = np.lexsort((steps, life))
    records = history.take(order)
    records = records.assign(
        record_id=records.index.to_numpy(), life=life[order], step=steps[order]
    ).reset_index(drop=True)
    count = int(life.max(initial=-1)) + 1
    last = np.full((count, len(dates)), -1, dtype=np.int64)
    last[records["life"], records["step"]] = np.arange(len(records))
    listed = last >= 0
    last = np.maximum.accumulate(last, axis=1)
    return Lives(_with_changes(records), pd.DatetimeIndex(dates), last, listed, followed.proposals)


def _with_changes(records: pd.DataFrame) -> pd.DataFrame:
    """The records with what changed since the same action's record before."""
    at = np.arange(len(records))
    life = records["life"].to_numpy()
    first = np.ones(len(records), dtype=bool)
    first[1:] = life[1:] != life[:-1]
    start = np.maximum.accumulate(np.where(first, at, 0)) if len(at) else at
    earlier = np.where(first, -1, at - 1)

    due = records["due_date"].to_numpy()
    current = records["revised_due_date"].fillna(records["due_date"]).to_numpy()
    told = records["due_date_history"].to_numpy(dtype=object)
    original = np.where(np.isnat(due), current, due)
    original = first_told(told, original)
    dated = ~np.isnat(current)
    first_dated = dated & (_latest(dated, start, earlier) < 0)
    first_due = _pick(original, _latest(first_dated, start, at))
    before = _pick(current, _latest(dated, start, earlier))
    before = np.where(first_dated, original, before)
    moved = dated & (before != current)
    steps_told = steps_of(told, before, moved)
    was_dated = dated[np.maximum(earlier, 0)] & ~first
    date_taken = was_dated & ~dated
    date_given_back = dated & ~was_dated & ~first & (before == current) & ~first_dated

    status = records["status"].to_numpy(dtype=object)
    status = np.where(records["status"].isna(), "unknown", status)
    # A blank status beside a date of completion that has come is the owner's word all the same.
    done = (records["completed_date"] <= records["as_at"]).to_numpy()
    status = np.where((status == "unknown") & done, "complete", status)
    complete, closed = status == "complete", np.isin(status, CLOSED)
    was_complete = complete[np.maximum(earlier, 0)] & ~first
    was_closed = closed[np.maximum(earlier, 0)] & ~first
    completed, reopened = complete & ~was_complete, ~closed & was_closed
    as_at = records["as_at"].to_numpy()
    complete_from = _pick(as_at, np.where(complete, _latest(completed, start, at), -1))

    update, owner = _codes(records["update"]), _codes(records["owner"])
    owned, evidenced = records["owner"].notna().to_numpy(), records["evidence"].notna().to_numpy()
    said = update >= 0
    updated = said & (first | (update != _before(update, _latest(said, start, earlier))))
    owner_changed = ~first & (owner >= 0) & (owner != owner[np.maximum(earlier, 0)])
    was_owned = owned[np.maximum(earlier, 0)] & ~first
    was_evidenced = evidenced[np.maximum(earlier, 0)] & ~first
    ref, title = keyed(records["ref"], ref_key)[0], _codes(records["title"])
    step = records["step"].to_numpy()
    missed = np.where(first, 0, step - step[np.maximum(earlier, 0)] - 1)
    return records.assign(
        earlier=earlier,
        status=pd.Series(status, dtype="str", index=records.index),
        current_due=current,
        due_before=before,
        first_due=first_due,
        moved=moved,
        date_taken=date_taken,
        date_given_back=date_given_back,
        steps_told=steps_told,
        moves=_so_far(np.where(moved, counted(steps_told), date_taken), start),
        completed=completed,
        reopened=reopened,
        reopenings=_so_far(reopened, start),
        reopened_at=_pick(as_at, _latest(reopened, start, at)),
        complete_from=complete_from,
        updated=updated,
        updated_at=_pick(as_at, _latest(updated, start, at)),
        owner_changed=owner_changed,
        owner_taken=was_owned & ~owned,
        evidence_given=evidenced & ~was_evidenced,
        evidence_taken=was_evidenced & ~evidenced,
        renumbered=~first & (ref != ref[np.maximum(earlier, 0)]),
        reworded=~first & (title != title[np.maximum(earlier, 0)]),
        missed=missed,
        listed_again_at=_pick(as_at, _latest(missed > 0, start, at)),
    )


def _codes(texts: pd.Series) -> Positions:
    return keyed(texts, wording_key)[0]


def _latest(flags: Bools, start: Positions, at: Positions) -> Positions:
    """For each record, the latest flagged position up to ``at`` in the same life; -1 for none."""
    marked = np.maximum.accumulate(np.where(flags, np.arange(len(flags)), -1))
    found = np.where(at >= 0, marked[np.maximum(at, 0)], -1) if len(flags) else marked
    return np.where(found >= start, found, -1)


def _pick(values: NDArray[np.datetime64], at: Positions) -> NDArray[np.datetime64]:
    """The value at each position, missing where the position is -1."""
    if not len(values):
        return values
    return np.where(at >= 0, values[np.maximum(at, 0)], np.datetime64("NaT", "s"))


def _before(codes: Positions, at: Positions) -> Positions:
    return np.where(at >= 0, codes[np.maximum(at, 0)], -1) if len(codes) else codes


def _so_far(flags: Bools | Positions, start: Positions) -> Positions:
    """How many flags the same life has had up to and with each record."""
    total: Positions = np.cumsum(flags, dtype=np.int64)
    return total - (total - flags)[start] if len(total) else total
