"""Start here: `streamlit run dashboard.py` serves the dashboard, and runs it for each visitor."""

import streamlit as st

if __name__ == "__main__":
    # One run for one visitor: set the page up, and run the one that was asked for.
    from ui import workstream_page
    from ui.door import faults, gate
    from ui.shell import first_start, frame

    st.session_state[frame.OPENED] = True
    with faults.waited_out():
        gate.begin()
        page = st.navigation(frame.menu(workstream_page.show), expanded=True)
        st.set_page_config(
            page_title=f"{page.title} · Improvement plan progress",
            page_icon=str(frame.MARK),
            layout="wide",
            initial_sidebar_state=264,
        )
        first_start.ready()
        page.run()
else:
    # The server, once: what every answer carries, which files are taken, what a fault says, and
    # what is worked out before somebody asks.
    from ui import warming
    from ui.door import faults, middleware

    app = st.App(
        "dashboard.py",
        lifespan=warming.running,
        middleware=middleware.layers(),
        on_script_error=faults.show,
    )
