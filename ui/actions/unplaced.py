"""For officers: what was recorded and fits no action, so that it changes nothing."""

import streamlit as st

from store.access.roles import Right
from store.database.engine import open_store
from store.said.judgements import end_judgement
from ui.actions.lists import action_lists
from ui.pieces import tables
from ui.shell import officer
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
        chosen = st.selectbox(
            "What to take back",
            list(lines),
            format_func=lambda key: lines.get(int(str(key)), ""),
            key=officer.key(PLACE, "back"),
        )
        by = officer.who(PLACE)
        if st.form_submit_button("Take it back") and chosen is not None:
            officer.save(
                PLACE,
                by,
                lambda: end_judgement(open_store(), opened.plan.id, chosen, by),
                "Taken back. It stays in the log of the plan.",
            )
