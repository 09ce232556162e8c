"""A file of a date that its source has a file of already: whether it takes that one's place."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from loaders.outcome import Checked
from store.database.engine import open_store
from store.same_upload import same_file
from store.snapshots import snapshots
from store.sources.kept import Into
from ui.shell.wording import as_typed
from ui.upload.visit import answers
from workstreams.view import Plan, Snapshot
from workstreams.wording import day


@dataclass(frozen=True)
class Again:
    """That a reading takes the place of ``old``, and why; "" where that is not said yet."""

    old: Snapshot
    why: str


def section(plan: Plan, as_at: date, checked: Checked, into: Into) -> Again | None:
    """Ask whether a file takes the place of another, and why; None where it stands for itself."""
    same = same_file(open_store(), plan.id, as_at, checked.sha256)
    there = [s for s in snapshots(open_store(), plan.id) if (s.as_at, s.source) == (as_at, into)]
    key = answers.mark(checked.file)
    if same is not None:
        old = same
        st.warning(
            f"This very file was accepted for {day(as_at)} on {day(same.accepted_at)} already. "
            "Read again, it takes the place of that reading, which is kept with your reason."
        )
    elif there:
        old = there[-1]
        if not st.checkbox(
            as_typed(
                f"It takes the place of {old.file}, which {old.accepted_by} accepted for this date "
                f"on {day(old.accepted_at)}"
            ),
            key=f"instead_{key}_{old.id}",
            help="Otherwise both are kept in use, and the figures are this one's.",
            persist_state="session",
        ):
            return None
    else:
        return None
    why = st.text_input(
        "Why it is read again", key=f"again_{key}", max_chars=300, persist_state="session"
    )
    return Again(old, (why or "").strip())
