"""What an upload's file is called: by its own name for members, in public as an officer allows.

A name may hold a child's ("Smith family.xlsx"), and nobody can tell that from the name alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from workstreams import WORKSTREAMS
from workstreams.view import Snapshot, Source
from workstreams.wording import day, listed

CLEARED = "file_names_cleared"
"""The setting: names of files, a list of them, that may stand in anything public."""
CODE = 8
"""Letters of the file's check code that tell it from others of its date."""
NAMED = 2
"""So many subjects are named; a workbook of more is the plan's."""


def in_public(snapshots: Sequence[Snapshot], settings: Mapping[str, Any]) -> tuple[Snapshot, ...]:
    """The snapshots with a file's name only where an officer cleared it.

    Others are given by what is in them, their date and their check code; so is a source, whose name
    is taken from its files', by none.
    """
    cleared = set(settings.get(CLEARED, ()))
    return tuple(
        one
        if one.file in cleared
        else replace(one, file=described(one), described=True, source=Source(one.source.id, ""))
        for one in snapshots
    )


def described(snapshot: Snapshot) -> str:
    """A file without its name: "actions workbook of 7 September 2021 (1a2b3c4d)"."""
    held = {table.table for table in snapshot.tables if table.rows_read}
    titles = [one.title for one in WORKSTREAMS if held & {table.key for table in one.tables}]
    subjects = [title if title[1:] != title[1:].lower() else title.lower() for title in titles]
    of = f"{listed(subjects)} " if 0 < len(subjects) <= NAMED else ""
    return f"{of or 'plan '}workbook of {day(snapshot.as_at)} ({snapshot.fingerprint[:CODE]})"
