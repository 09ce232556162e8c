"""The chair's brief as one side of A4, tagged and typeset like the whole pack.

Nothing is cut to fit: where there is more than a page holds, the lists give fewer of their rows
and say how many there are.
"""

import re
from bisect import bisect_left
from typing import NamedTuple

from charts.palette import PANEL
from reports.content.blocks import COPIES, Pack, Table
from reports.content.made_from import in_brief
from reports.content.one_side import Asked, Rows
from reports.content.words import ASKED
from reports.pdf.document import quoted, setup, style, table
from reports.typeset import count, pdf
from workstreams.across.headlines import Headline
from workstreams.wording import day, sentence

STYLE = """
#set page(margin: (x: 1.5cm, top: 1.4cm, bottom: 1.3cm))
#set par(leading: 0.5em, spacing: 0.65em)
#set list(spacing: 0.5em, indent: 0pt)
#set enum(spacing: 0.55em)
#set table(inset: (x: 3pt, y: 2pt))
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 1): set block(above: 0pt, below: 0.6em)
#show heading.where(level: 2): set text(size: 11pt)
#show heading.where(level: 2): set block(above: 0.9em, below: 0.5em)
#show figure: set block(above: 0.5em, below: 0.5em)
"""


DATE = re.compile(r"\b(\d{1,2}) ([A-Z][a-z]{2,8}) (\d{4})\b")


class Room(NamedTuple):
    """How many rows of a list and under a question there is room for, in type of which size."""

    rows: int
    asked: int
    points: float


ROOMS = (
    Room(8, 3, 9.5),
    Room(6, 3, 9.5),
    Room(5, 3, 9.5),
    Room(5, 3, 9),
    Room(5, 2, 9),
    Room(4, 2, 9),
    Room(4, 2, 8.5),
    Room(3, 2, 8.5),
    Room(3, 1, 8.5),
    Room(2, 1, 8.5),
    Room(2, 0, 8.5),
    Room(1, 0, 8.5),
    Room(0, 0, 8.5),
    Room(0, 0, 8),
)
"""From the most that one side may hold to the least, each with less than the one before."""


def write(pack: Pack) -> bytes:
    """The PDF's bytes, one page; the same pack gives the same bytes."""
    # The first that fits; they hold less and less, so few have to be tried.
    place = bisect_left(ROOMS[:-1], True, key=lambda room: count(_files(pack, room)) == 1)
    return pdf(_files(pack, ROOMS[place]), pack.known_at)


def _said(text: str) -> str:
    """A text as typst's own string, in which no date breaks over two lines."""
    return quoted(DATE.sub("\\1\u00a0\\2\u00a0\\3", text))


def _files(pack: Pack, room: Room) -> dict[str, bytes]:
    made = pack.brief
    source = [
        *setup(pack, "chair’s brief"),
        style(),
        STYLE,
        f"#set text(size: {room.points}pt)",
        *_front(pack),
        f"#heading(level: 2, {_said('How it stands')})",
        _figures(made.figures, room),
        f"#heading(level: 2, {_said(made.changed_heading)})",
        f"#par({_said(made.compared)})",
        _points(made.changed),
        *_rows(made.late, room.rows),
        *_rows(made.unseen, room.rows),
        *_asked(made.asked_heading, made.asked, room.asked),
        *_to_do(made.to_do),
        f"#v(0.4em)\n#par(text(size: 8pt, {_said(in_brief(pack))}))",
    ]
    return {"main.typ": "\n".join(source).encode()}


def _front(pack: Pack) -> list[str]:
    """Title, committee and dates in two lines, and what is illustrative."""
    about = ". ".join(
        part
        for part in (
            pack.council,
            f"For {pack.committee}, {day(pack.meeting)}",
            f"{COPIES[pack.audience]}, data as at {day(pack.as_at)}",
        )
        if part
    )
    made = [
        f"#heading(level: 1, {_said(f'Chair’s brief: {pack.title}')})",
        f"#par({_said(f'{about}.')})",
    ]
    if pack.brief.illustrative:
        made.append(f"#par(text(size: 8pt, {_said(pack.brief.illustrative)}))")
    return made


def _figures(figures: tuple[Headline, ...], room: Room) -> str:
    """One a workstream under one another, each figure large."""
    heads = ("Part of the plan", "Figure", "Now", "Change", "Target")
    cells = [
        ", ".join(
            (
                _said(one.part),
                _said(f"{one.name} ({one.parts})" if one.parts else one.name),
                f'text(size: {room.points + 3.5}pt, weight: "bold", {_said(one.figure)})',
                f'text(weight: "{"bold" if one.worse else "regular"}", {_said(one.change)})',
                _said(sentence(one.aim.removeprefix("Target ")) or "–"),
            )
        )
        for one in figures
    ]
    head = ", ".join(_said(heading) for heading in heads)
    rows = ",\n  ".join(cells)
    return (
        "#table(columns: (2.3fr, 3.7fr, 2.1fr, 3.1fr, 3.2fr), align: horizon,\n"
        f'  fill: (x, y) => if y == 0 {{ rgb("{PANEL}") }},\n'
        f"  table.header({head}),\n  {rows})"
    )


def _to_do(items: tuple[str, ...]) -> list[str]:
    """What officers ask the committee to do."""
    if not items:
        return []
    return [
        f"#heading(level: 2, {_said(ASKED)})",
        f"#enum({', '.join(_said(item) for item in items)})",
    ]


def _points(items: tuple[str, ...]) -> str:
    return f"#list({', '.join(_said(item) for item in items)})" if items else ""


def _rows(found: Rows, most: int) -> list[str]:
    """A list with its heading; as a table of its first rows."""
    made = [f"#heading(level: 2, {_said(found.heading)})"]
    said = " ".join(text for text in (found.said, found.left_out(most)) if text)
    if said:
        made.append(f"#par({_said(said)})")
    if found.rows and most:
        made.append(f"#{table(Table('', found.headings, found.rows[:most], small=True))}")
    return made


def _asked(heading: str, asked: tuple[Asked, ...], most: int) -> list[str]:
    """The questions, numbered, each with its rows under it."""
    if not asked:
        return []
    items = []
    for one in asked:
        lines = ", ".join(_said(line) for line in one.first(most))
        under = f"#list({lines})" if lines else ""
        items.append(f"[#strong({_said(one.text)}) {under}]")
    return [f"#heading(level: 2, {_said(heading)})", f"#enum({', '.join(items)})"]
