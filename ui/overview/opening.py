"""A line that opens what belongs to it, which is made when it is opened and not before.

A table costs a browser most of what a page takes, whether or not it is seen.
"""

from collections.abc import Callable
from functools import partial

import streamlit as st

from ui.shell import state
from ui.shell.frame import page_of
from workstreams.base import Workstream

FOLDED = partial(st.expander, type="compact", on_change="rerun")
"""The whole page runs again as one is opened, so a visitor is asked who they are each time."""


def line(label: str, key: str, draw: Callable[[], None]) -> None:
    """A quiet line of Markdown; ``draw`` draws what it opens, once it is open."""
    folded = FOLDED(f":primary[{label}]", key=key)
    if folded.open:
        with folded:
            draw()


def way_to(workstream: Workstream) -> None:
    """The link from what a line opened to the page that it is about."""
    st.page_link(
        page_of(workstream),
        label=f"Go to {workstream.title}",
        icon=":material/arrow_forward:",
        query_params=state.address(),
    )
