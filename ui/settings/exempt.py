"""Under which paragraphs of Schedule 12A a plan's members' copies are exempt."""

import streamlit as st

from reports.content.exempt import PARAGRAPHS, SETTING, chosen, words
from store.database.engine import open_store
from store.said.settings import change_setting, settings
from ui.shell import officer
from workstreams.view import Plan
from workstreams.wording import sentence

PLACE = "settings_exempt"


def section(plan: Plan, by: str) -> None:
    """The paragraphs that stand, and a form to choose others."""
    st.header("Members’ copies", anchor=False)
    officer.told(PLACE)
    stands = chosen(settings(open_store(), plan.id))
    st.markdown(
        f"Every page and picture says “Exempt: not for publication”, under {words(stands)} of "
        "Part 1 of Schedule 12A to the Local Government Act 1972. Ask your monitoring officer "
        "which apply."
    )
    with st.form(officer.key(PLACE, "form")):
        picked = st.multiselect(
            "Exempt as information",
            list(PARAGRAPHS),
            default=list(stands),
            format_func=lambda number: f"{number}: {PARAGRAPHS[number]}",
            key=officer.key(PLACE, "paragraphs"),
        )
        pressed = st.form_submit_button("Save the paragraphs")
    if not pressed:
        return
    if not picked:
        st.error("Choose at least one paragraph.")
        return
    cited = words(picked)
    officer.save(
        PLACE,
        by,
        lambda: change_setting(open_store(), plan.id, SETTING, cited, by),
        f"{sentence(cited)} {'stand' if len(picked) > 1 else 'stands'} on members’ copies made "
        "from now on.",
    )
