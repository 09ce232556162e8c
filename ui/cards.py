"""A figure on a card: its value, what it was made from, how it moved, its target."""

from collections.abc import Sequence

import streamlit as st

from measures.figures import Figure, printed
from ui.changes import Change, change
from ui.data import Result
from workstreams.view import Target
from workstreams.wording import day, sentence

COLOURS = {"better": "blue", "worse": "orange", "": "gray"}
ARROWS = {"up": "up", "down": "down", "none": "off"}


def row(results: Sequence[Result]) -> None:
    """A card for each result, as many side by side as fit."""
    if not results:
        return
    with st.grid(min_column_width=170, gap="small"):
        for result in results:
            with st.container(border=True, height="stretch", gap="xsmall"):
                figure(result)


def figure(result: Result) -> None:
    """The figure, how it moved since the date compared with, and what stands behind it."""
    moved = change(result.figure, result.before, result.measure.better)
    st.metric(
        result.measure.name,
        str(result.figure),
        delta=str(moved) if moved else None,
        delta_color=COLOURS[moved.verdict] if moved else "off",  # type: ignore[arg-type]
        delta_arrow=ARROWS[moved.direction] if moved else "off",  # type: ignore[arg-type]
    )
    st.caption(behind(result))


def behind(result: Result) -> str:
    """What a figure was made from, its target, or why there is none."""
    parts = [result.figure.parts, target(result.target, result.figure)]
    if result.figure.value is None:
        parts = [result.figure.why_missing]
    return sentence(". ".join(part for part in parts if part))


def target(aim: Target | None, figure: Figure) -> str:
    """Where the figure should be, and by when."""
    if aim is None:
        return ""
    said = f"target {printed(aim.value, figure.unit)}"
    return f"{said} by {day(aim.by)}" if aim.by else said


def moved(result: Result) -> Change | None:
    """How the result moved since the date compared with."""
    return change(result.figure, result.before, result.measure.better)
