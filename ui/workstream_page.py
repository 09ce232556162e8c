"""One page for any workstream, from its declaration: finding, figures, charts, records."""

import streamlit as st

from ui import sections
from ui.pieces import cards, charts, commentary, records, run_charts
from ui.shell import empty, honest
from ui.shell.frame import open_page
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams import workstream_of
from workstreams.base import Workstream
from workstreams.shown import shown


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
    said = opened.of(shown, workstream)
    if said.finding:
        st.markdown(f"**{as_typed(said.finding)}**")
    cards.row(said.results)
    honest.strip(opened, workstream)
    made = opened.of(workstream.drawn)
    for chart in made:
        charts.show(opened, workstream, chart)
    for found in opened.of(workstream.told):
        sections.show(opened, found)
    chosen = run_charts.section(opened, workstream)
    if not workstream.closed(opened.view):
        records.section(opened, workstream, sections.beside(workstream))
    else:
        st.info("The rows of this page are for members only. The public page shows totals.")
    commentary.section(opened, made, chosen)
