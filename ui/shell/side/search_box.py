"""The search that every page has at its side: what is typed there opens on the page of results.

What was looked for is kept by the visit and stands in no address: it may be a name, and addresses
are written down by servers and browsers.
"""

import streamlit as st

from ui.shell import state

PAGE = "pages/search.py"
_TYPED, _WORDS, _ASKED = "search_everywhere", "search_words", "search_asked"


def show() -> None:
    """The box at the top of the side bar; on to the results where something was typed."""
    if st.session_state.pop(_ASKED, False):
        st.switch_page(PAGE, query_params=state.address())
    st.sidebar.text_input(
        "Search this dashboard",
        key=_TYPED,
        type="search",
        placeholder="Search",
        label_visibility="collapsed",
        icon=":material/search:",
        on_change=_typed,
    )


def words() -> str:
    """What this visit looks for; "" before it looked for anything."""
    return str(st.session_state.get(_WORDS, ""))


def keep(typed: str) -> None:
    """Remember what is looked for."""
    st.session_state[_WORDS] = typed


def link() -> None:
    """The way to the search on screens that open with the side bar closed."""
    with st.container(key="search_link"):
        st.page_link(PAGE, label="Search", icon=":material/search:", query_params=state.address())


def _typed() -> None:
    typed = str(st.session_state[_TYPED] or "").strip()
    st.session_state[_TYPED] = ""
    if typed:
        keep(typed)
        st.session_state[_ASKED] = True
