"""Columns that were not read though they say something: what each most likely is, in one press."""

from collections.abc import Iterator
from dataclasses import replace

import streamlit as st

from loaders.choices import LEAVE_OUT, Choices
from loaders.outcome import Checked, Unused
from ui.shell.wording import as_typed
from workstreams import TABLES
from workstreams.wording import are, counted, sentence

BY_KEY = {table.key: table for table in TABLES}
AT_ONCE = 5
"""More columns than this are folded away behind the first."""


def section(checked: Checked, choices: Choices) -> Choices | None:
    """Offer to use or to leave out each column that was not read; the choices once one is pressed.

    A heading that stands in several tables of one kind is asked about once.
    """
    found = {(key, one.heading): (sheet, one) for sheet, key, one in _columns(checked)}
    if not found:
        return None
    st.header("Columns that were not used", anchor=False)
    st.markdown(
        f"{sentence(counted(len(found), 'column'))} of this file {are(len(found))} in no figure. "
        "Say what each is, and the answer is kept with the plan; or accept the file without."
    )
    pressed: dict[str, dict[str, str]] = {}
    lines = [(key, *rest) for (key, _), rest in found.items()]
    for place, (key, sheet, one) in enumerate(lines[:AT_ONCE]):
        _offer(checked.sha256[:12], place, key, sheet, one, pressed)
    if len(lines) > AT_ONCE:
        more = counted(len(lines) - AT_ONCE, "more column")
        with st.expander(sentence(more), icon=":material/view_column:"):
            for place, (key, sheet, one) in enumerate(lines[AT_ONCE:], start=AT_ONCE):
                _offer(checked.sha256[:12], place, key, sheet, one, pressed)
    if len(lines) > 1 and st.button("Leave all of them out", key=f"none_{checked.sha256[:12]}"):
        for key, _, one in lines:
            pressed.setdefault(key, {})[one.heading] = LEAVE_OUT
    if not pressed:
        return None
    fields = {key: {**choices.fields.get(key, {}), **said} for key, said in pressed.items()}
    return replace(choices, fields={**choices.fields, **fields})


def _columns(checked: Checked) -> Iterator[tuple[str, str, Unused]]:
    for reading in checked.readings:
        for one in reading.unused:
            yield reading.sheet, reading.table, one


def _offer(
    file: str, place: int, key: str, sheet: str, one: Unused, pressed: dict[str, dict[str, str]]
) -> None:
    """One column: what it holds, and the buttons."""
    values = " and ".join(f"“{value}”" for value in one.values)
    st.markdown(
        as_typed(f"“{one.heading}” ({sheet} {one.cell}) holds {one.holds}, such as {values}.")
    )
    with st.container(horizontal=True):
        if one.like and st.button(
            f"Use it as “{BY_KEY[key][one.like].heading}”",
            key=f"use_{file}_{place}",
            icon=":material/add:",
        ):
            pressed.setdefault(key, {})[one.heading] = one.like
        if st.button("Leave it out", key=f"leave_{file}_{place}"):
            pressed.setdefault(key, {})[one.heading] = LEAVE_OUT
