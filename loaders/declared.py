"""How a table is declared: its columns once, in the words of the people who fill it in.

From a ``Table`` come the reader, the blank template, the definitions page and the tests.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

import pandas as pd

LABELS = ("label", "people", "grade")
"""What a column may look like whose cells hold a word or two."""


@dataclass(frozen=True)
class Kind:
    """What a cell may hold.

    ``read`` takes one raw cell value (str, float, int, bool, date or datetime; never blank) and
    returns the clean value, or raises ``readers.Unreadable`` with the advice to print. It may
    return ``readers.Noted(value, advice)`` when the value was read in a way the officer should see.
    ``dtype`` is the pandas dtype of the clean column: "str", "float64" or "datetime64[s]".
    ``says`` completes "Enter …" in the template's note and on the definitions page.
    ``words`` are the values of a drop-down list, empty when anything goes.
    ``fitted`` gives the reader for one column, where a cell is told by those around it.
    """

    name: str
    read: Callable[[Any], Any]
    dtype: str
    says: str
    example: Any = ""
    words: tuple[str, ...] = ()
    fitted: Callable[[Sequence[Any]], Callable[[Any], Any]] | None = None
    ends: tuple[str, ...] = ()
    """Those of ``words`` that end a matter."""


@dataclass(frozen=True)
class Column:
    """One column: its field in code, its heading on screen, the other headings it goes by."""

    field: str
    heading: str
    kind: Kind
    also_called: tuple[str, ...] = ()
    required: bool = False
    help: str = ""
    example: Any = None
    marks: bool = False
    """Whether a cell may hold a DfE mark (c, u, x, z): the value is then missing and the mark is
    kept in a further text column named ``<field>_mark``."""
    by_period: bool = False
    """Whether the file may spread it over dated columns ("Progress October", "Progress
    December"): the latest becomes the value, all of them the ``<field>_history`` column, a list
    of ``[period as ISO date or "", heading, text]``."""
    ends_with: tuple[str, ...] = ()
    """Words at the end of a heading that give it away ("owner" in "Mitigation owner")."""
    never: tuple[str, ...] = ()
    """Words anywhere in a heading that rule it out ("raised" in "Raised by owner")."""
    family: str = ""
    """Words that headings of this column are made of ("lead respons* by_whom"), which count only
    where its cells are what the column holds: headings nobody thought of are known by both."""
    told: tuple[str, ...] = ()
    """Names of its own that count only where the cells say what has happened: an "Outcome" may be
    one that is hoped for."""
    looks: Literal["", "prose", "label", "people", "grade", "code"] = ""
    """What its cells usually hold: sentences, a word or two, who, how much, or a reference."""
    main: bool = False
    """Whether it says what a row is about: the longest text is taken where no heading fits."""
    rather: tuple[str, ...] = ()
    """Headings of what is to be done ("Treatment"), which come before those of what is wrong: that
    then stands in ``beside``."""
    before: tuple[str, ...] = ()
    """Headings that are taken before its others where a file has both ("Issue key", "Issue id")."""
    wrong: tuple[str, ...] = ()
    """Headings of what is wrong ("Risk"): the column's own where no other says what to do."""
    rather_family: str = ""
    wrong_family: str = ""
    asked_family: str = ""
    """Families of words, as ``family``, of headings of what is to be done, of what is wrong, and of
    what somebody asked for: that is what a row is, and what was agreed stands beside it."""
    beside: str = ""
    """The field for what is wrong, where another column says what is to be done about it."""
    made_up: bool = False
    """Whether its cells are made-up references or themes, of which one that may be a name is asked
    about."""
    second: bool = False
    """Whether it says more of what another column says: headings go to the others first."""
    instead: tuple[str, str, tuple[str, ...]] = ("", "", ())
    """A word, and the word that is meant where one of some fields is filled: nobody who has a date
    of training has "never" been trained."""
    not_beside: tuple[str, tuple[str, ...], tuple[str, ...]] = ("", (), ())
    """A field, words of its cells, and words of this column's own heading. Beside one of the first
    a cell here says something else, unless the heading has one of the second: a "Start date" beside
    "In progress" is no day of completion."""
    filled_when: tuple[str, tuple[str, ...]] = ("", ())
    """A field and its values: this column is filled only in rows that hold one of them. Tells a
    "Completion date" that has been from one that is hoped for."""
    unit_in: str = ""
    """The field of the same row that says what its numbers are in, where rows differ in that."""
    limits: tuple[str, tuple[tuple[str, int, int], ...]] = ("", ())
    """A field of words, each with the least and the most that this column may hold beside it. A
    word may then stand in one row only."""


@dataclass(frozen=True)
class Listing:
    """How the records of a table are listed once they are read, by the fields of its columns.

    ``columns`` stand in the list, the first six of the table where none are named. ``filters`` may
    be filtered by. ``named_by`` together name a record, its required columns where none are named;
    ``known_by`` are the fields whose first that is given tells a record from another over
    snapshots, where that is not all of the name.
    """

    columns: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    named_by: tuple[str, ...] = ()
    known_by: tuple[str, ...] = ()
    expected: tuple[tuple[str, str], ...] = ()
    """What a row should have, with its words ("an owner"): rows that lack it are counted aloud."""
    due: tuple[str, ...] = ()
    """The fields that hold when it is due: a change of one is a date that moved."""
    done: tuple[str, str] = ("", "")
    """A field and the value that it takes when the record is completed."""


@dataclass(frozen=True)
class Table:
    """One table of a workstream.

    ``key`` is unique over all workstreams ("actions", "posts"); ``sheet`` names its sheet in the
    template. ``filled_by``: a row counts as filled when any of these fields holds something.
    ``section``: the field that a section row ("1 CHILDREN IN NEED") fills for the rows under it.
    ``refused``: words that mark a column as personal data, never stored, each with the reason.
    ``pseudonymised``: fields whose value is replaced, before anything is stored, by a key that
    cannot be turned back into a name.
    ``reshape`` turns another layout of the same facts (a matrix, months across) into this one.
    """

    key: str
    sheet: str
    about: str
    columns: tuple[Column, ...]
    filled_by: tuple[str, ...]
    section: str = ""
    refused: tuple[str, ...] = ()
    pseudonymised: tuple[str, ...] = ()
    layouts: tuple[str, ...] = ("rows",)
    also_called: tuple[str, ...] = field(default=())
    """Other names the sheet goes by, which help to tell what a table is."""
    things: tuple[str, ...] = ()
    """What a row may be called ("risk", "issue"): "Risk owner" and "Owner" are then one heading."""
    one_of: tuple[str, ...] = ()
    """Fields of which a table must have at least one to be this table and no list of something
    else."""
    sure_by: tuple[str, ...] = ()
    """Fields of which two, found by their headings, make it so likely that a table is this one that
    the main column is guessed from its cells, and asked about."""
    unique: str = ""
    """The field that no two rows may share."""
    implied: str = ""
    """The needed field that what stands around a table may give instead of a column: its date."""
    one_each: tuple[str, ...] = ()
    """The fields that no two rows may share together: what a figure is of, and its date."""
    one_figure: tuple[str, ...] = ()
    """The fields for a figure, its number and its base, which files may give on a row each."""
    judged: tuple[str, str] = ("", "")
    """The field of a target, whose sign may say which way is better, and the field for that."""
    passed_over: tuple[str, ...] = ()
    """Headings of a published file that are known, and not used: nothing is said of them."""
    across: tuple[str, str] = ("", "")
    """Where a file may spread the table to the right ("Apr 2021", "May 2021"; a column a course):
    the field that the headings are, and the field that the cells under them are."""
    across_dates: str = ""
    """The field for a cell of such a column that holds a date."""
    across_valid: str = ""
    """The field for when that date runs out: a row may say how long each column's dates hold."""
    across_blank: bool = False
    """Whether a blank cell of such a column is a record too (nobody has trained her)."""
    moves: tuple[str, str] = ("", "")
    """The field of a date, and the field of the date it was moved to, which a file may hold several
    times ("1st revised date", "2nd revised date"): the latest is current, and all of them become
    the ``<first field>_history`` column, a list of ``[ISO date, heading, reason]``, oldest first,
    that begins with the date as it was first. It is empty where a date was never moved."""
    not_before: tuple[tuple[str, str], ...] = ()
    """Pairs of dates: the first, and the one that cannot come before it."""
    past: tuple[str, ...] = ()
    """Dates of what has happened, which cannot lie after the date the file is true at."""
    colour: str = ""
    """The field that holds a colour or letter, which may stand only in a cell's fill."""
    own_colours: tuple[str, ...] = ()
    """Fields whose cells have colours of their own, which say nothing of the colour field."""
    colour_means: str = ""
    """The field that a colour's meaning fills, once an officer has said what it means."""
    kind_by: tuple[str, str, tuple[str, ...]] = ("", "", ())
    """A field and its value for every record of a list whose sheet, or whose main column, has one
    of these words for its name: a sheet of recommendations needs no column that says so."""
    listing: Listing = Listing()

    def __post_init__(self) -> None:
        shown = self.listing
        needed = tuple(column.field for column in self.columns if column.required)
        usual = replace(
            shown,
            columns=shown.columns or self.fields[:6],
            named_by=shown.named_by or needed or self.fields[:1],
        )
        object.__setattr__(self, "listing", usual)

    def __getitem__(self, name: str) -> Column:
        return next(column for column in self.columns if column.field == name)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields in the order of the declaration."""
        return tuple(column.field for column in self.columns)

    def empty(self) -> pd.DataFrame:
        """A frame of no records with every column and its dtype, plus ``sheet`` and ``row``."""
        return self._nothing.copy()

    @cached_property
    def _nothing(self) -> pd.DataFrame:
        return self.frame({})

    def frame(self, values: dict[str, Any]) -> pd.DataFrame:
        """A frame with every declared column in order, typed; what is not given is missing.

        Columns: the declared fields, ``<field>_mark`` (str) for columns with marks,
        ``<field>_history`` (object) for columns by period and for a date that moves, then
        ``sheet`` (str) and ``row`` (int64, the row as Excel shows it).
        """
        length = max((len(value) for value in values.values()), default=0)
        blank: list[None] = [None] * length
        out: dict[str, pd.Series] = {}
        for column in self.columns:
            given = values.get(column.field, blank)
            out[column.field] = pd.Series(given, dtype=column.kind.dtype)
            if column.marks:
                out[f"{column.field}_mark"] = pd.Series(
                    values.get(f"{column.field}_mark", blank), dtype="str"
                )
            if column.by_period or column.field == self.moves[0]:
                out[f"{column.field}_history"] = pd.Series(
                    values.get(f"{column.field}_history", [[]] * length), dtype="object"
                )
        out["sheet"] = pd.Series(values.get("sheet", [""] * length), dtype="str")
        out["row"] = pd.Series(values.get("row", [0] * length), dtype="int64")
        return pd.DataFrame(out)
