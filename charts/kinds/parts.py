"""Bars in parts: stacked shares of a whole, and posts one by one."""

from dataclasses import dataclass
from math import floor

from charts import palette, theme
from charts.kinds.piled import Part, piled, reach
from charts.kinds.points import Point, labels_of, points, series_of
from charts.kinds.rows import (
    BELOW,
    end_label,
    end_room,
    fits,
    high,
    hover,
    inside,
    left_margin,
    named,
    rows,
    running,
    tight,
    value_axis,
)
from charts.layout.annotations import label
from charts.layout.key import Entry
from charts.layout.plot import Note, Plot, Room, Trace, trace
from charts.layout.text import lines, safe, widest
from charts.spec import Chart
from charts.theme import SMALL, TEXT

CAPTION = 18
BETWEEN = 0.06
"""What is left free between two posts, as a share of a post."""
RowPart = Part[int]


@dataclass(frozen=True)
class Said:
    """The words of a set of parts: in or under the parts, at the ends of rows, and the margin."""

    parts: tuple[tuple[RowPart, str], ...]
    ends: dict[int, tuple[str, ...]]
    right: int


def stacked_bars(chart: Chart, room: Room) -> Plot:
    """Horizontal bars in parts, late first, a count and its word in each part that has room.

    What has no room inside stands in words at the end of its bar, so that no part is unlabelled.
    """
    return _parts(chart, room, posts=False)


def posts(chart: Chart, room: Room) -> Plot:
    """One block a post, grouped by position in rows; a part-time post is a part of a block."""
    return _parts(chart, room, posts=True)


def _parts(chart: Chart, room: Room, *, posts: bool) -> Plot:
    marks = points(chart)
    order = series_of(chart, marks)
    names = labels_of(marks)
    looks = palette.looks(order, chart.meanings)
    parts = piled(marks, order, looks, lambda mark: names.index(mark.label))
    said = _said(marks, parts, names, room, left_margin(names, room))
    made = rows(
        names,
        room,
        taken=BELOW,
        bar=28,
        under=CAPTION if posts else 0,
        least=[high(said.ends.get(row, ())) for row in range(len(names))],
    )
    parts = tuple(part for part in parts if part.bar < len(made))
    totals = reach(parts)
    words: list[Note] = []
    for part, text in said.parts:
        if part.bar < len(made):
            words.append(_words(part, text, made.middles[part.bar], made.thick, posts))
    for row, end in said.ends.items():
        if row < len(made):
            words.append(end_label(end, totals.get(row, 0.0), made.middles[row]))
    used = {part.order for part in parts}
    return made.plot(
        tuple(
            _trace(parts, order[place], place, made.middles, made.thick, posts)
            for place in sorted(used)
        ),
        words,
        right=said.right,
        xaxis=value_axis(tight(list(totals.values()))),
        layout={"barmode": "overlay", "bargap": 0},
        key=tuple(
            Entry(name, looks[place].fill, pattern=looks[place].pattern)
            for place, name in enumerate(order)
            if place in used
        ),
    )


def _said(
    marks: tuple[Point, ...],
    parts: tuple[RowPart, ...],
    names: tuple[str, ...],
    room: Room,
    left: int,
) -> Said:
    """Which words go into each part, which to the end of its row, and the right margin."""
    totals = reach(parts)
    most = max(totals.values(), default=0.0) or 1.0
    always: dict[int, list[str]] = {}
    for row, name in enumerate(names):
        own = [mark for mark in marks if mark.label == name]
        always[row] = [f"{running(m.series)}: {m.text}" for m in own if m.value is None and m.text]
        if row not in totals and not always[row]:
            always[row] = ["none"]
    right = 16
    for _ in range(3):  # words moved to the end take room from the bars, so measure again
        across = max(room.width - left - right, 60)
        within: list[tuple[RowPart, str]] = []
        after: dict[int, list[str]] = {row: [] for row in always}
        for part in parts:
            space = across * part.long / most
            whole = named(part.mark)
            text = next((t for t in (whole, part.mark.text) if fits(t, space)), "")
            if text:
                within.append((part, text))
            else:
                after[part.bar].append(whole)
        share = 0.5 if room.narrow else 0.28
        ends = {
            row: lines(", ".join([*words, *always[row]]), room.width * share, TEXT)
            for row, words in after.items()
            if words or always[row]
        }
        right = end_room(
            [totals.get(row, 0.0) / most for row in ends],
            [widest(words, TEXT) for words in ends.values()],
            room,
            left,
        )
    return Said(tuple(within), ends, right)


def _words(part: RowPart, text: str, middle: float, thick: float, posts: bool) -> dict[str, object]:
    """A part's words: inside it, or under its posts so that each post can be counted."""
    if not posts:
        return inside(text, part.middle, middle, part.look.fill, patch=part.patterned)
    under = {"y": middle + thick / 2 + 2, "yanchor": "top"}
    font = {"size": SMALL}
    return label(text, name="part", font=font, x=part.start, xanchor="left", **under)


def _trace(
    parts: tuple[RowPart, ...],
    series: str,
    place: int,
    middles: tuple[float, ...],
    thick: float,
    posts: bool,
) -> Trace:
    """The bars of one series: one a part, or one a post."""
    blocks = [
        (part, start, long)
        for part in parts
        if part.order == place
        for start, long in (_blocks(part) if posts else [(part.start, part.long)])
    ]
    look = blocks[0][0].look
    return trace(
        "bar",
        orientation="h",
        name=safe(series),
        base=[start for _, start, _ in blocks],
        x=[long for *_, long in blocks],
        y=[middles[part.bar] for part, *_ in blocks],
        width=thick,
        marker={
            "color": look.fill,
            "line": {"color": palette.PAPER, "width": 0 if posts else 2},
            "pattern": theme.pattern(look.pattern),
        },
        customdata=[part.mark.place for part, *_ in blocks],
        hovertext=[hover(p.mark.label, p.mark.series, p.mark.text) for p, *_ in blocks],
        hoverinfo="text",
        uid=f"part{place}",
    )


def _blocks(part: RowPart) -> list[tuple[float, float]]:
    """Whole posts one by one, then what is left of one, with a little air after each."""
    whole = floor(part.long + 1e-9)
    made = [(part.start + i, 1 - BETWEEN) for i in range(whole)]
    rest = part.long - whole
    if rest > 1e-6:
        made.append((part.start + whole, max(rest - BETWEEN, rest / 2)))
    return made
