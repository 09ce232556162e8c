"""What the colours and letters of an officer's own key mean: always asked, never assumed."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from loaders.cells.key_words import suggested
from loaders.choices import Choices
from loaders.outcome import Checked
from ui.shell.wording import as_typed
from workstreams.colour_key import IN_WORDS, MEANINGS
from workstreams.colour_names import named
from workstreams.wording import counted


def section(checked: Checked, choices: Choices) -> Choices | None:
    """Ask what each colour or letter means; returns the choices with the answers once given."""
    found = counts(checked)
    if not found:
        return None
    known = {one: choices.colours[one] for one in found if one in choices.colours}
    key = {one: text for reading in checked.readings for one, text in reading.key.items()}
    st.header("What the colours mean in this file", anchor=False)
    st.markdown(
        "Councils use colours differently: green is “done” in one place and “on target” in "
        "another. Your answer is kept with the plan and printed under every chart that uses it."
    )
    with st.form(f"colours_{checked.sha256[:12]}", border=True):
        picked = {}
        with st.grid(min_column_width=260):
            for one, times in found.items():
                # The file's own key is offered as the answer; nothing counts until it is sent.
                proposed = known.get(one) or suggested(key.get(one, ""))
                picked[one] = st.selectbox(
                    as_typed(f"In this file {named(one)} ({counted(times, 'row')}) means"),
                    MEANINGS,
                    index=MEANINGS.index(proposed) if proposed in MEANINGS else None,
                    format_func=lambda word: IN_WORDS.get(word, word.capitalize()),
                    placeholder="Choose what it means",
                    key=f"colour_{checked.sha256[:12]}_{one}",
                    help=as_typed(f"The key in the file says: {key[one]}") if one in key else None,
                )
        for one, text in key.items():
            if one in found:
                st.caption(as_typed(f"The key in the file says {named(one)}: {text}"))
        if not st.form_submit_button("Use these meanings", type="primary"):
            return None
    return replace(choices, colours=dict(choices.colours) | _answered(picked))


def unanswered(checked: Checked, choices: Choices) -> int:
    """How many colours or letters nobody has said the meaning of."""
    return sum(one not in choices.colours for one in counts(checked))


def counts(checked: Checked) -> dict[str, int]:
    """How often each colour or letter stands in the file's tables."""
    found: dict[str, int] = {}
    for reading in checked.readings:
        for one, times in reading.colours.items():
            found[one] = found.get(one, 0) + times
    return found


def _answered(picked: Mapping[str, str | None]) -> dict[str, str]:
    return {one: meaning for one, meaning in picked.items() if meaning}
