"""The question what a new file's indicators count, asked once and kept."""

import streamlit as st

from loaders.outcome import Checked
from ui.settings import counted
from ui.shell import officer
from workstreams.indicators.columns import INDICATORS
from workstreams.view import Plan

PLACE = "upload_counted"


def section(plan: Plan, checked: Checked) -> None:
    """The indicators whose names do not say it, where there are any."""
    frame = checked.frames.get(INDICATORS.key)
    names = [] if frame is None else list(dict.fromkeys(frame["indicator"].dropna().astype(str)))
    asked = counted.unknown(plan, names)
    officer.told(PLACE)
    if not asked:
        return
    st.header("What the indicators count", anchor=False)
    st.caption(f"{counted.WHY} You can answer later on Plan settings, too.")
    counted.form(plan, asked, officer.who(PLACE), PLACE)
