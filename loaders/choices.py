"""What an officer chose about how a file is read, kept for the plan's next upload."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

LEAVE_OUT = "leave out"
"""In ``Choices.sheets``: do not read this sheet. In ``Choices.fields``: do not use this column."""

LATEST, EACH = "latest", "each"
"""In ``Choices.copies``: the latest copy of a list is the plan, or each is, as at its date."""

READ = "read"
"""In ``Choices.hidden`` and ``Choices.struck``: read them like any other."""


@dataclass(frozen=True)
class Choices:
    """Choices for one file; what is not chosen is proposed by the reader.

    ``as_table`` reads the file's best table as the table with this key, however little it looks
    like it. ``sheets`` maps a sheet to a table key or to ``LEAVE_OUT``. ``fields`` maps a table key
    to what each heading of the file means: a field, or ``LEAVE_OUT``. ``colours`` says what a
    colour or letter found in the file means ("FF0000" or "R": "in progress"). ``hidden`` says what
    becomes of hidden sheets and rows: ``READ``, ``LEAVE_OUT``, or "" where nobody has said; so does
    ``struck`` of struck-out rows, which may also mean a status ("complete"). ``rows`` maps a table
    key to what becomes of rows that say the same as one that an officer put back or took out: their
    words (``Reading.row_words``) without case and signs, with ``READ`` or ``LEAVE_OUT``. ``as_at``
    is the date that the file is said to be true at. ``copies`` says what a file is that holds one
    list several times, each as at another date: ``LATEST``, ``EACH``, or "" where nobody has said;
    the reading is of the latest in any case. ``read_before`` is how the plan's last file was
    read, heading to field by table: it decides nothing, and tells what is gone or has a new name.
    ``words`` maps a table key to what the file's own words mean in columns that hold one of some
    words, under ``own_meanings.key``. ``secret`` makes the keys that stand for people's
    names (see ``people.py``); it belongs to the installation, never to a file.
    """

    as_table: str = ""
    sheets: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)
    hidden: str = ""
    struck: str = ""
    rows: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    as_at: date | None = None
    copies: str = ""
    read_before: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    secret: bytes = b""
