"""Each recommendation as the annual scrutiny report tells it, in full and in sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from measures.actions.recommendations import recommendations
from measures.following.keys import wording_key
from workstreams.actions.book import Book, book
from workstreams.actions.listings import HOW_SHOWN
from workstreams.actions.recommended.answer import clock, counted_from, in_short, reason
from workstreams.actions.said.judgements import about
from workstreams.asking import BLANK
from workstreams.view import View
from workstreams.wording import counted, day, listed, sentence, was

ANSWERS = ("accepted", "partly accepted", "rejected", "none yet")
YEAR_BEGINS = 5
"""A municipal year begins with the annual council meeting in May."""


def begins(when: date) -> int:
    """The calendar year in which the municipal year of a day begins."""
    return when.year - (when.month < YEAR_BEGINS)


def named(first: int) -> str:
    """What the municipal year that begins in a calendar year is called: "2021/22"."""
    return f"{first}/{(first + 1) % 100:02d}"


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
    has them; ``first_words`` says what the file first had, where the wording has changed since.
    ``committee`` is whose meeting raised it. ``clock`` is a sentence about the two months, from
    ``received`` to ``due``, ``in_short`` says it in few words and ``counted_from`` tells the day
    they begin with; ``late`` says they were not kept. ``otherwise`` tells of another reason for
    the answer. ``open`` says that something is still to be done: it is neither complete nor
    withdrawn, and was not rejected.
    """

    record_id: int
    letter: str
    words: str
    first_words: str
    detail: str
    asked_by: str
    committee: str
    raised: date | None
    meeting: str
    answer: str
    reason: str
    otherwise: str
    answered: date | None
    received: date | None
    due: date | None
    clock: str
    in_short: str
    counted_from: str
    late: bool
    actions: tuple[Delivering, ...]
    status: str
    shown_by: str
    evidence: str
    update: str
    open: bool

    @property
    def is_answered(self) -> bool:
        """Whether the executive has given an answer."""
        return self.answer != "none yet"

    @property
    def days_to_answer(self) -> int | None:
        """Days from the first of the two months until the answer; None where that is not known."""
        if not self.is_answered or self.answered is None or self.received is None:
            return None
        days = (self.answered - self.received).days
        return days if days >= 0 else None  # one of the two days is wrong

    @property
    def year(self) -> str:
        """The municipal year it was raised in: "2021/22"; "" where the file gives no day."""
        return named(begins(self.raised)) if self.raised else ""

    @property
    def unexplained(self) -> bool:
        """Whether the executive did not accept all of it and no reason is recorded."""
        return self.answer in {"partly accepted", "rejected"} and not self.reason

    @property
    def outcome(self) -> str:
        """What became of it: "Reported complete, accepted by the committee"."""
        if self.status != "complete":
            return sentence(self.status)
        return f"Reported complete, {HOW_SHOWN[self.shown_by]}"


def recommended(view: View) -> tuple[Recommended, ...]:
    """Every recommendation of the plan, in the order of the file; none where it has no actions."""
    if view.history["actions"].empty:
        return ()
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
    said = [f"{sentence(counted(len(found), 'recommendation'))}: {listed(parts)}."]
    late = sum(one.late for one in found)
    if late:
        said.append(f"{late} {was(late)} not answered within two months.")
    else:
        said.append("None is beyond its two months.")
    bare = sum(one.unexplained for one in found)
    if bare:
        said.append(f"{bare} {was(bare)} not accepted in full, with no reason recorded.")
    return " ".join(said)


PRINTED = (
    *("Reference", "In the committee’s words", "Answer and reason", "Two months"),
    *("Actions that deliver it", "What became of it", "Where in the file"),
)


def report_table(found: Sequence[Recommended], places: Sequence[str] = ()) -> pd.DataFrame:
    """The table for the annual scrutiny report, every part in a column of its own.

    Text cells, nothing shortened. ``places`` says where in the file each stands, in that order.
    """
    columns = {
        "Reference": [one.letter or BLANK for one in found],
        "In the committee’s words": [whole(one) for one in found],
        "Meeting": [one.meeting or one.asked_by or BLANK for one in found],
        "Asked for by": [one.asked_by or BLANK for one in found],
        "Answer": [sentence(one.answer) for one in found],
        "Reason for the answer": [reason_given(one) for one in found],
        "Answered": [day(one.answered) if one.answered else BLANK for one in found],
        "Two months": [one.in_short for one in found],
        "Counted from": [one.counted_from or BLANK for one in found],
        "Actions that deliver it": [delivered_by(one) or "No action" for one in found],
        "What became of it": [one.outcome for one in found],
        "Evidence": [one.evidence or BLANK for one in found],
        "Latest update": [one.update or BLANK for one in found],
    }
    if places:
        columns["Where in the file"] = list(places)
    index = pd.Index([one.record_id for one in found], dtype="int64", name="record_id")
    return pd.DataFrame(columns, index=index, dtype="str")


def printed(table: pd.DataFrame) -> pd.DataFrame:
    """The annual report's table in as many columns as a page has room for, nothing shortened."""
    named = table["Reference"] + ", " + table["Meeting"]
    answer = table["Answer"] + ". " + table["Reason for the answer"]
    joined = table.assign(
        **{
            "Reference": named.where(table["Meeting"] != BLANK, table["Reference"]),
            "Answer and reason": answer.where(
                table["Reason for the answer"] != BLANK, table["Answer"]
            ),
        }
    )
    return joined[[name for name in PRINTED if name in joined]]


def _one(view: View, found: Book, life: object, row: pd.Series) -> Recommended:
    raised, notice = _day(row["raised_date"]), _day(row["notice_date"])
    answered = _day(row["response_date"])
    timed = (_day(row["answer_due"]), str(row["answer"]), answered, found.as_at)
    said, late = clock(*timed)
    reasons = about(view, found.lives, int(str(life)), ("answer reason",))
    why, otherwise = reason(_text(row["response_reason"]), _day(row["reason_since"]), reasons)
    shown = about(view, found.lives, int(str(life)), ("evidence",))
    given = [_text(row["evidence"]), *(evidence(value) for value in shown["value"])]
    return Recommended(
        record_id=int(row["record_id"]),
        letter=_text(row["ref"]),
        words=_text(row["title"]),
        first_words=_first_words(row),
        detail=_text(row["detail"]),
        asked_by=_text(row["source"]),
        committee=_meeting_of(view, raised) or view.plan.committee,
        raised=raised,
        meeting=_meeting(view, raised),
        answer=str(row["answer"]),
        reason=why,
        otherwise=otherwise,
        answered=answered,
        received=_day(row["counted_from"]),
        due=timed[0],
        clock=said,
        in_short=in_short(*timed, noticed=bool(row["from_notice"])),
        counted_from=counted_from(raised, notice),
        late=late,
        actions=tuple(_delivering(found.now.loc[other]) for other in row["delivered_by"]),
        status=str(row["shown_status"]),
        shown_by=str(row["evidence_position"]),
        evidence="; ".join(text for text in given if text),
        update=_text(row["update"]),
        open=bool(row["open"]) and row["answer"] != "rejected",
    )


def _first_words(row: pd.Series) -> str:
    """What the file first had, and when, where it is worded otherwise now; else nothing."""
    first, now = _text(row["first_title"]), _text(row["title"])
    if wording_key(first) == wording_key(now):
        return ""
    return f"Worded otherwise when first listed, {day(row['first_seen'])}: “{first}”"


def evidence(value: object) -> str:
    """What an officer recorded as evidence, in words: its text and its link."""
    kept = value if isinstance(value, dict) else {}
    return ", ".join(str(kept[part]) for part in ("text", "link") if kept.get(part))


def _delivering(row: pd.Series) -> Delivering:
    name = _text(row["ref"]) or _text(row["title"])
    stands = str(row["shown_status"])
    if stands == "complete":
        stands = f"complete, {HOW_SHOWN[str(row['evidence_position'])]}"
    elif row["date_position"] == "overdue":
        stands = f"{stands}, overdue by {counted(int(row['days_overdue']), 'day')}"
    return Delivering(int(row["record_id"]), name, _text(row["title"]), stands)


def delivered_by(one: Recommended) -> str:
    """The actions that name it and how they stand: "Q8 and Q9 (complete, accepted)"."""
    stands = dict.fromkeys(action.stands for action in one.actions)
    return "; ".join(
        f"{listed([a.name for a in one.actions if a.stands == stand])} ({stand})"
        for stand in stands
    )


def _meeting(view: View, raised: date | None) -> str:
    """The day it was raised, and whose meeting that was where it was not the plan's committee's."""
    if raised is None:
        return ""
    name = _meeting_of(view, raised)
    other = name and name != view.plan.committee
    return f"{day(raised)}, {name}" if other else day(raised)


def _meeting_of(view: View, raised: date | None) -> str:
    """Whose meeting was on that day; "" where it is not one that the plan knows."""
    return next((meeting.name for meeting in view.meetings if meeting.when == raised), "")


def whole(one: Recommended) -> str:
    """All that it says: its words, its detail, and what the file first had."""
    return " ".join(part for part in (one.words, one.detail, one.first_words) if part)


def reason_given(one: Recommended) -> str:
    """The reason for the answer, or that none is recorded; a dash where there is no answer."""
    return one.reason or ("No reason is recorded." if one.is_answered else BLANK)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, pd.Timestamp) and pd.notna(value) else None
