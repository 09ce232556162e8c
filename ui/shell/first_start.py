"""What a newcomer finds: the sample plans, put in place when the dashboard first starts."""

import os

import streamlit as st

from store.database.engine import is_embedded, open_store
from store.keeping.sample import was_removed
from store.plans import plans
from store.sample import load_sample

SETTING = "DASHBOARD_SAMPLES"
REFUSED = ("no", "off", "false", "0")
"""What may stand in the setting to start without the sample plans."""


def ready() -> None:
    """Put the sample plans into the embedded store where it is empty; never into another."""
    if os.environ.get(SETTING, "").strip().casefold() in REFUSED:
        return
    engine = open_store()
    if is_embedded(engine) and not plans(engine, None) and not was_removed(engine):
        with st.spinner("Putting the sample plans in place", show_time=True):
            load_sample(engine)
