"""For officers: what was recorded and fits no action, so that it changes nothing."""

import streamlit as st

from store.access.roles import Right
from ui.actions.lists import action_lists
from ui.pieces import tables
from ui.shell import officer, undoing
from ui.shell.opened import Opened
from workstreams.wording import counted

PLACE = "unplaced"


def section(opened: Opened) -> None:
    """Each with what to do about it, and a form to take it back."""
    if not opened.is_latest:
        return
    officer.told(PLACE)
    lost = opened.of(action_lists).unplaced
    if lost.empty:
        return
    st.header("Recorded, but not about any action", anchor=False)
    verb = "changes" if len(lost) == 1 else "change"
    st.markdown(f"{counted(len(lost), 'record')} by officers {verb} nothing on any page.")
    tables.paged(lost, "What officers recorded that fits no action", PLACE, 10)
    if not officer.may(Right.RECORD, opened.plan.id):
        return
    lines = {
        int(key): f"{what}: {about} ({when})"
        for key, what, about, when in zip(
            lost.index.tolist(), lost["What"], lost["About"], lost["From"], strict=True
        )
    }
    with (
        st.expander("For officers: take one back", icon=":material/undo:"),
        st.form(officer.key(PLACE, "form"), border=False),
    ):
        undoing.fields(
            *(opened.plan.id, lines, PLACE, "back", "What to take back", "Take it back"),
            "Taken back.",
        )
