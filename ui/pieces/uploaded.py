"""A file that was chosen: its fingerprint, and how it is read, kept for this visit alone."""

from dataclasses import replace
from hashlib import sha256

import streamlit as st

from loaders.choices import Choices
from loaders.guarded.safely import check
from loaders.minutes.items import Minutes
from loaders.minutes.safely import read as read_minutes
from loaders.outcome import Checked
from workstreams import TABLES


def fingerprint(contents: bytes) -> str:
    """The SHA-256 of a file, by which it is known again."""
    return sha256(contents).hexdigest()


def checked(contents: bytes, name: str, choices: Choices) -> Checked:
    """A file as it is read with these choices, in a process of its own."""
    chosen = repr(replace(choices, secret=b""))
    return _checked(name, fingerprint(contents), chosen, contents, choices)


@st.cache_data(show_spinner=False, max_entries=4, scope="session")
def minutes(contents: bytes, name: str) -> Minutes:
    """What is found in minutes, read in a process of its own. Raises ``CannotRead``."""
    return read_minutes(contents, name)


@st.cache_data(show_spinner=False, max_entries=64, scope="session")
def _checked(name: str, sha256: str, chosen: str, _contents: bytes, _choices: Choices) -> Checked:
    return check(_contents, name, TABLES, _choices)
