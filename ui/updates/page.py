"""Between meetings: ask every owner for an update of their actions."""

import streamlit as st

from store.access.roles import Right
from ui.shell import empty
from ui.shell.frame import open_page
from ui.updates import ask
from workstreams.actions.columns import ACTIONS


def show() -> None:
    """The whole page."""
    opened = open_page("Updates", Right.UPDATES)
    if opened is None:
        empty.no_plan()
        return
    if opened.as_at is None or opened.view.now(ACTIONS.key).empty:
        empty.no_snapshot("Upload a plan or an action log to ask the owners of its actions.")
        return
    if not opened.is_latest:
        st.info("Owners are asked about the plan as it stands. Choose the latest date above.")
        return
    ask.section(opened)
