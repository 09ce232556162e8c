"""What officers wrote for the meeting: what is being done about a part, and what is asked."""

import streamlit as st

from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams.across.meeting_words import done, said
from workstreams.base import Workstream


def section(opened: Opened, workstream: Workstream) -> None:
    """What is being done about a part of the plan, and about each of its series."""
    for one in opened.of(done, workstream):
        about = f" about “{as_typed(one.about)}”" if one.about else ""
        st.markdown(f"**What is being done{about}:** {as_typed(' '.join(one.lines))}")


def asked(opened: Opened) -> None:
    """What the committee is asked to do."""
    lines = opened.of(said).asked
    if lines:
        numbered = "\n".join(f"{place}. {as_typed(line)}" for place, line in enumerate(lines, 1))
        st.markdown(f"**The committee is asked to:**\n\n{numbered}")
