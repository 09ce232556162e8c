"""Owners who have left: their open actions are pointed out until somebody else has them."""

from datetime import date, datetime

import streamlit as st

from store.database.engine import open_store
from store.said.judgements import end_judgement, judge
from ui.pieces import tables
from ui.shell import officer
from ui.shell.opened import Opened
from workstreams.actions.columns import ACTIONS
from workstreams.view import View
from workstreams.wording import short_day

PLACE = "settings_owners"


def _named(view: View) -> list[str]:
    """The owners that the plan's actions name at the page's date, in order of the alphabet."""
    named = view.now(ACTIONS.key)["owner"].dropna().astype("str").unique()
    return sorted(named, key=str.casefold)


def section(opened: Opened, by: str) -> None:
    """Who is marked as left, a form to mark another, and a way to take a mark back."""
    left = opened.view.judged("owner left")
    owners = _named(opened.view)
    st.header("Owners who have left", anchor=False)
    st.caption("An open action of an owner who has left is listed under “What does not agree”.")
    officer.told(PLACE)
    marked = {
        int(judgement): (subject, when.date())
        for judgement, subject, when in zip(
            left.index.tolist(), left["subject"], left["on"], strict=True
        )
    }
    if marked:
        tables.rows(
            [{"Owner": owner, "Left on": short_day(when)} for owner, when in marked.values()],
            "Owners who have left",
        )
    gone = {owner for owner, _ in marked.values()}
    _mark(opened, by, [owner for owner in owners if owner not in gone])
    if marked:
        _take_back(opened, by, {key: owner for key, (owner, _) in marked.items()})


def _mark(opened: Opened, by: str, owners: list[str]) -> None:
    if not owners:
        return
    today = datetime.now().astimezone().date()
    with st.form(officer.key(PLACE, "form")):
        owner = st.selectbox(
            "Owner, as the file names them",
            owners,
            index=None,
            placeholder="Choose an owner",
            key=officer.key(PLACE, "owner"),
        )
        when = st.date_input(
            "Left on",
            value=today,
            max_value=today,
            format="DD/MM/YYYY",
            key=officer.key(PLACE, "when"),
        )
        pressed = st.form_submit_button("Mark as left", type="primary")
    if pressed and owner is None:
        st.error("Choose the owner who has left.")
    elif pressed and owner is not None:
        on = when if isinstance(when, date) else today
        officer.save(
            PLACE,
            by,
            lambda: judge(open_store(), opened.plan.id, "owner left", owner, {"text": ""}, by, on),
            f"{owner} is marked as left.",
        )


def _take_back(opened: Opened, by: str, marked: dict[int, str]) -> None:
    label = "Take a mark back"
    with st.expander(label, icon=":material/undo:"), st.form(officer.key(PLACE, "back")):
        chosen = st.selectbox(
            "Owner",
            list(marked),
            format_func=lambda key: marked.get(int(str(key)), ""),
            key=officer.key(PLACE, "taken_back"),
        )
        pressed = st.form_submit_button("Take the mark back")
    if pressed and chosen is not None:
        officer.save(
            PLACE,
            by,
            lambda: end_judgement(open_store(), opened.plan.id, chosen, by),
            f"{marked[chosen]} is no longer marked as left.",
        )
