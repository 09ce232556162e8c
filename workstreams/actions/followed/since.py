"""Since you last met: what changed between two dates, a list a question, old value beside new."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from measures.actions.counts import ids
from measures.actions.history import moves
from measures.figures import Figure, count
from workstreams.actions.book import Book, book
from workstreams.actions.listings import coded, days, how_shown, lengths, listing, numbers, words
from workstreams.actions.said.judgements import move_reasons
from workstreams.view import View
from workstreams.wording import are, counted, day, listed, sentence


@dataclass(frozen=True)
class Change:
    """One kind of change: its name, what counts, how many and the rows behind it.

    ``rows`` are text cells under on-screen headings, indexed by record id.
    """

    key: str
    name: str
    meaning: str
    figure: Figure
    rows: pd.DataFrame


@dataclass(frozen=True)
class Since:
    """Everything that changed from one date to a later one, in the order a chair asks for it."""

    since: date
    as_at: date
    finding: str
    changes: tuple[Change, ...]

    def __getitem__(self, key: str) -> Change:
        return next(change for change in self.changes if change.key == key)


Shown = tuple[str, Callable[[pd.Series], list[str]], str]
"""A column of a list: its heading, how its cells are written, and what they are read from."""


THEN: Shown = ("Then", coded, "status_before")
STATUS: Shown = ("Status", coded, "status")
HOW: Shown = ("How it was shown", how_shown, "evidence_position")
DUE: Shown = ("Due", days, "current_due")
DUE_THEN: Shown = ("Due then", days, "current_due_before")
DUE_NOW: Shown = ("Due now", days, "current_due")
OWNER_THEN: Shown = ("Owner then", words, "owner_before")
MOVES: Shown = ("Moves so far", numbers, "moves")
REASON: Shown = ("Reason, or the update with it", words, "reason")

KINDS: tuple[tuple[str, str, str, tuple[Shown, ...]], ...] = (
    (
        "completed",
        "Completed",
        "Complete now and not then: reported so, or recorded by an officer after it was no longer "
        "listed.",
        (THEN, HOW, ("Evidence", words, "evidence")),
    ),
    (
        "moved",
        "Date moved",
        "The due date was changed at least once since then.",
        (DUE_THEN, DUE_NOW, ("Later by", lengths, "days"), MOVES, REASON),
    ),
    (
        "date_taken",
        "Date taken away",
        "The file gave a due date then, and gives none now.",
        (("First due", days, "first_due"), DUE_THEN, MOVES, REASON),
    ),
    (
        "reopened",
        "Reopened",
        "Complete or withdrawn then, and open now.",
        (THEN, ("Now", coded, "status"), DUE_NOW, ("Latest update", words, "update")),
    ),
    ("new", "New", "Not in the plan then.", (STATUS, DUE)),
    (
        "gone",
        "Vanished",
        "In the file then and not now, and no officer has recorded why.",
        (
            ("Last reported status", coded, "reported_status"),
            ("Last listed", days, "last_seen"),
            DUE,
        ),
    ),
    (
        "silent",
        "Nothing new said",
        "Open at both dates, and the update says nothing new.",
        (STATUS, DUE, ("Last updated", days, "updated_at")),
    ),
    ("dropped", "Withdrawn or merged", "Open or not in the plan then, dropped now.", (THEN,)),
    ("owner_changed", "Owner changed", "Another owner than then.", (OWNER_THEN,)),
    (
        "owner_taken",
        "Owner taken away",
        "The file named an owner then, and names nobody now.",
        (OWNER_THEN, DUE),
    ),
    (
        "evidence_taken",
        "Evidence taken away",
        "The file gave evidence then, and gives none now.",
        (("Evidence then", words, "evidence_before"), HOW),
    ),
    ("listed_again", "Listed again", "Missing from the file then, and in it now.", (STATUS,)),
)


def since_last_met(view: View) -> Since | None:
    """What changed since the date compared with; None where there is nothing to compare with."""
    found = book(view)
    if found.changed is None or view.since is None:
        return None
    changes = tuple(
        _change(view, key, name, meaning, _rows(found, view.since, key), shown)
        for key, name, meaning, shown in KINDS
    )
    return Since(view.since, view.as_at, _finding(found, view.since, changes), changes)


def _rows(found: Book, since: date, key: str) -> pd.DataFrame:
    rows: pd.DataFrame = getattr(found.changed, key)
    if key in ("moved", "date_taken"):
        return rows.assign(reason=_reasons(found, since, rows))
    return rows


def _change(
    view: View, key: str, name: str, meaning: str, rows: pd.DataFrame, shown: tuple[Shown, ...]
) -> Change:
    columns = {heading: written(rows[column]) for heading, written, column in shown}
    return Change(key, name, meaning, count(name, ids(rows), view.as_at), listing(rows, columns))


def _reasons(found: Book, since: date, moved: pd.DataFrame) -> pd.Series:
    """Why each date moved: what an officer recorded, else what the update said with the move."""
    told = moves(found.lives)
    told = told[told["reported"] > pd.Timestamp(since)].dropna(subset="said")
    reasons = dict(zip(told["life"], told["said"], strict=True))
    reasons |= move_reasons(found.view, found.lives)
    return pd.Series([reasons.get(life) for life in moved.index], index=moved.index, dtype="str")


def _finding(found: Book, since: date, changes: tuple[Change, ...]) -> str:
    """The sentence under the heading: what moved, closed, slipped, appeared and vanished."""
    n = {change.key: len(change.rows) for change in changes}
    came = f" ({found.came_with_a_file})" if found.came_with_a_file else ""
    parts = [f"{n['completed'] or 'none'} completed", f"{n['new'] or 'none'} new{came}"]
    parts.append(f"{n['moved'] or 'no'} {'date' if n['moved'] == 1 else 'dates'} moved")
    parts += [f"{n[key]} {words}" for key, words in OFTEN_NONE.items() if n[key]]
    parts.append(f"{n['silent'] or 'none'} with nothing new to say")
    closing = len(found.open)
    now = f"{sentence(counted(closing, 'action'))} {are(closing)} open now."
    return f"Since {day(since)}: {listed(parts)}. {now}"


OFTEN_NONE = {
    "date_taken": "with the date taken away",
    "owner_taken": "with the owner taken away",
    "evidence_taken": "with the evidence taken away",
    "reopened": "reopened",
    "dropped": "withdrawn or merged",
    "gone": "vanished from the file",
}
