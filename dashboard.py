"""Start here: `streamlit run dashboard.py` sets the page up and runs the one that was asked for."""

import streamlit as st

from ui import workstream_page
from ui.shell import first_start, frame, sign_in

st.session_state[frame.OPENED] = True
page = st.navigation(frame.menu(workstream_page.show))
st.set_page_config(
    page_title=f"{page.title} · Improvement plan progress",
    page_icon=str(frame.MARK),
    layout="wide",
    initial_sidebar_state=264,
)
sign_in.require()
first_start.ready()
page.run()
