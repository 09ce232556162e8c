"""What the actions page has beside figures, charts and records: outlook, answers, disagreements."""

import streamlit as st

from ui import data, tables
from ui.data import Opened
from ui.wording import as_typed


def section(opened: Opened) -> None:
    """Each part with a heading, and only where there is anything to say."""
    found = data.action_lists(opened)
    if found.outlook:
        st.header("What the pace so far makes likely", anchor=False)
        for sentence in found.outlook:
            st.markdown(as_typed(sentence))
    if len(found.recommendations):
        st.header("Recommendations and their answers", anchor=False)
        st.caption(
            "Each in the words of the file. The executive has two months to answer, from the day "
            "it was given notice."
        )
        rows = data.placed(opened, "actions", found.recommendations)
        tables.paged(rows, "Recommendations and their answers", "recommendations", 10)
    if len(found.orphans):
        st.subheader("Recommendations and actions that do not meet", anchor=False)
        rows = data.placed(opened, "actions", found.orphans)
        tables.paged(rows, "Recommendations without an action, and the reverse", "orphans", 10)
    if len(found.disagreements):
        st.header("Where what is said disagrees", anchor=False)
        st.caption("Reported status, dates and evidence are kept apart; here they do not agree.")
        rows = data.placed(opened, "actions", found.disagreements)
        tables.paged(rows, "Where what is said of an action disagrees", "disagreements", 10)
    if len(found.links):
        st.header("Followed under another reference or wording", anchor=False)
        st.caption("Taken to be one action because the wording is alike.")
        rows = data.placed(opened, "actions", found.links)
        tables.paged(rows, "Actions followed under another reference or wording", "links", 10)
