"""The page on which officers keep a plan's own settings, with the log of every change."""

import streamlit as st

from ui import (
    empty,
    officer,
    settings_dates,
    settings_exempt,
    settings_facts,
    settings_key,
    settings_log,
    settings_owners,
    settings_targets,
    settings_thresholds,
)
from ui.frame import open_page
from ui.look import Opened

PLACE = "settings"


def show() -> None:
    """The whole page."""
    opened = open_page("Plan settings")
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
    settings_log.section(opened.plan)


def _sections(opened: Opened, by: str) -> None:
    settings_facts.section(opened.plan, by)
    settings_dates.meetings(opened.plan, by)
    settings_dates.events(opened.plan, by)
    settings_targets.section(opened.plan, by)
    settings_thresholds.section(opened.plan, by)
    settings_key.section(opened.plan, by)
    if opened.as_at:
        settings_owners.section(opened, by)
    settings_facts.small_numbers(opened.plan, by)
    settings_exempt.section(opened.plan, by)
