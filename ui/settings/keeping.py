"""What the plan's files are called, and putting the plan away."""

import streamlit as st

from store.access.roles import Right
from store.database.engine import open_store
from store.keeping.archived import archive
from store.keeping.sources import rename
from store.sources.kept import sources as of_plan
from ui.shell import new_plan, officer
from ui.shell.wording import as_typed
from workstreams.view import Plan

SOURCES, ARCHIVE = "settings_sources", "settings_archive"


def sources(plan: Plan, by: str) -> None:
    """The files that the plan is kept in, to be renamed."""
    st.header("Files of the plan", anchor=False)
    officer.told(SOURCES)
    found = {one.id: one for one in of_plan(open_store(), plan.id)}
    if not found:
        st.caption("There are none yet.")
        return
    st.markdown(
        "A plan may be kept in several files, each of which comes again and again. A new name "
        "holds from now on; packs made before keep the old one."
    )
    with st.form(officer.key(SOURCES, "form")):
        picked = st.selectbox(
            "File",
            list(found),
            format_func=lambda one: as_typed(found[one].name) if one in found else "",
            key=officer.key(SOURCES, "file"),
        )
        name = st.text_input("Its new name", max_chars=100, key=officer.key(SOURCES, "name"))
        if not st.form_submit_button("Rename this file"):
            return
    source = found[picked]
    officer.save(
        SOURCES,
        by,
        lambda: rename(open_store(), plan.id, source, name or "", by),
        f"“{source.name}” is now called “{' '.join((name or '').split())}”.",
    )


def away(plan: Plan, by: str) -> None:
    """Putting the plan away, and bringing others back."""
    st.header("Archive", anchor=False)
    officer.told(ARCHIVE)
    if not officer.may(Right.PLANS, plan.id):
        st.caption("Plans are archived and brought back by an administrator.")
        return
    st.markdown(
        "An archived plan is in no list, and nothing of it is lost. Where a retention rule says "
        "that it must go for good, the person who looks after the server does that with a command."
    )
    with st.form(officer.key(ARCHIVE, "form")):
        why = st.text_input("Why it is archived", max_chars=300, key=officer.key(ARCHIVE, "why"))
        pressed = st.form_submit_button("Archive this plan", icon=":material/archive:")
    if pressed:
        officer.save(
            ARCHIVE,
            by,
            lambda: archive(open_store(), plan.id, by, why or ""),
            f"“{plan.name}” is archived. It can be brought back here or on Upload.",
        )
    new_plan.others()
