"""Tables that everybody can read: real HTML, text as it was typed; and as a file."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import pandas as pd
import pyarrow as pa
import streamlit as st

from loaders.written.escaping import escaped
from ui.shell.opened import Opened
from ui.shell.screen_width import narrow
from ui.shell.wording import as_typed
from workstreams import source

WIDE = 3
"""Columns that still fit side by side on a phone."""
FEW_MORE = 2


def show(frame: pd.DataFrame, alt: str) -> None:
    """A table of text cells; the headings are on-screen words. Long ones go through ``pages``."""
    names = [as_typed(str(name)) for name in frame.columns]
    cells = [
        [as_typed(str(cell)) for cell in frame.iloc[:, at].tolist()] for at in range(len(names))
    ]
    if narrow() and len(names) > WIDE:
        names, cells = _stacked(names, cells)
    # Streamlit sends Arrow; a frame would be taken apart and put together again for each table.
    text = pa.Table.from_arrays([pa.array(one, pa.string()) for one in cells], names)
    st.table(text, border="horizontal", hide_index=True, alt=alt)


def _stacked(names: list[str], cells: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """The same table for a phone: the first column, and the others under one another beside it."""
    details = [
        "  \n".join(
            f"{heading}: {cell}"
            for heading, cell in zip(names[1:], row, strict=True)
            if cell != "–"
        )
        for row in zip(*cells[1:], strict=True)
    ]
    return [names[0], "Details"], [cells[0], details]


def rows(lines: Sequence[Mapping[str, str]], alt: str) -> None:
    """A table of a few lines, each a heading and its text."""
    show(pd.DataFrame(list(lines)), alt)


def paged(
    frame: pd.DataFrame,
    alt: str,
    key: str,
    size: int = 20,
    finished: Callable[[pd.DataFrame], pd.DataFrame] = lambda part: part,
) -> None:
    """A long table, a page at a time, with what of it is on the screen.

    One that is longer by a few rows only is not turned over for them.
    ``finished`` makes the cells, or adds what only the rows on the screen need.
    """
    pages = 1 if len(frame) <= size + FEW_MORE else -(-len(frame) // size)
    size = len(frame) if pages == 1 else size
    slot = st.container()
    page = st.pagination(pages, key=f"{key}_page") if pages > 1 else 1
    first = (page - 1) * size
    part = frame.iloc[first : first + size]
    with slot:
        if pages > 1:
            st.caption(f"Rows {first + 1} to {first + len(part)} of {len(frame):,}")
        show(finished(part), alt)


def placed(
    opened: Opened, rows: pd.DataFrame, rows_of: str, alt: str, key: str, size: int = 8
) -> None:
    """Records a page at a time, each with where it stands in the file.

    ``rows`` are text cells, indexed by the record ids of the table whose key is ``rows_of``; rows
    of no table ("") stand nowhere. Only the rows on the screen are looked up.
    """
    if rows_of:
        paged(rows, alt, key, size, partial(source.placed, opened.view, rows_of))
    else:
        paged(rows, alt, key, size)


def csv(table: pd.DataFrame) -> bytes:
    """A table of text as a file that a spreadsheet opens with its accents and runs no cell of."""
    safe = table.astype("object").map(escaped).rename(columns=lambda name: str(escaped(name)))
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")
