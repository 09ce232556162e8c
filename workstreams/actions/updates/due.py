"""What falls due and when: meetings, answers of the executive, and open actions."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import pandas as pd

from measures.actions.recommendations import recommendations
from measures.following.lives import Lives
from workstreams.actions.book import Book, book
from workstreams.actions.draft import name
from workstreams.actions.updates.owners import NOBODY, lives_of, split
from workstreams.view import View
from workstreams.wording import are, counted, day, sentence

Kind = Literal["meeting", "answer", "action"]
DAYS = 14


@dataclass(frozen=True)
class Due:
    """One thing on its day. ``key`` tells it from all others of the plan, whatever is uploaded.

    ``over`` where it is done or dropped before its day: a calendar that has it takes it out.
    """

    day: date
    kind: Kind
    words: str
    owners: tuple[str, ...]
    key: str
    over: bool = False


def due(view: View, owner: str = "") -> tuple[Due, ...]:
    """Everything with a day: meetings from the view's date on, open actions, answers awaited.

    With ``owner`` only that owner's actions, beside the meetings. In order of day, then of words.
    Of actions and answers that are over, those stand that were due after the view's date.
    """
    found = book(view)
    first = _first(found.lives)
    whole = [
        Due(one.when, "meeting", one.name or view.plan.committee or "Committee", (), str(one.when))
        for one in view.meetings
        if one.when >= view.as_at
    ]
    whole += _actions(found, first)
    whole += [] if owner else _answers(found, first)
    wanted = owner.casefold()
    kept = [
        one
        for one in whole
        if not owner or one.kind == "meeting" or wanted in {own.casefold() for own in one.owners}
    ]
    return tuple(sorted(kept, key=lambda one: (one.day, one.kind != "meeting", one.words)))


def soon(view: View, today: date, owner: str = "", days: int = DAYS) -> str:
    """What is due from a day on, as plain text, with how much is overdue already."""
    last = today + timedelta(days=days)
    standing = [one for one in due(view, owner) if not one.over]
    coming = [one for one in standing if today <= one.day <= last]
    late = [one for one in standing if one.kind == "action" and one.day < today]
    whose = f", {owner}" if owner else ""
    lines = [f"{view.plan.name}{whose}: due from {day(today)} to {day(last)}", ""]
    for one in coming:
        names = f" ({', '.join(one.owners)})" if one.owners and not owner else ""
        lines.append(f"{day(one.day)}: {told(one)}{names}")
    if not coming:
        lines.append("Nothing is due.")
    if late:
        lines += [
            "",
            f"{sentence(counted(len(late), 'open action'))} {are(len(late))} overdue already:",
        ]
        lines += [f"{one.words}, due {day(one.day)}" for one in late]
    lines += ["", f"From the plan as at {day(view.as_at)}."]
    lines += [view.plan.illustrative] if view.plan.illustrative else []
    return "\n".join(lines) + "\n"


def told(one: Due) -> str:
    """What is due, in words."""
    return {"meeting": "Meeting: ", "answer": "Answer due: ", "action": "Due: "}[
        one.kind
    ] + one.words


def _actions(found: Book, first: dict[int, str]) -> list[Due]:
    now = found.now[found.now["current_due"].notna()]
    after = now["current_due"] >= pd.Timestamp(found.as_at)
    kept = now[now["open"] | after]
    return [
        Due(
            when.date(),
            "action",
            name(ref, title),
            tuple(one for one in split(owner if isinstance(owner, str) else "") if one != NOBODY),
            first[int(life)],
            not is_open,
        )
        for life, when, ref, title, owner, is_open in zip(
            kept.index,
            kept["current_due"],
            kept["ref"],
            kept["title"],
            kept["owner"],
            kept["open"],
            strict=True,
        )
        if int(life) in first
    ]


def _answers(found: Book, first: dict[int, str]) -> list[Due]:
    asked = recommendations(found.now, found.lives.known(), found.as_at)
    asked = asked[asked["answer_due"].notna() & asked["in_scope"]]
    waits = asked["answer"] == "none yet"
    kept = asked[waits | (asked["answer_due"] >= pd.Timestamp(found.as_at))]
    return [
        Due(when.date(), "answer", name(ref, title), (), first[int(life)], answer != "none yet")
        for life, when, ref, title, answer in zip(
            kept.index,
            kept["answer_due"],
            kept["ref"],
            kept["title"],
            kept["answer"],
            strict=True,
        )
        if int(life) in first
    ]


def _first(lives: Lives) -> dict[int, str]:
    """Each action's first record, by life: it stays the same whatever is uploaded later."""
    first: dict[int, str] = {}
    for subject, life in lives_of(lives).items():
        first.setdefault(life, subject)
    return first
