"""Rows of a horizontal chart, measured in pixels, and the figures at their ends."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

from charts import palette
from charts.kinds.points import Point
from charts.layout.annotations import label, stroke
from charts.layout.plot import Note, Plot, Room, Trace
from charts.layout.scales import Values
from charts.layout.text import lines, safe, widest, width
from charts.theme import SMALL, TEXT

LINE = 17
PAD = 10
BAR = 24
BELOW = 4
"""Pixels kept under the rows of a chart without a time axis."""
LABELS = 0.36
"""The most of a picture's width that labels beside the plot take."""


@dataclass(frozen=True)
class Rows:
    """Rows down a plot whose upright axis counts pixels from the top.

    ``middles`` is where each row's bar stands, ``left`` the margin the rows' words need.
    """

    middles: tuple[float, ...]
    thick: float
    height: int
    left: int
    annotations: tuple[dict[str, Any], ...]
    left_out: int
    """How many rows did not fit."""

    @property
    def axis(self) -> dict[str, Any]:
        """The upright axis: pixels, from the top down, not drawn."""
        return {"range": [self.height, 0], "visible": False, "fixedrange": True}

    def __len__(self) -> int:
        return len(self.middles)

    def plot(self, traces: tuple[Trace, ...], words: Iterable[Note], **more: Any) -> Plot:
        """The drawing of these rows, with ``words`` beside the rows' own labels."""
        return Plot(
            traces,
            height=self.height,
            yaxis=self.axis,
            annotations=(*self.annotations, *words),
            rows=len(self) + self.left_out,
            left_out=self.left_out,
            **({"left": self.left, "below": BELOW} | more),
        )


def left_margin(labels: Sequence[str], room: Room, share: float = LABELS) -> int:
    """The margin these labels need: none of their own where they stand above their bars."""
    if room.narrow:
        return room.pad
    widest_label = max((widest(words, TEXT) for words in _broken(labels, room, share)), default=0)
    return ceil(widest_label) + 8 + room.pad


def _broken(labels: Sequence[str], room: Room, share: float) -> list[tuple[str, ...]]:
    wide = room.width - 2.0 * room.pad
    if not room.narrow:
        wide = min(share * room.width, max(250, 0.3 * room.width))
    return [lines(text, wide, TEXT, most=3 if len(labels) > 8 else 5) for text in labels]


def rows(
    labels: Sequence[str],
    room: Room,
    *,
    taken: int = 0,
    under: int = 0,
    bar: int = BAR,
    least: Sequence[int] = (),
    share: float = LABELS,
) -> Rows:
    """Rows for these labels: beside the plot, or above each bar where the room is narrow.

    ``taken`` are pixels above and below all the rows, ``under`` those that each row needs under
    its bar, ``least`` what each needs beside it for the words at its end, ``share`` the
    most of the width that labels beside the plot may take. Rows that do not fit a
    limited height are left out and counted.
    """
    broken = _broken(labels, room, share)
    beside = [max(bar, high) for high in (least or [0] * len(labels))]
    if room.narrow:
        heights = [
            len(words) * LINE + 4 + high + under + PAD
            for words, high in zip(broken, beside, strict=True)
        ]
    else:
        heights = [
            max(len(words) * LINE, high) + under + PAD
            for words, high in zip(broken, beside, strict=True)
        ]
    kept = len(heights)
    while room.tall and kept > 1 and sum(heights[:kept]) + taken > room.tall:
        kept -= 1
    spare = room.tall - taken - sum(heights[:kept])
    stretch = min(1.7, 1 + spare / sum(heights[:kept])) if room.fill and spare > 0 and kept else 1.0
    left = left_margin(labels[:kept], room, share)
    middles, annotations, top = [], [], 0.0
    for words, high, side in zip(broken[:kept], heights[:kept], beside[:kept], strict=True):
        body = high * stretch - under
        middle = top + (len(words) * LINE + 4 + side / 2 if room.narrow else body / 2)
        middles.append(round(middle, 1))
        annotations.append(_row_label(words, round(top, 1), round(middle, 1), room))
        top += high * stretch
    thick = round(bar * (1 if room.narrow else min(stretch, 1.5)), 1)
    whole = max(floor(top + 1e-6), 20)
    return Rows(tuple(middles), thick, whole, left, tuple(annotations), len(heights) - kept)


def _row_label(words: tuple[str, ...], top: float, middle: float, room: Room) -> dict[str, Any]:
    if room.narrow:
        where = {"xanchor": "left", "y": top, "yanchor": "top", "align": "left"}
        where["bgcolor"] = palette.PAPER
    else:
        where = {"xanchor": "right", "y": middle, "yanchor": "middle", "align": "right"}
        where["xshift"] = -6
    font = {"size": TEXT}
    return label(words, name="row", font=font, xref="paper", x=0, **where)


def end_room(shares: Sequence[float], wides: Sequence[float], room: Room, left: int) -> int:
    """The right margin that words starting at each share of the plot need, at its least width."""
    right = max(room.pad, 8)
    for _ in range(6):
        plot = max(room.width - left - right, 60)
        over = [w + 8 - plot * (1 - share) for share, w in zip(shares, wides, strict=True)]
        right = ceil(max([0, *over])) + max(room.pad, 4)
    return min(right, ceil(room.width * 0.55))


def high(words: tuple[str, ...]) -> int:
    """Pixels that broken lines take."""
    return len(words) * LINE


def value_axis(scale: Values) -> dict[str, Any]:
    """A value axis that is not drawn: every bar carries its figure."""
    return {"range": [scale.low, scale.high], "visible": False, "fixedrange": True}


def zero_line() -> dict[str, Any]:
    """The line that bars start from."""
    return stroke((0, 0), (0, 1), {"color": palette.QUIET, "width": 1}, yref="paper")


def tight(found: Sequence[float]) -> Values:
    """A scale from zero to just the furthest bar."""
    low, high = min([0.0, *found]), max([0.0, *found])
    return Values(low, high if high > low else low + 1, (), ())


def end_label(
    words: tuple[str, ...], value: float | None, y: float, *, soft: bool = False
) -> dict[str, Any]:
    """Words at the end of a bar; in soft ink at the start where there is no bar."""
    negative = (value or 0) < 0
    side = "right" if negative else "left"
    return label(
        words,
        name="end",
        font={"size": TEXT, "color": palette.SOFT_INK if soft or value is None else palette.INK},
        x=value or 0.0,
        xanchor=side,
        xshift=-5 if negative else 6,
        y=y,
        yanchor="middle",
        align=side,
    )


def hover(*parts: str) -> str:
    """What the pointer shows over a mark: its names, then its figure, a line each."""
    return "<br>".join(safe(part) for part in parts if part)


def named(mark: Point) -> str:
    """A figure with the word of its part: "14 overdue"."""
    if not mark.text or mark.series.lower() in mark.text.lower():
        return mark.text
    return f"{mark.text} {running(mark.series)}"


def running(words: str) -> str:
    """Words as they stand inside a sentence: a capital goes, an abbreviation stays."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def fits(text: str, room: float, size: float = SMALL) -> bool:
    """Whether a line fits inside a segment with a little air."""
    return width(text, size) + 8 <= room


def inside(text: str, x: float | str, y: float, fill: str, *, patch: bool) -> dict[str, Any]:
    """Words in the middle of a segment, on a patch of its colour where it has a pattern."""
    font = {"size": SMALL, "color": palette.ink_on(fill)}
    behind = {"bgcolor": fill, "borderpad": 2} if patch else {}
    middle = {"xanchor": "center", "yanchor": "middle"}
    return label(text, name="part", x=x, y=y, font=font, **middle, **behind)
