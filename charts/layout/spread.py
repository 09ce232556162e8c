"""Labels beside the right edge of a plot, moved apart so that none overlaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from charts.layout.text import lines, shown, widest
from charts.palette import INK, QUIET
from charts.theme import TEXT

LINE = 16
LEAD = 14


@dataclass(frozen=True)
class Tag:
    """What to write beside a value, and the colour of the thread to it."""

    words: str
    value: float
    ink: str = QUIET


def tagged(
    tags: Sequence[Tag], tall: int, room: float, share: Sequence[float]
) -> tuple[tuple[dict[str, Any], ...], int]:
    """Annotations at the right edge and the margin they need.

    ``share`` says where each value stands in a plot ``tall`` pixels high, 0 at the foot. Labels
    are wrapped to ``room`` pixels and kept in their values' order; each has a thread to its value.
    """
    if not tags:
        return (), 8
    broken = [lines(tag.words, room, TEXT, most=4) for tag in tags]
    wanted = [(1 - part) * tall for part in share]
    order = sorted(range(len(tags)), key=lambda i: (wanted[i], i))
    highs = [len(broken[i]) * LINE + 3 for i in order]
    middles = _apart([wanted[i] for i in order], highs, tall)
    made = []
    for i, middle in zip(order, middles, strict=True):
        made.append(
            {
                "text": shown(broken[i]),
                "font": {"size": TEXT, "color": INK},
                "align": "left",
                "xref": "paper",
                "x": 1,
                "yref": "y",
                "y": tags[i].value,
                "ax": LEAD,
                "ay": round(middle - wanted[i], 1),
                "xanchor": "left",
                "yanchor": "middle",
                "showarrow": True,
                "arrowhead": 0,
                "arrowwidth": 1.5,
                "arrowcolor": tags[i].ink,
                "standoff": 3,
                "borderpad": 1,
            }
        )
    wide = max(widest(words, TEXT) for words in broken)
    return tuple(made), int(wide + LEAD + 4)


def _apart(wanted: Sequence[float], highs: Sequence[float], tall: float) -> list[float]:
    """Middles as near as can be to those wanted (which rise), with no overlap.

    Labels that would overlap become one group centred on what its members want: the usual
    pooling of neighbours, which moves the least.
    """
    groups: list[tuple[float, float, list[int]]] = []
    for i, (want, high) in enumerate(zip(wanted, highs, strict=True)):
        top, long, members = want - high / 2, float(high), [i]
        while groups and groups[-1][0] + groups[-1][1] > top:
            _, above, earlier = groups.pop()
            members = [*earlier, *members]
            long += above
            centre = sum(wanted[m] for m in members) / len(members)
            top = centre - long / 2
        groups.append((top, long, members))
    # The whole may reach a little past the plot: there is air above and below it.
    middles = [0.0] * len(wanted)
    reached = -highs[0] / 2 if highs else 0.0
    total = sum(highs)
    for top, long, members in groups:
        start = max(top, reached)
        total -= long
        start = min(start, max(reached, tall + highs[-1] / 2 - total - long))
        for m in members:
            middles[m] = start + highs[m] / 2
            start += highs[m]
        reached = start
    return middles
