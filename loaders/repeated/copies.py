"""A list that a workbook holds several times, each on a sheet as it was at one date."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from loaders.choices import LEAVE_OUT, Choices
from loaders.declared import Table
from loaders.outcome import Checked, Copy, LeftOut, Reading
from loaders.problems import Problem
from loaders.repeated import sheet_dates
from loaders.repeated.same import Known, Rows, rows_of
from loaders.repeated.sheet_dates import SheetDate

LIKE = 0.6
"""So great a share of the shorter list on the other too makes one a copy of the other."""


def found(
    readings: Sequence[Reading],
    tables: Sequence[Table],
    said: Mapping[str, date],
    file: str,
    as_at: date | None,
) -> tuple[Copy, ...]:
    """The copies of the file's lists, oldest first; none where each sheet holds a list of its own.

    ``readings`` come in the order of the sheets, by which months without a year go on. ``said``
    gives the date that a sheet itself says it is true at, ``as_at`` the officer's date.
    Only sheets that say their month or date are copies: two teams may have like posts.
    """
    own = {reading.sheet: _date(reading.sheet, said) for reading in readings}
    dated = [reading for reading in readings if own[reading.sheet]]
    again: set[str] = set()
    for table in tables:
        sheets = rows_of(table, [one for one in dated if one.table == table.key])
        again |= {name for name in sheets if any(_like(sheets, name, one) for one in sheets)}
    texts = [
        PurePath(file).stem,
        *dict.fromkeys(reading.title for reading in readings if reading.sheet in again),
    ]
    known = {name: one for name, one in own.items() if one and name in again}
    ordered = sheet_dates.with_years(known, texts, as_at)
    by_date: dict[object, list[str]] = {}
    for name, one in ordered.items():
        by_date.setdefault(one.day or one.month, []).append(name)
    if len(by_date) < 2:
        return ()
    counts = {
        name: sum(reading.rows for reading in readings if reading.sheet == name) for name in ordered
    }
    return tuple(
        Copy(tuple(names), ordered[names[0]].day, sum(counts[name] for name in names))
        for names in by_date.values()
    )


def latest(
    readings: Sequence[Reading], copies: Sequence[Copy], choices: Choices
) -> tuple[list[Reading], list[LeftOut], list[Problem]]:
    """The readings without those of earlier copies, the sheets so left out, and what is said."""
    if not copies:
        return [*readings], [], []
    now = copies[-1]
    why = f"an earlier copy of what is on {_named(now)}"
    out = [LeftOut(name, why) for copy in copies[:-1] for name in copy.sheets]
    earlier = {one.sheet for one in out}
    kept = [reading for reading in readings if reading.sheet not in earlier]
    each = ", ".join(f"{_named(copy)} ({copy.rows})" for copy in copies)
    said = (
        f"This workbook holds the same list {len(copies)} times, with so many rows: {each}. Only "
        f"the latest, {_named(now)}, is read as the plan."
    )
    if choices.copies:
        told = Problem("note", now.sheets[0], "", "", "", "", f"{said[:-1]}, as was said.")
    else:
        ask = "Say whether that is right, or whether each is the plan as it stood at its date."
        told = Problem("warning", now.sheets[0], "", "", "", "", f"{said} {ask}")
    return kept, out, [told]


def only(checked: Checked, copy: Copy, choices: Choices, as_at: date) -> Choices:
    """The choices that read the sheets of one earlier copy alone, as at its date."""
    sheets = [*(one.sheet for one in checked.readings), *(one.sheet for one in checked.left_out)]
    others = {name: LEAVE_OUT for name in sheets if name not in copy.sheets}
    return replace(choices, sheets={**choices.sheets, **others}, as_at=as_at)


def _date(sheet: str, said: Mapping[str, date]) -> SheetDate | None:
    named = sheet_dates.of_name(sheet)
    stated = said.get(sheet)
    if stated and (named is None or (named.day is None and named.month == stated.month)):
        return SheetDate(stated.month, stated)
    return named


def _like(sheets: Mapping[str, Rows], name: str, other: str) -> bool:
    if name == other or not sheets[name] or not sheets[other]:
        return False
    shorter, longer = sorted((sheets[name], sheets[other]), key=len)
    known = Known(least=1)
    for place, row in enumerate(longer):
        known.add(row, (0, place))
    return sum(known.where(row) is not None for row in shorter) >= LIKE * len(shorter)


def _named(copy: Copy) -> str:
    return " and ".join(f"“{name}”" for name in copy.sheets)
