"""The questions to ask at the meeting, each with its rows and a text to copy."""

import streamlit as st

from ui.pieces import tables
from ui.shell import state
from ui.shell.frame import page_of
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams import workstream_of
from workstreams.across.questions import TOP, questions
from workstreams.asking import Question
from workstreams.wording import counted


def section(opened: Opened) -> None:
    """Three questions, and the others where they are asked for."""
    asked = opened.of(questions)
    if not asked:
        return
    first = asked[:TOP]
    st.header(f"{_number(len(first))} to ask", anchor=False)
    for place, question in enumerate(first, start=1):
        _show(opened, question, place)
    more = asked[TOP:]
    if more and st.toggle(f"Show {counted(len(more), 'more question')}", key="more_questions"):
        for place, question in enumerate(more, start=TOP + 1):
            _show(opened, question, place)


def _number(count: int) -> str:
    return {1: "One question", 2: "Two questions"}.get(count, "Three questions")


def _show(opened: Opened, question: Question, place: int) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{place}. {as_typed(question.text)}**")
        st.caption(as_typed(f"Asked because: {question.rule.when}"))
        number = len(question.rows)
        behind = "The row behind it" if number == 1 else f"The {number} rows behind it"
        with st.expander(behind, type="compact", icon=":material/table:"):
            key = f"question_{question.rule.key}"
            tables.placed(opened, question.rows, question.rows_of, question.text, key)
            workstream = workstream_of(question.workstream)
            st.page_link(
                page_of(workstream),
                label=f"Go to {workstream.title}",
                icon=":material/arrow_forward:",
                query_params=state.address(),
            )
        with st.expander("Copy as text", type="compact", icon=":material/content_copy:"):
            st.code(question.copied, language=None, wrap_lines=True)
