"""Where status, dates, evidence and history of an action do not agree, kind by kind."""

import streamlit as st

from ui.actions import table
from ui.actions.lists import action_lists
from ui.shell.opened import Opened
from workstreams.wording import counted

KIND = "What does not agree"
EVERY = "All of them"


def section(opened: Opened) -> None:
    """The kinds with how many actions each has, then the rows of the one that is chosen."""
    found = opened.of(action_lists).disagreements
    if found.empty:
        return
    st.header("What does not agree", anchor=False)
    st.caption(
        "Reported status, dates and evidence are kept apart; here they do not agree. An action "
        "may stand under several."
    )
    counts = found[KIND].value_counts(sort=False)
    names = {EVERY: f"{EVERY} ({len(found)})"}
    names |= {str(kind): f"{kind} ({number})" for kind, number in counts.items()}
    picked = st.selectbox(
        KIND,
        list(names),
        format_func=lambda kind: names.get(kind, kind),
        key="disagreements_kind",
    )
    rows = found if picked == EVERY else found[found[KIND] == picked].drop(columns=KIND)
    said = counted(len(rows), "row")
    title = (
        "Actions whose status, dates and evidence do not agree" if picked == EVERY else str(picked)
    )
    table.paged(opened, rows, f"{title}: {said}", f"disagreements_{picked}", 10)
