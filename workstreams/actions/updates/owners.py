"""Whom to ask for an update of what: each owner's open actions, with what was last said of them."""

import re
from dataclasses import dataclass
from datetime import date

import pandas as pd

from measures.following.carried import PLACES
from measures.following.lives import Lives
from measures.following.minuted import FIRST, is_minuted
from measures.following.together import originals
from workstreams.actions.book import book
from workstreams.view import View

NOBODY = "No owner named"
_APART = re.compile(r"\s*(?:;|\n|\s/\s)\s*")


@dataclass(frozen=True)
class Action:
    """An open action as its owner is asked about it.

    ``subject`` names a record of it for good: "r12" is a record of the store, "m3" an item kept
    from minutes. ``life`` is its place among the plan's actions in this view alone.
    """

    subject: str
    life: int
    ref: str
    words: str
    due: date | None
    status: str
    said: str
    evidence: str


@dataclass(frozen=True)
class Owner:
    """Somebody who answers for open actions, as the file names them."""

    name: str
    actions: tuple[Action, ...]


def owners(view: View) -> tuple[Owner, ...]:
    """Every owner of an open action that the file lists, in order of the alphabet.

    An action of two owners ("Head of service; Team manager") is both's. Those that nobody owns
    come last, under ``NOBODY``.
    """
    found = book(view)
    now = found.now[found.now["open"] & found.now["listed"]]
    subjects = subjects_of(found.lives)
    named: dict[str, str] = {}
    held: dict[str, list[Action]] = {}
    for life, row in zip(now.index, now.to_dict("records"), strict=True):
        if life not in subjects:
            continue
        due = row["current_due"]
        action = Action(
            subjects[int(life)],
            int(life),
            _text(row["ref"]),
            _text(row["title"]),
            None if pd.isna(due) else due.date(),
            _text(row["reported_status"]),
            _text(row["update"]),
            _text(row["evidence"]),
        )
        for name in split(_text(row["owner"])):
            key = named.setdefault(name.casefold(), name)
            held.setdefault(key, []).append(action)
    ordered = sorted(held, key=lambda name: (name == NOBODY, name.casefold()))
    return tuple(Owner(name, tuple(held[name])) for name in ordered)


def split(owner: str) -> tuple[str, ...]:
    """The owners that a cell names, each once; ``NOBODY`` where it names none."""
    parts = (" ".join(part.split()) for part in _APART.split(owner))
    once = {part.casefold(): part for part in parts if part}
    return tuple(once.values()) or (NOBODY,)


def subjects_of(lives: Lives) -> dict[int, str]:
    """A name for each action that stays its own: its latest record that a file or minutes hold.

    By life. A record that was carried on is none of any file, so one before it stands for it; one
    that stands again beside another source's file goes by its own file's id.
    """
    records = lives.known()
    ids = originals(records["record_id"]).to_numpy()
    minuted = is_minuted(records["record_id"]).to_numpy()
    return {
        int(life): _subject(int(record), bool(kept))
        for life, record, kept in zip(records["life"], ids, minuted, strict=True)
        if record >= 0 or kept
    }


def lives_of(lives: Lives) -> dict[str, int]:
    """The action that each name stands for, by any of its records."""
    records = lives.known()
    ids = originals(records["record_id"]).to_numpy()
    minuted = is_minuted(records["record_id"]).to_numpy()
    return {
        _subject(int(record), bool(kept)): int(life)
        for life, record, kept in zip(records["life"], ids, minuted, strict=True)
        if record >= 0 or kept
    }


def _subject(record: int, minuted: bool) -> str:
    return f"m{-record % PLACES - FIRST}" if minuted else f"r{record}"


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
