"""Starting a plan, bringing an archived one back, and taking the sample away."""

import streamlit as st

from store.access.roles import Right
from store.database.engine import open_store
from store.keeping.archived import bring_back
from store.keeping.sample import remove_sample, sample_plans
from store.plans import add_plan, plans
from store.refused import Refused
from ui.door import visitor
from ui.shell import officer, state
from ui.shell.wording import as_typed
from workstreams.wording import listed


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


PLACE = "other_plans"
REFUSED = "not_brought_back"
"""What could not be done to a plan at a press, to be said once."""


def others() -> None:
    """The archived plans, each with a button that brings it back; and the sample, to be removed."""
    if not officer.may(Right.PLANS):
        return
    if why := st.session_state.pop(REFUSED, ""):
        st.warning(as_typed(why))
    away = plans(open_store(), archived=True)
    by = officer.who(PLACE) if away else ""
    for plan in away:
        st.button(
            as_typed(f"Bring back “{plan.name}”"),
            icon=":material/unarchive:",
            key=f"bring_back_{plan.id}",
            on_click=_bring_back,
            args=(plan.id, by),
        )
    if found := sample_plans(open_store()):
        st.button(
            "Remove the sample",
            icon=":material/delete:",
            on_click=_remove_sample,
            help=as_typed(
                f"{listed([f'“{one.name}”' for one in found])}: everything of it goes for good. "
                "What you uploaded yourself stays."
            ),
        )


def _bring_back(plan_id: int, by: str) -> None:
    try:
        bring_back(open_store(), plan_id, by)
    except Refused as why:
        st.session_state[REFUSED] = str(why)
        return
    _begin_again(str(plan_id))


def _remove_sample() -> None:
    try:
        remove_sample(open_store())
    except Refused as why:
        st.session_state[REFUSED] = str(why)
    _begin_again("")


def _begin_again(plan: str) -> None:
    for name, value in (("plan", plan), ("as_at", ""), ("since", "")):
        state.keep(name, value)
