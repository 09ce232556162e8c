"""Tables of actions to read: orphans, disagreements, an action's life."""

from datetime import date

import pandas as pd

from measures.actions.history import events, moves
from measures.actions.recommendations import orphans
from measures.periods import latest_by
from workstreams.actions.book import Book, book
from workstreams.actions.draft import shortened
from workstreams.actions.followed.links import followed_as, links_to
from workstreams.actions.listings import TEXT, day, days, lengths, listing
from workstreams.actions.records.said_by import said_by
from workstreams.actions.said.judgements import reasons_of_moves, why_gone
from workstreams.asking import BLANK
from workstreams.view import View
from workstreams.wording import sentence

DISAGREEING = {
    "green and overdue": "Reported green, and past the due date",
    "complete without evidence": "Reported complete, with no evidence",
    "reopened": "Called complete once, and open again",
    "amber with no move": "Amber {amber_meetings}, with no move",
    "update unchanged": "Update the same as at the meeting before",
    "owner has left": "The owner has left",
    "status better than percentage": "Status better than the percentage complete",
}
"""What each disagreement is called on screen, in the order it is listed.

What stands in {} is a threshold of the plan.
"""
EVENTS = {
    "first listed": "First listed",
    "date set": "Due date set",
    "date moved": "Due date moved",
    "date taken away": "Due date taken away",
    "date given back": "Due date given back",
    "complete": "Reported complete",
    "reopened": "Reopened",
    "withdrawn": "Withdrawn",
    "status changed": "Status changed",
    "owner changed": "Owner changed",
    "owner taken away": "Owner taken away",
    "renumbered": "Reference changed",
    "reworded": "Wording changed",
    "updated": "Update",
    "evidence given": "Evidence given",
    "evidence taken away": "Evidence taken away",
    "no longer listed": "No longer listed",
    "listed again": "Listed again",
}
OF_STATUS = {"complete", "reopened", "withdrawn", "status changed"}
"""The events that go from one status to another."""


def orphans_table(view: View) -> pd.DataFrame:
    """Recommendations that no action names, and actions that name one not in the plan."""
    found = book(view)
    unmet, lost = orphans(found.now, found.lives.known())
    return pd.concat(
        [
            listing(
                unmet, {"What is missing": ["No action names this recommendation"] * len(unmet)}
            ),
            listing(lost, {"What is missing": [f"Not in the plan: {s}" for s in lost["source"]]}),
        ]
    )


def disagreements_table(view: View) -> pd.DataFrame:
    """Where what is said of an action disagrees with its dates, evidence or history."""
    found = book(view)
    rules = found.disagreements
    rows = found.now.loc[rules["life"]]
    return listing(
        rows,
        {
            "What does not agree": [
                DISAGREEING[rule].format_map(found.said) for rule in rules["rule"]
            ],
            "Due": days(rows["current_due"]),
            "Overdue by": lengths(rows["days_overdue"]),
        },
    )


def life_table(view: View, record_id: int) -> pd.DataFrame:
    """The history of the action that a record belongs to: as at, meeting, what, from, to, reason.

    The first line gives the first due date; beside a move, and beside the row going, stands why,
    where an officer recorded it. What came back in a return sheet has beside it whose sheet that
    was and the day it came. Empty where the record is not one of the view's actions.
    """
    found = book(view)
    known = found.lives.known()
    life = known.loc[known["record_id"] == record_id, "life"]
    happened = events(found.lives)
    happened = happened[happened["life"].isin(life)]
    links = {link.now_id: link for link in links_to(found.lives, life)}
    meetings = [meeting.when for meeting in view.meetings]
    happened = happened.assign(now=_first_due(found, happened), why=_why(found, life, happened))
    told = said_by(found, happened)
    sent = {"Said by": [one or BLANK for one in told]} if any(told) else {}
    return pd.DataFrame(
        {
            "As at": days(happened["as_at"]),
            "Meeting": [_meeting(when.date(), meetings) for when in happened["as_at"]],
            "What happened": [
                followed_as(event, links.get(record)) or EVENTS[event]
                for event, record in zip(happened["event"], happened["record_id"], strict=True)
            ],
            "From": [_cell(*told) for told in zip(happened["was"], happened["event"], strict=True)],
            "To": [_cell(*told) for told in zip(happened["now"], happened["event"], strict=True)],
            "Later by": lengths(happened["days"]),
            "Reason": happened["why"].to_list(),
        }
        | sent,
        index=pd.Index(happened["record_id"].astype("int64"), name="record_id"),
        dtype="str",
    )


def _first_due(found: Book, happened: pd.DataFrame) -> pd.Series:
    """What each event led to; of the first one, the wording with the first due date."""
    begun = happened["event"] == "first listed"
    due = found.lives.records.set_index("record_id")["first_due"].reindex(happened["record_id"])
    dated = [f"first due {day(when)}" if pd.notna(when) else "no due date" for when in due]
    whole = [
        ". ".join(part for part in (shortened(title, 250).rstrip("."), sentence(said)) if part)
        for title, said in zip(happened["now"], dated, strict=True)
    ]
    return happened["now"].mask(begun, pd.Series(whole, index=happened.index, dtype="str"))


def _why(found: Book, life: "pd.Series[int]", happened: pd.DataFrame) -> list[str]:
    """Why each thing happened: what officers recorded, else what the file says beside a date."""
    if life.empty:
        return []
    own = int(life.iloc[0])
    moved = _said_in_file(found, own) | reasons_of_moves(found.view, found.lives, own)
    row = found.now.loc[own]
    gone = why_gone(found.judged.gone.loc[row["reason"], "value"]) if row["explained"] else ""
    why = []
    for event, when in zip(happened["event"], happened["as_at"], strict=True):
        reason = ""
        if event in ("date moved", "date taken away"):
            reason = moved.get(when, "")
        elif event == "no longer listed" and when == row["not_listed_since"]:
            reason = sentence(gone)
        why.append(shortened(reason, TEXT) or BLANK)
    return why


def _said_in_file(found: Book, life: int) -> dict[pd.Timestamp, str]:
    """The reasons that stand beside an action's dates, by the as-at date of the snapshot."""
    told = moves(found.lives)
    told = told[told["life"] == life].dropna(subset="reason")
    said: dict[pd.Timestamp, str] = {}
    for reported, reason in zip(told["reported"], told["reason"], strict=True):
        said[reported] = f"{said[reported]}; {reason}" if reported in said else reason
    return said


def _meeting(when: date, meetings: list[date]) -> str:
    """The meeting that a snapshot of a date was made for: that day's, else the next."""
    if latest_by(when, meetings) == when:
        return day(pd.Timestamp(when))
    after = [meeting for meeting in meetings if meeting > when]
    return day(pd.Timestamp(min(after))) if after else BLANK


def _cell(text: str, event: str) -> str:
    """A date, a status or a text as a table shows it."""
    if event in OF_STATUS:
        return sentence(text) or BLANK
    try:
        return day(pd.Timestamp(date.fromisoformat(text)))
    except ValueError:
        return shortened(text, 300) or BLANK
