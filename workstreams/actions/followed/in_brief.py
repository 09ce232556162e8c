"""What changed in the actions between two dates, a short sentence a change, each with its rows."""

from dataclasses import dataclass

import pandas as pd

from workstreams.actions.book import Book, book
from workstreams.actions.followed.since import Since, since_last_met
from workstreams.actions.listings import days, lengths, listing, numbers
from workstreams.view import View
from workstreams.wording import are, has, listed, number, sentence, was

NAMED = 3
"""Actions that a sentence names; of more it says how many."""
WEIGHTS = {
    "gone": 10,
    "reopened": 20,
    "late": 30,
    "met by moving": 34,
    "moved": 38,
    "date_taken": 46,
    "owner_taken": 48,
    "evidence_taken": 49,
    "silent": 60,
    "owner_changed": 70,
    "listed_again": 72,
}
"""The order of what is worse: the lower is said first."""
DONE = {"completed": 90, "dropped": 94, "new": 96}
"""The order of what is done, and of what is only new."""


@dataclass(frozen=True)
class ActionsSaid:
    """One sentence. ``rows`` are text cells indexed by record id; ``rank`` is its place."""

    key: str
    rank: int
    text: str
    rows: pd.DataFrame


def actions_in_brief(view: View) -> tuple[ActionsSaid, ...]:
    """Every change there was, the worst first; none where there is nothing to compare with."""
    changes = since_last_met(view)
    if changes is None:
        return ()
    found = book(view)
    said = [*_late(found), *_met_by_moving(found), *_changes(found, changes)]
    return tuple(sorted(said, key=lambda one: one.rank))


def _late(found: Book) -> list[ActionsSaid]:
    """What has become late since then, with how many are late in all."""
    now, before = found.now, found.before
    assert before is not None
    late = now[now["date_position"] == "overdue"]
    were = before.index[before["date_position"] == "overdue"]
    fresh = late[~late.index.isin(were)].sort_values("days_overdue", ascending=False)
    if fresh.empty:
        return []
    text = f"{_names(fresh)} {has(len(fresh))} become late"
    if len(late) > len(fresh):
        text += f"; {number(len(late))} {are(len(late))} late in all"
    more = {
        "First due": days(fresh["first_due"]),
        "Due now": days(fresh["current_due"]),
        "Late by": lengths(fresh["days_overdue"]),
    }
    return [ActionsSaid("late", WEIGHTS["late"], f"{sentence(text)}.", listing(fresh, more))]


def _met_by_moving(found: Book) -> list[ActionsSaid]:
    """What was late then and is not now, because its date was moved and not because it was done."""
    now, before = found.now, found.before
    assert before is not None
    were = before.index[before["date_position"] == "overdue"]
    rows = now[now.index.isin(were) & now["open"] & (now["date_position"] != "overdue")]
    if rows.empty:
        return []
    text = f"{_names(rows)} {are(len(rows))} no longer late only because "
    text += "its date was" if len(rows) == 1 else "their dates were"
    more = {
        "Due then": days(before.loc[rows.index, "current_due"]),
        "Due now": days(rows["current_due"]),
        "Moves so far": numbers(rows["moves"]),
    }
    said = f"{sentence(text)} moved or taken away."
    return [ActionsSaid("met by moving", WEIGHTS["met by moving"], said, listing(rows, more))]


def _changes(found: Book, changes: Since) -> list[ActionsSaid]:
    said = []
    ranks = WEIGHTS | DONE
    for change in changes.changes:
        if len(change.rows):
            rows = found.now[found.now["record_id"].isin(change.rows.index)]
            text = _sentence(change.key, rows)
            if change.key == "new" and found.came_with_a_file:
                text = f"{text.removesuffix('.')}, {found.came_with_a_file}."
            said.append(ActionsSaid(change.key, ranks[change.key], sentence(text), change.rows))
    return said


def _sentence(key: str, rows: pd.DataFrame) -> str:
    """What happened to some actions, in a short sentence."""
    one = len(rows) == 1
    who = _names(rows)
    match key:
        case "completed":
            shown = int(rows["evidence_position"].isin(["evidenced", "accepted"]).sum())
            proof = {1: "without evidence", 2: "neither with evidence"}.get(
                len(rows), "none with evidence"
            )
            if shown:
                proof = "with evidence" if shown == len(rows) else f"{number(shown)} with evidence"
            return f"{who} {was(len(rows))} called complete, {proof}."
        case "gone":
            return f"{who} {has(len(rows))} vanished from the file, and nobody has said why."
        case "reopened":
            and_now = f"and {are(len(rows))} open again"
            return f"{who} {was(len(rows))} called complete or withdrawn, {and_now}."
        case "moved":
            return f"The due {'date' if one else 'dates'} of {who} {was(len(rows))} moved."
        case "date_taken":
            return f"The due {'date' if one else 'dates'} of {who} {was(len(rows))} taken away."
        case "owner_taken":
            return f"{who} no longer {has(len(rows))} an owner."
        case "evidence_taken":
            return f"The evidence for {who} {was(len(rows))} taken away."
        case "silent":
            return f"Nothing new was said of {who}."
        case "owner_changed":
            return f"{who} {has(len(rows))} another owner."
        case "listed_again":
            return f"{who} {are(len(rows))} in the file again."
        case "dropped":
            return f"{who} {was(len(rows))} withdrawn or merged."
        case _:
            return f"{who} {are(len(rows))} new."


def _names(rows: pd.DataFrame) -> str:
    """A few actions by their references; of more, or of any without one, how many there are."""
    refs = [ref for ref in rows["ref"] if isinstance(ref, str) and ref.strip()]
    if len(refs) == len(rows) <= NAMED:
        return listed(refs)
    return f"{number(len(rows))} action{'' if len(rows) == 1 else 's'}"
