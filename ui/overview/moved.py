"""The overview's list of figures that moved since the committee last met."""

import streamlit as st

from ui.pieces import tables
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams.across.compared import dates
from workstreams.across.moved import moves
from workstreams.wording import day

NAMES = {"worse": "Worse", "better": "Better", "": "Neither"}


def section(opened: Opened) -> None:
    """Every figure that moved, those that are worse first; nothing where nothing came before."""
    found = opened.of(moves)
    since = opened.of(dates).since
    if since is None:
        return
    st.header(f"Figures that moved since {day(since)}", anchor=False)
    st.markdown(as_typed(found.finding))
    shown = found.tables
    if not shown:
        return
    picked = st.segmented_control(
        "Which of them",
        list(shown),
        format_func=lambda verdict: f"{NAMES[verdict]}: {len(shown[verdict])}",
        default=next(iter(shown)),
        required=True,
        key="moved_verdict",
    )
    rows = shown.get(picked, next(iter(shown.values())))
    tables.paged(rows, f"Figures that moved since {day(since)}", f"moved_{picked}", 10)
