"""The questions under which a workstream's page keeps what it does not open with, one at a time."""

from collections.abc import Sequence

import streamlit as st

from charts.spec import Chart
from ui import sections
from ui.pieces import cards, charts, one_open, records, run_charts
from ui.shell.opened import Opened
from workstreams.base import Workstream
from workstreams.sections import FIGURES, RECORDS, Topic
from workstreams.shown import shown

CLOSED = "The rows of this page are for members only. The public page shows totals."


def choose(opened: Opened, workstream: Workstream) -> Topic | None:
    """The question that is open; none until one is asked, or the address asks it."""
    topics = {topic.key: topic for topic in opened.of(workstream.asked_of_it)}
    st.header("Ask more of it", anchor=False)
    questions = {key: topic.question for key, topic in topics.items()}
    picked = one_open.choose("Questions, one open at a time", questions, workstream.key)
    return topics.get(picked)


def show(
    opened: Opened, workstream: Workstream, topic: Topic, made: Sequence[Chart]
) -> list[Chart]:
    """What answers one question; the charts that are shown of those made."""
    answering = [chart for chart in made if workstream.name(chart) in topic.charts]
    for chart in answering:
        charts.show(opened, workstream, chart, below_a_heading=True)
    if topic.key == FIGURES:
        view = opened.view
        cards.every(opened.of(shown, workstream).results, view.as_at, view.since)
        chosen = run_charts.section(opened, workstream)
        answering += [chosen] if chosen else []
    for found in opened.of(workstream.told, topic):
        sections.show(opened, found)
    if topic.key == RECORDS and workstream.closed(opened.view):
        st.info(CLOSED)
    elif topic.key == RECORDS:
        records.section(opened, workstream, sections.beside(workstream))
    return answering
