"""What the colours, letters and words of an officer's own plan mean: asked, never assumed."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from loaders.cells.key_words import suggested
from loaders.choices import Choices
from loaders.columns.rag import is_code, meaning
from loaders.outcome import Checked
from measures.following.lives import CLOSED
from store.said.remembered import merged
from ui.shell.wording import as_typed
from ui.upload import words
from workstreams.colour_key import IN_WORDS, MEANINGS
from workstreams.colour_names import named
from workstreams.wording import counted


def section(checked: Checked, choices: Choices) -> Choices | None:
    """Ask what each colour, letter and word means; returns the choices once they are answered."""
    found = counts(checked)
    if not found and not words.columns(checked):
        return None
    known = {one: meaning(one, choices.colours) for one in found}
    stands = {one: at for reading in checked.readings for one, at in reading.coloured.items()}
    key = {one: text for reading in checked.readings for one, text in reading.key.items()}
    st.header("What the colours and words mean in this file", anchor=False)
    st.markdown(
        "Councils use colours and words differently: green is “done” in one place and “on target” "
        "in another, and so is a tick. Your answer is kept with the plan and printed under every "
        "chart that uses it."
    )
    with st.form(f"colours_{checked.sha256[:12]}", border=True):
        picked = {}
        with st.grid(min_column_width=260):
            for one, times in found.items():
                # The file's own key is offered as the answer; nothing counts until it is sent.
                proposed = known[one] or suggested(key.get(one, "")) or _likely(one)
                picked[one] = st.selectbox(
                    as_typed(_question(one, times, stands.get(one, ""))),
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
        own = words.fields(checked, choices)
        if not st.form_submit_button("Use these meanings", type="primary"):
            return None
    colours = dict(choices.colours) | _answered(picked)
    return replace(choices, colours=colours, words=merged(choices.words, own))


def _question(one: str, times: int, heading: str) -> str:
    where = f"Under “{' '.join(heading.split())}”" if heading else "In this file"
    return f"{where} {named(one)} ({counted(times, 'row')}) means"


def _likely(one: str) -> str:
    """What a plan's own word most likely means, unless it would end the matter."""
    status = "" if is_code(one) else suggested(one)
    return "" if status in CLOSED else status


def unanswered(checked: Checked, choices: Choices) -> int:
    """How many colours, letters and words nobody has said the meaning of."""
    return sum(meaning(one, choices.colours) is None for one in counts(checked))


def counts(checked: Checked) -> dict[str, int]:
    """How often each colour, letter or word stands in the file's tables."""
    found: dict[str, int] = {}
    for reading in checked.readings:
        for one, times in reading.colours.items():
            found[one] = found.get(one, 0) + times
    return found


def _answered(picked: Mapping[str, str | None]) -> dict[str, str]:
    return {one: meaning for one, meaning in picked.items() if meaning}
