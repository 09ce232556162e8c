"""Recording the reason for the executive's answer to a recommendation."""

from collections.abc import Sequence

import streamlit as st

from store.access.roles import Right
from store.database.engine import open_store
from store.said.judgements import judge
from ui.shell import officer
from ui.shell.opened import Opened
from workstreams.actions.recommended.told import Recommended

PLACE = "answer_reason"


def offered(opened: Opened, found: Sequence[Recommended]) -> bool:
    """Whether there is a form: for officers, at the latest date, for what has been answered."""
    may = opened.is_latest and officer.may(Right.RECORD, opened.plan.id)
    return may and bool(_answered(found))


def _answered(found: Sequence[Recommended]) -> list[Recommended]:
    return [one for one in found if one.answer != "none yet" and one.letter]


def section(opened: Opened, found: Sequence[Recommended]) -> None:
    """A short form for officers, where it is offered."""
    if not offered(opened, found):
        return
    answered = _answered(found)
    officer.told(PLACE)
    with (
        st.expander("For officers: record the reason for an answer", icon=":material/edit_note:"),
        st.form(officer.key(PLACE, "form"), border=False),
    ):
        names = {one.letter: f"{one.letter}: {one.words}" for one in answered}
        letter = st.selectbox(
            "Recommendation",
            list(names),
            format_func=lambda key: names.get(str(key), str(key)),
            key=officer.key(PLACE, "letter"),
        )
        reason = st.text_area(
            "The executive's reason, as it was given",
            max_chars=1000,
            key=officer.key(PLACE, "reason"),
            help=officer.PRIVACY,
        )
        by = officer.who(PLACE)
        if not st.form_submit_button("Record the reason", type="primary"):
            return
        if not (reason or "").strip():
            st.error("Enter the reason as the executive gave it.")
            return
        chosen = next(one for one in answered if one.letter == letter)
        officer.save(
            PLACE,
            by,
            lambda: judge(
                open_store(),
                opened.plan.id,
                "answer reason",
                chosen.letter,
                {"reason": reason.strip()},
                by,
                chosen.answered,
            ),
            f"The reason for the answer to {chosen.letter} is recorded.",
        )
