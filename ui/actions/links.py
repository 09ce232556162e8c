"""Actions followed under another reference or wording: confirmed or split by an officer."""

from collections.abc import Sequence

import streamlit as st

from store.access.roles import Right
from store.database.engine import open_store
from store.said.judgements import judge
from ui.actions import table as action_table
from ui.actions.lists import action_lists
from ui.pieces import tables
from ui.shell import officer, undoing
from ui.shell.opened import Opened
from workstreams.across.recorded import Judgement, recorded
from workstreams.actions.book import book
from workstreams.actions.columns import ACTIONS
from workstreams.actions.draft import shortened
from workstreams.actions.followed.links import Link, links_of, reworded_table, table
from workstreams.actions.said.same import KIND, words
from workstreams.view import View
from workstreams.wording import counted, day, sentence

PLACE = "links"
SAME, DIFFERENT = "They are one action", "They are two actions"
ANSWERS = {SAME: "same", DIFFERENT: "different"}
MANY = 5
"""Rows reworded under their own reference are folded away beyond so many."""


def section(opened: Opened) -> None:
    """The links an officer is asked about or has confirmed, and those only reworded."""
    found = opened.of(action_lists)
    links, reworded = found.links, found.reworded
    view = opened.view
    answered = recorded(view, KIND)
    if not links and not reworded and not answered:
        return
    st.header("Followed under another reference or wording", anchor=False)
    officer.told(PLACE)
    if links:
        st.caption(
            "These rows look like one action under another number or in other words. Nothing is "
            "joined silently: say whether each is one action or two."
        )
        alt = "Actions followed under another reference or wording"
        action_table.paged(opened, table(links), alt, "links", 10)
    if reworded:
        _reworded(opened, reworded)
    if not opened.is_latest or not officer.may(Right.RECORD, view.plan.id):
        return
    with st.expander("For officers: confirm or split a match", icon=":material/link:"):
        if links or reworded:
            # What nobody has answered yet comes first.
            _answer(view, sorted((*links, *reworded), key=lambda link: not link.open))
        if answered:
            _take_back(view, answered)


def _reworded(opened: Opened, links: Sequence[Link]) -> None:
    """Rows whose wording changed a little; folded where there are many."""
    title = f"Reworded under its own reference: {counted(len(links), 'time')}"
    folded = len(links) > MANY
    if not folded:
        st.subheader(title, anchor=False)
    with st.expander(title, icon=":material/edit_note:") if folded else st.container():
        st.caption(
            "Followed as the same action, the latest first: compare what was agreed with what the "
            "file says now. An officer can split these too."
        )
        alt = "Rows reworded under their own reference"
        action_table.paged(opened, reworded_table(links), alt, "reworded", 10)


def after_upload(view: View | None) -> None:
    """Straight after an upload: the matches of that snapshot still to be confirmed or split."""
    if view is None or view.history[ACTIONS.key].empty:
        return
    asked, _ = links_of(view)
    fresh = [link for link in asked if link.open and link.on == view.as_at]
    officer.told(PLACE)
    if not fresh:
        return
    st.subheader("Is this the same action?", anchor=False)
    st.markdown(
        f"{sentence(counted(len(fresh), 'row'))} of this file may be an action that stood under "
        "another number or in other words. Say whether each is one action or two."
    )
    tables.paged(table(fresh), "Rows that may be the same action as before", "upload_links", 10)
    _answer(view, fresh)


def _answer(view: View, links: Sequence[Link]) -> None:
    """Ask about some links."""
    names = {
        place: f"{link.words}: {shortened(link.wording, 90)} ({day(link.on)})"
        for place, link in enumerate(links)
    }
    with st.form(officer.key(PLACE, "form"), border=False):
        chosen = st.selectbox(
            "Match",
            list(names),
            format_func=lambda at: names.get(int(str(at)), ""),
            key=officer.key(PLACE, "match"),
        )
        said = st.radio("These rows", list(ANSWERS), index=None, key=officer.key(PLACE, "answer"))
        by = officer.who(PLACE)
        if not st.form_submit_button("Record the answer", type="primary"):
            return
        if said is None or chosen is None:
            st.error("Choose whether the rows are one action or two.")
            return
        link = links[int(chosen)]
        value = {"was": link.was, "answer": ANSWERS[said]}
        officer.save(
            PLACE,
            by,
            lambda: judge(
                open_store(),
                view.plan.id,
                KIND,
                link.now,
                value,
                by,
                link.on,
                instead_of=book(view).answered.instead_of(link.was_id, link.now_id),
            ),
            f"Recorded: {words(link.now, value)}.",
        )


def _take_back(view: View, answered: Sequence[Judgement]) -> None:
    place = f"{PLACE}_back"
    lines = {
        one.id: f"{words(one.subject, one.value)}, {day(one.on)} ({one.by})" for one in answered
    }
    officer.told(place)
    st.markdown(f"**{counted(len(lines), 'answer')} given so far**")
    with st.form(officer.key(place, "form"), border=False):
        undoing.fields(
            *(view.plan.id, lines, place, "answer", "Answer", "Take the answer back"),
            "The answer is taken back.",
        )
