"""What the honesty strip says: as at when, from which file, how many rows read and left out."""

import streamlit as st

from measures.following.minuted import is_minuted
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams.base import Workstream
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
        snapshot = _snapshot(view, int(now["snapshot_id"].iloc[0]))
        read = [t for t in snapshot.tables if t.table == table.key] if snapshot else []
        left = sum(t.rows_left_out for t in read)
        minuted = is_minuted(now.index).to_numpy()
        of_file, carried = now[now.index >= 0], now[(now.index < 0) & ~minuted]
        said = [counted(len(of_file), "row") + " read", f"{left or 'none'} left out"]
        for field, words in table.listing.expected:
            lacking = int(of_file[field].isna().sum())
            said.append(f"{lacking or 'none'} without {words}")
        source = f" ({dated(snapshot)})" if snapshot else ""
        sentences.append(f"{table.sheet}: {listed(said)}{source}.")
        if minuted.any():
            sentences.append(
                f"From minutes, not in the file yet: {counted(minuted.sum(), 'item')}."
            )
        if len(carried):
            rows = listed([f"row {row}" for row in carried["row"]])
            counts = "it counts as it" if len(carried) == 1 else "they count as they"
            sentences.append(f"Left out but listed before: {rows}, so {counts} last stood.")
    return " ".join(said for said in [*sentences, workstream.unconfirmed(view)] if said)


def _snapshot(view: View, snapshot_id: int) -> Snapshot | None:
    return next((s for s in view.snapshots if s.id == snapshot_id), None)
