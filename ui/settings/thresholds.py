"""How much it takes before something is asked about: each with its usual number, and back."""

import streamlit as st

from store.database.engine import open_store
from store.said.settings import change_settings, settings
from ui.shell import officer
from workstreams.thresholds import THRESHOLDS, Threshold
from workstreams.view import Plan

PLACE = "settings_thresholds"


def section(plan: Plan, by: str) -> None:
    """What stands, a field for each to change it, and a button to put all of them back."""
    stands = {one.key: one.of(settings(open_store(), plan.id)) for one in THRESHOLDS}
    usual = {one.key: one.default for one in THRESHOLDS}
    st.header("Thresholds", anchor=False)
    st.caption(
        "How often or how long something happens before the dashboard asks about it. Every "
        "question and every reason for one says the number that stands here."
    )
    officer.told(PLACE)
    with st.form(officer.key(PLACE, "form")):
        entered = {one.key: _field(one, stands[one.key]) for one in THRESHOLDS}
        with st.container(horizontal=True):
            pressed = st.form_submit_button("Save the thresholds", type="primary")
            back = (
                st.form_submit_button("Put all back to the usual numbers")
                if stands != usual
                else False
            )
    if not (pressed or back):
        return
    wanted = usual if back else entered
    changed = {key: value for key, value in wanted.items() if value != stands[key]}
    if not changed:
        st.info("Nothing was changed.")
        return
    officer.save(
        PLACE,
        by,
        lambda: change_settings(open_store(), plan.id, changed, by),
        "The thresholds are the usual numbers again." if back else "The thresholds are saved.",
    )


def _field(one: Threshold, stands: int) -> int:
    """What one threshold is called, its number, and what it does."""
    with st.container(gap="xsmall"):
        entered = st.number_input(
            f"{one.name} (usually {one.default})",
            min_value=one.least,
            max_value=one.most,
            value=stands,
            step=1,
            key=officer.key(PLACE, one.key),
        )
        st.caption(one.about)
    return entered
