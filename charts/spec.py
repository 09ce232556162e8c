"""A chart before it is drawn: plain data that a workstream makes and every form draws alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import pandas as pd

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


@dataclass(frozen=True)
class Mark:
    """A dated line on a time axis."""

    when: date
    label: str
    kind: Literal["meeting", "event", "step"] = "meeting"


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

    ``series_order`` fixes the order of series (late first). ``headings`` gives the on-screen
    heading of each data column, for the table under the chart. ``finding`` is the title and the
    start of the alt text; ``summary`` is the further sentence a listener needs instead of the
    picture. ``notes`` are printed inside the picture (illustrative, colour key, small numbers).
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

    @property
    def alt(self) -> str:
        """The text alternative: the finding, then what the picture shows."""
        return " ".join(
            part for part in (self.banner, self.finding, self.summary, self.subtitle) if part
        )
