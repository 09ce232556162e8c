"""Below the brief: what is late, due, unanswered and not shown, and what the colours did."""

from functools import partial

import pandas as pd
import streamlit as st

from ui.actions import table
from ui.overview import heard, opening
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams.across.compared import dates
from workstreams.actions.followed.colours_then_now import colours_then_and_now
from workstreams.actions.late import Late
from workstreams.actions.late import late as late_now
from workstreams.wording import counted, day, has

LONGEST = 5
"""Rows of the first list that stand on the page at once."""
FEW = 3
"""Rows of each list after it."""


def section(opened: Opened) -> None:
    """Every list of the actions; nothing where the plan has none."""
    found = opened.of(late_now)
    if found is None:
        return
    _late(opened, found)
    _due_next(opened, found.due_next)
    heard.section(opened)
    _list(opened, "Recommendations without an answer", found.unanswered, "unanswered")
    _list(opened, "Called complete, and nothing shows it", found.not_shown, "not_shown")
    _colours(opened)


def _late(opened: Opened, found: Late) -> None:
    st.header(f"Late now: {len(found.overdue) or 'none'}", anchor=False)
    if len(found.overdue):
        alt = "Overdue actions, the longest late first"
        table.paged(opened, found.overdue, alt, "late_now", LONGEST)
    if found.first_dates:
        alt = "Actions that would be late by their first date"
        draw = partial(table.paged, opened, found.by_first, alt, "by_first")
        opening.line(found.first_dates, "by_first_date", draw)


def _due_next(opened: Opened, rows: pd.DataFrame) -> None:
    meeting = opened.of(dates).next_meeting
    if meeting is None:
        st.header("Due before the next meeting", anchor=False)
        st.markdown("No later meeting has been entered. Officers enter meetings in Plan settings.")
        return
    _list(opened, f"Due before the next meeting on {day(meeting)}", rows, "due_next")


def _list(opened: Opened, heading: str, rows: pd.DataFrame, key: str) -> None:
    """A heading with how many there are, and the first few."""
    st.header(f"{heading}: {len(rows) or 'none'}", anchor=False)
    if len(rows):
        table.paged(opened, rows, heading, key, FEW)


def _colours(opened: Opened) -> None:
    found = opened.of(colours_then_and_now)
    if found is None:
        return
    st.header("The owners’ own RAG, then and now", anchor=False)
    st.markdown(as_typed(" ".join(found.words)))
    many = len(found.rows)
    if many:
        changed = f"{counted(many, 'action')} {has(many)} another colour now."
        alt = "Actions whose RAG is another one now"
        draw = partial(table.paged, opened, found.rows, alt, "colours")
        opening.line(changed, "other_colours", draw)
