"""The key above a drawing: a swatch or a marker, and its word, for each series."""

from dataclasses import dataclass
from typing import Any

from charts.layout.annotations import pinned
from charts.layout.text import safe, width
from charts.palette import INK, PAPER
from charts.theme import TEXT

LINE = 22
BOX = 14
LEAD = BOX + 6
APART = 18
SHAPES = {
    # Outlines in a box of 14 by 14 pixels, measured up from its foot.
    "square": "M1,1 L13,1 L13,13 L1,13 Z",
    "diamond": "M7,0 L14,7 L7,14 L0,7 Z",
    "triangle-up": "M7,14 L14,1 L0,1 Z",
    "triangle-down": "M7,0 L14,13 L0,13 Z",
    "circle": "M7,13 C10.3,13 13,10.3 13,7 C13,3.7 10.3,1 7,1 "
    "C3.7,1 1,3.7 1,7 C1,10.3 3.7,13 7,13 Z",
    "box": "M0,0 L14,0 L14,14 L0,14 Z",
}
HATCHES = {
    "": "",
    "/": "M1,5 L9,13 M5,1 L13,9",
    "\\": "M1,9 L9,1 M5,13 L13,5",
    ".": "M4,4 L5,4 L5,5 L4,5 Z M9,4 L10,4 L10,5 L9,5 Z M4,9 L5,9 L5,10 L4,10 Z "
    "M9,9 L10,9 L10,10 L9,10 Z",
    "x": "M2,2 L12,12 M2,12 L12,2",
}


@dataclass(frozen=True)
class Entry:
    """One word of the key: ``shape`` is a name of ``SHAPES``; "circle-open" is a ring."""

    words: str
    fill: str
    shape: str = "box"
    pattern: str = ""


def height(entries: tuple[Entry, ...], room: float) -> int:
    """Pixels the key takes above the drawing."""
    return (_places(entries, room)[-1][1] + 1) * LINE + 6 if entries else 0


def _places(entries: tuple[Entry, ...], room: float) -> list[tuple[float, int]]:
    """Where each entry starts: pixels from the left, and its line."""
    made: list[tuple[float, int]] = []
    x, line = 0.0, 0
    for entry in entries:
        wide = LEAD + width(entry.words, TEXT)
        if x and x + wide > room:
            x, line = 0.0, line + 1
        made.append((x, line))
        x += wide + APART
    return made


def drawn(
    entries: tuple[Entry, ...], room: float, start: float, up: float
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Shapes and words, their top ``up`` pixels above the plot and ``start`` right of its edge."""
    shapes: list[dict[str, Any]] = []
    words: list[dict[str, Any]] = []
    for entry, (x, line) in zip(entries, _places(entries, room), strict=True):
        foot = up - line * LINE - BOX - 3
        left = start + x
        shapes += _swatch(entry, left, foot)
        level = {"y": 1, "yanchor": "middle", "yshift": foot + BOX / 2}
        font = {"size": TEXT, "color": INK}
        words.append(pinned(safe(entry.words), left + LEAD, name="key", font=font, **level))
    return shapes, words


def _swatch(entry: Entry, left: float, foot: float) -> list[dict[str, Any]]:
    ring = entry.shape.endswith("-open")
    outline = SHAPES.get(entry.shape.removesuffix("-open"), SHAPES["box"])
    fill = PAPER if ring else entry.fill
    line = {"color": entry.fill if ring else INK, "width": 2 if ring else 0.5}
    made = [path(outline, left, foot, fillcolor=fill, line=line)]
    if HATCHES[entry.pattern]:
        line = {"color": PAPER, "width": 1.5}
        made.append(path(HATCHES[entry.pattern], left, foot, line=line))
    return made


def path(outline: str, left: float, foot: float, **look: Any) -> dict[str, Any]:
    """An outline in pixels from the plot's top left corner."""
    return {
        "type": "path",
        "xref": "paper",
        "yref": "paper",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": 0,
        "yanchor": 1,
        "path": _moved(outline, left, foot),
        **look,
    }


def _moved(path: str, left: float, foot: float) -> str:
    """A path with every point shifted."""
    made = []
    for step in path.split():
        letter = step[0] if step[0].isalpha() else ""
        if step == "Z":
            made.append("Z")
            continue
        x, y = step.removeprefix(letter).split(",")
        made.append(f"{letter}{float(x) + left:g},{float(y) + foot:g}")
    return " ".join(made)
