"""The page on which officers keep a plan's own settings, with the log of every change."""

import streamlit as st

from store.access.roles import Right
from ui.door import run_as
from ui.settings import dates, exempt, facts, file_names, key, log, owners, targets, thresholds
from ui.shell import empty, officer
from ui.shell.frame import open_page
from ui.shell.opened import Opened

PLACE = "settings"


def show() -> None:
    """The whole page."""
    opened = open_page("Plan settings", Right.SETTINGS)
    if opened is None:
        empty.no_plan()
        return
    st.markdown(
        "What is kept here holds for every page and for the next pack. A pack that was made "
        "already does not change: it is read as the plan stood then."
    )
    by = officer.who(PLACE)
    st.caption("Kept with every change you save below.")
    _sections(opened, by)
    log.section(opened.plan)
    st.caption(f"How this dashboard is run: {run_as.sentence()}")


def _sections(opened: Opened, by: str) -> None:
    facts.section(opened.plan, by)
    dates.meetings(opened.plan, by)
    dates.events(opened.plan, by)
    targets.section(opened.plan, by)
    thresholds.section(opened.plan, by)
    key.section(opened.plan, by)
    if opened.as_at:
        owners.section(opened, by)
    facts.small_numbers(opened.plan, by)
    exempt.section(opened.plan, by)
    file_names.section(opened.plan, by)
