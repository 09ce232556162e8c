"""Choosing among the recommendations of the record: by committee, year, answer and outcome."""

from collections.abc import Mapping, Sequence

import streamlit as st

from ui.shell import state
from ui.shell.screen_width import narrow
from workstreams.actions.recommended.record import Chosen, Entry, choices

LABELS = {
    "committee": ("Committee", "Every committee"),
    "year": ("Municipal year", "Every year"),
    "answer": ("Answer", "Any answer"),
    "outcome": ("What became of it", "Any outcome"),
}
"""Part of what is chosen -> its label, and what is said where nothing is chosen."""


def choose(found: Sequence[Entry]) -> Chosen:
    """What the lists above the record ask for; each list stands in the address under its name.

    A list with one thing in it is left out.
    """
    offered = {part: some for part, some in choices(found).items() if len(some) > 1}
    if not offered:
        return Chosen()
    places = [st.container() for _ in offered] if narrow() else st.columns(len(offered))
    picked = {}
    for place, (part, some) in zip(places, offered.items(), strict=True):
        with place:
            picked[part] = pick(part, some, *LABELS[part])
    return Chosen(**picked)


def pick(part: str, some: Sequence[str], label: str, every: str) -> str:
    """One list; "" where all are wanted. What the address asks for and is not there is left."""
    asked = state.asked_for(part)
    value = asked if asked in some else ""
    key = f"record_{part}"
    st.session_state[key] = value
    names: Mapping[str, str] = {"": every}
    st.selectbox(
        label,
        ["", *some],
        format_func=lambda one: names.get(one, one),
        key=key,
        on_change=_picked,
        args=(part, key),
    )
    state.keep(part, value)
    return value


def _picked(part: str, key: str) -> None:
    state.keep(part, st.session_state[key])
