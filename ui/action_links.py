"""Actions followed under another reference or wording: confirmed or split by an officer."""

import pandas as pd
import streamlit as st

from store.engine import open_store
from store.judgements import end_judgement, judge
from ui import officer, tables
from ui.wording import as_typed
from workstreams.actions.followed import link_names
from workstreams.view import View
from workstreams.wording import counted

PLACE = "links"
SAME, DIFFERENT = "They are one action", "They are two actions"
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
            _answer(view, links)
        if len(answered):
            _take_back(view, answered)


def unanswered(links: pd.DataFrame) -> pd.DataFrame:
    """The links that no officer has decided yet."""
    return links[links["Taken as"] != "Confirmed by an officer"]


def _answer(view: View, links: pd.DataFrame) -> None:
    names = {
        at: f"was {was}, now {now}: {words}"
        for at, (was, now, words) in enumerate(
            zip(links["Was"], links["Now"], links["Wording now"], strict=True)
        )
    }
    with st.form(officer.key(PLACE, "form"), border=False):
        chosen = st.selectbox(
            "Match",
            list(names),
            format_func=lambda at: as_typed(names.get(int(str(at)), "")),
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
            format_func=lambda key: as_typed(lines.get(int(str(key)), "")),
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
