"""The definitions page: what its parts are, a search over all of them, and the part chosen."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from ui.defined.parts import Part, found, parts
from ui.pieces import one_open, tables
from ui.shell import empty, state
from ui.shell.frame import open_page
from ui.shell.wording import as_typed
from workstreams.wording import counted

SHOWN = 12
"""Definitions found that one page of them shows."""


def show() -> None:
    """The whole page."""
    every = parts(open_page("Definitions"))
    asked = state.asked_for(one_open.ADDRESS)
    chosen = next((part for part in every if part.key == asked), every[0])
    words = st.text_input(
        "Search all definitions", key="definitions_search", type="search", live=True
    )
    if (words or "").strip():
        _search(words or "", every)
        return
    if chosen.key == asked:
        # A link to the page that is open leaves the address as it was.
        st.query_params[one_open.ADDRESS] = asked
    st.header("Contents", anchor=False)
    with st.container(horizontal=True, gap="small"):
        for part in every:
            _link(part, chosen)
    _part(chosen)


def _link(part: Part, chosen: Part) -> None:
    if part is chosen:
        st.markdown(f":material/arrow_downward: **{as_typed(part.title)}**", width="content")
        return
    st.page_link(
        "pages/definitions.py",
        label=as_typed(part.title),
        query_params=state.address() | {one_open.ADDRESS: part.key},
    )


def _search(words: str, every: Sequence[Part]) -> None:
    """What was found, in place of the contents."""
    lines = found(words, every)
    if not lines:
        st.info("No definition holds these words. Take one away, or empty the search.")
        return
    st.caption(f"{counted(len(lines), 'definition')} found. Empty the search for the contents.")
    key = f"definitions_found_{len(lines)}"
    tables.paged(pd.DataFrame(lines), "Definitions found", key, SHOWN)


def _part(part: Part) -> None:
    st.header(as_typed(part.title), anchor=part.key.replace("_", "-"))
    if part.about:
        st.markdown(as_typed(part.about))
    for table in part.tables:
        if table.folded:
            continue
        if table.heading:
            st.subheader(as_typed(table.heading), anchor=False)
        tables.rows(table.lines, table.alt)
    folded = [table for table in part.tables if table.folded]
    if folded:
        with st.expander("The columns its sheets may have", icon=":material/table:"):
            for table in folded:
                st.markdown(f"**{as_typed(table.heading)}.** {as_typed(table.about)}")
                tables.rows(table.lines, table.alt)
    if part.workstream is not None:
        empty.workstream_template(part.workstream)
