"""The plan's name, committee and other facts, and the limit under which counts are hidden."""

import streamlit as st

from measures.small_numbers.disclosure import LARGEST_LIMIT, SMALLEST_LIMIT, limit_of
from store.database.engine import open_store
from store.plans import change_plan
from store.said.settings import SMALL_NUMBER, change_setting, setting
from ui.shell import officer
from workstreams.view import Plan

ABOUT, SMALL = "settings_about", "settings_small"


def section(plan: Plan, by: str) -> None:
    """Name, committee, council, the name in published figures, the illustrative note."""
    st.header("The plan", anchor=False)
    officer.told(ABOUT)
    with st.form(officer.key(ABOUT, "form")):
        facts = {
            "name": st.text_input(
                "Name of the plan", plan.name, max_chars=200, key=officer.key(ABOUT, "name")
            ),
            "committee": st.text_input(
                "Committee it is reported to",
                plan.committee,
                max_chars=200,
                key=officer.key(ABOUT, "committee"),
            ),
            "council": st.text_input(
                "Council", plan.council, max_chars=200, key=officer.key(ABOUT, "council")
            ),
            "area": st.text_input(
                "The authority's name in published figures, if you use them",
                plan.area,
                max_chars=200,
                key=officer.key(ABOUT, "area"),
                help="As the Department for Education writes it: “Herefordshire, County of”.",
            ),
            "illustrative": st.text_area(
                "Note for a plan that is not real, printed on every page and picture",
                plan.illustrative,
                max_chars=500,
                height=80,
                key=officer.key(ABOUT, "illustrative"),
            ),
        }
        pressed = st.form_submit_button("Save the plan", type="primary")
    if not pressed:
        return
    changed = {
        fact: (entered or "").strip()
        for fact, entered in facts.items()
        if (entered or "").strip() != getattr(plan, fact)
    }
    if not changed:
        st.info("Nothing was changed.")
        return
    officer.save(
        ABOUT, by, lambda: change_plan(open_store(), plan.id, by, **changed), "The plan is saved."
    )


def small_numbers(plan: Plan, by: str) -> None:
    """The largest count of people that the public figures hide: only ever raised."""
    st.header("Small numbers", anchor=False)
    officer.told(SMALL)
    stands = limit_of(setting(open_store(), plan.id, SMALL_NUMBER))
    st.markdown(
        f"Public figures hide counts of 1 to {stands} people, and what would give one away. The "
        "limit can be raised, never lowered: two copies with different limits could be compared."
    )
    with st.form(officer.key(SMALL, "form")):
        limit = st.number_input(
            "Hide counts from 1 to",
            min_value=stands,
            max_value=LARGEST_LIMIT,
            value=stands,
            step=SMALLEST_LIMIT,
            key=officer.key(SMALL, "limit"),
            help=f"In steps of {SMALLEST_LIMIT}, so that older copies cannot be compared with "
            "newer ones.",
        )
        pressed = st.form_submit_button("Raise the limit")
    if not pressed:
        return
    raised = limit_of(limit)
    if raised <= stands:
        st.info("That is the limit already.")
        return
    officer.save(
        SMALL,
        by,
        lambda: change_setting(open_store(), plan.id, SMALL_NUMBER, raised, by),
        f"Counts of 1 to {raised} people are hidden from now on.",
    )
