"""The overview's first part: since the committee last met, what is late and what is due."""

from collections.abc import Sequence

import streamlit as st

from ui import charts, data, tables
from ui.data import Opened
from ui.since import Group
from ui.wording import as_typed
from workstreams.wording import day

BRIDGE = "actions.bridge"


def section(opened: Opened) -> None:
    """What happened to the actions between the two dates, with the rows behind each number."""
    found = data.since(opened)
    if found is None:
        return
    if found.groups:
        since = data.view(opened).since
        assert since is not None  # there are groups only where there is a date compared with
        st.header(f"Since you last met, on {day(since)}", anchor=False)
        _groups(found.groups)
        _bridge(opened)
    for group in (found.overdue, found.due_next):
        st.header(f"{group.title}: {len(group.lines) or 'none'}", anchor=False)
        if len(group.lines):
            st.caption(group.about)
            tables.paged(group.lines, group.title, f"overview_{group.title}", 8)


def _groups(groups: Sequence[Group]) -> None:
    counts = {group.title: len(group.lines) for group in groups}
    first = next((title for title, count in counts.items() if count), groups[0].title)
    picked = st.segmented_control(
        "What happened to the actions",
        list(counts),
        format_func=lambda title: f"{title}: {counts.get(title, 0)}",
        default=first,
        required=True,
        key="since_group",
    )
    group = next((g for g in groups if g.title == picked), groups[0])
    st.caption(as_typed(group.about))
    if len(group.lines):
        tables.paged(group.lines, group.title, f"since_{group.title}", 8)
    else:
        st.markdown("None.")


def _bridge(opened: Opened) -> None:
    shown = data.shown(opened, "actions")
    chart = next((chart for chart in shown.charts if chart.key == BRIDGE), None)
    if chart is not None:
        charts.show(opened, data.workstream("actions"), chart, below_a_heading=True)
