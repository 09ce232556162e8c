"""Texts in which officers gave small numbers of children: what public copies say, and clearing."""

from collections.abc import Sequence

import streamlit as st

from store.access.roles import Right
from store.database.engine import open_store
from store.said.settings import change_setting, settings
from store.views import view
from ui.pieces import tables
from ui.shell import officer
from workstreams import TABLES
from workstreams.public_words import TEXTS_CLEARED, Told, found, sum_of
from workstreams.view import Plan
from workstreams.wording import counted

PLACE = "settings_words"
WHY = (
    "A number of children, families or cases of 1 to 5 is told as “1 to 5” in public, wherever it "
    "is written. Reword the cell in your file, or clear the text here if it gives nobody away."
)
LONG = 80


def section(plan: Plan, by: str) -> None:
    """The texts of the plan as it stands, and a form to clear them for public copies."""
    st.header("Small numbers in words", anchor=False)
    officer.told(PLACE)
    if not officer.may(Right.SEE_MEMBERS_FIGURES, plan.id):
        return
    kept = settings(open_store(), plan.id)
    seen = view(open_store(), plan.id, audience="members")
    told = found({table.key: seen.now(table.key) for table in TABLES}, TABLES, kept)
    if not told:
        st.caption("No text of the plan gives a small number of children, families or cases.")
        return
    st.caption(WHY)
    lines(told)
    with st.form(officer.key(PLACE, "form")):
        chosen = st.multiselect(
            "Clear for public copies",
            range(len(told)),
            format_func=lambda i: _short(told[i].text),
            key=officer.key(PLACE, "cleared"),
        )
        pressed = st.form_submit_button("Clear these texts")
    if not pressed:
        return
    if not chosen:
        st.error("Choose a text to clear first.")
        return
    already = kept.get(TEXTS_CLEARED)
    cleared = [*(already if isinstance(already, list) else []), *(_sum(told, i) for i in chosen)]
    officer.save(
        PLACE,
        by,
        lambda: change_setting(open_store(), plan.id, TEXTS_CLEARED, cleared, by),
        f"{counted(len(chosen), 'text')} will be printed in public as written.",
    )


def lines(told: Sequence[Told]) -> None:
    """A table of what is written and what a public copy says."""
    tables.rows(
        [{"Row": f"{one.row}", "Written": one.text, "In public": one.public} for one in told],
        "Texts with small numbers of children",
    )


def _sum(told: Sequence[Told], place: int) -> str:
    return sum_of(told[place].text)


def _short(text: str) -> str:
    return text if len(text) <= LONG else f"{text[: LONG - 1]}…"
