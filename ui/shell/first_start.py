"""What a newcomer finds: the sample plans, put in place when the dashboard first starts."""

import streamlit as st

from store.database.engine import is_embedded, open_store
from store.plans import plans
from store.sample import load_sample


def ready() -> None:
    """Put the sample plans into the embedded store where it is empty; never into another."""
    engine = open_store()
    if is_embedded(engine) and not plans(engine):
        with st.spinner("Putting the sample plans in place", show_time=True):
            load_sample(engine)
