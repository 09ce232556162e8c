"""Tables that everybody can read: real HTML, text as it was typed."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from ui.wording import as_typed


def show(frame: pd.DataFrame, alt: str) -> None:
    """A table of text cells; the headings are on-screen words. Long ones go through ``pages``."""
    st.table(
        frame.astype("object").map(lambda cell: as_typed(str(cell))).rename(columns=as_typed),
        border="horizontal",
        hide_index=True,
        alt=alt,
    )


def rows(lines: Sequence[Mapping[str, str]], alt: str) -> None:
    """A table of a few lines, each a heading and its text."""
    show(pd.DataFrame(list(lines)), alt)


def paged(frame: pd.DataFrame, alt: str, key: str, size: int = 20) -> None:
    """A long table, a page at a time, with what of it is on the screen."""
    pages = max(1, -(-len(frame) // size))
    slot = st.container()
    page = st.pagination(pages, key=f"{key}_page") if pages > 1 else 1
    first = (page - 1) * size
    part = frame.iloc[first : first + size]
    with slot:
        if pages > 1:
            st.caption(f"Rows {first + 1} to {first + len(part)} of {len(frame):,}")
        show(part, alt)
