"""Starting a plan: its name and the committee it is reported to."""

import streamlit as st

from store.access.roles import Right
from store.database.engine import open_store
from store.plans import add_plan
from store.refused import Refused
from ui.door import visitor
from ui.shell import officer, state
from ui.shell.wording import as_typed


def form() -> None:
    """A short form; the new plan is opened when it is saved."""
    if not officer.may(Right.PLANS):
        st.caption("New plans are started by an administrator.")
        return
    with st.form("new_plan", border=False):
        name = st.text_input(
            "Name of the plan", placeholder="Children's Legal Team Improvement Plan"
        )
        committee = st.text_input("Committee it is reported to")
        council = st.text_input("Council")
        area = st.text_input(
            "The authority's name in published figures, if you use them",
            help="As the Department for Education writes it: “Herefordshire, County of”.",
        )
        by = visitor.name() or st.text_input("Your name or job title", key="started_by")
        if not st.form_submit_button("Start this plan", type="primary"):
            return
    if not (name or "").strip():
        st.error("Give the plan a name.")
        return
    try:
        plan = add_plan(
            open_store(), name or "", committee or "", council or "", area or "", by=by or ""
        )
    except Refused as why:
        st.error(as_typed(str(why)))
        return
    state.keep("plan", str(plan.id))
    state.keep("as_at", "")
    state.keep("since", "")
    st.rerun()
