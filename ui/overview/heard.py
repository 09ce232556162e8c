"""Who returned an update before the meeting: one quiet line, with the way to the sheets."""

import streamlit as st

from store.access.roles import Right
from store.access.visitor import current
from store.database.engine import open_store
from store.said.updates import heard_of
from ui.shell import state
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams.actions.updates.heard import asked_for, heard


def section(opened: Opened) -> None:
    """For members, where owners were asked for the meeting that they look at."""
    visitor = current()
    if opened.audience != "members" or not visitor.may(Right.SEE_MEMBERS_FIGURES, opened.plan.id):
        return
    asked, returns = heard_of(open_store(), opened.plan.id)
    own = asked_for(opened.view, asked, opened.is_latest) if asked else None
    if own is None:
        return
    st.caption(as_typed(heard(opened.view, own, returns)))
    if visitor.may(Right.UPDATES, opened.plan.id):
        st.page_link(
            "pages/updates.py",
            label="See the return sheets",
            icon=":material/mail:",
            query_params=state.address(),
        )
