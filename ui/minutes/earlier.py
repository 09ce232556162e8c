"""What was kept from minutes before: listed, and taken back where it was a mistake."""

import streamlit as st

from store.database.engine import open_store
from store.said.minuted import kept_of, take_back
from ui.pieces import tables
from ui.shell import officer
from ui.shell.opened import Opened


def section(opened: Opened, place: str) -> None:
    """The items kept from each meeting's minutes; nothing where none was."""
    kept = kept_of(open_store(), opened.plan.id)
    if not kept:
        return
    own = f"{place}_earlier"
    officer.told(own)
    with st.expander("Kept from minutes so far", icon=":material/history:"):
        tables.rows(
            [
                {"Minutes": line.value["sheet"], "Item": line.subject, "Words": line.value["text"]}
                for line in kept
            ],
            "Items kept from minutes",
        )
        with st.form(officer.key(own, "form"), border=False):
            names = {line.id: f"{line.subject}, {line.value['sheet'].lower()}" for line in kept}
            chosen = st.multiselect(
                "Take back",
                list(names),
                format_func=lambda one: names.get(one, str(one)),
                key=officer.key(own, "chosen"),
                help="An item taken back is on no page any more. The log keeps that it was there.",
            )
            by = officer.who(own)
            if not st.form_submit_button("Take these back"):
                return
            if not chosen:
                st.error("Choose what to take back.")
                return
            officer.save(
                own,
                by,
                lambda: take_back(open_store(), opened.plan.id, chosen, by),
                "Taken back: no page shows it any more.",
            )
