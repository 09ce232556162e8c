"""A date that was moved: each date it was given after the first, in order, with the reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from loaders.cells.errors import is_error
from loaders.cells.readers import Noted, Unreadable, shown
from loaders.columns.dated import dated
from loaders.columns.profile import Profile
from loaders.declared import Column, Kind, Table
from loaders.sheets.find import Found
from loaders.sheets.spelling import normal, variants

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_ORDINAL = re.compile(
    rf"(?:#|no\.?|\b)\s*(\d{{1,2}})(?:st|nd|rd|th)?\b|\b({'|'.join(_ORDINALS)})\b", re.IGNORECASE
)
_AGAIN = re.compile(
    r"\b(?:re-?(?=revised|extended)|further|additional|another|subsequent)\s*", re.I
)
_LATEST = re.compile(r"\b(?:latest|current|final|most recent)\s*", re.IGNORECASE)
_REASON = re.compile(r"\b(?:reasons?|why|rationale|justification|explanation)\b", re.IGNORECASE)
_OF_A_MOVE = re.compile(
    r"\b(?:revis|exten|chang|delay|slip|mov|amend|re-?sched|new date|date|postpone|defer)",
    re.IGNORECASE,
)
READABLE = 0.5


@dataclass(frozen=True)
class Revision:
    """One column of later dates, by place, and the column of its reasons, if it has one."""

    place: int
    reason: int | None = None


def revisions(
    table: Table,
    found: Found,
    columns: Sequence[Sequence[object]],
    own: int | None,
    free: Sequence[int],
) -> tuple[Revision, ...]:
    """The columns that hold later dates, oldest first; none where the file has no such column.

    ``own`` is the column that its heading was matched to; ``free`` are those no field was found
    for. Several columns are in the order that their headings number them, else from left to right.
    """
    if not table.moves[1]:
        return ()
    column = table[table.moves[1]]
    places = [
        place
        for place in sorted({*free, *([own] if own is not None else [])})
        if place == own
        or (is_revision(column, found.headings[place]) and _dates(columns[place], column.kind))
    ]
    if not places:
        return ()
    order = _in_order(column, [found.headings[place] for place in places])
    ordered = [places[at] for at in order]
    reasons = _reasons(found.headings, ordered, [place for place in free if place not in places])
    return tuple(Revision(place, reasons.get(place)) for place in ordered)


def is_revision(column: Column, heading: str) -> bool:
    """Whether a heading is the column's name with a number, "latest" or a date beside it."""
    if _REASON.search(heading):
        return False
    names = {normal(name) for name in (column.heading, *column.also_called)}
    plain = _LATEST.sub(" ", _AGAIN.sub(" ", _ORDINAL.sub(" ", heading)))
    if any(normal(_ORDINAL.sub(" ", text)) in names for text, _ in variants(plain)):
        return True
    return dated(column, heading) is not None


def _dates(cells: Sequence[object], kind: Kind) -> bool:
    profile = Profile(cells)
    return not profile.count or profile.readable(kind) >= READABLE


def _in_order(column: Column, headings: Sequence[str]) -> list[int]:
    """The headings' places, oldest first."""
    whens = [dated(column, heading) for heading in headings]
    if all(when and when[0] for when in whens):
        return sorted(range(len(headings)), key=lambda at: (whens[at][0], at))  # type: ignore[index]
    keys: list[tuple[bool, float, int]] = []
    most = 0.0
    for at, heading in enumerate(headings):
        found = None if whens[at] else _ORDINAL.search(heading)
        number = _number(found) if found else most + 0.5
        most = max(most, number)
        keys.append((bool(_LATEST.search(heading)), number, at))
    return [at for _, _, at in sorted(keys)]


def _number(found: re.Match[str]) -> float:
    return float(found[1]) if found[1] else float(_ORDINALS[found[2].casefold()])


def _reasons(headings: Sequence[str], dates: Sequence[int], free: Sequence[int]) -> dict[int, int]:
    """Each date's column of reasons: of the same number, else the next to its right."""
    said = [place for place in free if _REASON.search(headings[place])]
    out: dict[int, int] = {}
    for place in said:
        ordinal = _ORDINAL.search(headings[place])
        same = [
            one
            for one in dates
            if ordinal
            and (own := _ORDINAL.search(headings[one]))
            and _number(own) == _number(ordinal)
        ]
        left = [one for one in dates if one < place]
        beside = place - 1 in dates or place + 1 in dates
        if not (beside or _OF_A_MOVE.search(headings[place])):
            continue
        if same:
            out[same[0]] = place
        elif left and max(left) not in out:
            out[max(left)] = place
        elif not left and place + 1 in dates:
            out[place + 1] = place
    return out


def histories(
    first: Sequence[object],
    first_heading: str,
    moved: Sequence[tuple[Revision, str, Sequence[object], Sequence[object] | None]],
    kind: Kind,
) -> list[list[list[str]]]:
    """Each row's dates as ``[ISO date, heading, reason]``, oldest first; none where none moved.

    ``first`` are the raw cells of the date as it was first; ``moved`` gives each later column with
    its heading, its raw cells and those of its reasons. One column of reasons that stands beside
    several dates says why the latest of them was given. A date given again as it was is no move.
    """
    known: dict[object, tuple[str, ...]] = {}
    shared = _shared(moved)
    out: list[list[list[str]]] = []
    for row in range(len(first)):
        told = [[day, first_heading, ""] for day in _days(first[row], kind, known)]
        for revision, heading, cells, reasons in moved:
            days = _days(cells[row], kind, known)
            told += [[day, heading, ""] for day in days]
            reason = _said(reasons[row]) if reasons is not None else ""
            if reason and told and (days or revision.place in shared):
                told[-1][2] = reason
        out.append(_changes(told))
    return out


def _shared(
    moved: Sequence[tuple[Revision, str, Sequence[object], Sequence[object] | None]],
) -> set[int]:
    """The one column with reasons, where others before it have none of their own."""
    given = [revision.place for revision, _, _, reasons in moved if reasons is not None]
    return set(given) if len(given) == 1 and len(moved) > 1 else set()


def _changes(told: Sequence[list[str]]) -> list[list[str]]:
    """The dates that differ from the one before; none where there is only one without a reason."""
    kept: list[list[str]] = []
    for one in told:
        if kept and kept[-1][0] == one[0]:
            kept[-1] = [one[0], kept[-1][1], kept[-1][2] or one[2]]
        else:
            kept.append(one)
    return kept if len(kept) > 1 else []


def _said(cell: object) -> str:
    return "" if cell is None or is_error(cell) else shown(cell)


def _days(cell: object, kind: Kind, known: dict[object, tuple[str, ...]]) -> tuple[str, ...]:
    """Every day a cell says as ISO date, oldest first: itself, and those it was before."""
    if cell is None:
        return ()
    if cell not in known:
        known[cell] = tuple(day.isoformat() for day in _read(cell, kind))
    return known[cell]


def _read(cell: object, kind: Kind) -> tuple[date, ...]:
    try:
        read: Any = kind.read(cell)
    except Unreadable:
        return ()
    if isinstance(read, Noted):
        return () if read.value is None else (*read.earlier, read.value)
    return (read,)
