"""Records that stand on more than one sheet of a file, which would count more than once."""

from collections.abc import Sequence

from loaders.cells.said_words import word
from loaders.declared import Table
from loaders.outcome import Reading
from loaders.problems import Problem

LONG_TITLE = 25
COPY = 0.6
"""So great a share of a sheet's records on another sheet too makes one a copy of the other."""


def on_several_sheets(readings: Sequence[Reading], tables: Sequence[Table]) -> list[Problem]:
    """A warning for each two or more sheets that share records: the same words, the same reference.

    Only tables whose records have a reference are looked at: in others rows may be alike.
    """
    told = []
    for table in tables:
        main = next((column.field for column in table.columns if column.main), "")
        if not table.unique or not main:
            continue
        sheets: dict[str, set[tuple[str, ...]]] = {}
        own_readings = [reading for reading in readings if reading.table == table.key]
        if len({reading.sheet for reading in own_readings}) > 1:
            for reading in own_readings:
                fields = [main, table.unique]
                rows = reading.frame[fields].fillna("").astype("str").itertuples(index=False)
                own = {tuple(word(value) for value in row) for row in rows if _tells(*row)}
                sheets.setdefault(reading.sheet, set()).update(own)
        told += _shared(sheets)
    return told


def _tells(title: str, reference: str) -> bool:
    """Whether a record is told from others by its words: a short one needs its reference too."""
    return bool(title) and (bool(reference) or len(title) >= LONG_TITLE)


def _shared(sheets: dict[str, set[tuple[str, ...]]]) -> list[Problem]:
    everywhere: dict[tuple[str, ...], list[str]] = {}
    for name, rows in sheets.items():
        for row in rows:
            everywhere.setdefault(row, []).append(name)
    twice = {row: names for row, names in everywhere.items() if len(names) > 1}
    if not twice:
        return []
    involved = [name for name in sheets if any(name in names for names in twice.values())]
    named = f"{', '.join(f'“{name}”' for name in involved[:-1])} and “{involved[-1]}”"
    counted = "1 record stands" if len(twice) == 1 else f"{len(twice)} records stand"
    copies = all(
        sum(row in twice for row in sheets[name]) >= COPY * len(sheets[name]) for name in involved
    )
    what = (
        "They look like copies of one plan at different dates. Leave out all but the latest below. "
        "To keep the history, accept the file once for each sheet first, as at its own date."
        if copies
        else "Take each out of all sheets but one, or leave a sheet out below."
    )
    advice = f"{counted} on more than one of the sheets {named}, and would count each time. {what}"
    return [Problem("warning", involved[0], "", "", "", "", advice)]
