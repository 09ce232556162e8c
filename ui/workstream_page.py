"""One page for any workstream, from its declaration: finding, figures, charts, records."""

import streamlit as st

from ui import sections, topics
from ui.pieces import cards, charts, commentary, records
from ui.shell import empty, honest
from ui.shell.frame import open_page
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams import workstream_of
from workstreams.base import Workstream
from workstreams.shown import shown

FIRST_ROWS = 8
"""Rows of a table that a page opens with."""


def show(key: str) -> None:
    """The whole page of the workstream with this key."""
    workstream = workstream_of(key)
    opened = open_page(workstream.title)
    if opened is None:
        empty.no_plan()
    elif opened.as_at is None or not opened.of(shown, workstream).has_records:
        empty.no_snapshot(workstream.empty)
        empty.workstream_template(workstream)
    else:
        _full(opened, workstream)


def _full(opened: Opened, workstream: Workstream) -> None:
    """What a chair reads first; the rest stands under the questions that they ask."""
    records.asked_for(opened, workstream, sections.beside(workstream))
    said = opened.of(shown, workstream)
    if said.finding:
        st.markdown(f"**{as_typed(said.finding)}**")
    cards.row(cards.first(said.results, [workstream[key].name for key in workstream.cards]))
    honest.strip(opened, workstream)
    for found in opened.of(workstream.told_first):
        sections.show(opened, found, FIRST_ROWS)
    opening = opened.of(workstream.opening)
    for chart in opening:
        charts.show(opened, workstream, chart)
    topic = topics.choose(opened, workstream)
    on_page = list(opening)
    if topic:
        on_page += topics.show(opened, workstream, topic, opened.of(workstream.drawn))
    commentary.section(opened, on_page)
