"""A draft of a plan's next upload, carried to the upload page: it goes the way of any file."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

KEPT = "draft_of_next_upload"


@dataclass(frozen=True)
class NextUpload:
    """A workbook that was made here. ``said`` is what it was made from, in one sentence.

    ``accepted`` is called with the snapshot and the name of whoever accepted it.
    """

    plan_id: int
    name: str
    data: bytes
    said: str
    accepted: Callable[[int, str], None]


def carry(draft: NextUpload) -> None:
    """Have the upload page begin with this draft, in the place of another."""
    st.session_state[KEPT] = draft


def carried(plan_id: int) -> NextUpload | None:
    """The draft that was carried for a plan in this visit; None where there is none."""
    draft = st.session_state.get(KEPT)
    return draft if isinstance(draft, NextUpload) and draft.plan_id == plan_id else None


def put_away() -> None:
    """Forget the draft; the sheets that it was made from can be chosen again."""
    st.session_state.pop(KEPT, None)
