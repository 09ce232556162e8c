"""What officers write for the meeting: what is being done, what is asked, and the implications."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from store.access.roles import Right
from store.database.engine import open_store
from store.said.meeting_words import Change, change_words, words_for
from store.said.settings import settings
from ui.pieces import tables
from ui.shell import officer
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams import WORKSTREAMS
from workstreams.across.meeting_words import (
    ASKED,
    IMPLICATIONS,
    about_part,
    called,
    every_series,
)
from workstreams.public_words import in_public_copy
from workstreams.wording import counted, day, sentence

LONG = 2000
Field = tuple[str, str]
"""The subject of a text, and what stands over its field."""


def section(opened: Opened, meeting: date) -> None:
    """For officers: one form for all of it, as it stands for the meeting."""
    if not officer.may(Right.RECORD, opened.plan.id):
        return
    place = f"words_{opened.plan.id}_{meeting}"
    kept = words_for(open_store(), opened.plan.id, meeting)
    officer.told(place)
    many = f": {counted(len(kept), 'text')} so far" if kept else ""
    with st.expander(f"Write for the meeting{many}", icon=":material/edit_note:"):
        st.caption(
            f"Kept with the meeting of {day(meeting)} and printed in every form of its pack. "
            f"A field that is left blank is not printed. {officer.PRIVACY}"
        )
        _form(opened, meeting, kept, place)
        _in_public(opened, kept)


def _form(opened: Opened, meeting: date, kept: dict[str, str], place: str) -> None:
    # What stood when the fields were first shown: only what the officer changed is saved.
    stood: dict[str, str] = st.session_state.setdefault(officer.key(place, "stood"), kept)
    series = opened.of(every_series)
    with st.form(officer.key(place, "form"), border=False):
        asked = [(ASKED, "The committee is asked to (a line each)")]
        written = _fields(asked, stood, place)
        with st.expander("What is being done", icon=":material/construction:"):
            parts = [(about_part(one), one.title) for one in WORKSTREAMS]
            written |= _fields(parts, stood, place)
        if series:
            with st.expander("What is being done: indicators", icon=":material/target:"):
                written |= _fields(series, stood, place)
        with st.expander("Implications", icon=":material/balance:"):
            written |= _fields(list(IMPLICATIONS.items()), stood, place)
        by = officer.who(place)
        if not st.form_submit_button("Save the words", type="primary"):
            return
    changed = [
        Change(subject, stood.get(subject, ""), text)
        for subject, text in written.items()
        if text.strip() != stood.get(subject, "")
    ]
    if not changed:
        st.error("Nothing was changed. Write in a field first, or empty one to take it back.")
        return
    officer.save(
        place,
        by,
        lambda: change_words(open_store(), opened.plan.id, meeting, changed, by),
        f"{counted(len(changed), 'text')} saved. What stood before is kept in the log.",
    )
    # It was refused: the next press puts the officer's words over what stands now.
    st.session_state[officer.key(place, "stood")] = words_for(open_store(), opened.plan.id, meeting)


def _fields(fields: Sequence[Field], stood: dict[str, str], place: str) -> dict[str, str]:
    """A field each, with what stands in it; what is in them now, by subject."""
    return {
        subject: st.text_area(
            as_typed(label),
            value=stood.get(subject, ""),
            max_chars=LONG,
            height=80,
            key=officer.key(place, subject),
        )
        for subject, label in fields
    }


def _in_public(opened: Opened, kept: dict[str, str]) -> None:
    """The texts that a public copy tells otherwise, because they give small numbers of children."""
    chosen = settings(open_store(), opened.plan.id)
    told = {subject: in_public_copy(text, chosen) for subject, text in kept.items()}
    rows = [
        {"About": sentence(called(subject)), "In public": told[subject]}
        for subject, text in kept.items()
        if told[subject] != text
    ]
    if rows:
        st.caption("A number of children, families or cases of 1 to 5 is told otherwise in public.")
        tables.rows(rows, "Words that a public copy tells otherwise")
