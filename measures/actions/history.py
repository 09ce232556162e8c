"""Between two meetings: what is new, complete, moved, reopened, gone and silent; and the bridge."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from measures.following.lives import Lives
from measures.following.together import originals


@dataclass(frozen=True)
class Bridge:
    """From the open actions at one date to those at a later one.

    ``new`` counts every action first seen since, also one that arrived complete, which is then in
    ``completed`` as well; so opening + new + reopened - completed - dropped = closing, always.
    """

    opening: int
    new: int
    reopened: int
    completed: int
    dropped: int
    closing: int


@dataclass(frozen=True)
class Comparison:
    """What changed from one date to a later one: a frame a question, one row an action.

    Every frame is indexed by ``life`` and has the columns of ``standing.positions`` at the later
    date, and the earlier ``record_id``, ``status``, ``owner``, ``ref``, ``title``, ``current_due``,
    ``evidence`` and ``moves`` with ``_before`` at the end (missing where the action is new).
    ``moved`` also has ``days`` (from the date before to the date now).
    """

    new: pd.DataFrame
    completed: pd.DataFrame
    reopened: pd.DataFrame
    dropped: pd.DataFrame
    moved: pd.DataFrame
    date_taken: pd.DataFrame
    gone: pd.DataFrame
    listed_again: pd.DataFrame
    silent: pd.DataFrame
    owner_changed: pd.DataFrame
    owner_taken: pd.DataFrame
    evidence_taken: pd.DataFrame
    bridge: Bridge


BEFORE = (
    *("record_id", "status", "owner", "ref", "title", "current_due", "evidence", "moves"),
    "reopenings",
)


def compare(before: pd.DataFrame, now: pd.DataFrame) -> Comparison:
    """Compare two results of ``standing.positions`` of the same lives, the earlier one first.

    - new: not known before
    - completed, dropped: complete or dropped now, neither before
    - reopened: open now, complete or dropped before
    - moved: known before, and its date has moved since (also where it moved back)
    - date taken, owner taken, evidence taken: there before, and blank now
    - gone: listed before, not listed now, and no officer has recorded why
    - listed again: not listed before, but now
    - silent: open and listed at both dates, with no new update text since
    """
    old = before.reindex(now.index)
    known = old["record_id"].notna()
    was_open = _flag(old["open"])
    was_closed = known & ~was_open
    was_listed, listed = _flag(old["listed"]), now["listed"]
    since = before["as_at"].max()
    both = now.join(old[list(BEFORE)].add_suffix("_before"))
    date_taken = _taken(now, old, "current_due")
    moved = known & (now["moves"] > old["moves"].fillna(0)) & ~date_taken
    completed = now["complete"] & ~was_closed
    dropped = now["dropped"] & ~was_closed
    reopened = now["open"] & was_closed
    # A row that was not read may well say something, and so may a file that has not come again.
    read = (now["record_id"] >= 0) & _came(now, old)
    silent = now["open"] & listed & read & was_open & was_listed & ~(now["updated_at"] > since)
    return Comparison(
        new=both[~known],
        completed=both[completed],
        reopened=both[reopened],
        dropped=both[dropped],
        moved=both[moved].assign(
            days=lambda rows: (rows["current_due"] - rows["current_due_before"]).dt.days
        ),
        date_taken=both[date_taken],
        gone=both[was_listed & ~listed & ~now["explained"]],
        listed_again=both[known & ~was_listed & listed],
        silent=both[silent],
        owner_changed=both[
            known & now["owner"].notna() & old["owner"].notna() & _differs(now, old, "owner")
        ],
        owner_taken=both[_taken(now, old, "owner")],
        evidence_taken=both[_taken(now, old, "evidence")],
        bridge=Bridge(
            opening=int(before["open"].sum()),
            new=int((~known).sum()),
            reopened=int(reopened.sum()),
            completed=int(completed.sum()),
            dropped=int(dropped.sum()),
            closing=int(now["open"].sum()),
        ),
    )


def _came(now: pd.DataFrame, old: pd.DataFrame) -> "pd.Series[bool]":
    """Whether a row is of another file than the one before, where there was one."""
    was = originals(old["record_id"].fillna(0).astype("int64"))
    return pd.Series(originals(now["record_id"]) != was, index=now.index)


def _flag(column: pd.Series) -> pd.Series:
    """A yes or no that may be missing, missing being no."""
    return column.fillna(False).astype(bool)


def _taken(now: pd.DataFrame, old: pd.DataFrame, name: str) -> "pd.Series[bool]":
    return old[name].notna() & now[name].isna()


def _differs(now: pd.DataFrame, old: pd.DataFrame, name: str) -> pd.Series:
    one, other = now[name].str.casefold().str.strip(), old[name].str.casefold().str.strip()
    return (one != other).astype(bool)


def moves(lives: Lives) -> pd.DataFrame:
    """Every move of a due date, one row each, oldest first.

    Columns: ``life``, ``record_id`` (the record that moved it), ``reported`` (its as-at date),
    ``was``, ``now`` (dates; no ``now`` where the date was taken away), ``days``, ``reason`` (what
    stands beside the date in the file), ``said`` (that, else the update text reported with it),
    ``ref``, ``title``, ``owner``. A record that tells of several moves has a row for each.
    """
    found = _one_by_one(lives.known()).assign(
        days=lambda rows: (rows["current_due"] - rows["due_before"]).dt.days,
        said=lambda rows: rows["reason"].fillna(rows["update"]),
    )
    named = {"as_at": "reported", "due_before": "was", "current_due": "now"}
    columns = ["life", "record_id", *named, "days", "reason", "said", "ref", "title", "owner"]
    found = found[columns].rename(columns=named)
    return found.sort_values(["reported", "life"], ignore_index=True, kind="stable")


def _one_by_one(rows: pd.DataFrame) -> pd.DataFrame:
    """The records that moved a date or took it away, once for each move they tell of.

    ``due_before`` and ``current_due`` are those of the move; ``reason`` (str) is what stands beside
    the date, missing where nothing does.
    """
    found = rows[rows["moved"] | rows["date_taken"]]
    steps = found["steps_told"].map(lambda told: told or [[None, None, ""]])
    found = found.assign(step_told=steps).explode("step_told")
    parts = list(found["step_told"])
    was, now = (
        pd.Series(
            pd.to_datetime([part[place] for part in parts]),
            index=found.index,
            dtype="datetime64[s]",
        )
        for place in (0, 1)
    )
    reasons = [part[2] or None for part in parts]
    return found.assign(
        due_before=was.fillna(found["due_before"]),
        current_due=now.fillna(found["current_due"]),
        reason=pd.Series(reasons, index=found.index, dtype="str"),
    )


def events(lives: Lives) -> pd.DataFrame:
    """Everything that happened to every action, one row each, by action and date.

    Columns: ``life``, ``as_at`` (of the snapshot that showed it), ``event``, ``was``, ``now``
    (text, dates as YYYY-MM-DD, "" where there is none), ``days`` (of a move), ``record_id``.
    Events: first listed, date set, date moved, date taken away, date given back, complete,
    reopened, withdrawn, status changed, owner changed, owner taken away, renumbered, reworded,
    updated, evidence given, evidence taken away, no longer listed, listed again.
    """
    rows = lives.known().reset_index(drop=True)
    earlier = rows["earlier"].to_numpy()
    # Positions count over all records; those still to come are left out of ``rows``.
    if len(rows) < len(lives.records):
        place = np.full(len(lives.records), -1, dtype=np.int64)
        place[np.flatnonzero(lives.records["step"].to_numpy() < len(lives.dates))] = np.arange(
            len(rows)
        )
        earlier = np.where(earlier >= 0, place[np.maximum(earlier, 0)], -1)
    follows = pd.Series(earlier >= 0, index=rows.index)
    old = rows[["status", "owner", "ref", "title", "first_due", "evidence"]]
    old = old.take(np.maximum(earlier, 0)).reset_index(drop=True)
    changed = follows & (rows["status"] != old["status"])
    withdrawn = changed & (rows["status"] == "withdrawn")
    other = changed & ~rows["completed"] & ~rows["reopened"] & ~withdrawn
    dated = follows & rows["current_due"].notna() & old["first_due"].isna()
    pieces = [
        _event(rows, ~follows, "first listed", None, rows["title"]),
        _event(rows, dated, "date set", None, rows["first_due"]),
        _moves_told(rows),
        _event(rows, rows["date_taken"], "date taken away", rows["due_before"], None),
        _event(rows, rows["date_given_back"], "date given back", None, rows["current_due"]),
        _event(rows, rows["completed"] & follows, "complete", old["status"], rows["status"]),
        _event(rows, rows["reopened"], "reopened", old["status"], rows["status"]),
        _event(rows, withdrawn, "withdrawn", old["status"], rows["status"]),
        _event(rows, other, "status changed", old["status"], rows["status"]),
        _event(rows, rows["owner_changed"], "owner changed", old["owner"], rows["owner"]),
        _event(rows, rows["owner_taken"], "owner taken away", old["owner"], None),
        _event(rows, rows["renumbered"], "renumbered", old["ref"], rows["ref"]),
        _event(rows, rows["reworded"], "reworded", old["title"], rows["title"]),
        _event(rows, rows["updated"], "updated", None, rows["update"]),
        _event(rows, rows["evidence_given"], "evidence given", None, rows["evidence"]),
        _event(rows, rows["evidence_taken"], "evidence taken away", old["evidence"], None),
        _event(rows, rows["missed"] > 0, "listed again", None, None),
        _gone(lives),
    ]
    found = pd.concat(pieces, ignore_index=True)
    order = {name: i for i, name in enumerate(pd.unique(found["event"]))}
    place = found["event"].map(order).to_numpy()
    return found.take(np.lexsort((place, found["as_at"], found["life"]))).reset_index(drop=True)


def _moves_told(rows: pd.DataFrame) -> pd.DataFrame:
    """An event for each move of a date, several where a record tells of several."""
    found = _one_by_one(rows[rows["moved"]]).reset_index(drop=True)
    every = pd.Series(True, index=found.index)
    return _event(found, every, "date moved", found["due_before"], found["current_due"])


def _event(
    rows: pd.DataFrame,
    when: "pd.Series[bool]",
    event: str,
    was: pd.Series | None,
    now: pd.Series | None,
) -> pd.DataFrame:
    """The rows to which something happened; a move from date to date also has its days."""
    picked = rows.loc[when, ["life", "as_at", "record_id"]]
    moved = was is not None and now is not None and was.dtype.kind == "M"
    days = (now[when] - was[when]).dt.days if moved else np.nan  # type: ignore[index]
    return picked.assign(event=event, was=_text(was, when), now=_text(now, when), days=days)


def _text(values: pd.Series | None, when: "pd.Series[bool]") -> pd.Series | str:
    if values is None:
        return ""
    picked = values[when]
    text = picked.dt.strftime("%Y-%m-%d") if picked.dtype.kind == "M" else picked
    return pd.Series(text).fillna("").astype("str")


def _gone(lives: Lives) -> pd.DataFrame:
    """Each time a snapshot did not have an action that the one before it had."""
    gone = (lives.last[:, :-1] >= 0) & lives.listed[:, :-1] & ~lives.listed[:, 1:]
    life, step = np.nonzero(gone)
    at = lives.last[life, step]
    return pd.DataFrame(
        {
            "life": life,
            "as_at": lives.dates.to_numpy()[step + 1].astype("datetime64[s]"),
            "event": "no longer listed",
            "was": "",
            "now": "",
            "days": np.nan,
            "record_id": lives.records["record_id"].to_numpy()[at],
        }
    )
