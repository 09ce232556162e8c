"""Drafts of a plan's next uploads, carried to the upload page: they go the way of any file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from workstreams.view import Source

KEPT = "drafts_of_next_uploads"


@dataclass(frozen=True)
class NextUpload:
    """A workbook that was made here. ``said`` is what it was made from, in one sentence.

    ``into`` is the source that it is the next file of, whatever it is called; ``accepted`` is
    called with the snapshot and the name of whoever accepted it.
    """

    plan_id: int
    name: str
    data: bytes
    said: str
    into: Source
    accepted: Callable[[int, str], None]


def carry(drafts: Sequence[NextUpload]) -> None:
    """Have the upload page begin with these drafts, one after another, in the place of others."""
    st.session_state[KEPT] = tuple(drafts)


def carried(plan_id: int) -> tuple[NextUpload, ...]:
    """The drafts that were carried for a plan in this visit and are still to be looked at."""
    drafts: tuple[NextUpload, ...] = st.session_state.get(KEPT, ())
    return tuple(one for one in drafts if one.plan_id == plan_id)


def put_away() -> None:
    """Forget the first draft; the sheets that it was made from can be chosen again."""
    st.session_state[KEPT] = st.session_state.get(KEPT, ())[1:]
