"""Rows that were left out and are wanted, rows that were read and are none: said row by row."""

from dataclasses import replace

import streamlit as st

from loaders.choices import LEAVE_OUT, READ, Choices
from loaders.outcome import Checked, Reading
from loaders.sheets.spelling import normal

SHOWN = 90
"""Characters of a row in the lists."""


def form(checked: Checked, choices: Choices) -> Choices | None:
    """A list of the rows left out and one of the rows read; the choices where some are picked."""
    out, read = _left_out(checked), _read(checked)
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


def _left_out(checked: Checked) -> dict[tuple[str, str], str]:
    """Rows left out, by their table and words: "Plan, row 4 (an example): …"."""
    return {
        (reading.table, normal(reading.row_words[row])): _line(reading, row, f" ({why})")
        for reading in checked.readings
        for row, why in reading.left_out
        if row in reading.row_words
    }


def _read(checked: Checked) -> dict[tuple[str, str], str]:
    aside = {(r.sheet, row) for r in checked.readings for row, _ in r.left_out}
    return {
        (reading.table, normal(words)): _line(reading, row, "")
        for reading in checked.readings
        for row, words in reading.row_words.items()
        if (reading.sheet, row) not in aside
    }


def _line(reading: Reading, row: int, why: str) -> str:
    words = reading.row_words[row]
    cut = f"{words[:SHOWN]}…" if len(words) > SHOWN else words
    return f"{reading.sheet}, row {row}{why}: {cut}"


def _picked(label: str, lines: dict[tuple[str, str], str], key: str) -> list[tuple[str, str]]:
    return st.multiselect(
        label,
        list(lines),
        format_func=lambda one: lines.get(one, ""),
        placeholder="Choose rows" if lines else "There are none",
        disabled=not lines,
        key=key,
    )
