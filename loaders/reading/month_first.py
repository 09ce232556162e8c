"""Dates written month first: what shows it in one cell holds for every date of the table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from loaders.cells import dates
from loaders.cells.readers import shown
from loaders.declared import Column
from loaders.reading.frame import Source, Told

LAST_OF_EITHER = 12


def evidence(sources: Sequence[tuple[Column, Source]]) -> str:
    """The first date that can only be month first, where none can only be day first; else ""."""
    typed = _typed(sources)
    if any(dates.day_first_only(text) for text in typed):
        return ""
    return next((text for text in typed if dates.month_first(text)), "")


def reading(column: Column) -> Column:
    """The column, with its dates in figures read month first."""
    if not _is_date(column):
        return column
    return replace(column, kind=replace(column.kind, read=partial(_turned, column.kind.read)))


def _turned(read: Callable[[Any], Any], value: Any) -> Any:
    return read(dates.turned(value) if isinstance(value, str) else value)


def tell(
    sources: Sequence[tuple[Column, Source]], records: Sequence[int], shows: str, told: Told
) -> None:
    """Says which dates were read month first, and why; warns of those that may be either.

    Dates that Excel took for dates itself are doubtful too where none has a day past the twelfth:
    a workbook in American dates opened here has their day and month changed over.
    """
    own = [(column, source) for column, source in sources if _is_date(column)]
    if not shows:
        _tell_mixed(own, records, told)
        return
    read_so = (
        f"“{shows}” in this table can only be month first, so every date typed in figures was read "
        "month first. Check them, and write every date as day/month/year."
    )
    changed = (
        f"“{shows}” in this table can only be month first. Excel may have taken the day of this "
        "date for its month. Check it."
    )
    for column, source in own:
        so = []
        real = [cell for cell in source.cells if isinstance(cell, date)]
        doubtful = bool(real) and all(cell.day <= LAST_OF_EITHER for cell in real)
        for place, cell in enumerate(source.cells):
            at = source.cell(records, place)
            if isinstance(cell, str) and (dates.either_way(cell) or dates.month_first(cell)):
                so.append(at)
            elif doubtful and isinstance(cell, date) and cell.day != cell.month:
                told.add("warning", column, source.heading, shown(cell), changed, at)
        if so:
            told.add_all("warning", column, source.heading, "", read_so, so)


def _tell_mixed(own: Sequence[tuple[Column, Source]], records: Sequence[int], told: Told) -> None:
    first = next((text for text in _typed(own) if dates.month_first(text)), "")
    if not first:
        return
    advice = (
        f"“{first}” in this table can only be month first and others only day first, so this may "
        "be either. It was read day first. Check it, and write every date as day/month/year."
    )
    for column, source in own:
        for place, cell in enumerate(source.cells):
            if isinstance(cell, str) and dates.either_way(cell):
                at = source.cell(records, place)
                told.add("warning", column, source.heading, cell, advice, at)


def _typed(sources: Sequence[tuple[Column, Source]]) -> list[str]:
    """The different texts in columns of dates, in the order of the file."""
    texts: Mapping[str, None] = {
        cell: None
        for column, source in sources
        if _is_date(column) and any(isinstance(cell, str) for cell in set(source.cells))
        for cell in source.cells
        if isinstance(cell, str)
    }
    return list(texts)


def _is_date(column: Column) -> bool:
    return column.kind.dtype.startswith("datetime")
