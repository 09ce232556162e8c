"""The calendar: what is due soon, and everything with a day as a file."""

from datetime import datetime

import streamlit as st

from reports.calendar.document import written
from store.access.visitor import acting, current
from store.database.engine import open_store
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams.actions.updates.due import soon
from workstreams.actions.updates.owners import NOBODY, owners

WHOLE = "The whole plan"


def section(opened: Opened) -> None:
    """For the whole plan or one owner."""
    st.header("Calendar", anchor=False)
    names = [one.name for one in opened.of(owners) if one.name != NOBODY]
    picked = st.selectbox("Whose days", [WHOLE, *names], key="calendar_owner")
    owner = "" if picked in (None, WHOLE) else str(picked)
    today = datetime.now().astimezone().date()
    text = opened.of(soon, today, owner)
    with st.expander("What is due in the next 14 days", icon=":material/event:"):
        st.markdown(as_typed(text).replace("\n", "  \n"))
        st.download_button(
            "Download it as text",
            text,
            file_name="Due in the next 14 days.txt",
            mime="text/plain",
            icon=":material/download:",
            on_click="ignore",
        )
    plan_id, visitor = opened.plan.id, current()

    def file() -> bytes:
        with acting(visitor):
            return written(open_store(), plan_id, owner)

    st.download_button(
        "Download the calendar file",
        file,
        file_name="Improvement plan.ics",
        mime="text/calendar",
        icon=":material/calendar_month:",
        on_click="ignore",
        key="calendar_file",
    )
    st.caption(
        "Meetings, answers due and actions due. Open a later file the same way: it changes what "
        "the earlier one brought, and adds nothing twice."
    )
