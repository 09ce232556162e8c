"""Whether a chart can be read when it is printed in grey: which marks look alike, and why.

Marks that lie beside each other stay apart by lightness, by pattern, by dash and symbol, or each
carries a label of its own. Worked out from the figure as it is drawn: its colours and patterns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from charts.layout.plot import Drawn

APART = 1.5
"""The least contrast between two greys that lie beside each other."""
READ = 4.5
"""The least contrast between words and what they stand on."""
AIR = 0.1
"""What is left free between two posts, in posts."""
LEVELS = ("target", "centre", "upper", "lower", "thread")


@dataclass(frozen=True)
class Bar:
    """One part of a bar: its series, the row it lies in, from where to where, and its fill."""

    series: int
    row: Any
    start: float
    end: float
    colour: str
    pattern: str

    def touches(self, other: "Bar") -> bool:
        """Whether the two lie beside each other in one row."""
        gap = min(abs(self.end - other.start), abs(other.end - self.start))
        return self.row == other.row and gap < AIR


def lightness(colour: str) -> float:
    """How light a colour is as a grey: 0 is black, 1 is white."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart as greys: 1 where they are the same, at most 21."""
    low, high = sorted((lightness(one), lightness(other)))
    return (high + 0.05) / (low + 0.05)


def alike(figure: Drawn) -> list[str]:
    """What a grey print would not tell apart; nothing where it reads well."""
    return [*_bars(figure), *_lines(figure), *_points(figure), *_cells(figure)]


def _bars(figure: Drawn) -> list[str]:
    """Parts that touch differ by lightness or pattern; each row has a label, each part a word."""
    bars = [
        bar
        for place, trace in enumerate(figure["data"])
        if trace["type"] == "bar"
        for bar in _parts(place, trace)
    ]
    wrong = [
        f"row {one.row}: {one.colour} beside {other.colour} with one pattern"
        for one, other in combinations(bars, 2)
        if one.series != other.series
        and one.touches(other)
        and one.pattern == other.pattern
        and contrast(one.colour, other.colour) < APART
    ]
    across = [t for t in figure["data"] if t["type"] == "bar" and t.get("orientation") == "h"]
    rows, labels = {y for trace in across for y in trace["y"]}, _named(figure, "row")
    if len(labels) < len(rows):
        wrong.append(f"{len(rows)} rows with {len(labels)} labels")
    if any(a.touches(b) and a.series != b.series for a, b in combinations(bars, 2)):
        words = _named(figure, "key") + _tags(figure) + _named(figure, "end")
        wrong += [] if words else ["no word says which part is which"]
    return wrong


def _parts(place: int, trace: dict[str, Any]) -> list[Bar]:
    across = trace.get("orientation") == "h"
    longs, rows = (trace["x"], trace["y"]) if across else (trace["y"], trace["x"])
    starts = trace.get("base") or [0.0] * len(longs)
    colours = trace["marker"]["color"]
    if isinstance(colours, str):
        colours = [colours] * len(longs)
    pattern = trace["marker"].get("pattern", {}).get("shape", "")
    return [
        Bar(place, row, start, start + long, colour, pattern)
        for row, start, long, colour in zip(rows, starts, longs, colours, strict=True)
    ]


def _lines(figure: Drawn) -> list[str]:
    """Lines differ by dash and by symbol, levels by dash or lightness; each has its label."""
    drawn = [t for t in figure["data"] if t["type"] == "scatter" and "lines" in t["mode"]]
    series = [t for t in drawn if str(t["uid"]).startswith("line")]
    levels = [t for t in drawn if t["uid"] in LEVELS]
    wrong = [
        f"lines {one['name']} and {other['name']}: one dash or one symbol"
        for one, other in combinations(series, 2)
        if _dash(one) == _dash(other) or one["marker"]["symbol"] == other["marker"]["symbol"]
    ]
    # Upper and lower limit are a pair: they never meet, and each has its label.
    wrong += [
        f"levels {one['uid']} and {other['uid']}: one dash and nearly one grey"
        for one, other in combinations(levels, 2)
        if {one["uid"], other["uid"]} != {"upper", "lower"}
        and _dash(one) == _dash(other)
        and contrast(one["line"]["color"], other["line"]["color"]) < APART
    ]
    valued = [t for t in series if any(value is not None for value in t["y"])]
    needed = len(valued) + sum(t["uid"] != "thread" for t in levels)
    if len(_tags(figure)) < needed:
        wrong.append(f"{needed} lines with {len(_tags(figure))} labels")
    return wrong


def _dash(trace: dict[str, Any]) -> str:
    return str(trace["line"].get("dash", "solid"))


def _points(figure: Drawn) -> list[str]:
    """Points that mean different things differ by symbol or lightness, and the key names them."""
    kinds = [t for t in figure["data"] if t["type"] == "scatter" and t["mode"] == "markers"]
    wrong = [
        f"points {one['uid']} and {other['uid']}: one symbol and nearly one grey"
        for one, other in combinations(kinds, 2)
        if one["marker"]["symbol"] == other["marker"]["symbol"]
        and contrast(one["marker"]["color"], other["marker"]["color"]) < APART
    ]
    if len(kinds) > 1 and len(_named(figure, "key")) < len(kinds):
        wrong.append(f"{len(kinds)} kinds of points, {len(_named(figure, 'key'))} in the key")
    return wrong


def _cells(figure: Drawn) -> list[str]:
    """Every cell of a grid has words of its own, which can be read on its grey."""
    words = {(note["x"], note["y"]): note for note in _named(figure, "part")}
    wrong = []
    for cell in figure["layout"]["shapes"]:
        if cell["type"] != "rect":
            continue
        across, down = (cell["x0"] + cell["x1"]) / 2, (cell["y0"] + cell["y1"]) / 2
        note = next((n for at, n in words.items() if _near(at, (across, down))), None)
        if note is None or not note["text"]:
            wrong.append(f"the cell at {across:g}, {down:g} has no words")
        elif contrast(note["font"]["color"], cell["fillcolor"]) < READ:
            wrong.append(f"the words at {across:g}, {down:g} are too faint")
    return wrong


def _near(one: Sequence[Any], other: Sequence[float]) -> bool:
    return all(
        isinstance(a, int | float) and abs(a - b) < 0.5 for a, b in zip(one, other, strict=True)
    )


def _named(figure: Drawn, name: str) -> list[dict[str, Any]]:
    return [note for note in figure["layout"]["annotations"] if note.get("name") == name]


def _tags(figure: Drawn) -> list[dict[str, Any]]:
    """The labels at the right edge, each with a thread to its value."""
    return [note for note in figure["layout"]["annotations"] if note.get("showarrow")]
