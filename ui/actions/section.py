"""What the actions page has beside figures, charts and records: outlook, disagreements, links."""

import streamlit as st

from ui.actions import disagreements, links, unplaced, vanished
from ui.actions.lists import action_lists
from ui.shell import state
from ui.shell.opened import Opened
from ui.shell.wording import as_typed


def section(opened: Opened) -> None:
    """Each part with a heading, and only where there is anything to say."""
    found = opened.of(action_lists)
    if found.outlook:
        st.header("What the pace so far makes likely", anchor=False)
        for sentence in found.outlook:
            st.markdown(as_typed(sentence))
    if found.recommendations:
        st.page_link(
            "pages/recommendations.py",
            label="Go to the recommendations and their answers",
            icon=":material/arrow_forward:",
            query_params=state.address(),
        )
    vanished.section(opened)
    disagreements.section(opened)
    links.section(opened, found.links, found.reworded)
    unplaced.section(opened, found.unplaced)
