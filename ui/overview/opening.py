"""A line that opens what belongs to it, which is made when it is opened and not before.

A table costs a browser most of what a page takes, whether or not it is seen.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import streamlit as st

FOLDED = partial(st.expander, type="compact", on_change="rerun")
"""The whole page runs again as one is opened, so a visitor is asked who they are each time."""


@contextmanager
def line(label: str, key: str) -> Iterator[bool]:
    """A quiet line of Markdown; gives whether it is open, to draw in the block what it opens."""
    folded = FOLDED(f":primary[{label}]", key=key)
    with folded:
        yield bool(folded.open)
