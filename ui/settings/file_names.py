"""Which of a plan's files may be named in what the public sees."""

import streamlit as st

from store.database.engine import open_store
from store.file_names import CLEARED
from store.said.settings import change_setting, settings
from store.snapshots import snapshots
from ui.shell import officer
from workstreams.view import Plan
from workstreams.wording import counted

PLACE = "settings_file_names"


def section(plan: Plan, by: str) -> None:
    """The names of the files, to be allowed one by one."""
    st.header("Files named in public", anchor=False)
    officer.told(PLACE)
    st.markdown(
        "A file’s name may hold somebody’s. In public a file is given by what is in it, its date "
        "and the first letters of its check code, unless you choose its name here. Members’ copies "
        "have every name."
    )
    stored = snapshots(open_store(), plan.id, withdrawn=True)
    names = list(dict.fromkeys(one.file for one in reversed(stored)))
    cleared = settings(open_store(), plan.id).get(CLEARED, [])
    if not names:
        st.caption("Nothing was uploaded yet.")
        return
    with st.form(officer.key(PLACE, "form")):
        picked = st.multiselect(
            "Names that identify nobody",
            names,
            default=[name for name in cleared if name in names],
            placeholder="Choose the files that may be named",
            key=officer.key(PLACE, "names"),
        )
        pressed = st.form_submit_button("Save the names")
    if pressed:
        officer.save(
            PLACE,
            by,
            lambda: change_setting(open_store(), plan.id, CLEARED, picked, by),
            f"{counted(len(picked), 'file')} may be named in public.",
        )
