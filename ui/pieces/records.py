"""A page's records: search, filter, open one with its history and the cells it came from."""

from collections.abc import Callable, Collection
from functools import partial
from typing import NamedTuple

import pandas as pd
import streamlit as st

from loaders.declared import Table
from ui.pieces import listing, printing, tables
from ui.pieces.history import history
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams.base import Life, Workstream
from workstreams.source import places
from workstreams.view import Snapshot, View
from workstreams.wording import counted, sentence

AS_FILED = "As in the file"
RECORD = "record"
"""What the address calls the record that is open."""
ORDER_WIDE = 320
"""Pixels that the list of orders takes: the longest of them fits."""
Beside = Callable[[View, int], None]
"""Draws what stands beside the history of a record, which is given by its id."""


class InFull(NamedTuple):
    """One record: what it is called, where it stands, and each of its cells with its address.

    ``cells`` is text under "What", "Says" and "Cell".
    """

    name: str
    place: str
    cells: pd.DataFrame


def section(opened: Opened, workstream: Workstream, beside: Beside | None = None) -> None:
    """The records of a workstream, one table at a time."""
    view = opened.view
    filled = [t for t in workstream.tables if t.key in view.history and len(view.now(t.key))]
    if not filled:
        return
    st.header("Records", anchor=False)
    table = filled[0]
    if len(filled) > 1:
        chosen = st.segmented_control(
            "Table",
            [t.key for t in filled],
            format_func=lambda key: next(t.sheet for t in filled if t.key == key),
            default=table.key,
            required=True,
            key=f"{workstream.key}_table",
        )
        table = next(t for t in filled if t.key == chosen)
    every = view.now(table.key)
    frame = _narrowed(table, every)
    if frame.empty:
        st.info("No record fits. Take a word or a filter away.")
        return
    some = counted(len(frame), "record")
    st.caption(some if len(frame) == len(every) else f"{some} of {len(every):,}")
    columns = listing.columns(table, frame)
    tables.paged(
        _ordered(table, every, frame),
        f"{table.sheet}: the records found",
        table.key,
        finished=lambda part: listing.texts(part, columns),
    )
    first = table is workstream.tables[0]
    own = (workstream.life, beside) if first else (None, None)
    _one(view, table, frame, *own)


def _ordered(table: Table, every: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    """The records found, in the order that is chosen; the same orders whatever is found."""
    orders = listing.orders(listing.columns(table, every))
    chosen = st.selectbox("Order", [AS_FILED, *orders], key=f"{table.key}_order", width=ORDER_WIDE)
    return listing.ordered(frame, orders[chosen]) if chosen in orders else frame


def behind(view: View, workstream: Workstream, ids: Collection[int], title: str) -> None:
    """The records behind a bar, a point or a figure."""
    for table in workstream.tables:
        frame = view.history.get(table.key, table.empty())
        frame = frame[frame.index.isin(list(ids))]
        if len(frame):
            st.markdown(f"**{title}:** {counted(len(frame), 'record')}")
            key = f"behind_{table.key}_{title}"
            tables.paged(frame, title, key, 10, partial(_placed, view, table, frame))


def _placed(view: View, table: Table, frame: pd.DataFrame, part: pd.DataFrame) -> pd.DataFrame:
    """Some of a frame's records as text, and where each stands, in whichever file."""
    rows = listing.texts(part, listing.columns(table, frame))
    return rows.assign(Where=places(view, table.key, part))


def _narrowed(table: Table, frame: pd.DataFrame) -> pd.DataFrame:
    """What the search box and the filters leave."""
    filters = listing.filterable(table, frame)
    with st.grid(min_column_width=200, gap="small"):
        words = st.text_input("Only with the words", key=f"{table.key}_search", type="search")
        picked = {
            field: st.multiselect(
                table[field].heading,
                values,
                format_func=sentence if table[field].kind.words else str,
                key=f"{table.key}_{field}",
                placeholder="All",
            )
            for field, values in filters.items()
        }
    for field, values in picked.items():
        if values:
            frame = frame[frame[field].isin(values)]
    return listing.searched(table, frame, words or "")


def asked_for(opened: Opened, workstream: Workstream, beside: Beside | None = None) -> None:
    """The record that the address asks for, whole, though the file may hold it no longer."""
    asked, table = st.query_params.get(RECORD, ""), workstream.tables[0]
    if not asked.removeprefix("-").isdecimal() or workstream.closed(opened.view):
        return
    if int(asked) in opened.view.history[table.key].index:
        _whole(opened.view, table, int(asked), workstream.life, beside)


def _one(
    view: View, table: Table, frame: pd.DataFrame, life: Life | None, beside: Beside | None
) -> None:
    """One record of the list, whole."""
    names = dict(zip(frame.index, listing.names(table, frame), strict=True))
    record_id = st.selectbox(
        "Open a record",
        list(names),
        index=None,
        format_func=lambda key: names.get(key, str(key)),
        placeholder="Choose a record to see its cells and history",
        key=f"{table.key}_open",
    )
    # The one that the address asks for opens the page.
    if record_id is not None and str(record_id) != st.query_params.get(RECORD):
        _whole(view, table, int(record_id), life, beside)


def _whole(
    view: View, table: Table, record_id: int, life: Life | None, beside: Beside | None
) -> None:
    """One record in full: its history, then every cell with its address."""
    with st.container(border=True, key=f"{table.key}_{record_id}_whole"):
        told = in_full(view, table, record_id)
        st.markdown(f"**{as_typed(told.name)}**")
        st.caption(as_typed(told.place))
        st.markdown("**History**")
        happened = f"{told.name}, changes from upload to upload"
        if life is None:
            tables.rows(history(table, view.history[table.key], record_id), happened)
        else:
            tables.show(life(view, record_id), happened)
        st.markdown("**Each cell of the file**")
        tables.show(told.cells, f"{told.name}, cell by cell")
        if beside is not None:
            beside(view, record_id)


def in_full(view: View, table: Table, record_id: int) -> InFull:
    """All that the file says of a record."""
    rows = view.history[table.key].loc[[record_id]]
    record = rows.iloc[0]
    snapshot = next((s for s in view.snapshots if s.id == record["snapshot_id"]), None)
    file = snapshot.file if snapshot else "the upload"
    return InFull(
        listing.names(table, rows)[0],
        f"From {file}, sheet {record['sheet']}, row {record['row']}",
        pd.DataFrame(_cells(table, record, snapshot), dtype="str"),
    )


def _cells(table: Table, record: pd.Series, snapshot: Snapshot | None) -> list[dict[str, str]]:
    """Every cell of a record that is filled in, with its address in the officer's own file."""
    letters: dict[str, str] = {}
    for read in snapshot.tables if snapshot else ():
        if (read.table, read.sheet) == (table.key, record["sheet"]):
            letters = dict(read.letters)
    return [
        {
            "What": column.heading,
            "Says": printing.cell(record, column),
            "Cell": f"{letters[column.field]}{record['row']}" if column.field in letters else "–",
        }
        for column in table.columns
        if column.field in letters or pd.notna(record[column.field])
    ]
