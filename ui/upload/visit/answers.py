"""What an officer has answered about a file in this visit, until it is accepted.

It is kept by what the file is called: one that was mended and is chosen again keeps every answer.
"""

import re
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import PurePath

import streamlit as st

from loaders.choices import Choices
from store.said.remembered import with_chosen

_ADDED = re.compile(r"^copy of | - copy$| - problems marked$| ?\(\d+\)$")
"""What is added to a file's name as it is copied, downloaded again, or given back marked."""


def mark(name: str) -> str:
    """What stands for a file in the keys of a visit: the same for the file as it was mended."""
    stem = " ".join(PurePath(name).stem.casefold().split())
    while (bare := _ADDED.sub("", stem)) not in ("", stem):
        stem = bare
    return sha256(stem.encode()).hexdigest()[:12]


def choices(plan_id: int, name: str, known: Choices) -> Choices:
    """How a file is to be read: as the plan knows, and as was answered in this visit."""
    said = st.session_state.get(_choices(plan_id, name))
    return with_chosen(known, said) if isinstance(said, Choices) else known


def choose(plan_id: int, name: str, chosen: Choices) -> None:
    """Keep how an officer wants a file read; the secret stays in the store."""
    said = replace(chosen, secret=b"", as_at=None, read_before={})
    st.session_state[_choices(plan_id, name)] = said


def date_said(name: str) -> date | None:
    """The date that an officer has said a file is true at; None where nobody has."""
    said = st.session_state.get(_date(name))
    return said if isinstance(said, date) else None


def say_date(name: str, said: object) -> None:
    """Keep the date that an officer says a file is true at."""
    st.session_state[_date(name)] = said


def forget(name: str) -> None:
    """Forget every answer about a file: it is accepted, and the plan keeps them."""
    own = mark(name)
    for key in [key for key in st.session_state if own in str(key)]:
        del st.session_state[key]


def _choices(plan_id: int, name: str) -> str:
    return f"choices_{plan_id}_{mark(name)}"


def _date(name: str) -> str:
    return f"date_said_{mark(name)}"
