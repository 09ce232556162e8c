"""What every form for officers shares: who it is, saving, what was said afterwards."""

from collections.abc import Callable

import streamlit as st

from store.access.roles import Right
from store.access.visitor import current
from store.refused import Refused
from ui.door import visitor
from ui.shell.wording import as_typed

NAME = "officer_name"
SAID = "officer_said"
TURN = "officer_turn"
PRIVACY = (
    "Do not name a child, parent or case here, or say how many cases there are: what you write is "
    "shown in public."
)


def may(right: Right, plan_id: int | None = None) -> bool:
    """Whether this visitor may do it, so that nobody is shown a form that would be refused."""
    return current().may(right, plan_id)


def key(place: str, field: str) -> str:
    """A widget's key in the form at a place: a new one once it is saved, so the form is empty."""
    turn = st.session_state.get(TURN, {}).get(place, 0)
    return f"{place}_{turn}_{field}"


def who(place: str) -> str:
    """The officer's name: from the sign-in, else asked for once a visit."""
    if known := visitor.name():
        return known
    own = key(place, "who")
    if not st.session_state.get(own):
        st.session_state[own] = st.session_state.get(NAME, "")
    st.text_input("Your name or job title", key=own, max_chars=100)
    return str(st.session_state[own])


def save(place: str, by: str, act: Callable[[], object], said: str) -> None:
    """Do what a form asks, under a name; then say so at the place and empty the form.

    What the store refuses is said instead, and the form keeps what was entered.
    """
    if not by.strip():
        st.error("Enter your name or job title: it is kept with what you record.")
        return
    try:
        act()
    except Refused as why:
        st.error(as_typed(str(why)))
        return
    if not visitor.name():
        st.session_state[NAME] = by.strip()
    turns = st.session_state.get(TURN, {})
    st.session_state[TURN] = turns | {place: turns.get(place, 0) + 1}
    st.session_state[SAID] = (place, said)
    st.rerun()


def told(place: str) -> None:
    """What was just saved at this place, said once."""
    said = st.session_state.get(SAID)
    if said and said[0] == place:
        st.success(as_typed(said[1]), icon=":material/check_circle:")
        del st.session_state[SAID]
