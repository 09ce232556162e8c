"""The marks beside a run chart as drawn: shape and letter on a colour, and the words beside it."""

from dataclasses import dataclass
from math import ceil
from typing import Any

from charts import palette
from charts.layout.annotations import pinned
from charts.layout.key import BOX, SHAPES, path
from charts.layout.text import lines, safe, shown, width
from charts.spec import Badge
from charts.theme import LEADING, TEXT

TALL = 20
WIDE = 44
AIR = 5
"""Pixels between one mark and the next."""
OUTLINES = {"▲": "triangle-up", "▼": "triangle-down", "●": "circle", "◆": "diamond"}


@dataclass(frozen=True)
class Row:
    """One mark and its words, broken for the room."""

    badge: Badge
    broken: tuple[str, ...]

    @property
    def high(self) -> int:
        """Pixels it takes, with the air under it."""
        return max(TALL, ceil(len(self.broken) * TEXT * LEADING)) + AIR


def rows(badges: tuple[Badge, ...], room: float) -> tuple[Row, ...]:
    """The marks with their words broken to fit beside them."""
    return tuple(
        Row(badge, lines(f"{badge.label}: {badge.words}", room - WIDE - 8, TEXT))
        for badge in badges
    )


def high(found: tuple[Row, ...]) -> int:
    """Pixels the marks take, one under the other."""
    return sum(row.high for row in found) + (AIR if found else 0)


def drawn(
    found: tuple[Row, ...], start: float, up: float
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Shapes and words, their top ``up`` pixels above the plot and ``start`` right of its edge."""
    shapes: list[dict[str, Any]] = []
    words: list[dict[str, Any]] = []
    for row in found:
        foot = up - AIR - TALL
        fill = palette.BADGES[row.badge.kind]
        box = f"M0,0 L{WIDE},0 L{WIDE},{TALL} L0,{TALL} Z"
        shapes.append(path(box, start, foot, fillcolor=fill, line={"color": fill, "width": 0}))
        letter = width(row.badge.letter, TEXT, bold=True)
        aside = (WIDE - BOX - (letter + 4 if letter else 0)) / 2
        outline = SHAPES[OUTLINES[row.badge.shape]]
        line = {"color": palette.PAPER, "width": 0}
        shapes.append(path(outline, start + aside, foot + 3, fillcolor=palette.PAPER, line=line))
        if row.badge.letter:
            where = start + aside + BOX + 4
            words.append(_text("badge", f"<b>{safe(row.badge.letter)}</b>", where, foot + TALL / 2))
            words[-1]["font"] = {"size": TEXT, "color": palette.PAPER}
        middle = foot + TALL / 2
        if len(row.broken) > 1:
            middle = foot + TALL - (row.high - AIR) / 2
        words.append(_text("badge words", shown(row.broken), start + WIDE + 8, middle))
        up -= row.high
    return shapes, words


def _text(name: str, text: str, left: float, middle: float) -> dict[str, Any]:
    font, level = {"size": TEXT, "color": palette.INK}, {"y": 1, "yanchor": "middle"}
    return pinned(text, left, name=name, font=font, align="left", yshift=middle, **level)
