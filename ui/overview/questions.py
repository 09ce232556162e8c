"""The questions to ask at the meeting, each opening its reason, its rows and a text to copy."""

from functools import partial

import streamlit as st

from ui.overview import opening
from ui.pieces import tables
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams import workstream_of
from workstreams.across.questions import TOP, questions
from workstreams.asking import Question
from workstreams.wording import counted


def section(opened: Opened) -> None:
    """Three questions to ask."""
    first = opened.of(questions)[:TOP]
    if not first:
        return
    st.header(f"{_number(len(first))} to ask", anchor=False)
    with st.container(gap=None):
        for place, question in enumerate(first, start=1):
            _show(opened, question, place)


def others(opened: Opened) -> None:
    """The others, where they are asked for."""
    more = opened.of(questions)[TOP:]
    if more and st.toggle(f"Show {counted(len(more), 'more question')}", key="more_questions"):
        for place, question in enumerate(more, start=TOP + 1):
            _show(opened, question, place)


def _number(count: int) -> str:
    return {1: "One question", 2: "Two questions"}.get(count, "Three questions")


def _show(opened: Opened, question: Question, place: int) -> None:
    asked, mark, rest = question.text.partition("? ")
    label = f"{place}. {as_typed(asked + mark.strip())}"
    draw = partial(_answered, opened, question, rest)
    opening.line(label, f"open_question_{question.rule.key}", draw)


def _answered(opened: Opened, question: Question, rest: str) -> None:
    """Why it is asked, the rows it is about, and its text to copy."""
    if rest:
        st.markdown(as_typed(rest))
    st.caption(as_typed(f"Asked because: {question.rule.when}"))
    key = f"question_{question.rule.key}"
    tables.placed(opened, question.rows, question.rows_of, question.text, key)
    opening.way_to(workstream_of(question.workstream))
    st.caption("To copy as text:")
    st.code(question.copied, language=None, wrap_lines=True)
