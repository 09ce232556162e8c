"""How a file was read: its tables, their rows, what is wrong and what was left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from loaders.problems import Problem

LEVELS = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True)
class LeftOut:
    """A sheet, or a part of one, that was not read, and why."""

    sheet: str
    why: str


@dataclass(frozen=True)
class Copy:
    """One of several copies of a list in a file, each as it was at one date.

    ``sheets`` are those of that date, ``as_at`` the date, or None where no year is known, ``rows``
    the filled rows on them.
    """

    sheets: tuple[str, ...]
    as_at: date | None
    rows: int


@dataclass(frozen=True)
class Unused:
    """A column that was not read, though half of the records say something in it.

    ``cell`` is its heading's, ``holds`` what it is full of ("dates"), ``values`` two of them, and
    ``like`` the field that it most likely is, or "".
    """

    heading: str
    cell: str
    holds: str
    values: tuple[str, ...]
    like: str = ""


@dataclass(frozen=True)
class Unread:
    """A filled row that is in the file but gave no record: hidden, struck out, stopped by an error.

    ``row`` is as Excel shows it, ``why`` the reason, ``known_by`` what the row holds in the fields
    that tell one record from another (``Listing.known_by``), so that it is not missed.
    """

    row: int
    why: str
    known_by: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """One table of the file, as read.

    ``table`` is the key of the declared table it was read as, or "" when it is like none of them:
    it is then shown, with its rows counted, but gives no frame. ``heading_rows`` are first and
    last as Excel shows them, ``headings`` verbatim from left to right. ``fields`` gives the
    heading that each field was read from, ``letters`` its column letter, ``reasons`` why, and
    ``confidence`` how sure that is, 0 to 1. ``samples`` gives each heading's first values, for the
    officer who corrects the mapping. ``first_row`` and ``last_row`` are the records' rows (0 and 0
    where there are none), ``rows`` how many rows are filled in, ``frame`` the records without an
    error, ``stopped`` the rows that an error keeps out, ``left_out`` other rows that were not
    taken, each with the reason. ``colours`` counts the letters, fills and words whose meaning must
    be asked, ``coloured`` gives the heading that each stands under, ``key`` is what a key in the
    file says they mean. ``unread`` are the rows left out or stopped that a later file may still be
    asked about, where the table's records are followed. ``row_words`` gives the words of rows left
    out and of rows read, by which they may be put back or taken out (``Choices.rows``); none in
    tables about people. ``unused`` are columns that say something and were not read;
    ``guessed`` are fields whose heading is no name of theirs; ``refused`` are headings of personal
    data that were not read. ``own_words`` gives, for a field that holds one of some words, what the
    file says for each of them, the most frequent first ("in progress": "Ongoing", "On track").
    ``words`` are, for such a field, words of the file that are none of them, said or not, each with
    how many rows hold it; those of statuses are in ``colours``.
    """

    table: str
    sheet: str
    heading_rows: tuple[int, int]
    headings: tuple[str, ...]
    fields: Mapping[str, str]
    letters: Mapping[str, str]
    reasons: Mapping[str, str]
    confidence: Mapping[str, float]
    first_row: int
    last_row: int
    rows: int
    frame: pd.DataFrame
    problems: tuple[Problem, ...] = ()
    left_out: tuple[tuple[int, str], ...] = ()
    stopped: tuple[int, ...] = ()
    colours: Mapping[str, int] = field(default_factory=dict)
    key: Mapping[str, str] = field(default_factory=dict)
    refused: tuple[str, ...] = ()
    samples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    title: str = ""
    coloured: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()
    row_words: tuple[tuple[int, str], ...] = ()
    unused: tuple[Unused, ...] = ()
    guessed: tuple[str, ...] = ()
    own_words: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Checked:
    """One file, read and checked; nothing of it is stored yet.

    ``readings`` come best first. ``as_at`` is a date or month found in a block above a table,
    ``as_at_found`` the words it was read from. ``notes`` are sentences about the file as a whole.
    ``copies`` are the dates at which the file holds the same list, oldest first; only the last is
    read.
    """

    file: str
    sha256: str
    readings: tuple[Reading, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    as_at: date | None = None
    as_at_found: str = ""
    notes: tuple[str, ...] = ()
    file_problems: tuple[Problem, ...] = ()
    copies: tuple[Copy, ...] = ()

    @property
    def frames(self) -> dict[str, pd.DataFrame]:
        """The records without an error, by table key, in order of sheet and row as read."""
        found: dict[str, list[pd.DataFrame]] = {}
        for reading in self.readings:
            if reading.table:
                found.setdefault(reading.table, []).append(reading.frame)
        return {
            key: parts[0] if len(parts) == 1 else pd.concat(parts, ignore_index=True)
            for key, parts in found.items()
        }

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem of the file and its tables, worst first."""
        found = [*self.file_problems, *(p for r in self.readings for p in r.problems)]
        return tuple(sorted(found, key=lambda problem: LEVELS[problem.level]))
