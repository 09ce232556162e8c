"""The fields of each thing that an officer may record of an action."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import streamlit as st

from store.said.judgements import GONE
from ui.shell import officer
from ui.shell.wording import as_typed
from workstreams.actions.records.one_action import Recordable
from workstreams.view import View
from workstreams.wording import day, sentence

LONG = 1000
"""Letters that a reason or a description may have."""


@dataclass(frozen=True)
class Entered:
    """What a form holds, as the store takes it; ``lacking`` says what is still to be entered.

    ``instead_of`` are the judgements that this one takes the place of.
    """

    kind: str
    value: Mapping[str, str] = field(default_factory=dict)
    on: date | None = None
    lacking: str = ""
    instead_of: tuple[int, ...] = ()


def evidence(found: Recordable, place: str, today: date) -> Entered:
    """A text, a link or both, with the day it was given."""
    if not found.complete:
        st.caption("It counts from when the action is reported complete.")
    text = _area("What shows that it is done", place, "evidence")
    link = _line("Link to it, if there is one", place, "link")
    given = _day("Given on", place, today, today)
    lacking = ""
    if not text and not link:
        lacking = "Enter what shows that it is done, or a link to it."
    elif link and not link.lower().startswith(("https://", "http://")):
        lacking = "Enter the whole link, beginning with https://."
    return Entered("evidence", {"text": text, "link": link}, given, lacking)


def acceptance(found: Recordable, place: str, view: View) -> Entered:
    """The meeting that accepted the action as done."""
    if not found.complete:
        st.caption("It counts from when the action is reported complete.")
    meetings = sorted((meeting.when for meeting in view.meetings), reverse=True)
    if not meetings:
        return Entered(
            "acceptance",
            lacking="The plan has no meetings yet: enter them under Plan settings first.",
        )
    latest = next((at for at, when in enumerate(meetings) if when <= view.as_at), 0)
    when = st.selectbox(
        "Accepted at the meeting of",
        meetings,
        index=latest,
        format_func=day,
        key=officer.key(place, "meeting"),
    )
    text = _area("In the words of the minutes, if you have them", place, "minutes")
    return Entered("acceptance", {"meeting": when.isoformat(), "text": text}, when)


def gone(found: Recordable, place: str, today: date) -> Entered:
    """Why an action is no longer in the file: completed, merged into another, withdrawn."""
    if found.gone:
        st.caption(
            f"Recorded so far: it was {as_typed(found.gone.rstrip('.'))}. What you record now "
            "takes its place; the log of the plan keeps both."
        )
    reason = st.radio(
        "It is no longer in the file because it was",
        GONE,
        format_func=sentence,
        index=None,
        key=officer.key(place, "reason"),
    )
    into = st.selectbox(
        "If merged: into",
        found.others,
        index=None,
        placeholder="Choose the action",
        key=officer.key(place, "into"),
    )
    text = _area("If withdrawn: by whose decision. Else what there is to say", place, "decision")
    when = _day("When", place, min(found.gone_on or today, today), today)
    lacking = ""
    if reason is None:
        lacking = "Choose why the action is no longer in the file."
    elif reason == GONE[1] and not into:
        lacking = "Choose the action that it was merged into."
    elif reason == GONE[2] and not text:
        lacking = "Enter whose decision it was to withdraw it."
    value = {"reason": reason or "", "into": into or "", "text": text}
    if reason != GONE[1]:
        value["into"] = ""
    return Entered("no longer listed", value, when, lacking, found.gone_by)


def moved(found: Recordable, place: str) -> Entered:
    """Why a date moved: of one move, which is found again by the snapshot that reported it."""
    move = st.selectbox(
        "The move",
        found.moves,
        format_func=lambda one: one.words,
        key=officer.key(place, "move"),
    )
    reason = _area("Why the date moved", place, "why")
    lacking = "" if reason else "Enter why the date moved."
    return Entered("move reason", {"reason": reason}, move.reported, lacking)


def _area(label: str, place: str, name: str) -> str:
    typed = st.text_area(
        label, max_chars=LONG, height=80, key=officer.key(place, name), help=officer.PRIVACY
    )
    return (typed or "").strip()


def _line(label: str, place: str, name: str) -> str:
    return (st.text_input(label, max_chars=LONG, key=officer.key(place, name)) or "").strip()


def _day(label: str, place: str, value: date, latest: date) -> date:
    picked = st.date_input(
        label,
        value=value,
        max_value=latest,
        format="DD/MM/YYYY",
        key=officer.key(place, "day"),
    )
    return picked if isinstance(picked, date) else value
