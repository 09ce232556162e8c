"""What of a plan can be looked for: actions, recommendations, updates and notes, as they stand."""

from collections.abc import Iterable, Iterator

import pandas as pd

from measures.finding.index import Entry
from workstreams import WORKSTREAMS
from workstreams.across.notes import notes
from workstreams.actions import ACTIONS_WORKSTREAM
from workstreams.actions.book import Book, book
from workstreams.actions.columns import ACTIONS
from workstreams.actions.draft import shortened
from workstreams.actions.records.one_action import KINDS as RECORDED
from workstreams.actions.records.one_action import says
from workstreams.actions.said.judgements import names_of, placed
from workstreams.view import View

ACTION, RECOMMENDATION, UPDATE, NOTE = "Action", "Recommendation", "Update", "Note"
DEFINITION = "Definition"
KINDS = {
    ACTION: "Actions",
    RECOMMENDATION: "Recommendations",
    UPDATE: "Updates",
    NOTE: "Notes",
    DEFINITION: "Definitions",
}
"""Everything that can be found, and what several of it are called."""
NAME = 120
"""Letters of a name: the rest stands in the text."""
OWN = [
    column.field
    for column in ACTIONS.columns
    if column.kind.dtype == "str"
    and not column.kind.words
    and column.field not in ("update", "rag")
]
"""The cells that an action is found by: those with its own words. Its updates are found by theirs,
and its status and colour are what its list is filtered by."""


def to_find(view: View, past: bool = True) -> tuple[Entry, ...]:
    """All of a view that can be found, in the words that its audience may read.

    Without ``past`` only the latest update of each action.
    """
    found = list(_notes(view))
    if not view.history[ACTIONS.key].empty and not ACTIONS_WORKSTREAM.closed(view):
        made = book(view)
        named = _named(made.now)
        found += [*_actions(made, named), *_updates(made, named, past), *_recorded(made, named)]
    return tuple(found)


def _named(now: pd.DataFrame) -> dict[int, str]:
    """What each action is called, by its life."""
    parts = [now[field].fillna("").astype("str") for field in ACTIONS.listing.named_by]
    each = zip(now.index.tolist(), *parts, strict=True)
    return {life: shortened(" · ".join(filter(None, own)), NAME) for life, *own in each}


def _place(kind: str) -> str:
    return "recommendations" if kind == RECOMMENDATION else ACTIONS_WORKSTREAM.key


def _actions(found: Book, named: dict[int, str]) -> Iterator[Entry]:
    """Each action and recommendation as last listed, those that vanished among them."""
    now = found.now
    cells = [now[field].astype("object").where(now[field].notna(), "") for field in OWN]
    each = zip(now.index.tolist(), now["kind"], now["record_id"], *cells, strict=True)
    for life, of_kind, record, *own in each:
        kind = RECOMMENDATION if of_kind == "recommendation" else ACTION
        text = " · ".join(str(one) for one in own if one)
        yield Entry(kind, named[life], text, _place(kind), "", int(record))


def _updates(found: Book, named: dict[int, str], past: bool) -> Iterator[Entry]:
    """Each update once, with the day from which on it was said."""
    known = found.lives.known().sort_values(["life", "as_at"], kind="stable")
    records = dict(zip(found.now.index.tolist(), found.now["record_id"].tolist(), strict=True))
    if not past:
        known = known[known["record_id"].isin(list(records.values()))]
    columns = ["update", "update_history"] if "update_history" in known else ["update"]
    rows = known[known[columns].notna().any(axis=1)]
    seen: set[tuple[int, str]] = set()
    each = zip(rows["life"], rows["as_at"], *(rows[name] for name in columns), strict=True)
    for life, as_at, *cells in each:
        for when, text in _said(as_at.date().isoformat(), cells, past):
            if life in records and (life, text) not in seen:
                seen.add((life, text))
                at = ACTIONS_WORKSTREAM.key, "", records[life]
                yield Entry(UPDATE, named[life], text, *at, when)


def _said(when: str, cells: Iterable[object], past: bool) -> Iterator[tuple[str, str]]:
    """What a row says, each with its day: its update, and those that the file has of earlier."""
    for cell in cells:
        if isinstance(cell, str):
            yield when, cell
        elif isinstance(cell, list) and past:
            yield from ((str(day) or when, str(text)) for day, _, text in cell if text)


def _recorded(found: Book, named: dict[int, str]) -> Iterator[Entry]:
    """What officers recorded of an action beside the file."""
    judged = found.view.judgements
    judged = judged[judged["kind"].isin(list(RECORDED))]
    lives = placed(names_of(found.lives), judged) if len(judged) else []
    records = dict(zip(found.now.index.tolist(), found.now["record_id"].tolist(), strict=True))
    each = zip(lives, judged["kind"], judged["subject"], judged["value"], judged["on"], strict=True)
    for life, kind, subject, value, on in each:
        if life in named:
            text = f"{RECORDED[kind]}: {says(kind, subject, value)}"
            at = ACTIONS_WORKSTREAM.key, "", records[life]
            yield Entry(NOTE, named[life], text, *at, on.date().isoformat())


def _notes(view: View) -> Iterator[Entry]:
    """What officers wrote beside the charts of this date."""
    titles = {one.key: one.title for one in WORKSTREAMS}
    for note in notes(view):
        key = note.chart.partition(".")[0]
        if key in titles:
            name = f"Beside a chart of {titles[key]}"
            yield Entry(NOTE, name, note.text, key, "", 0, note.on.isoformat())
