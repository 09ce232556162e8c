"""The overview: what each workstream's headline says, how it moved, and the way to its page."""

import streamlit as st

from ui.overview import moved, questions, since
from ui.pieces import cards, trend_line
from ui.shell import empty, honest, state
from ui.shell.frame import open_page, page_of
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams import WORKSTREAMS
from workstreams.base import Workstream
from workstreams.shown import shown


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
        if opened.of(shown, workstream, 1).has_records:
            honest.strip(opened, workstream)


def _headline(opened: Opened, workstream: Workstream) -> None:
    """One workstream: its finding, headline figure, trend and link."""
    st.subheader(workstream.title, anchor=False)
    said = opened.of(shown, workstream, 1)
    if not said.has_records or not said.results:
        st.caption(as_typed(workstream.empty))
    else:
        headline = said.results[0]
        cards.figure(headline)
        found = opened.of(trend_line.trend, workstream.measures[0])
        trend_line.show(found, headline.name, workstream.key)
        st.markdown(as_typed(said.finding))
    st.space("stretch")
    st.page_link(
        page_of(workstream),
        label=f"Go to {workstream.title}",
        icon=":material/arrow_forward:",
        query_params=state.address(),
    )
