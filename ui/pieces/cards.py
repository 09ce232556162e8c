"""A figure on a card: its value, what it was made from, how it moved, its target."""

from collections.abc import Collection, Sequence
from datetime import date

import streamlit as st

from charts.palette import Meaning, tag
from measures.figures import Figure, printed
from ui.pieces import tables
from ui.shell.wording import as_typed
from workstreams.shown import Result
from workstreams.view import Target
from workstreams.wording import day, sentence

MEANINGS: dict[str, Meaning] = {"better": "on course", "worse": "attention"}
FEW = 4
"""Cards that a page opens with."""
ARROWS = {"up": ":material/arrow_upward: ", "down": ":material/arrow_downward: ", "none": ""}


def first(results: Sequence[Result], named: Collection[str] = ()) -> list[Result]:
    """The few that stand on cards: those named, else the first that have a figure.

    A small number that is hidden is on none: the page says in words what may be said of it.
    """
    if named:
        kept = [one for one in results if one.name in named]
        return [one for one in kept if one.figure.value is not None or not one.figure.mark]
    return [one for one in results if one.figure.value is not None][:FEW] or list(results[:FEW])


def every(results: Sequence[Result], as_at: date, since: date | None) -> None:
    """Each figure on a line of one table: at both dates, how it moved, what stands behind it."""
    lines = []
    for one in results:
        line = {"Measure": one.name, day(as_at): str(one.figure)}
        if since:
            line |= {day(since): str(one.before or "–"), "Change": str(one.moved or "–")}
        lines.append(line | {"What stands behind it": behind(one) or "–"})
    tables.rows(lines, "All figures of this page")


def row(results: Sequence[Result]) -> None:
    """A card for each result, as many side by side as fit."""
    if not results:
        return
    with st.grid(min_column_width=165, gap="small"):
        for result in results:
            with st.container(border=True, height="stretch", gap="xsmall"):
                figure(result)


def figure(result: Result) -> None:
    """The figure, how it moved since the date compared with, and what stands behind it."""
    moved = result.moved
    # The metric's own label and change are cut off where a card is small; these wrap.
    st.markdown(as_typed(result.name))
    st.metric(result.name, str(result.figure), label_visibility="collapsed")
    if moved:
        st.markdown(
            f":{tag(MEANINGS.get(moved.verdict))}-background[{ARROWS[moved.direction]}{moved}]"
        )
    if words := behind(result):
        st.caption(as_typed(words))


def behind(result: Result) -> str:
    """What a figure was made from, its target, or why there is none."""
    parts = [own_date(result), result.figure.parts, target(result.target, result.figure)]
    if result.figure.value is None:
        parts = [own_date(result), result.figure.why_missing]
    return ". ".join(sentence(part) for part in parts if part)


def own_date(result: Result) -> str:
    """The day an older figure is of, where that is not the day looked at."""
    when = result.figure.as_at
    return f"as at {day(when)}" if when and when < result.viewed else ""


def target(aim: Target | None, figure: Figure) -> str:
    """Where the figure should be, and by when."""
    if aim is None:
        return ""
    said = f"target {printed(aim.value, figure.unit)}"
    return f"{said} by {day(aim.by)}" if aim.by else said
