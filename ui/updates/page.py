"""Between meetings: ask every owner for an update of their actions, and take in what comes."""

import streamlit as st

from store.access.roles import Right
from store.database.engine import open_store
from store.said.remembered import wrong_with_key
from ui.shell import empty
from ui.shell.frame import open_page
from ui.shell.wording import as_typed
from ui.updates import ask, calendar, returns
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
    if wrong := wrong_with_key(open_store()):
        st.error(as_typed(wrong))
        return
    ask.section(opened)
    returns.section(opened)
    calendar.section(opened)
