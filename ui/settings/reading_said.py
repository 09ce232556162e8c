"""What an officer decided about how files are read, in words: a line for each thing decided."""

from collections.abc import Callable, Mapping
from textwrap import shorten
from typing import Any

from loaders.choices import EACH, LATEST, LEAVE_OUT, READ
from workstreams import TABLES
from workstreams.colour_names import named
from workstreams.wording import counted

BY_KEY = {table.key: table for table in TABLES}
IN_A_WORD: Mapping[str, Mapping[str, str]] = {
    "reading: hidden": {READ: "read like any other", LEAVE_OUT: "left out"},
    "reading: struck": {
        "complete": "done",
        "withdrawn": "dropped, or replaced by another row",
        READ: "nothing: read like any other",
        LEAVE_OUT: "left out",
    },
    "reading: copies": {LATEST: "the latest is the plan", EACH: "each is the plan at its date"},
}
"""What an answer of one word says, by its setting."""
SILENT = "says nothing about status"


def says(setting: str, kept: Any) -> str:
    """An answer of one word, as read; "" where it is none."""
    return IN_A_WORD.get(setting, {}).get(str(kept), "")


def lines(setting: str, kept: Any, before: Any) -> list[str]:
    """Each thing that was decided and had not been before: "the sheet “Log” is left out"."""
    told = IN_FULL.get(setting)
    if told is None or not isinstance(kept, Mapping):
        return []
    old = set(told(before)) if isinstance(before, Mapping) else set()
    return [line for line in told(kept) if line not in old]


def _colours(kept: Mapping[str, Any]) -> list[str]:
    return [
        f"{named(found)} {SILENT if status == 'unknown' else f'is read as {status}'}"
        for found, status in kept.items()
    ]


def _sheets(kept: Mapping[str, Any]) -> list[str]:
    return [f"the sheet “{sheet}” is {_as(_table(key))}" for sheet, key in kept.items()]


def _fields(kept: Mapping[str, Any]) -> list[str]:
    return [
        f"“{heading}” on {_table(key)} is {_as(_column(key, field))}"
        for key, headings in kept.items()
        for heading, field in headings.items()
    ]


def _rows(kept: Mapping[str, Any]) -> list[str]:
    return [
        f"the row “{shorten(words, 80, placeholder='…')}” on {_table(key)} is "
        + ("left out" if what == LEAVE_OUT else "read")
        for key, rows in kept.items()
        for words, what in rows.items()
    ]


def _words(kept: Mapping[str, Any]) -> list[str]:
    return [
        f"“{word}” under “{_column(key, field)}” on {_table(key)} is read as {meaning}"
        for key, words in kept.items()
        for (field, _, word), meaning in ((one.partition(": "), m) for one, m in words.items())
    ]


def _before(kept: Mapping[str, Any]) -> list[str]:
    return [f"{counted(len(said), 'column')} of {_table(key)}" for key, said in kept.items()]


def _as(meant: str) -> str:
    return f"read as “{meant}”" if meant else "left out"


def _table(key: str) -> str:
    """What a table is called; "" where it means that a sheet is left out."""
    if key == LEAVE_OUT:
        return ""
    return BY_KEY[key].sheet if key in BY_KEY else "another list"


def _column(key: str, field: str) -> str:
    if field in ("", LEAVE_OUT):
        return ""
    table = BY_KEY.get(key)
    return table[field].heading if table and field in table.fields else "another column"


IN_FULL: Mapping[str, Callable[[Mapping[str, Any]], list[str]]] = {
    "reading: colours": _colours,
    "reading: sheets": _sheets,
    "reading: fields": _fields,
    "reading: rows": _rows,
    "reading: words": _words,
    "reading: read_before": _before,
}
