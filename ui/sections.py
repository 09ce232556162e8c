"""What stands below a workstream's charts: sections told as data, and the screens of those named.

A workstream names a screen; here stands what draws it.
"""

from collections.abc import Callable

import streamlit as st

from ui.actions import disagreements, links, record, unplaced, vanished, way
from ui.pieces import tables
from ui.pieces.records import Beside
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams.base import Workstream
from workstreams.sections import Screen, Section

SCREENS: dict[str, Callable[[Opened], None]] = {
    "way to recommendations": way.section,
    "vanished actions": vanished.section,
    "disagreements": disagreements.section,
    "matches": links.section,
    "unplaced judgements": unplaced.section,
}
BESIDE_RECORD: dict[str, Beside] = {"recorded of an action": record.section}


def show(opened: Opened, found: Section | Screen, size: int = 10) -> None:
    """One section, each of its rows with where it stands in the file; ``size`` rows at a time."""
    if isinstance(found, Screen):
        SCREENS[found.name](opened)
        return
    if found.heading:
        st.header(as_typed(found.heading), anchor=False)
    for sentence in found.words:
        st.markdown(as_typed(sentence))
    if found.table is not None:
        key = f"section_{found.caption}"
        tables.placed(opened, found.table, found.rows_of, found.caption, key, size)


def beside(workstream: Workstream) -> Beside | None:
    """What draws that which the workstream has beside the history of a record."""
    return BESIDE_RECORD[workstream.beside_record.name] if workstream.beside_record else None
