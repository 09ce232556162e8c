"""One page for any workstream, from its declaration: finding, figures, charts, records."""

import streamlit as st

from ui import data
from ui.actions import section
from ui.pieces import cards, charts, commentary, records, run_charts
from ui.shell import empty, honest
from ui.shell.frame import open_page
from ui.shell.look import Opened
from ui.shell.wording import as_typed
from workstreams.base import Workstream


def show(key: str) -> None:
    """The whole page of the workstream with this key."""
    workstream = data.workstream(key)
    opened = open_page(workstream.title)
    if opened is None:
        empty.no_plan()
    elif opened.as_at is None or not data.shown(opened, key).has_records:
        empty.no_snapshot(workstream.empty)
        empty.workstream_template(workstream)
    else:
        _full(opened, workstream)


def strip(opened: Opened, workstream: Workstream) -> None:
    """The honesty strip: what the figures above stand on."""
    st.caption(f":material/fact_check: {as_typed(data.stands_on(opened, workstream.key))}")


def _full(opened: Opened, workstream: Workstream) -> None:
    shown = data.shown(opened, workstream.key)
    if shown.finding:
        st.markdown(f"**{as_typed(shown.finding)}**")
    cards.row(shown.results)
    strip(opened, workstream)
    made = data.charts(opened, workstream.key)
    for chart in made:
        charts.show(opened, workstream, chart)
    if workstream.key == "actions":
        section.section(opened)
    chosen = run_charts.section(opened, workstream)
    if not honest.closed(data.view(opened), workstream):
        records.section(opened, workstream)
    else:
        st.info("The rows of this page are for members only. The public page shows totals.")
    commentary.section(opened, made, chosen)
