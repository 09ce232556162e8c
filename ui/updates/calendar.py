"""The calendar: what is due soon, and everything with a day as a file."""

from datetime import datetime
from functools import partial

import streamlit as st

from reports.calendar.document import written
from store.access.roles import Right
from store.database.engine import open_store
from ui.door import downloads
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
        downloads.button(
            "Download it as text",
            partial(str, text),
            file_name="Due in the next 14 days.txt",
            mime="text/plain",
            asks=opened.asks,
        )
    downloads.button(
        "Download the calendar file",
        partial(written, open_store(), opened.plan.id, owner),
        file_name="Improvement plan.ics",
        mime="text/calendar",
        asks=((Right.UPDATES, opened.plan.id),),
        icon=":material/calendar_month:",
        key="calendar_file",
    )
    st.caption(
        "Meetings, answers due and actions due. Open a later file the same way: it changes what "
        "the earlier one brought, and adds nothing twice."
    )
