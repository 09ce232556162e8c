"""What a page says when something fails: one sentence, one line in the log, nothing lost."""

import logging

import streamlit as st

from store.access.visitor import NotAllowed
from store.database.engine import DatabaseFault, answers
from store.database.failing import SENTENCES, what_is_wrong, what_it_said
from store.refused import Refused

log = logging.getLogger(__name__)

FAILED = (
    "This page could not be shown. The reason is in the server’s log, for whoever looks after this "
    "dashboard. Nothing that is stored was changed. Try again, or open another page."
)
LOOK_AGAIN = 3.0
"""Seconds between two looks at whether a database that was away is back."""


def said(fault: Exception) -> str:
    """The sentence for a fault. What it says itself goes to the log, unless it is a sentence."""
    if isinstance(fault, Refused):
        return str(fault)
    return SENTENCES[what_is_wrong(fault)] if isinstance(fault, DatabaseFault | OSError) else FAILED


def show(fault: Exception) -> bool:
    """Says on the page what is wrong and logs a line; True, as nothing else is to be said."""
    if isinstance(fault, DatabaseFault):
        log.error("%s", what_it_said(fault))
    elif not isinstance(fault, NotAllowed):
        # Its words may hold what a file says, so the log names the kind and the place alone.
        log.error("%s at %s", type(fault).__name__, _place(fault))
    st.error(said(fault))
    if not isinstance(fault, Refused):
        st.button("Try again", icon=":material/refresh:", key="fault_again")
    if isinstance(fault, DatabaseFault) and not answers():
        st.caption("This page goes on by itself when the plans can be read again.")
        _go_on_when_it_is_back()
    return True


@st.fragment(run_every=LOOK_AGAIN)
def _go_on_when_it_is_back() -> None:
    """Runs the page again once the database answers; what was typed and chosen is still there.

    What was pressed is not pressed again: nothing is stored that nobody looked at since.
    """
    if answers():
        st.rerun()


def _place(fault: Exception) -> str:
    """The line of ours that a fault came from: the file with its folders, and the line."""
    step, found = fault.__traceback__, "an unknown place"
    while step is not None:
        name = step.tb_frame.f_code.co_filename.replace("\\", "/")
        if "site-packages" not in name and "/lib/python" not in name:
            found = f"{'/'.join(name.split('/')[-3:])}:{step.tb_lineno}"
        step = step.tb_next
    return found
