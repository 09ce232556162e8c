"""What the honesty strip says: as at when, from which file, how many rows read and left out."""

import pandas as pd
import streamlit as st

from loaders.declared import Table
from measures.following.minuted import is_minuted
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams.base import Workstream
from workstreams.source import corrected, standing
from workstreams.view import Snapshot, View
from workstreams.wording import counted, dated, listed


def strip(opened: Opened, workstream: Workstream) -> None:
    """What the figures above stand on."""
    st.caption(f":material/fact_check: {as_typed(opened.of(says, workstream))}")


def says(view: View, workstream: Workstream) -> str:
    """The strip's words for one workstream."""
    if why := workstream.closed(view):
        return f"How many rows were read is for members only, because {why}."
    sentences = []
    for table in workstream.tables:
        if table.key not in view.history or view.now(table.key).empty:
            continue
        now = view.now(table.key)
        minuted = is_minuted(now.index).to_numpy()
        files = standing(view, table.key)
        for snapshot in files:
            own = now[(now["snapshot_id"] == snapshot.id).to_numpy() & ~minuted]
            if len(own):
                sentences += _of_file(table, snapshot, own, several=len(files) > 1)
                sentences.append(corrected([snapshot]))
        if minuted.any():
            sentences.append(
                f"From minutes, not in the file yet: {counted(minuted.sum(), 'item')}."
            )
    return " ".join(
        said for said in dict.fromkeys([*sentences, workstream.unconfirmed(view)]) if said
    )


def _of_file(table: Table, snapshot: Snapshot, now: pd.DataFrame, *, several: bool) -> list[str]:
    """What was read of one file's table, and what of it stands though it was not read."""
    left = sum(read.rows_left_out for read in snapshot.tables if read.table == table.key)
    of_file, carried = now[now.index >= 0], now[now.index < 0]
    said = [counted(len(of_file), "row") + " read", f"{left or 'none'} left out"]
    for field, words in table.listing.expected:
        lacking = int(of_file[field].isna().sum())
        said.append(f"{lacking or 'none'} without {words}")
    named = f"{table.sheet}, {snapshot.source.name}" if several else table.sheet
    named = named.removesuffix(", ")  # in public a source may have no name
    sentences = [f"{named}: {listed(said)} ({dated(snapshot)})."]
    if len(carried):
        rows = listed([f"row {row}" for row in carried["row"]])
        counts = "it counts as it" if len(carried) == 1 else "they count as they"
        sentences.append(f"Left out but listed before: {rows}, so {counts} last stood.")
    return sentences
