"""Rows that are hidden by hand or struck out: what becomes of them, asked once and kept."""

from dataclasses import replace

import streamlit as st

from loaders.choices import LEAVE_OUT, READ, Choices
from loaders.outcome import Checked
from loaders.sheets.rows import HIDDEN, STRUCK
from workstreams.wording import are, counted, sentence

HIDDEN_WORDS = {READ: "Read it like any other", LEAVE_OUT: "Leave it out"}
STRUCK_WORDS = {
    "complete": "It is done",
    "withdrawn": "It was dropped, or another row replaces it",
    READ: "Nothing: read it like any other",
    LEAVE_OUT: "Leave it out",
}
"""What striking out may mean; the first two are statuses of an action."""


def section(checked: Checked, choices: Choices) -> Choices | None:
    """Ask what becomes of rows left out because of how they look; the choices once answered."""
    out_of_sight, crossed_out = asked(checked, choices)
    if not out_of_sight and not crossed_out:
        return None
    st.header("Rows out of sight", anchor=False)
    st.markdown(
        "They are in the file, so nobody is told that they are gone. Your answer is kept with the "
        "plan and used for the next file."
    )
    key = checked.sha256[:12]
    with st.form(f"out_of_sight_{key}", border=True):
        said = choices
        if out_of_sight:
            rows = sentence(counted(out_of_sight, "row"))
            st.markdown(f"{rows} {are(out_of_sight)} hidden by hand.")
            said = replace(said, hidden=hidden(choices, f"ask_hidden_{key}"))
        if crossed_out:
            rows = sentence(counted(crossed_out, "row"))
            st.markdown(f"{rows} {are(crossed_out)} struck out.")
            said = replace(said, struck=struck(choices, f"ask_struck_{key}"))
        if not st.form_submit_button("Use these answers", type="primary"):
            return None
    return said if said != choices else None


def asked(checked: Checked, choices: Choices) -> tuple[int, int]:
    """How many rows are hidden, and how many struck out, that nobody has said anything of."""
    why = [why for reading in checked.readings for _, why in reading.left_out]
    return (
        0 if choices.hidden else why.count(HIDDEN),
        0 if choices.struck else why.count(STRUCK),
    )


def hidden(choices: Choices, key: str) -> str:
    """The list for rows and sheets that are hidden by hand; "" where nothing is chosen."""
    return _picked("A row or sheet hidden by hand", HIDDEN_WORDS, choices.hidden, key)


def struck(choices: Choices, key: str) -> str:
    """The list for struck-out rows; "" where nothing is chosen."""
    return _picked("A struck-out row means", STRUCK_WORDS, choices.struck, key)


def _picked(label: str, words: dict[str, str], now: str, key: str) -> str:
    picked = st.selectbox(
        label,
        list(words),
        index=list(words).index(now) if now in words else None,
        format_func=lambda word: words.get(word, word),
        placeholder="Choose",
        key=key,
    )
    return picked or ""
