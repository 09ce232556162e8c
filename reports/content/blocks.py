"""A pack as plain data: what it says, in order, before any form of it is written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from math import ceil
from typing import Literal, NamedTuple

from charts.spec import Chart
from charts.table import alt
from measures.figures import Figure
from reports.content.one_side import Brief
from reports.slug import slug
from workstreams.base import Measure
from workstreams.view import Audience
from workstreams.wording import day

LETTERS, SMALL_LETTERS = 108, 122
"""Letters that a line of a table, and of one in small type, holds across an A4 page with edges."""
EDGES = 2.5
"""What the air beside a cell's text takes, in letters."""
_BREAKS = re.compile(r"[ \n\t]+")
"""Where a text may be broken; never at a space that joins the parts of a date."""
SHORT = 11
"""Letters up to which a cell is never broken: those of "31 Dec 2022"."""
TOGETHER = 14
"""Lines up to which a table is kept on one page; a longer one repeats its headings."""
COPIES: dict[Audience, str] = {"public": "Public copy", "members": "Members’ copy"}
"""What a pack or a document says whom it is for."""
Style = Literal["body", "lead", "finding", "notice", "small"]


@dataclass(frozen=True)
class Heading:
    """A heading; levels go down one at a time, from 1."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Text: "lead" stands out, "finding" leads a picture, "notice" is framed, "small" a foot."""

    text: str
    style: Style = "body"


@dataclass(frozen=True)
class Points:
    """Short sentences one under the other, numbered where their order counts."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """Text cells under headings. ``caption`` says what they are; the first row is the headings.

    ``small`` sets long reference tables in smaller type.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    small: bool = False

    def __post_init__(self) -> None:
        if any(len(row) != len(self.headings) for row in self.rows):
            raise ValueError(f"{self.caption}: a row has another number of cells than headings")

    @property
    def stays_whole(self) -> bool:
        """Whether the table is short enough to be kept on one page."""
        wides = [share * self._letters for share in self.shares]
        lines = (
            max(ceil(len(cell) / wide) for cell, wide in zip(row, wides, strict=True))
            for row in self.rows
        )
        return sum(lines) <= TOGETHER

    @property
    def _letters(self) -> int:
        """Letters that a line takes across the whole table."""
        return SMALL_LETTERS if self.small else LETTERS

    @property
    def shares(self) -> tuple[float, ...]:
        """The share of the width each column is given.

        Each first gets what its longest word or date needs, so that none is broken; what is left
        goes where text would run over most lines.
        """
        columns = list(zip(self.headings, *self.rows, strict=True))
        # Headings are bold, so their letters are wider.
        least = [
            max(
                [
                    *(1.15 * len(word) for word in cells[0].split()),
                    *(_wide(piece) for text in cells[1:] for piece in _pieces(text)),
                ],
                default=0,
            )
            + EDGES
            for cells in columns
        ]
        natural = [max([1.15 * len(cells[0]), *map(len, cells[1:])]) + EDGES for cells in columns]
        given = list(least)
        for _ in range(int(self._letters - sum(least))):
            # A letter more for the column whose cells run over most lines.
            over = [
                sum(len(text) ** 2 for text in cells) / wide**3 if wide < most else 0.0
                for cells, wide, most in zip(columns, given, natural, strict=True)
            ]
            if not any(over):
                break
            given[over.index(max(over))] += 1
        whole = max(sum(given), 1)
        return tuple(part / whole for part in given)


NARROW, WIDE = frozenset("fijlt.,;:'’|!-() I"), frozenset("mwMW%@")
"""Letters that take half a letter's room, and those that take one and a half."""


def _wide(piece: str) -> float:
    """The room that a piece takes, in letters: "Unknown" needs more than seven."""
    return max(
        len(piece),
        sum(
            0.56 if c in NARROW else 1.6 if c in WIDE else 1.35 if c.isupper() else 1.1
            for c in piece
        ),
    )


def _pieces(text: str) -> list[str]:
    """The parts of a cell that stay on one line: words, or all of a short text such as a date."""
    return [text] if len(text) <= SHORT else _BREAKS.split(text)


@dataclass(frozen=True)
class Picture:
    """A chart with its caption; ``sheet`` is where its data is in the workbook of data.

    ``notes`` are the sentences that a document sets under it.
    """

    chart: Chart
    sheet: str
    notes: tuple[str, ...] = ()

    @property
    def alt(self) -> str:
        """The text alternative, with the figures where they are few."""
        return alt(self.chart)

    @property
    def caption(self) -> str:
        """What stands under the picture: its notes, and where its data is."""
        where = f"The figures drawn are in the workbook of data, sheet “{self.sheet}”."
        return " ".join((*self.notes, where))


@dataclass(frozen=True)
class NewPage:
    """What follows starts on a new page."""


CONTENTS = "Contents"
"""What stands over a list of the parts."""


@dataclass(frozen=True)
class Contents:
    """A list of what follows: the headings of the first level, each the way to its place."""

    titles: tuple[str, ...]


def leads(block: "Block", following: "Block | None") -> bool:
    """Whether a paragraph has to stay on the page of what it introduces."""
    if not isinstance(block, Paragraph):
        return False
    return block.style == "finding" or isinstance(following, Table | Picture)


Block = Heading | Paragraph | Points | Table | Picture | NewPage | Contents


@dataclass(frozen=True)
class Line:
    """One measure: its figure now, at the meeting before where that may be said, and its target."""

    workstream: str
    measure: Measure
    now: Figure
    before: Figure | None
    target: str = ""


@dataclass(frozen=True)
class Sheet:
    """A chart and the name of its sheet in the workbook of data.

    ``unlisted`` says what those of its figures were made from that have no records of their own.
    """

    name: str
    chart: Chart
    unlisted: str = ""


class Source(NamedTuple):
    """Where a record was read; ``letters`` maps a field to its column's letter where known."""

    file: str
    sheet: str
    row: int
    letters: Mapping[str, str] = {}


@dataclass(frozen=True)
class Pack:
    """Everything that goes to one meeting, the same for every form.

    ``banner`` stands on every page and picture of a members' copy. ``known_at`` is the moment
    whose knowledge the pack is made from: the same moment gives the same pack. ``facts`` say what
    it was made from. ``sources`` maps a record id to where it was read. ``brief`` is the whole plan
    on one side of paper, whatever was chosen, ``parts`` the blocks of each part, ``words`` what
    officers wrote, each text with what it is about.
    """

    title: str
    committee: str
    council: str
    meeting: date
    as_at: date
    audience: Audience
    banner: str
    known_at: datetime
    blocks: tuple[Block, ...]
    sheets: tuple[Sheet, ...]
    lines: tuple[Line, ...]
    facts: tuple[tuple[str, str], ...]
    sources: dict[int, Source] = field(default_factory=dict)
    brief: Brief = field(default_factory=Brief)
    parts: tuple[tuple[str, tuple[Block, ...]], ...] = ()
    words: tuple[tuple[str, str], ...] = ()

    @property
    def summary(self) -> "Pack":
        """The one-page summary as a pack of its own; one without blocks where it was not chosen."""
        return replace(self, blocks=dict(self.parts).get("summary", ()), sheets=(), parts=())

    def named(self, form: str) -> str:
        """What a file of it is called, fit to upload as it is: committee, date, item, form, copy.

        ``form`` has the file's ending: "report.pdf".
        """
        what, dot, ending = form.partition(".")
        copy = "exempt" if self.banner else self.audience
        parts = (slug(self.committee), self.meeting.isoformat(), slug(self.title), what, copy)
        return f"{'_'.join(filter(None, parts))}{dot}{ending}"

    @property
    def what(self) -> str:
        """What kind of document it is."""
        return "committee pack"

    @property
    def under(self) -> tuple[str, ...]:
        """What stands below the title: for whom and of which day."""
        return (
            f"For {self.committee}, {day(self.meeting)}",
            f"{COPIES[self.audience]}. Data as at {day(self.as_at)}.",
        )

    @property
    def subject(self) -> str:
        """What its properties say of it."""
        return f"For {self.committee}, {self.meeting:%d %B %Y}. {self.banner}".strip()

    @property
    def foot(self) -> str:
        """What stands at the foot of each page, before its number."""
        return f"{self.title}, {day(self.meeting)}"

    @property
    def about(self) -> tuple[tuple[str, str], ...]:
        """What it is of."""
        return ("Plan", self.title), ("Committee", self.committee)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The charts drawn in the documents, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Picture))
