"""Start here: `streamlit run dashboard.py` sets the page up and runs the one that was asked for."""

import streamlit as st

from ui import frame, sign_in

st.set_page_config(
    page_title="Improvement plan progress", page_icon=":material/checklist:", layout="wide"
)
st.session_state[frame.OPENED] = True
page = st.navigation(frame.menu())
sign_in.require()
page.run()
