"""The overview: how the plan stands, what changed, what to ask; then the lists behind it."""

from functools import partial

import streamlit as st

from ui.overview import chair, changed, doing, lists, opening, questions, tiles
from ui.shell import empty, honest
from ui.shell.frame import open_page
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams import WORKSTREAMS
from workstreams.shown import shown


def show() -> None:
    """The whole page: one screen to read before a meeting, and at most two below it."""
    opened = open_page("Overview", brief=True)
    if opened is None:
        empty.no_plan()
        return
    if opened.as_at is None:
        empty.no_snapshot("Upload the plan's first workbook to see it here.")
        return
    with st.container(gap="xsmall", key="brief"):
        tiles.section(opened)
        changed.section(opened)
        questions.section(opened)
        questions.others(opened)
        chair.section(opened)
    doing.asked(opened)
    with st.container(gap="xsmall", key="lists"):
        lists.section(opened)
    everything = partial(changed.everything, opened)
    opening.line("Every change, and every figure that moved", "all", everything)
    stands_on = partial(_stands_on, opened)
    opening.line("Each part in a sentence, and what it stands on", "on", stands_on)


def _stands_on(opened: Opened) -> None:
    if opened.plan.illustrative:
        st.caption(as_typed(opened.plan.illustrative))
    for workstream in WORKSTREAMS:
        said = opened.of(shown, workstream, 1)
        st.markdown(f"**{workstream.title}.** {as_typed(said.finding or workstream.empty)}")
        doing.section(opened, workstream)
        if said.has_records:
            honest.strip(opened, workstream)
