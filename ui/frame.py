"""Opening a page: the menu, the pickers, the title and what every screen must say."""

from collections.abc import Mapping, Sequence

import streamlit as st

from ui import picker
from ui.data import Opened
from ui.wording import as_typed
from workstreams import WORKSTREAMS

OPENED = "opened_by_dashboard"
ICONS = {
    "actions": ":material/task_alt:",
    "recruitment": ":material/groups:",
    "hra_cases": ":material/balance:",
    "training": ":material/school:",
    "indicators": ":material/monitoring:",
}
EXEMPT = "Exempt: not for publication"


def menu() -> Mapping[str, Sequence[st.Page]]:
    """The pages under their headings, in the order of the declarations."""
    strands = [
        st.Page(f"pages/{w.key}.py", title=w.title, icon=ICONS.get(w.key, ":material/list:"))
        for w in WORKSTREAMS
    ]
    return {
        "": [
            st.Page("pages/overview.py", title="Overview", icon=":material/home:", default=True),
            *strands,
        ],
        "For officers": [
            st.Page("pages/upload.py", title="Upload", icon=":material/upload_file:"),
        ],
        "Help": [
            st.Page("pages/definitions.py", title="Definitions", icon=":material/menu_book:"),
        ],
    }


def open_page(title: str) -> Opened | None:
    """Open a page: menu, pickers, title, what is shown and its notices.

    Returns what to look at, or None where the store holds no plan yet. Every page calls this
    first. A fresh server sends a bookmark such as /recruitment straight to its file in pages/ and
    skips dashboard.py, because the old router runs until a menu is registered; so it is here.
    """
    if not st.session_state.get(OPENED):
        st.navigation(menu())
        st.rerun()
    opened = picker.choose()
    st.title(title, anchor=False)
    if opened is None:
        return None
    st.caption(as_typed(picker.says(opened)))
    if opened.plan.illustrative:
        st.info(as_typed(opened.plan.illustrative), icon=":material/info:")
    if opened.audience == "members":
        st.warning(
            "These are the members' figures. They may identify a child.",
            title=EXEMPT,
            icon=":material/lock:",
        )
    return opened
