"""What changed since the committee last met: a few sentences, each opening its rows."""

from functools import partial

import streamlit as st

from ui.actions import table
from ui.overview import doing, opening
from ui.pieces import tables
from ui.shell.opened import Opened
from ui.shell.wording import as_typed
from workstreams import workstream_of
from workstreams.across.brief import Told, brief
from workstreams.across.compared import dates
from workstreams.across.moved import moves
from workstreams.actions.followed.since import since_last_met
from workstreams.wording import day

ALWAYS = ("completed", "moved", "reopened", "new", "gone", "silent")
"""The changes that are named even where there are none; the others only where there are some."""
NAMES = {"worse": "Worse", "better": "Better", "": "Neither"}


def section(opened: Opened) -> None:
    """Five sentences at most, the worst first."""
    between, told = opened.of(dates), opened.of(brief)
    st.header(between.heading, anchor=False)
    if not told:
        st.markdown(between.compared if between.since is None else "Nothing changed.")
    with st.container(gap=None):
        for one in told:
            opening.line(as_typed(one.text), f"told_{one.key}", partial(_rows, opened, one))


def _rows(opened: Opened, one: Told) -> None:
    """What a sentence stands on, and the way to its page."""
    tables.placed(opened, one.rows, one.rows_of, one.text, f"told_{one.key}")
    part = workstream_of(one.part)
    doing.section(opened, part)
    opening.way_to(part)


def everything(opened: Opened) -> None:
    """Every change in the actions and every figure that moved, for those who want them all."""
    since = opened.of(dates).since
    if since is None:
        return
    st.caption(opened.of(dates).compared)
    _actions(opened)
    found = opened.of(moves)
    st.markdown(as_typed(found.finding))
    shown = found.tables
    if not shown:
        return
    picked = st.segmented_control(
        "Figures that moved",
        list(shown),
        format_func=lambda verdict: f"{NAMES[verdict]}: {len(shown[verdict])}",
        default=next(iter(shown)),
        required=True,
        key="moved_verdict",
    )
    rows = shown.get(picked, next(iter(shown.values())))
    tables.paged(rows, f"Figures that moved since {day(since)}", f"moved_{picked}", 10)


def _actions(opened: Opened) -> None:
    found = opened.of(since_last_met)
    if found is None:
        return
    st.markdown(as_typed(found.finding))
    shown = [c for c in found.changes if c.key in ALWAYS or len(c.rows)]
    first = next((c.key for c in shown if len(c.rows)), shown[0].key)
    names = {change.key: f"{change.name}: {change.figure}" for change in shown}
    picked = st.segmented_control(
        "What happened to the actions",
        list(names),
        format_func=lambda key: names.get(key, key),
        default=first,
        required=True,
        key="since_change",
    )
    change = next((c for c in shown if c.key == picked), shown[0])
    st.caption(as_typed(change.meaning))
    if len(change.rows):
        alt = f"{change.name} since {day(found.since)}"
        table.paged(opened, change.rows, alt, f"since_{change.key}")
    else:
        st.markdown("There are none.")
