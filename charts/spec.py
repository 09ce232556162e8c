"""A chart before it is drawn: plain data that a workstream makes and every form draws alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import pandas as pd

from charts.palette import Meaning
from measures.figures import Unit

Kind = Literal[
    "bars",  # one horizontal bar a label
    "stacked bars",  # horizontal bars in parts
    "trend",  # lines over time, one a series
    "stacked trend",  # upright bars in parts, one a snapshot
    "dumbbell",  # from a date to a date, one row a label
    "bridge",  # opening, steps up and down, closing
    "run chart",  # one series with median or limits, signals and target
    "posts",  # one mark a post, grouped in rows
    "grid",  # labels down, series across, value in the cell
]
POSTS: Kind = "posts"
"""The kind that has the name of a table, for those who may ask for no table by its key."""


@dataclass(frozen=True)
class Mark:
    """A dated line on a time axis."""

    when: date
    label: str
    kind: Literal["meeting", "event", "step"] = "meeting"


@dataclass(frozen=True)
class Badge:
    """A mark beside a run chart: what it is about, its words, its shape and letter, its colour.

    ``kind`` chooses the colour; shape, letter and words say the same without it.
    """

    label: str
    words: str
    letter: str
    shape: str
    kind: Literal["improvement", "concern", "change", "none"]

    @property
    def sentence(self) -> str:
        """The mark where it cannot be drawn."""
        mark = " ".join(part for part in (self.shape, self.letter) if part)
        return f"{self.label}: {mark}, {self.words}."


@dataclass(frozen=True)
class Chart:
    """One chart: what it says, what it draws and where that came from.

    ``key`` names it in files, tests and links: "actions.by_status".
    ``data`` is tidy, one row a mark, with the columns the kind needs out of
    ``label`` (str), ``series`` (str), ``when`` (datetime64), ``end`` (datetime64), ``value``
    (float64), ``text`` (str, the value as a figure prints it), ``records`` (object: tuple of
    record ids). A missing value stays a row with value NaN and its reason or mark in ``text``.

    - bars: label, value, text; drawn top to bottom in the order given
    - stacked bars: label, series, value, text
    - trend: when, series, value, text
    - stacked trend: when, series, value, text
    - dumbbell: label, when (start), end, text
    - bridge: label, value (signed step; openings and closings are totals), text, series
      ("total", "up" or "down")
    - run chart: when, value, text, and ``centre``, ``lower``, ``upper``, ``target`` (float64, may
      be missing), ``signal`` (str: "", "improvement", "concern", "change")
    - posts: label (the row's name), series (the post's position), value (how many, or FTE), text
    - grid: label, series, value, text

    ``series_order`` fixes the order of series (late first). ``meanings`` says what a series means
    (a label, where the chart is of bars), and so its colour; series without one take theirs by
    their place. ``headings`` gives the
    on-screen heading of each data column, for the table under the chart. ``finding`` is the title
    and the start of the alt text; ``summary`` is the further sentence a listener needs instead of
    the picture. ``notes`` are printed inside the picture (illustrative, colour key, small numbers).
    """

    key: str
    kind: Kind
    finding: str
    subtitle: str
    data: pd.DataFrame
    unit: Unit
    as_at: date
    headings: Mapping[str, str]
    measure: str = ""
    series_order: tuple[str, ...] = ()
    meanings: Mapping[str, Meaning] = field(default_factory=dict)
    focus: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    value_title: str = ""
    summary: str = ""
    notes: tuple[str, ...] = field(default=())
    source: str = ""
    sensitive: bool = False
    """Whether it holds exact counts about children: for members only, never in a public form."""
    banner: str = ""
    """A line above the title, such as "Exempt: not for publication"; part of the alt text."""
    badges: tuple[Badge, ...] = ()
    """The marks for variation and assurance of a run chart, drawn under the subtitle."""
    latest_fit: bool = False
    """Whether the columns of a grid are dates, of which a narrow room shows the latest that fit."""

    @property
    def alt(self) -> str:
        """The text alternative in sentences: the finding, then what the picture shows."""
        parts = (self.banner, self.finding, self.summary, self.subtitle)
        return " ".join(stopped(part) for part in parts if part)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What stands under a chart in words: its marks, where nothing draws them, and notes."""
        return tuple(stopped(line) for line in (*(b.sentence for b in self.badges), *self.notes))


def stopped(text: str) -> str:
    """The text as a sentence: with a full stop, where it has no end of its own."""
    return text if text.rstrip("”\"'").endswith((".", "?", "!", "…")) else f"{text}."
