"""What owners said, put into the records of the plan: the rows of its next upload."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from workstreams.actions.book import book
from workstreams.actions.columns import ACTIONS
from workstreams.actions.draft import name
from workstreams.actions.updates.collected import Collected
from workstreams.actions.updates.owners import lives_of
from workstreams.actions.updates.statuses import status_of
from workstreams.view import View
from workstreams.wording import day

SAID_IN = {
    "status": ("status",),
    "update": ("progress", "reason"),
    "evidence": ("evidence",),
    "due_date": ("new_date",),
    "revised_due_date": ("new_date",),
}
"""The fields that an answer may change, each with the answers that go into it."""


@dataclass(frozen=True)
class Change:
    """One cell that differs from the plan as it stands, in words, and whose word it is."""

    named: str
    heading: str
    was: str
    now: str
    owners: tuple[str, ...]


@dataclass(frozen=True)
class Applied:
    """``rows`` are the actions as they would be: the columns and index of ``View.now``.

    ``words`` gives the word an owner chose for the status of a record, by its id; ``told`` are the
    ids of records whose progress is new.
    """

    rows: pd.DataFrame
    changes: tuple[Change, ...]
    words: Mapping[int, str]
    told: frozenset[int]


def applied(
    view: View, found: Collected, statuses: Mapping[str, str], revised: bool = True
) -> Applied:
    """The plan's actions with what was taken. What nobody said stays as it was.

    A new date goes into the column for revised dates where the plan has one (``revised``) and the
    action has a first date; its reason goes with the progress. Evidence is added to what is there.
    """
    known = book(view)
    lives = lives_of(known.lives)
    rows = view.now(ACTIONS.key).copy()
    changes: list[Change] = []
    words: dict[int, str] = {}
    told: set[int] = set()
    for action in dict.fromkeys(action for action, _ in found.taken):
        record = int(known.now["record_id"].loc[lives[action]])
        row = dict(rows.loc[[record]].to_dict("records")[0])
        given = {answer: found.taken[action, answer] for a, answer in found.taken if a == action}
        values = _values(row, given, statuses, revised)
        if "status" in given:
            words[record] = given["status"]
        if "update" in values:
            told.add(record)
        for field, value in values.items():
            if _same(row[field], value):
                continue
            rows.loc[record, field] = value
            owners = _owners(found, action, field)
            heading = ACTIONS[field].heading
            named = name(row["ref"], row["title"])
            changes.append(Change(named, heading, _shown(row[field]), _shown(value), owners))
    ordered = sorted(changes, key=lambda one: (one.named, one.heading))
    return Applied(rows, tuple(ordered), words, frozenset(told))


def _values(
    row: Mapping[Any, Any], given: Mapping[str, str], statuses: Mapping[str, str], revised: bool
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if status := given.get("status"):
        values["status"] = status_of(status, statuses)
    progress = given.get("progress", "")
    if moved := given.get("new_date"):
        when = date.fromisoformat(moved)
        field = "revised_due_date" if revised and not pd.isna(row["due_date"]) else "due_date"
        # A date that stands already is not moved, whichever column holds it.
        standing = row["revised_due_date"]
        if not _same(row["due_date"] if pd.isna(standing) else standing, pd.Timestamp(when)):
            values[field] = pd.Timestamp(when)
            if reason := given.get("reason"):
                why = f"New date {day(when)}: {reason}"
                progress = _sentences(progress, why)
    if progress:
        values["update"] = progress
    if evidence := given.get("evidence"):
        before = row["evidence"] if isinstance(row["evidence"], str) else ""
        there = evidence.casefold() in before.casefold()
        values["evidence"] = before if there else "; ".join(filter(None, (before, evidence)))
    return values


def _sentences(first: str, then: str) -> str:
    """One text after another, which an upload keeps on one line."""
    ended = first if not first or first[-1] in ".!?" else f"{first}."
    return f"{ended} {then}".strip()


def _owners(found: Collected, action: str, field: str) -> tuple[str, ...]:
    """Whose words a field now holds."""
    names = (
        one.owner
        for one in found.said
        if one.action == action
        and one.answer in SAID_IN[field]
        and found.taken.get((action, one.answer)) == one.value
    )
    return tuple(dict.fromkeys(names))


def _same(was: Any, value: Any) -> bool:
    if isinstance(was, str) and isinstance(value, str):
        return was.strip() == value.strip()
    return bool(pd.isna(was) and pd.isna(value)) or was == value


def _shown(value: Any) -> str:
    if isinstance(value, pd.Timestamp):
        return day(value)
    return value if isinstance(value, str) and value else "Nothing"
