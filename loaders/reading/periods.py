"""One column spread over dated ones: "Progress October 2003", "Progress December 2003"."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from loaders.cells.errors import ADVICE, is_error
from loaders.cells.readers import NOT_YET, shown
from loaders.columns.dated import dated
from loaders.declared import Column
from loaders.reading.frame import Told
from loaders.sheets.find import Found


def spread(
    column: Column, headings: Sequence[str], free: Sequence[int]
) -> dict[int, tuple[date | None, str]]:
    """The columns of the file, by place, that are this column in one period each."""
    found = {place: dated(column, headings[place]) for place in free}
    return {place: when for place, when in found.items() if when is not None}


def history(
    values: Sequence[Sequence[object]],
    headings: Sequence[str],
    periods: Mapping[int, tuple[date | None, str]],
) -> tuple[list[str | None], list[list[list[str]]]]:
    """Each row's latest text, and all of them as ``[ISO date or "", heading, text]``.

    The latest is the last that says something, in the order of the dates; columns without a year
    keep their order on the sheet, which is taken to run from left to right.
    """
    # One without a period is older than those with one; a tool's run of comments has none at all.
    places = sorted(periods, key=lambda at: (periods[at][0] or date.min, periods[at][1] != "", at))
    latest: list[str | None] = []
    told: list[list[list[str]]] = []
    for row in range(len(values[0]) if values else 0):
        own = [
            [_iso(periods[place][0]), headings[place], shown(values[place][row])]
            for place in places
            if values[place][row] is not None
        ]
        told.append(own)
        # A dash says that there is nothing to say, not that what was said before is undone.
        said = [text for _, _, text in own if text.casefold() not in NOT_YET]
        latest.append(said[-1] if said else None)
    return latest, told


def without_errors(
    column: Column,
    spread: Collection[int],
    found: Found,
    raw: Sequence[Sequence[object]],
    rows: Sequence[int],
    told: Told,
) -> list[Sequence[object]]:
    """The file's columns, the cells of this one's None where a formula failed, which is told."""
    out = list(raw)
    for place in spread:
        at, heading = found.columns[place], found.headings[place].strip()
        for row, cell in zip(rows, raw[place], strict=True):
            if is_error(cell):
                told.add("warning", column, heading, shown(cell), ADVICE, (row, at))
        out[place] = [None if is_error(cell) else cell for cell in raw[place]]
    return out


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
