"""Records in more than one list of a file, such as the open and the closed: each counts once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from loaders.declared import Table
from loaders.outcome import Reading
from loaders.problems import Level, Problem
from loaders.repeated.same import Known, rows

CLOSED = re.compile(
    r"\b(closed|completed?|done|finished|archived?|discharged|implemented)\b", re.IGNORECASE
)
"""In a list's name: what stands there too has been moved there."""
COPY = 0.6
"""So great a share of both lists in the other too makes them copies of one list."""


def counted_once(
    readings: Sequence[Reading], tables: Sequence[Table]
) -> tuple[list[Reading], list[Problem]]:
    """The readings, each record of them in one only, and what is said of those that were in two.

    The list of what is closed has a record rather than the list of what is open; else the first
    of ``readings`` has it. A row so passed over is among the rows left out, with where it is read.
    Only tables whose records have a reference are looked at: in others rows may be alike.
    """
    out = [*readings]
    told = []
    for table in tables:
        places = [place for place, one in enumerate(out) if one.table == table.key]
        if not table.unique or len(places) < 2:
            continue
        known = Known()
        for place in sorted(places, key=lambda place: not is_closed(out[place])):
            own = rows(table, out[place])
            twice: dict[int, dict[int, int]] = {}
            for line, row in enumerate(own):
                if there := known.where(row):
                    twice.setdefault(there[0], {})[line] = there[1]
            for line, row in enumerate(own):
                known.add(row, (place, line))
            told += [_said(table, out[place], readings[other], twice[other]) for other in twice]
            out[place] = _without(out[place], readings, twice)
    return out, told


def is_closed(reading: Reading) -> bool:
    """Whether a list is one of what is closed, by the name of its sheet or the line above it."""
    return bool(CLOSED.search(reading.sheet) or CLOSED.search(reading.title))


def _said(table: Table, own: Reading, other: Reading, twice: Mapping[int, int]) -> Problem:
    """That records count once, and which of both lists has them."""
    decides = table.listing.done[0]
    differs = 0
    if decides:
        ours = own.frame[decides].iloc[[*twice]].to_list()
        theirs = other.frame[decides].iloc[[*twice.values()]].to_list()
        differs = sum(not pd.isna(a) and a != b for a, b in zip(ours, theirs, strict=True))
    moved = is_closed(other) and not is_closed(own)
    level: Level = "warning" if differs and not moved else "note"
    copies = len(twice) >= COPY * max(len(own.frame), len(other.frame)) and len(twice) > 1
    if copies and not moved:
        level = "warning"
    several = len(twice) > 1
    records = f"{len(twice)} records stand" if several else "1 record stands"
    where = f"on “{other.sheet}”" if own.sheet != other.sheet else "twice"
    here = f" here and {where} too" if own.sheet != other.sheet else " on this sheet twice"
    advice = f"{records}{here}. {'Each counts' if several else 'It counts'} once, as "
    advice += (
        f"“{other.sheet}” has it."
        if own.sheet != other.sheet
        else f"in row {_rows(other, list(twice.values()))}."
    )
    if differs:
        advice += (
            f" {differs} of them {'has' if differs == 1 else 'have'} another status here."
            if several
            else " Its status here is another."
        )
    if copies and not moved:
        advice += (
            " They look like copies of one list: if this is the one that holds now, leave the "
            "other out below."
        )
    return Problem(level, own.sheet, "", "", "", "", advice)


def _rows(reading: Reading, places: Sequence[int]) -> str:
    return ", ".join(str(row) for row in reading.frame["row"].iloc[list(places)].to_list()[:5])


def _without(
    own: Reading, readings: Sequence[Reading], twice: Mapping[int, Mapping[int, int]]
) -> Reading:
    """A reading without the records that others have, which are listed as left out."""
    if not twice:
        return own
    here = own.frame["row"].to_list()
    aside = [
        (int(here[line]), f"the same as row {there} of “{other.sheet}”, which is read")
        for other, lines in ((readings[place], found) for place, found in twice.items())
        for line, there in zip(lines, other.frame["row"].iloc[[*lines.values()]], strict=True)
    ]
    gone = [line for lines in twice.values() for line in lines]
    frame = own.frame.drop(index=own.frame.index[gone]).reset_index(drop=True)
    return replace(own, frame=frame, left_out=tuple(sorted((*own.left_out, *aside))))
