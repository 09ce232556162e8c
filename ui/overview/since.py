"""The overview's first part: since you last met, the questions to ask, what is late."""

import pandas as pd
import streamlit as st

from ui.actions import table
from ui.overview.late import late as late_now
from ui.pieces import charts
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams.across.compared import dates
from workstreams.actions import ACTIONS_WORKSTREAM
from workstreams.actions.drawn.changes import bridge
from workstreams.actions.followed.since import Since, since_last_met
from workstreams.wording import day

ALWAYS = ("completed", "moved", "reopened", "new", "gone", "silent")
"""The changes that are named even where there are none; the others only where there are some."""


def section(opened: Opened) -> None:
    """What changed in the actions between the two dates, a list a question."""
    between, found = opened.of(dates), opened.of(since_last_met)
    st.header(between.heading, anchor=False)
    if found is None:
        st.markdown(between.compared)
        return
    st.caption(between.compared)
    st.markdown(f"**{as_typed(found.finding)}**")
    _changes(opened, found)
    chart = opened.of(bridge)
    if chart is not None:
        charts.show(opened, ACTIONS_WORKSTREAM, chart, below_a_heading=True)


def _changes(opened: Opened, found: Since) -> None:
    shown = [c for c in found.changes if c.key in ALWAYS or len(c.rows)]
    first = next((c.key for c in shown if len(c.rows)), shown[0].key)
    names = {change.key: f"{change.name}: {change.figure}" for change in shown}
    picked = st.segmented_control(
        "What happened to the actions",
        list(names),
        format_func=lambda key: names.get(key, key),
        default=first,
        required=True,
        key="since_change",
    )
    change = next((c for c in shown if c.key == picked), shown[0])
    st.caption(as_typed(change.meaning))
    if len(change.rows):
        alt = f"{change.name} since {day(found.since)}"
        table.paged(opened, change.rows, alt, f"since_{change.key}")
    else:
        st.markdown("There are none.")


def late(opened: Opened) -> None:
    """What is overdue now, and what falls due before the next meeting."""
    found = opened.of(late_now)
    if found is None:
        return
    st.header(f"Late now: {len(found.overdue) or 'none'}", anchor=False)
    if len(found.overdue):
        st.caption("Open and past the current due date, the longest late first.")
        alt = "Overdue actions, the longest late first"
        table.paged(opened, found.overdue, alt, "late_now")
    _due_next(opened, found.due_next)


def _due_next(opened: Opened, rows: pd.DataFrame) -> None:
    meeting = opened.of(dates).next_meeting
    if meeting is None:
        st.header("Due before the next meeting", anchor=False)
        st.markdown("No later meeting has been entered. Officers enter meetings in Plan settings.")
        return
    number = len(rows) or "none"
    st.header(f"Due before the next meeting on {day(meeting)}: {number}", anchor=False)
    if len(rows):
        table.paged(opened, rows, "Actions due before the next meeting", "due_next")
