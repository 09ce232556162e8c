"""Meetings, events and the as-at date as marked lines on a time axis, with labels kept apart."""

from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

import pandas as pd

from charts.layout.annotations import label, stroke
from charts.layout.scales import Dates
from charts.layout.text import width
from charts.palette import INK, PAPER, QUIET, SOFT_INK
from charts.spec import Mark
from charts.theme import SMALL

ROW = 17
CLEAR = 9
"""Pixels between the plot and the lowest labels: the topmost tick's words reach that far."""
ROWS = 3
LONG = 120
MOST_BARE = 6
"""Meetings whose dates the foot gives because their labels had no room."""
LINES = {
    "meeting": {"color": QUIET, "width": 1, "dash": "dot"},
    "event": {"color": INK, "width": 1.25, "dash": "solid"},
    "step": {"color": INK, "width": 1.25, "dash": "longdash"},
}


@dataclass(frozen=True)
class Marked:
    """Lines and labels, the pixels they take above the plot, and notes for the foot."""

    shapes: tuple[dict[str, Any], ...]
    annotations: tuple[dict[str, Any], ...]
    above: int
    notes: tuple[str, ...]


def marked(marks: tuple[Mark, ...], axis: Dates, left: int, right: int) -> Marked:
    """The marks that fall on the axis, labelled in up to three rows above the plot.

    ``left`` and ``right`` are the margins a label may reach into. Long labels stand in the foot
    of the picture under a letter. A meeting's label that would collide is left out, its line not:
    the foot then gives its date.
    """
    on = sorted(
        (m for m in marks if axis.start <= pd.Timestamp(m.when) <= axis.end), key=lambda m: m.when
    )
    if not on:
        return Marked((), (), 0, ())
    words, notes = _words(on)
    rows = _rows(on, words, axis, left, right)
    bare = [m for place, m in enumerate(on) if m.kind == "meeting" and place not in rows]
    if any(m.kind == "meeting" for m in on):
        notes = (_meetings(bare), *notes)
    deepest = max((row for row, _ in rows.values()), default=-1) + 1
    shapes, annotations = [], []
    for place, mark in enumerate(on):
        row, shift = rows.get(place, (-1, 0.0))
        when = pd.Timestamp(mark.when).isoformat()
        shapes.extend(_lines(mark, when, ROW * row + CLEAR if row >= 0 else 0))
        if row >= 0:
            annotations.append(
                label(
                    words[place],
                    x=when,
                    xshift=shift,
                    xanchor="center",
                    yref="paper",
                    y=1,
                    yanchor="bottom",
                    yshift=ROW * row + CLEAR,
                    font={"size": SMALL, "color": SOFT_INK if mark.kind == "meeting" else INK},
                    bgcolor=PAPER,
                )
            )
    return Marked(
        tuple(shapes), tuple(annotations), deepest * ROW + CLEAR + 4 if deepest else 0, notes
    )


def _meetings(bare: list[Mark]) -> str:
    """What the dotted lines are, with the dates of those without a label of their own."""
    if not bare:
        return "Dotted lines are committee meetings."
    if len(bare) > MOST_BARE:
        return "Dotted lines are committee meetings, not all of them labelled."
    days = [f"{mark.when.day} {mark.when:%B %Y}" for mark in bare]
    dates = " and ".join([", ".join(days[:-1]), days[-1]] if len(days) > 1 else days)
    return f"Dotted lines are committee meetings; without a label: {dates}."


def _words(on: list[Mark]) -> tuple[list[str], tuple[str, ...]]:
    """Each mark's label, and the notes that spell out those too long to print."""
    words, notes = [], []
    letters = iter(ascii_uppercase)
    for mark in on:
        text = mark.label
        if mark.kind == "meeting":
            # A meeting is known by its month; its name in full would only repeat itself.
            text = f"{mark.when:%b %Y}"
        elif width(text, SMALL) > LONG:
            letter = next(letters, "")
            when = f"{mark.when.day} {mark.when:%B %Y}"
            notes.append(f"{letter}: {mark.label}, {when}.")
            text = letter
        words.append(text)
    return words, tuple(notes)


def _rows(
    on: list[Mark], words: list[str], axis: Dates, left: int, right: int
) -> dict[int, tuple[int, float]]:
    """Place of mark -> its row and how far its label is pushed sideways to stay in the picture.

    Events and steps are placed first, then the latest meetings: they matter most.
    """
    importance = sorted(
        range(len(on)), key=lambda i: (on[i].kind == "meeting", -on[i].when.toordinal())
    )
    taken: list[list[tuple[float, float]]] = [[] for _ in range(ROWS)]
    placed: dict[int, tuple[int, float]] = {}
    for i in importance:
        half = width(words[i], SMALL) / 2 + 5
        middle = axis.place(pd.Timestamp(on[i].when))
        centre = middle + nudge(words[i], middle, axis, left, right)
        for row in range(ROWS):
            if all(centre + half <= a or centre - half >= b for a, b in taken[row]):
                taken[row].append((centre - half, centre + half))
                placed[i] = (row, round(centre - middle, 1))
                break
    return placed


def nudge(words: str, middle: float, axis: Dates, left: int, right: int) -> float:
    """How far a label over a place on the axis is pushed sideways to stay in the picture."""
    half = width(words, SMALL) / 2 + 5
    return round(min(max(middle, half - left + 2), axis.wide + right - half - 2) - middle, 1)


def _lines(mark: Mark, when: str, up: int) -> list[dict[str, Any]]:
    """An upright line through the plot, and on up to its label's row."""
    place = {"yref": "paper", "layer": "below"}
    made = [stroke((when, when), (0, 1), LINES[mark.kind], **place)]
    if up:
        above = place | {"ysizemode": "pixel", "yanchor": 1}
        made.append(stroke((when, when), (0, up), LINES[mark.kind], **above))
    return made
