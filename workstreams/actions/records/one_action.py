"""What officers recorded about one action, and what may be recorded of it next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from measures.actions.history import moves
from workstreams.actions.book import Book, book
from workstreams.actions.listings import HOW_SHOWN, day, days
from workstreams.actions.recommended.told import evidence
from workstreams.actions.said.judgements import about, called, why_gone
from workstreams.actions.said.same import KIND, words
from workstreams.view import View
from workstreams.wording import sentence

KINDS = {
    "evidence": "Evidence",
    "acceptance": "Accepted by the committee",
    "no longer listed": "No longer listed, because",
    "move reason": "Reason for a moved date",
    "answer reason": "Reason for the executive's answer",
}
"""The kinds of judgement about one action, with what they are called on screen."""


@dataclass(frozen=True)
class Move:
    """A move of the due date: the snapshot that reported it, and the dates in words."""

    reported: date
    words: str


@dataclass(frozen=True)
class Recordable:
    """One action as a form needs it.

    ``subject`` is the name to record it under, "" where no name tells it from another action.
    ``stands`` says all three positions. ``recorded`` is a table of text, indexed by judgement id.
    ``others`` are the references of the other actions in the file. ``gone`` says why it is no
    longer listed ("" where nobody has) and ``gone_on`` since when; ``gone_by`` are the judgements
    that a new reason takes the place of.
    """

    subject: str
    stands: str
    listed: bool
    complete: bool
    moves: tuple[Move, ...]
    recorded: pd.DataFrame
    others: tuple[str, ...]
    gone: str = ""
    gone_on: date | None = None
    gone_by: tuple[int, ...] = ()


def recordable(view: View, record_id: int) -> Recordable | None:
    """The action that a record belongs to; None where it is not one of the view's actions."""
    found = book(view)
    known = found.lives.known()
    lives = known.loc[known["record_id"] == record_id, "life"]
    if lives.empty:
        return None
    life = int(lives.iloc[0])
    row = found.now.loc[[life]].iloc[0]
    reason = found.judged.gone.loc[row["reason"]] if row["explained"] else None
    subject = called(found.lives, life)
    refs = found.now.loc[found.now["listed"] & (found.now.index != life), "ref"].dropna()
    return Recordable(
        subject=subject,
        stands=_stands(found, row),
        listed=bool(row["listed"]),
        complete=bool(row["complete"]),
        moves=_moves(found, life),
        recorded=recorded(_about(found, life)),
        others=tuple(str(ref) for ref in refs),
        gone="" if reason is None else why_gone(reason["value"]),
        gone_on=None if reason is None else reason["on"].date(),
        gone_by=_reasons(found, life, row),
    )


def recorded(judgements: pd.DataFrame) -> pd.DataFrame:
    """Judgements about an action as a table to read: what, in what words, from when, by whom."""
    return pd.DataFrame(
        {
            "What": [_what(*told) for told in _each(judgements, "kind", "value")],
            "Says": [says(*told) for told in _each(judgements, "kind", "subject", "value")],
            "From": days(judgements["on"]),
            "Recorded by": judgements["by"].to_list(),
            "Recorded on": days(judgements["at"]),
        },
        index=judgements.index,
        dtype="str",
    )


def _about(found: Book, life: int) -> pd.DataFrame:
    """The judgements about one action, and the answers about its links to others, oldest first."""
    judgements = about(found.view, found.lives, life, tuple(KINDS))
    records = found.lives.records
    own = set(records.loc[records["life"] == life, "record_id"])
    answers = [key for key, pair in found.answered.about.items() if own & {*pair}]
    answered = found.view.judged(KIND)
    answered = answered[answered.index.isin(answers)]
    return pd.concat([judgements, answered]).sort_values("on", kind="stable")


def _each(judgements: pd.DataFrame, *columns: str) -> Iterable[tuple[Any, ...]]:
    return zip(*(judgements[name] for name in columns), strict=True)


def _what(kind: str, value: Mapping[str, Any]) -> str:
    if kind == KIND:
        return "Same action" if value.get("answer") == "same" else "Different action"
    return KINDS[kind]


def _stands(found: Book, row: pd.Series) -> str:
    """All three positions of an action, always together; of one that went, what is known of why."""
    when = str(row["date_position"])
    if when == "overdue":
        when = f"overdue by {int(row['days_overdue'])} days"
    elif when == "closed":
        when = "closed, so no longer dated"
    status, gone = str(row["reported_status"]), ""
    if not row["listed"]:
        status += f" when last listed on {day(row['last_seen'])}"
        why = ", and nobody has recorded why"
        if row["explained"]:
            said = why_gone(found.judged.gone.loc[row["reason"], "value"])
            why = f", because it was {said.rstrip('.')}"
        gone = f" No longer in the file{why}."
    return (
        f"Reported status: {status}. Against its due date: {when}. "
        f"How it was shown: {HOW_SHOWN[str(row['evidence_position'])]}.{gone}"
    )


def _reasons(found: Book, life: int, row: pd.Series) -> tuple[int, ...]:
    """The judgements about why an action went, but those about a time it has come back from."""
    gone = found.judged.gone[found.judged.gone["life"] == life]
    since = row["listed_again_at"]
    return tuple(gone.index[pd.isna(since) | (gone["on"] > since)].tolist())


def _moves(found: Book, life: int) -> tuple[Move, ...]:
    """Every move of one action's date, the latest first."""
    all_moves = moves(found.lives)
    own = all_moves[all_moves["life"] == life].iloc[::-1]
    return tuple(
        Move(
            reported.date(),
            f"{day(was)} {'taken away' if pd.isna(now) else f'to {day(now)}'}, "
            f"reported {day(reported)}",
        )
        for reported, was, now in zip(own["reported"], own["was"], own["now"], strict=True)
    )


def says(kind: str, subject: str, value: Mapping[str, Any]) -> str:
    """What a judgement about an action says, in words."""
    match kind:
        case "same action":
            return words(subject, value)
        case "evidence":
            return evidence(value) or "Evidence given"
        case "no longer listed":
            return sentence(why_gone(value))
        case "acceptance":
            return str(value.get("text", "")) or "Accepted"
        case _:
            return str(value.get("reason", ""))
