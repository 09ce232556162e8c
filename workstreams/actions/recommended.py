"""Each recommendation as the annual scrutiny report tells it, in full and in sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from measures.recommendations import recommendations
from workstreams.actions.book import Book, book
from workstreams.actions.recorded import about
from workstreams.asking import BLANK
from workstreams.view import View
from workstreams.wording import counted, day, listed, sentence

ANSWERS = ("accepted", "partly accepted", "rejected", "none yet")
YEAR_BEGINS = 5
"""A municipal year begins with the annual council meeting in May."""


@dataclass(frozen=True)
class Delivering:
    """An action that names a recommendation, as it stands."""

    record_id: int
    name: str
    words: str
    stands: str


@dataclass(frozen=True)
class Recommended:
    """One recommendation: the words, the answer, the clock, the actions, what became of it.

    ``letter`` is what the committee calls it, ``words`` what it said, both exactly as the file
    has them. ``clock`` is a sentence about the two months; ``late`` says they were not kept.
    """

    record_id: int
    letter: str
    words: str
    detail: str
    asked_by: str
    raised: date | None
    meeting: str
    answer: str
    reason: str
    answered: date | None
    answer_due: date | None
    clock: str
    late: bool
    actions: tuple[Delivering, ...]
    status: str
    shown_by: str
    evidence: str
    update: str

    @property
    def year(self) -> str:
        """The municipal year it was raised in: "2021/22"; "" where the file gives no day."""
        if self.raised is None:
            return ""
        first = self.raised.year - (self.raised.month < YEAR_BEGINS)
        return f"{first}/{(first + 1) % 100:02d}"

    @property
    def outcome(self) -> str:
        """What became of it: "Reported complete, accepted by the committee"."""
        if self.status != "complete":
            return sentence(self.status)
        how = {
            "claimed": "with nothing given yet that shows it",
            "evidenced": "with evidence given",
            "accepted": "accepted by the committee",
        }
        return f"Reported complete, {how.get(self.shown_by, 'not shown')}"


def recommended(view: View) -> tuple[Recommended, ...]:
    """Every recommendation of the plan, in the order of the file."""
    found = book(view)
    rows = recommendations(found.now, found.lives.known(), found.as_at)
    return tuple(_one(view, found, life, row) for life, row in rows.iterrows())


def finding(found: Sequence[Recommended]) -> str:
    """How many there are, how they were answered, and how many outside the two months."""
    if not found:
        return "The plan has no recommendations yet."
    answers = [one.answer for one in found]
    words = {"none yet": "without an answer yet"}
    parts = [f"{answers.count(a)} {words.get(a, a)}" for a in ANSWERS if a in answers]
    late = sum(one.late for one in found)
    first = f"{sentence(counted(len(found), 'recommendation'))}: {listed(parts)}."
    if not late:
        return f"{first} None is beyond its two months."
    verb = "was" if late == 1 else "were"
    return f"{first} {late} {verb} not answered within two months."


def report_table(found: Sequence[Recommended], places: Sequence[str] = ()) -> pd.DataFrame:
    """The table for the annual scrutiny report: text cells, nothing shortened.

    ``places`` says where in the file each stands, in the same order.
    """
    columns = {
        "Recommendation": [one.letter or BLANK for one in found],
        "In the committee's words": [_whole(one) for one in found],
        "Meeting": [one.meeting or BLANK for one in found],
        "Asked for by": [one.asked_by or BLANK for one in found],
        "Answer": [sentence(one.answer) for one in found],
        "Reason for the answer": [one.reason or BLANK for one in found],
        "Answered": [day(one.answered) if one.answered else BLANK for one in found],
        "Two months": [one.clock for one in found],
        "Actions that deliver it": [
            "; ".join(f"{action.name} ({action.stands})" for action in one.actions) or "None"
            for one in found
        ],
        "What became of it": [one.outcome for one in found],
        "Evidence": [one.evidence or BLANK for one in found],
        "Latest update": [one.update or BLANK for one in found],
    }
    if places:
        columns["Where in the file"] = list(places)
    index = pd.Index([one.record_id for one in found], dtype="int64", name="record_id")
    return pd.DataFrame(columns, index=index, dtype="str")


def clock(
    raised: date | None, due: date | None, answer: str, answered: date | None, as_at: date
) -> tuple[str, bool]:
    """What to say of the two months, and whether they were not kept.

    Source: Local Government Act 2000, section 9FE: two months beginning with the day on which
    the executive received the recommendation.
    """
    if raised is None or due is None:
        return "The file does not say when it was raised, so the two months cannot be told.", False
    if answer != "none yet":
        if answered is None:
            return f"Answered; the file does not say when. The two months ended {day(due)}.", False
        if answered <= due:
            return f"Answered within the two months, which ended {day(due)}.", False
        over = counted((answered - due).days, "day")
        return f"Answered {over} after the two months ended on {day(due)}.", True
    if as_at > due:
        over = counted((as_at - due).days, "day")
        return f"No answer yet, {over} after the two months ended on {day(due)}.", True
    return f"No answer yet. The two months end on {day(due)}.", False


def _one(view: View, found: Book, life: object, row: pd.Series) -> Recommended:
    raised, due = _day(row["raised_date"]), _day(row["answer_due"])
    answered = _day(row["response_date"])
    said, late = clock(raised, due, row["answer"], answered, found.as_at)
    reasons = about(view, found.lives, int(str(life)), ("answer reason",))
    shown = about(view, found.lives, int(str(life)), ("evidence",))
    given = [_text(row["evidence"]), *(evidence(value) for value in shown["value"])]
    return Recommended(
        record_id=int(row["record_id"]),
        letter=_text(row["ref"]),
        words=_text(row["title"]),
        detail=_text(row["detail"]),
        asked_by=_text(row["source"]),
        raised=raised,
        meeting=_meeting(view, raised),
        answer=str(row["answer"]),
        reason=str(reasons["value"].iloc[-1].get("reason", "")) if len(reasons) else "",
        answered=answered,
        answer_due=due,
        clock=said,
        late=late,
        actions=tuple(_delivering(found.now.loc[other]) for other in row["delivered_by"]),
        status=str(row["shown_status"]),
        shown_by=str(row["evidence_position"]),
        evidence="; ".join(text for text in given if text),
        update=_text(row["update"]),
    )


def evidence(value: object) -> str:
    """What an officer recorded as evidence, in words: its text and its link."""
    kept = value if isinstance(value, dict) else {}
    return ", ".join(str(kept[part]) for part in ("text", "link") if kept.get(part))


def _delivering(row: pd.Series) -> Delivering:
    name = _text(row["ref"]) or _text(row["title"])
    stands = str(row["shown_status"])
    if stands == "complete":
        stands = f"complete, {row['evidence_position']}"
    elif row["date_position"] == "overdue":
        stands = f"{stands}, overdue by {counted(int(row['days_overdue']), 'day')}"
    return Delivering(int(row["record_id"]), name, _text(row["title"]), stands)


def _meeting(view: View, raised: date | None) -> str:
    """The day it was raised, with the name of that day's meeting where the plan has one."""
    if raised is None:
        return ""
    name = next((meeting.name for meeting in view.meetings if meeting.when == raised), "")
    return f"{day(raised)}, {name}" if name else day(raised)


def _whole(one: Recommended) -> str:
    return " ".join(part for part in (one.words, one.detail) if part)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, pd.Timestamp) and pd.notna(value) else None
