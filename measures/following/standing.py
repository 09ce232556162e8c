"""Where every action stands at every snapshot: open, complete or dropped, and how far evidenced.

- An action is *open* until it is complete or dropped. One that is no longer listed keeps its last
  status, and so stays open, until an officer records why it went.
- *Dropped* is withdrawn in the file, or recorded by an officer as withdrawn or merged.
- Of several reasons recorded for one row that went, the latest counts. A reason is about the time
  when the row was away: once it has been listed again, the next absence needs a reason of its own.
- *Claimed* is reported complete. *Evidenced* is claimed, with evidence in the file or recorded by
  an officer. *Accepted* is claimed, and the committee has accepted it. What was recorded before an
  action was reopened does not count for it any more.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from measures.following.lives import Bools, Lives, Positions

T = TypeVar("T", bound=np.generic)
Days = NDArray[np.datetime64]
EVIDENCE = ("nothing yet", "claimed", "evidenced", "accepted")
DATES = ("overdue", "due by next meeting", "not due", "no date")


def _none(*columns: str) -> pd.DataFrame:
    blank = pd.DataFrame({name: pd.Series([], dtype="object") for name in columns})
    return blank.astype({"life": "int64", "on": "datetime64[s]"})


@dataclass(frozen=True)
class Judged:
    """What officers recorded about actions, one row a judgement.

    Each frame has ``life`` (int64) and ``on`` (datetime64, true from), and is in the order in which
    they were recorded. Where it has ``holds_from``, a judgement counts at the snapshots from that
    date on; else at those from its day on. ``gone`` also has ``outcome``: "completed", "merged" or
    "withdrawn", and is indexed by numbers of its own, none below 0.
    """

    evidence: pd.DataFrame = field(default_factory=lambda: _none("life", "on"))
    accepted: pd.DataFrame = field(default_factory=lambda: _none("life", "on"))
    gone: pd.DataFrame = field(default_factory=lambda: _none("life", "on", "outcome"))


@dataclass(frozen=True)
class Standing:
    """Booleans by life (down) and snapshot (across); ``when`` is the date each column is true at.

    The last column is true at the date asked for, which may be later than its snapshot. ``reason``
    is the judgement that says why an action is no longer listed: its number in ``Judged.gone``, -1
    where the action is listed or nobody has said why.
    """

    when: Days
    known: Bools
    listed: Bools
    open: Bools
    complete: Bools
    dropped: Bools
    evidenced: Bools
    accepted: Bools
    reason: Positions
    overdue: Bools

    @property
    def explained(self) -> Bools:
        """No longer listed, and an officer recorded why."""
        return self.reason >= 0

    @property
    def in_scope(self) -> Bools:
        """What the plan still has to answer for: every action but those dropped."""
        return self.known & ~self.dropped


def standing(lives: Lives, as_at: date, judged: Judged | None = None) -> Standing:
    """Where every action stands at every snapshot of ``lives``, the last one as at ``as_at``."""
    judged = judged or Judged()
    when = lives.dates.to_numpy().astype("datetime64[s]")
    if len(when):
        when[-1] = max(when[-1], np.datetime64(as_at, "s"))
    records, last = lives.records, np.maximum(lives.last, 0)
    known = lives.last >= 0
    unlisted = known & ~lives.listed
    status = records["status"].to_numpy(dtype=object)
    complete = known & _at(status == "complete", last)
    dropped = known & _at(status == "withdrawn", last)

    back = records["listed_again_at"].to_numpy()
    reason = np.full(known.shape, -1, dtype=np.int64)
    for number, life, holds in _in_turn(judged.gone, when, back, last):
        reason[life, holds & unlisted[life]] = number
    if len(judged.gone):
        ended = np.isin(reason, judged.gone.index[judged.gone["outcome"] == "completed"])
        complete, dropped = np.where(reason >= 0, [ended, ~ended], [complete, dropped])
    open_ = known & ~complete & ~dropped

    reopened = _at(records["reopened_at"].to_numpy(), last)
    given = complete & _at(records["evidence"].notna().to_numpy(), last)
    evidenced = given | complete & _since(judged.evidence, when, known.shape, reopened)
    accepted = complete & _since(judged.accepted, when, known.shape, reopened)
    due = _at(records["current_due"].to_numpy(), last)
    return Standing(
        when,
        known,
        lives.listed,
        open_,
        complete,
        dropped,
        evidenced | accepted,
        accepted,
        reason,
        open_ & (due < when),
    )


def _at(values: NDArray[T], at: NDArray[np.int64]) -> NDArray[T]:
    return values[at] if len(values) else np.zeros(at.shape, dtype=values.dtype)


def _in_turn(
    judgements: pd.DataFrame, when: Days, over: Days, last: Positions
) -> Iterator[tuple[int, int, Bools]]:
    """Each judgement's number, its action and the snapshots at which it holds, the latest last.

    Of several from one day the one recorded last is the latest. None holds where the action's last
    record says that it was ``over`` on that day or later.
    """
    ordered = judgements.sort_values("on", kind="stable")
    for number, (life, on, first) in zip(ordered.index, _each(ordered), strict=True):
        ended = over[last[life]]
        yield number, life, (when >= min(first, when[-1])) & (np.isnat(ended) | (ended < on))


def _since(
    judgements: pd.DataFrame, when: Days, shape: tuple[int, ...], reopened: Days | None = None
) -> Bools:
    """From which snapshot on each judgement holds; not across a later reopening."""
    out = np.zeros(shape, dtype=bool)
    for life, on, first in _each(judgements):
        holds = when >= min(first, when[-1])
        if reopened is not None:
            holds &= np.isnat(reopened[life]) | (reopened[life] < on)
        out[life] |= holds
    return out


def _each(judgements: pd.DataFrame) -> Iterator[tuple[int, np.datetime64, np.datetime64]]:
    """Each judgement's action, its day, and the date that it counts from.

    What was recorded after the last snapshot belongs to that.
    """
    first = judgements.get("holds_from", judgements["on"])
    for life, on, since in zip(judgements["life"], judgements["on"], first, strict=True):
        yield int(life), np.datetime64(on, "s"), np.datetime64(since, "s")


def positions(
    lives: Lives, stand: Standing, next_meeting: date | None = None, step: int = -1
) -> pd.DataFrame:
    """Every action as at one snapshot (the last unless ``step`` says which), indexed by ``life``.

    The columns of ``Lives.state`` and: ``open``, ``complete``, ``dropped``, ``in_scope``,
    ``evidence_position`` (``EVIDENCE``), ``date_position`` (``DATES`` for an open action, "closed"
    for the rest), ``days_overdue`` (float64, missing where it is not overdue), ``explained``
    (an officer recorded why it is no longer listed) and ``reason`` (the number of that in
    ``Judged.gone``, -1 for none).

    Three columns tell the status. ``reported_status`` is the owner's word as last listed, whatever
    was recorded since. ``status`` is what became of the action: the same, but "complete" or
    "withdrawn" where an officer recorded that of one no longer listed. ``shown_status`` is that
    again, but "no longer listed" for an open action that the file does not have any more.
    """
    if not len(stand.when):
        return _positions(lives.state(), stand, np.zeros(0, np.int64), 0, None, next_meeting)
    step = step % len(stand.when)
    state = lives.state(lives.dates[step].date())
    return _positions(state, stand, state.index.to_numpy(), step, stand.when[step], next_meeting)


def _positions(
    state: pd.DataFrame,
    stand: Standing,
    life: NDArray[np.int64],
    step: int,
    when: np.datetime64 | None,
    next_meeting: date | None,
) -> pd.DataFrame:
    def column(of: Bools) -> Bools:
        return of[life, step] if len(life) else np.zeros(0, dtype=bool)

    open_, complete, dropped = column(stand.open), column(stand.complete), column(stand.dropped)
    overdue, listed = column(stand.overdue), column(stand.listed)
    due = state["current_due"]
    late = (pd.Timestamp(when) - due).dt.days if when is not None else due.dt.day
    soon = (due <= pd.Timestamp(next_meeting)).to_numpy() if next_meeting else np.zeros_like(open_)
    status = np.where(complete, "complete", np.where(dropped, "withdrawn", state["status"]))
    return state.assign(
        reported_status=state["status"],
        status=pd.Series(status, index=state.index, dtype="str"),
        open=open_,
        complete=complete,
        dropped=dropped,
        in_scope=~dropped,
        explained=column(stand.explained),
        reason=stand.reason[life, step] if len(life) else np.zeros(0, dtype=np.int64),
        evidence_position=_words(
            [column(stand.accepted), column(stand.evidenced), complete],
            ["accepted", "evidenced", "claimed"],
            "nothing yet",
            state,
        ),
        date_position=_words(
            [~open_, overdue, due.isna().to_numpy(), soon],
            ["closed", "overdue", "no date", "due by next meeting"],
            "not due",
            state,
        ),
        days_overdue=late.where(overdue).astype("float64"),
        shown_status=pd.Series(
            np.where(open_ & ~listed, "no longer listed", status), index=state.index, dtype="str"
        ),
    )


def _words(when: list[Bools], words: list[str], other: str, like: pd.DataFrame) -> pd.Series:
    return pd.Series(np.select(when, words, other), index=like.index, dtype="str")
