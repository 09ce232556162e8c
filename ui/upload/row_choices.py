"""Rows that were left out and are wanted, rows that were read and are none: said row by row."""

from dataclasses import replace

import streamlit as st

from loaders.choices import LEAVE_OUT, READ, Choices
from loaders.outcome import Checked
from loaders.sheets.spelling import normal

SHOWN = 90
"""Characters of a row in the lists."""


def form(checked: Checked, choices: Choices) -> Choices | None:
    """A list of the rows left out and one of the rows read; the choices where some are picked."""
    out, read = _lines(checked, left_out=True), _lines(checked, left_out=False)
    if not out and not read:
        st.caption("No row of this file can be put back or taken out here.")
        return None
    st.caption(
        "Your answer is kept with the plan: a row that says the same is treated alike in the next "
        "file. Rows about people are not listed."
    )
    key = checked.sha256[:12]
    with st.form(f"rows_{key}", border=False):
        back = _picked("Read these rows after all", out, f"rows_back_{key}")
        away = _picked("Leave these rows out", read, f"rows_out_{key}")
        if not st.form_submit_button("Read it again with these rows", type="primary"):
            return None
    if not back and not away:
        return None
    rows = {table: dict(said) for table, said in choices.rows.items()}
    for lines, said in ((back, READ), (away, LEAVE_OUT)):
        for table, words in lines:
            rows.setdefault(table, {})[words] = said
    return replace(choices, rows=rows)


def _lines(checked: Checked, *, left_out: bool) -> dict[tuple[str, str], str]:
    """Rows left out, or rows read, by their table and words: "Plan, row 4 (an example): …"."""
    lines = {}
    for reading in checked.readings:
        aside = dict(reading.left_out)
        for row, words in reading.row_words:
            if (row in aside) == left_out:
                why = f" ({aside[row]})" if left_out else ""
                cut = f"{words[:SHOWN]}…" if len(words) > SHOWN else words
                line = f"{reading.sheet}, row {row}{why}: {cut}"
                lines[reading.table, normal(words)] = line
    return lines


def _picked(label: str, lines: dict[tuple[str, str], str], key: str) -> list[tuple[str, str]]:
    return st.multiselect(
        label,
        list(lines),
        format_func=lambda one: lines.get(one, ""),
        placeholder="Choose rows" if lines else "There are none",
        disabled=not lines,
        key=key,
    )
