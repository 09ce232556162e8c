"""Actions followed under another reference or wording: confirmed or split by an officer."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from store.engine import open_store
from store.judgements import end_judgement, judge
from ui import officer, tables
from workstreams.actions.followed import link_names
from workstreams.actions.tables import links_table
from workstreams.view import View
from workstreams.wording import counted, sentence

PLACE = "links"
SAME, DIFFERENT = "They are one action", "They are two actions"
DECIDED = "Confirmed by an officer"
ANSWERS = {SAME: "same", DIFFERENT: "different"}


def section(view: View, links: pd.DataFrame, shown: pd.DataFrame) -> None:
    """``links`` is the table of links; ``shown`` the same with what else the page adds to it."""
    answered = view.judged("same action")
    if links.empty and answered.empty:
        return
    st.header("Followed under another reference or wording", anchor=False)
    officer.told(PLACE)
    if len(links):
        st.caption(
            "These rows look like one action under another number or in other words. Nothing is "
            "joined silently: say whether each is one action or two."
        )
        tables.paged(shown, "Actions followed under another reference or wording", "links", 10)
    if view.as_at != max(s.as_at for s in view.snapshots):
        return
    with st.expander("For officers: confirm or split a match", icon=":material/link:"):
        if len(links):
            _answer(view, links, range(len(links)))
        if len(answered):
            _take_back(view, answered)


def after_upload(view: View | None) -> None:
    """Straight after an upload: the matches of that snapshot, to be confirmed or split."""
    if view is None or view.history["actions"].empty:
        return
    links = links_table(view)
    fresh = links.index.isin(view.now("actions").index) & (links["Taken as"] != DECIDED)
    officer.told(PLACE)
    if not fresh.any():
        return
    st.subheader("Is this the same action?", anchor=False)
    st.markdown(
        f"{sentence(counted(int(fresh.sum()), 'row'))} of this file may be an action that stood "
        "under another number or in other words. Say whether each is one action or two."
    )
    tables.paged(links[fresh], "Rows that may be the same action as before", "upload_links", 10)
    _answer(view, links, [place for place, new in enumerate(fresh) if new])


def _answer(view: View, links: pd.DataFrame, places: Sequence[int]) -> None:
    """Ask about the links at some places of the table."""
    cells = links[["Was", "Now", "Wording now"]].to_numpy().tolist()
    names = {place: "was {}, now {}: {}".format(*cells[place]) for place in places}
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
        was, now = link_names(view, int(chosen))
        officer.save(
            PLACE,
            by,
            lambda: judge(
                open_store(),
                view.plan.id,
                "same action",
                now,
                {"was": was, "answer": ANSWERS[said]},
                by,
                view.as_at,
            ),
            f"Recorded: {was} and {now} are {'one action' if said == SAME else 'two actions'}.",
        )


def _take_back(view: View, answered: pd.DataFrame) -> None:
    place = f"{PLACE}_back"
    lines = {
        int(judgement): f"{value.get('was') or 'a row'} and {subject}: {_said(value)} ({by})"
        for judgement, subject, value, by in zip(
            answered.index.tolist(),
            answered["subject"],
            answered["value"],
            answered["by"],
            strict=True,
        )
    }
    officer.told(place)
    st.markdown(f"**{counted(len(lines), 'answer')} given so far**")
    with st.form(officer.key(place, "form"), border=False):
        chosen = st.selectbox(
            "Answer",
            list(lines),
            format_func=lambda key: lines.get(int(str(key)), ""),
            key=officer.key(place, "answer"),
        )
        by = officer.who(place)
        if st.form_submit_button("Take the answer back") and chosen is not None:
            officer.save(
                place,
                by,
                lambda: end_judgement(open_store(), view.plan.id, chosen, by),
                "The answer is taken back. It stays in the log of the plan.",
            )


def _said(value: dict[str, str]) -> str:
    return "one action" if value.get("answer") == "same" else "two actions"
