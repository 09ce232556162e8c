"""Tables of actions to read: orphans, disagreements, an action's life, links."""

from datetime import date

import pandas as pd

from measures.history import events
from measures.periods import latest_by
from measures.recommendations import orphans
from workstreams.actions.book import Book, book
from workstreams.actions.draft import shortened
from workstreams.actions.listings import day, days, lengths, listing, words
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
    "complete": "Reported complete",
    "reopened": "Reopened",
    "withdrawn": "Withdrawn",
    "status changed": "Status changed",
    "owner changed": "Owner changed",
    "renumbered": "Reference changed",
    "reworded": "Wording changed",
    "updated": "Update",
    "evidence given": "Evidence given",
    "no longer listed": "No longer listed",
    "listed again": "Listed again",
}


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
            "What disagrees": [DISAGREEING[rule].format_map(found.said) for rule in rules["rule"]],
            "Due": days(rows["current_due"]),
            "Overdue by": lengths(rows["days_overdue"]),
        },
    )


def life_table(view: View, record_id: int) -> pd.DataFrame:
    """The history of the action that a record belongs to: as at, meeting, what, from, to.

    Empty where the record is not one of the view's actions.
    """
    found = book(view)
    known = found.lives.known()
    life = known.loc[known["record_id"] == record_id, "life"]
    happened = events(found.lives)
    happened = happened[happened["life"].isin(life)]
    meetings = [meeting.when for meeting in view.meetings]
    return pd.DataFrame(
        {
            "As at": days(happened["as_at"]),
            "Meeting": [_meeting(when.date(), meetings) for when in happened["as_at"]],
            "What happened": [EVENTS[event] for event in happened["event"]],
            "From": [_cell(was) for was in happened["was"]],
            "To": [_cell(now) for now in happened["now"]],
            "Later by": lengths(happened["days"]),
        },
        index=pd.Index(happened["record_id"].astype("int64"), name="record_id"),
        dtype="str",
    )


def _meeting(when: date, meetings: list[date]) -> str:
    """The meeting that a snapshot of a date was made for: that day's, else the next."""
    if latest_by(when, meetings) == when:
        return day(pd.Timestamp(when))
    after = [meeting for meeting in meetings if meeting > when]
    return day(pd.Timestamp(min(after))) if after else BLANK


def _cell(text: str) -> str:
    """A date or a text as a table shows it."""
    try:
        return day(pd.Timestamp(date.fromisoformat(text)))
    except ValueError:
        return shortened(text, 300) or BLANK


def links_table(view: View) -> pd.DataFrame:
    """Actions followed, or perhaps to be followed, under another reference or wording.

    ``Was`` and ``Now`` are references; ``store.judgements`` takes the later one as the subject of
    "same action" and the earlier one as its ``was``. Indexed by the later record id.
    """
    found: Book = book(view)
    links = found.lives.proposals
    taken = [
        "Confirmed by an officer"
        if decided
        else "Taken to be the same until an officer says otherwise"
        if followed
        else "Taken to be two actions until an officer says otherwise"
        for decided, followed in zip(links["decided"], links["followed"], strict=True)
    ]
    return pd.DataFrame(
        {
            "Was": words(links["was_ref"]),
            "Now": words(links["now_ref"]),
            "Wording then": words(links["was_title"]),
            "Wording now": words(links["now_title"]),
            "How alike": [f"{score:.0f} of 100" for score in links["score"]],
            "Since": days(links["as_at"]),
            "What changed": [sentence(why) for why in links["why"]],
            "Taken as": taken,
        },
        index=pd.Index(links["now"].astype("int64"), name="record_id"),
        dtype="str",
    )
