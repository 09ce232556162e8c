"""The log of a plan in sentences: what changed, from what to what, who did it and when."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from store.database.engine import open_store
from store.said.changes import Entry, changes
from ui.pieces import tables
from ui.settings import sentences
from workstreams.view import Plan
from workstreams.wording import short_day

TOGETHER = timedelta(seconds=5)
"""What ends one line and writes the next on the same subject within this time is one change."""


def section(plan: Plan) -> None:
    """Every change, the latest first, a page at a time."""
    st.header("What was changed, by whom and when", anchor=False)
    frame = pd.DataFrame(lines(changes(open_store(), plan.id)))
    tables.paged(frame, "Changes to the plan, the latest first", "settings_log", 12)


def lines(entries: Sequence[Entry]) -> list[Mapping[str, str]]:
    """One line a change, the latest first: when, who, and a sentence of what happened."""
    replaced = {after.id: before for after, before in _pairs(entries)}
    over = {before.id for before in replaced.values()}
    made: list[tuple[datetime, int, Mapping[str, str]]] = []
    for entry in entries:
        told = sentences.told(entry, replaced.get(entry.id))
        made.append((entry.at, entry.id, _line(entry.at, entry.by, told)))
        if entry.ended_at is not None and entry.id not in over:
            end = _line(entry.ended_at, entry.ended_by, sentences.ended(entry))
            made.append((entry.ended_at, entry.id, end))
    made.sort(key=lambda one: one[:2], reverse=True)
    return [line for _, _, line in made]


def _pairs(entries: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Each line that took another's place, with the one it took the place of."""
    ended: dict[tuple[Any, ...], list[Entry]] = {}
    for entry in entries:
        if entry.ended_at is not None:
            ended.setdefault(sentences.about(entry), []).append(entry)
    found = []
    for entry in entries:
        for before in ended.get(sentences.about(entry), []):
            assert before.ended_at is not None
            if before.id < entry.id and timedelta(0) <= entry.at - before.ended_at < TOGETHER:
                found.append((entry, before))
                break
    return found


def _line(when: datetime, by: str, told: str) -> Mapping[str, str]:
    local = when.astimezone()
    return {
        "When": f"{short_day(local.date())}, {local:%H:%M}",
        "Who": by,
        "What happened": told,
    }
