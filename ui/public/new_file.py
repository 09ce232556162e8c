"""What a public copy will leave out of a new file: said, and asked, before it is accepted."""

import pandas as pd
import streamlit as st

from loaders.outcome import Checked
from measures.indicators import all_series
from store.database.engine import open_store
from store.said.settings import settings
from ui.public import counted, words
from ui.shell import officer
from workstreams import TABLES
from workstreams.indicators.columns import INDICATORS
from workstreams.public_words import found
from workstreams.view import Plan

PLACE = "upload_counted"


def section(plan: Plan, checked: Checked) -> None:
    """The indicators that do not say what they count, and the texts with small numbers."""
    _indicators(plan, checked)
    told = found(checked.frames, TABLES, settings(open_store(), plan.id))
    if told:
        st.header("Small numbers in words", anchor=False)
        st.caption(f"{words.WHY} Clear it on Plan settings once the file is accepted.")
        words.lines(told)


def _indicators(plan: Plan, checked: Checked) -> None:
    frame = checked.frames.get(INDICATORS.key)
    # Of one file alone, so that its date tells nothing apart.
    found = () if frame is None else all_series(frame.assign(as_at=pd.Timestamp(0)))
    asked = counted.unknown(plan, found)
    officer.told(PLACE)
    if asked:
        st.header("What the indicators count", anchor=False)
        st.caption(f"{counted.WHY} You can answer later on Plan settings, too.")
        counted.form(plan, asked, officer.who(PLACE), PLACE)
