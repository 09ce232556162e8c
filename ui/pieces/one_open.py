"""The sections of a page, of which one is open at a time and stands in the address."""

from collections.abc import Mapping

import streamlit as st

from ui.shell import state

ADDRESS = "ask"
"""What the address calls the open section."""


def choose(label: str, names: Mapping[str, str], key: str, first: str = "") -> str:
    """The key of the open section, chosen among ``names`` (key -> what it is called).

    What the address asks for is open; else ``first``, which may be none (""). Where there is a
    first, one is always open; else it is closed by a second press.
    """
    asked = state.asked_for(ADDRESS)
    widget = f"{key}_{ADDRESS}"
    # Not the control's own default: the address may ask for another.
    st.session_state[widget] = asked if asked in names else first or None
    return (
        st.pills(
            label,
            list(names),
            format_func=lambda one: names.get(one, one),
            required=bool(first),
            key=widget,
            on_change=_picked,
            args=(widget,),
        )
        or ""
    )


def _picked(widget: str) -> None:
    state.keep(ADDRESS, st.session_state[widget] or "")
