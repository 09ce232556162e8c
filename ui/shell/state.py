"""The few things a visit remembers, and the part of them that lives in the page's address."""

import streamlit as st

IN_THE_ADDRESS = ("plan", "as_at", "since")
"""Kept in the address, so that what is on the screen can be sent to a colleague."""


def asked_for(name: str) -> str:
    """What the address says, else what this visit chose before; "" where neither does.

    The menu drops the address's values when it changes page, so the visit keeps them as well.
    """
    value = st.query_params.get(name)
    return kept(name) if value is None else value


def kept(name: str) -> str:
    """What this visit chose before; "" where it chose nothing."""
    return str(st.session_state.get(_kept(name), ""))


def keep(name: str, value: str) -> None:
    """Remember a choice and write it in the address; "" takes it out again."""
    st.session_state[_kept(name)] = value
    if not value:
        if name in st.query_params:
            del st.query_params[name]
    elif st.query_params.get(name) != value:
        st.query_params[name] = value


def address() -> dict[str, str]:
    """What a link to another page must carry to show the same plan and date."""
    return {name: value for name in IN_THE_ADDRESS if (value := kept(name))}


def _kept(name: str) -> str:
    return f"kept_{name}"
