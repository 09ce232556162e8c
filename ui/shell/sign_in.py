"""Who is looking: asked only where the council's own sign-in has been set up."""

import streamlit as st
from streamlit.runtime.secrets import secrets_singleton


def is_set_up() -> bool:
    """Whether a sign-in is configured: an [auth] section in .streamlit/secrets.toml."""
    return secrets_singleton.load_if_toml_exists() and "auth" in st.secrets


def require() -> None:
    """Stop the page with a way to sign in, where one is set up and nobody has."""
    if not is_set_up() or st.user.is_logged_in:
        return
    st.title("Improvement plan progress")
    st.write("Sign in with your council account to see the plans.")
    st.button("Sign in", type="primary", on_click=st.login)
    st.stop()


def name() -> str:
    """The name the sign-in gives, or "" where there is none."""
    if not is_set_up():
        return ""
    return str(st.user.get("name") or st.user.get("email") or "")
