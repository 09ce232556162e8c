"""The way from the actions to the page of recommendations."""

import streamlit as st

from ui.actions.lists import action_lists
from ui.shell import state
from ui.shell.opened import Opened


def section(opened: Opened) -> None:
    """A link, where the plan has recommendations."""
    if opened.of(action_lists).recommendations:
        st.page_link(
            "pages/recommendations.py",
            label="Go to the recommendations and their answers",
            icon=":material/arrow_forward:",
            query_params=state.address(),
        )
