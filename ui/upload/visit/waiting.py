"""The files of a visit that are not accepted yet: several can be chosen, none is lost."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from ui.pieces import uploaded

KEPT = "files_waiting"


@dataclass(frozen=True)
class Chosen:
    """A file that was chosen: its name and its bytes."""

    name: str
    data: bytes

    @property
    def mark(self) -> str:
        """By which it is known again."""
        return uploaded.fingerprint(self.data)


def with_new(plan_id: int, new: Iterable[Chosen]) -> list[Chosen]:
    """The files that wait, and those chosen since; a file chosen twice is there once."""
    found = {one.mark: one for one in (*waiting(plan_id), *new)}
    st.session_state[_key(plan_id, "all")] = found
    return list(found.values())


def accepted(plan_id: int, marks: Iterable[str]) -> None:
    """Files that are accepted wait no longer; the others do, also when the control is emptied."""
    found: dict[str, Chosen] = st.session_state.get(_key(plan_id, "all"), {})
    done = set(marks)
    left = tuple(one for mark, one in found.items() if mark not in done)
    st.session_state[_key(plan_id, "left")] = left


def put_away(plan_id: int) -> None:
    """Forget the files that wait."""
    st.session_state.pop(_key(plan_id, "left"), None)


def waiting(plan_id: int) -> tuple[Chosen, ...]:
    """The files that wait beside what is in the control."""
    found: tuple[Chosen, ...] = st.session_state.get(_key(plan_id, "left"), ())
    return found


def _key(plan_id: int, what: str) -> str:
    return f"{KEPT}_{plan_id}_{what}"
