"""A tile a workstream: its figure, its change in words, its target, its small line."""

import streamlit as st

from charts.palette import tag
from ui.pieces import trend_line
from ui.shell import state
from ui.shell.frame import page_of
from ui.shell.opened import Opened
from ui.shell.screen_width import narrow
from ui.shell.wording import as_typed
from workstreams import WORKSTREAMS
from workstreams.across.headlines import NO_CHANGE, NOTHING_YET, aim, change, worse
from workstreams.base import Workstream
from workstreams.shown import Result, shown

BESIDE = 5
"""Tiles side by side; on a phone each stands below the other."""


def section(opened: Opened) -> None:
    """The tiles in the order of the menu."""
    for first in range(0, len(WORKSTREAMS), BESIDE):
        row = WORKSTREAMS[first : first + BESIDE]
        places = [st.container() for _ in row] if narrow() else st.columns(BESIDE, gap="xsmall")
        for workstream, place in zip(row, places, strict=False):
            with place, st.container(border=not narrow(), height="stretch", gap=None):
                _tile(opened, workstream)


def _tile(opened: Opened, workstream: Workstream) -> None:
    st.page_link(page_of(workstream), label=f"**{workstream.title}**", query_params=state.address())
    said = opened.of(shown, workstream, 1)
    if not said.has_records or not said.results:
        st.caption(NOTHING_YET)
        return
    headline = said.results[0]
    said_of_it = [_moved(headline), aim(headline.target, headline.figure)]
    if narrow():
        words = ". ".join(one for one in (as_typed(headline.name), *said_of_it) if one)
        st.markdown(f"**{as_typed(str(headline.figure))}** :small[{words}]")
        return
    st.caption(as_typed(_named(headline)))
    st.metric(headline.name, str(headline.figure), label_visibility="collapsed")
    st.caption("  \n".join(one for one in said_of_it if one) or NO_CHANGE)
    found = opened.of(trend_line.trend, workstream.measures[0])
    trend_line.small(found, headline.name, workstream.key)


def _named(headline: Result) -> str:
    """What the figure is; a number of a few says of how many: "Indicators … target (1 of 6)"."""
    figure = headline.figure
    parts = figure.parts if figure.unit == "count" else ""
    return f"{headline.name} ({parts})" if parts else headline.name


def _moved(result: Result) -> str:
    """The change in words, loud only where it is worse."""
    words = as_typed(change(result))
    return f"**:{tag('attention')}[{words}]**" if worse(result) else words
