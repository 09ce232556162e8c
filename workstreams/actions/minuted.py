"""What was found in minutes as rows of the actions table, and what of it the plan has already."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import pandas as pd

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.grid import Grid
from loaders.minutes.items import Item
from loaders.problems import Problem
from measures.actions.recommendations import letter
from measures.following.keys import ref_key, wording_key
from measures.following.likeness import likeness
from workstreams.actions.columns import ACTIONS
from workstreams.view import View
from workstreams.wording import day

KINDS = ("committee action", "recommendation")
"""What an item of minutes may be kept as."""
_ALIKE = 62.0
"""From this likeness on an officer is told that the plan may have it in other words."""
_COLUMNS = ("ref", "title", "kind", "owner", "due_date", "raised_date", "source")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_LABEL = re.compile(r"\(?([a-z]|\d{1,3}|[ivx]{1,5})[.):]", re.IGNORECASE)


@dataclass(frozen=True)
class Draft:
    """An item of minutes as an officer keeps it; ``line`` says where it stood in their text."""

    kind: str
    ref: str
    words: str
    owner: str
    due: date | None
    line: int


def as_found(items: Sequence[Item], taken: Collection[str] = ()) -> list[Draft]:
    """Every item of minutes as it was found: a recommendation as one, all else as an action.

    ``taken`` are the references in use, as they are compared.
    """
    drafts: list[Draft] = []
    used = set(taken)
    for item in items:
        kind = kept_as(item)
        ref = reference(kind, item.label, used)
        draft = Draft(kind, ref, item.text, owner_of(item), item.due_date, item.line)
        used.add(ref_key(draft.ref))
        drafts.append(draft)
    return drafts


def owner_of(item: Item) -> str:
    """Who is to do it as a plan names owners: "The clerk" of the minutes is "Clerk" there."""
    named = _ARTICLE.sub("", item.owner)
    return named[:1].upper() + named[1:]


def kept_as(item: Item) -> str:
    """What an item of minutes is kept as unless an officer says otherwise."""
    return KINDS[item.kind == "recommendation"]


@dataclass(frozen=True)
class Has:
    """What the plan has already that an item may be: its reference and wording.

    ``same`` where the wording is the item's own.
    """

    ref: str
    words: str
    same: bool


def rows(
    drafts: Sequence[Draft], meeting: date, committee: str, secret: bytes
) -> tuple[pd.DataFrame, tuple[Problem, ...]]:
    """The drafts as rows of the table, read by its own rules, and what is wrong with them.

    Names of people become keys as in any upload; ``secret`` is what these are made with. A draft
    with an error gives no row.
    """
    headings = [ACTIONS[name].heading for name in _COLUMNS]
    about = ", ".join(part for part in (committee, f"minutes of {day(meeting)}") if part)
    cells: list[list[object]] = [
        [draft.ref or None, draft.words, draft.kind, draft.owner or None, draft.due, meeting, about]
        for draft in drafts
    ]
    sheet = sheet_of(meeting)
    values: list[list[object]] = [list(headings), *cells]
    places = ((sheet, 0), *((sheet, draft.line) for draft in drafts))
    mark = sha256(repr(cells).encode()).hexdigest()
    fields = {ACTIONS.key: dict(zip(headings, _COLUMNS, strict=True))}
    choices = Choices(as_table=ACTIONS.key, fields=fields, secret=secret)
    checked = check_grids([Grid(sheet, values, places=places)], sheet, mark, [ACTIONS], choices)
    frame = checked.frames.get(ACTIONS.key, ACTIONS.empty())
    return frame, tuple(p for p in checked.problems if p.level == "error")


def sheet_of(meeting: date) -> str:
    """What minutes are called where a file has its sheet: "Minutes of 7 September 2021"."""
    return f"Minutes of {day(meeting)}"


def has(view: View, *texts: str) -> tuple[Has | None, ...]:
    """For each text what of the plan it is or is likest, None where nothing is alike."""
    now = view.now(ACTIONS.key)
    known = [
        (ref if isinstance(ref, str) else "", words, wording_key(words))
        for ref, words in zip(now["ref"], now["title"], strict=True)
        if isinstance(words, str)
    ]
    found = []
    for text in texts:
        own = wording_key(text)
        score, ref, words = max(
            ((likeness(own, key), ref, words) for ref, words, key in known), default=(0.0, "", "")
        )
        same = bool(words) and wording_key(words) == own
        found.append(Has(ref, words, same) if score >= _ALIKE else None)
    return tuple(found)


def references(view: View) -> frozenset[str]:
    """The references that the plan uses, as they are compared."""
    history = view.history[ACTIONS.key]
    return frozenset(ref_key(ref) for ref in history["ref"].dropna().unique())


def reference(kind: str, label: str, taken: Collection[str]) -> str:
    """A reference for a new item that no other has: by its letter in the minutes, else counted."""
    named = _LABEL.fullmatch(label)
    recommends = kind == "recommendation"
    if recommends and named and ref_key(f"Rec {named[1]}") not in taken:
        return f"Rec {named[1]}"
    start, number = ("Rec" if recommends else "Act"), 1
    used = {letter(one) for one in taken} if recommends else set()
    while ref_key(f"{start} {number}") in taken or str(number) in used:
        number += 1
    return f"{start} {number}"
