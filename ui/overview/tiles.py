"""A tile a workstream: its figure, its change in words, its target, its small line."""

import streamlit as st

from measures.figures import Figure, plain, printed
from ui.pieces import trend_line
from ui.shell import state
from ui.shell.frame import page_of
from ui.shell.opened import Opened
from ui.shell.screen_width import narrow
from ui.shell.wording import as_typed
from workstreams import WORKSTREAMS
from workstreams.base import Workstream
from workstreams.shown import Result, shown
from workstreams.view import Target
from workstreams.wording import sentence, short_day

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
        st.caption("Nothing uploaded yet.")
        return
    headline = said.results[0]
    said_of_it = [_moved(headline), aim(headline.target, headline.figure)]
    if narrow():
        words = ". ".join(one for one in (as_typed(headline.name), *said_of_it) if one)
        st.markdown(f"**{as_typed(str(headline.figure))}** :small[{words}]")
        return
    st.caption(as_typed(headline.name))
    st.metric(headline.name, str(headline.figure), label_visibility="collapsed")
    st.caption("  \n".join(one for one in said_of_it if one) or "No change to tell of.")
    found = opened.of(trend_line.trend, workstream.measures[0])
    trend_line.small(found, headline.name, workstream.key)


def _moved(result: Result) -> str:
    """The change in words, loud only where it is worse."""
    if result.moved:
        words = as_typed(str(result.moved)).replace("percentage point", "point")
        return f"**:orange[{words}]**" if result.moved.verdict == "worse" else words
    if not result.figure.mark:
        return as_typed(sentence(result.figure.why_missing))
    # A figure that is hidden in public is compared as it is printed, and no closer.
    if result.before is None:
        return ""
    return "As before" if str(result.before) == str(result.figure) else f"{result.before} before"


def aim(target: Target | None, figure: Figure) -> str:
    """The target, by when, and how far off it is: "Target 100% by 31 Mar 2023: 43.9 points off"."""
    if target is None:
        return ""
    said = f"Target {printed(target.value, figure.unit)}"
    said += f" by {short_day(target.by)}" if target.by else ""
    if figure.value is None:
        return said
    scale = 100 if figure.unit == "percent" else 1
    off = round(abs(round(target.value * scale, 1) - round(figure.value * scale, 1)), 1)
    met = not off or (figure.value > target.value) == (figure.better == "higher")
    if figure.better != "neutral" and met:
        return f"{said}: met"
    unit = f"{plain(off)} points" if figure.unit == "percent" else printed(off, figure.unit)
    return f"{said}: {unit} off"
