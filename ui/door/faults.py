"""What a page says when something fails: one sentence, one line in the log, nothing lost."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

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
STREAMLITS = "streamlit.error_util"
LOOK_AGAIN = 1.0
"""Seconds between two looks at whether a database that was away is back."""


def said(fault: Exception) -> str:
    """The sentence for a fault. What it says itself goes to the log, unless it is a sentence."""
    if isinstance(fault, Refused):
        return str(fault)
    wrong = what_is_wrong(fault)
    # A fault of files alone does not say that the database is away.
    told = isinstance(fault, DatabaseFault) or (isinstance(fault, OSError) and wrong != "away")
    return SENTENCES[wrong] if told else FAILED


def log_line(fault: Exception) -> None:
    """One line in the log; none of what is refused for want of a role."""
    if isinstance(fault, DatabaseFault):
        log.error("%s", what_it_said(fault))
    elif not isinstance(fault, NotAllowed):
        # Its words may hold what a file says, so the log names the kind and the place alone.
        log.error("%s at %s", type(fault).__name__, _place(fault))


def show(fault: Exception) -> bool:
    """Says on the page what is wrong and logs a line; True, as nothing else is to be said."""
    log_line(fault)
    st.error(said(fault))
    if not isinstance(fault, Refused):
        st.button("Try again", icon=":material/refresh:", key="fault_again")
    return True


@contextmanager
def waited_out() -> Iterator[None]:
    """Runs a page; where the database is away the run waits for it, and then begins again.

    A run that ended would take the page's controls away, and with them what was typed and chosen.
    What was pressed is not pressed again: nothing is stored that nobody looked at since.
    """
    try:
        yield
    except DatabaseFault as fault:
        if answers():
            raise
        show(fault)
        waiting = st.empty()
        while not answers():
            # Also where a run can be ended: somebody pressed something, or left.
            waiting.caption("This page goes on by itself when the plans can be read again.")
            time.sleep(LOOK_AGAIN)
        st.rerun()


class SaidAlready(logging.Filter):
    """Keeps Streamlit's own word on what ``show`` says out of the log: it may hold a file's."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is another than that."""
        return record.getMessage() != "Uncaught app execution"


def one_line_each() -> None:
    """What fails has one line in the log, without the words of a file."""
    logger = logging.getLogger(STREAMLITS)
    if not any(isinstance(one, SaidAlready) for one in logger.filters):
        logger.addFilter(SaidAlready())


def _place(fault: Exception) -> str:
    """The line of ours that a fault came from: the file with its folders, and the line."""
    step, found = fault.__traceback__, "an unknown place"
    while step is not None:
        name = step.tb_frame.f_code.co_filename.replace("\\", "/")
        if "site-packages" not in name and "/lib/python" not in name:
            found = f"{'/'.join(name.split('/')[-3:])}:{step.tb_lineno}"
        step = step.tb_next
    return found
