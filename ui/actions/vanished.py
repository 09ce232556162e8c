"""Actions no longer in the file: they stay on the page and count until somebody says why."""

import streamlit as st

from ui.actions import record as action_record
from ui.actions.lists import action_lists
from ui.pieces import tables
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams.actions.columns import ACTIONS
from workstreams.actions.records.tables import life_table
from workstreams.actions.records.vanished import UNSAID
from workstreams.source import placed
from workstreams.wording import counted


def section(opened: Opened) -> None:
    """The actions that vanished, and the way to say why for one of them."""
    found = opened.of(action_lists).vanished
    if found.empty:
        return
    unsaid = int((found["Why"] == UNSAID).sum())
    st.header(f"No longer in the file: {counted(len(found), 'action')}", anchor=False)
    st.caption(
        "An action that is not in the file any more still counts as it stood, until an officer "
        "records why: completed, merged into another, or withdrawn by decision. "
        + (f"{_how_many(unsaid)} not explained yet." if unsaid else "All are explained.")
    )
    rows = placed(opened.view, ACTIONS.key, found).rename(columns={"Where": "Where it stood"})
    tables.paged(rows, "Actions no longer in the file", "vanished", 10)
    names = {
        int(record): " · ".join(part for part in (ref, title) if part != "–")
        for record, ref, title in zip(
            found.index.tolist(), found["Reference"], found["Action"], strict=True
        )
    }
    picked = st.selectbox(
        "Open an action that is no longer listed",
        list(names),
        index=None,
        format_func=lambda key: names.get(int(str(key)), ""),
        placeholder="Choose one to see its history and record why",
        key="vanished_open",
    )
    if picked is None:
        return
    with st.container(border=True):
        view = opened.view
        st.markdown(f"**{as_typed(names[picked])}**")
        tables.show(life_table(view, picked), f"{names[picked]}, changes from upload to upload")
        action_record.section(view, picked)


def _how_many(number: int) -> str:
    """How many of them, at the start of a sentence."""
    return "1 is" if number == 1 else f"{number} are"
