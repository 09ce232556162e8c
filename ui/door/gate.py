"""The door of every run: whether anything may be shown at all, and to whom."""

import logging

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from store.access.configuration import Access, Misconfigured
from store.access.roles import Right
from store.access.visitor import ask
from ui.door import came_for, signing_in, visitor
from ui.door.uploads import know

log = logging.getLogger(__name__)
TITLE = "Improvement plan progress"
NOT_SET_UP = (
    "This dashboard is not set up completely, so it shows nothing. The reason, with file and line, "
    "is in the server’s log for whoever looks after it."
)
NOT_THIS_MACHINE = (
    "This dashboard is set up for one machine only and was asked for from another, or through a "
    "proxy. To let others in, whoever looks after it sets DASHBOARD_ACCESS to “sign-in” or "
    "“published” (README, “For the council’s IT”)."
)


def begin() -> None:
    """Finds the visitor of a run, before the menu is made of what they may open."""
    ask(visitor.find)
    visitor.afresh()


def require() -> None:
    """Goes on where this visitor may see something; else says what to do, and stops."""
    ask(visitor.find)
    try:
        how = visitor.configured()
    except Misconfigured as why:
        log.error("Not set up: %s", why)
        _tell_uploads(known=False)
        _stop(NOT_SET_UP)
    found = visitor.afresh()
    _tell_uploads(known=found.may_somewhere(Right.UPLOAD))
    if how.mode == "this machine only" and not found.roles:
        _stop(NOT_THIS_MACHINE)
    if how.mode == "sign-in":
        _signed_in(how, bool(found.roles))


def _signed_in(how: Access, has_role: bool) -> None:
    claims = st.user.to_dict()
    if not claims.get("is_logged_in"):
        came_for.remember()
        st.title(TITLE, anchor=False)
        st.write("Sign in with your council account to see the plans.")
        outcome = st.query_params.get(signing_in.PARAMETER)
        if outcome in signing_in.SENTENCES:
            st.error(signing_in.SENTENCES[outcome])
        st.button("Sign in", type="primary", on_click=st.login)
        st.stop()
    name = visitor.name_of(how, claims)
    with st.sidebar:
        st.caption(f"Signed in as {name}")
        st.button("Sign out", on_click=st.logout)
    if visitor.ended(how, claims):
        st.title(TITLE, anchor=False)
        st.write(f"Your session has ended after {how.hours:g} hours. Sign in again to go on.")
        st.button("Sign in again", type="primary", on_click=st.login)
        st.stop()
    if not has_role:
        _stop(
            "You are signed in, but nobody has given you a role here yet. Ask one of those who "
            f"look after it: {', '.join(sorted(how.administrators))}."
        )


def _tell_uploads(*, known: bool) -> None:
    context = get_script_run_ctx()
    if context is not None:
        know(context.session_id, visitor.later() if known else None)


def _stop(sentence: str) -> None:
    st.title(TITLE, anchor=False)
    st.error(sentence)
    st.stop()
