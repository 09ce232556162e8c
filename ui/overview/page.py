"""The overview: what each workstream's headline says, how it moved, and the way to its page."""

import streamlit as st

from ui import data
from ui.overview import moved, questions, since
from ui.pieces import cards, trend_line
from ui.shell import empty, state
from ui.shell.frame import open_page
from ui.shell.look import Opened
from ui.shell.wording import as_typed
from ui.workstream_page import strip
from workstreams import WORKSTREAMS
from workstreams.base import Workstream


def show() -> None:
    """The whole page."""
    opened = open_page("Overview")
    if opened is None:
        empty.no_plan()
        return
    if opened.as_at is None:
        empty.no_snapshot("Upload the plan's first workbook to see it here.")
        return
    since.section(opened)
    questions.section(opened)
    since.late(opened)
    moved.section(opened)
    st.header("Where each part of the plan stands", anchor=False)
    with st.grid(min_column_width=320, gap="small"):
        for workstream in WORKSTREAMS:
            with st.container(border=True, height="stretch", gap="xsmall"):
                _headline(opened, workstream)
    st.header("What this stands on", anchor=False)
    for workstream in WORKSTREAMS:
        if data.headline(opened, workstream.key).has_records:
            strip(opened, workstream)


def _headline(opened: Opened, workstream: Workstream) -> None:
    """One workstream: its finding, headline figure, trend and link."""
    st.subheader(workstream.title, anchor=False)
    shown = data.headline(opened, workstream.key)
    if not shown.has_records or not shown.results:
        st.caption(as_typed(workstream.empty))
    else:
        cards.figure(shown.results[0])
        trend_line.show(
            data.trend(opened, workstream.key), shown.results[0].measure.name, workstream.key
        )
        st.markdown(as_typed(shown.finding))
    st.space("stretch")
    st.page_link(
        f"pages/{workstream.key}.py",
        label=f"Go to {workstream.title}",
        icon=":material/arrow_forward:",
        query_params=state.address(),
    )
