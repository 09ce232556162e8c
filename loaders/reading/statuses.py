"""A status that stands in a colour or letter: kept as found, filled in only as an officer said."""

from collections.abc import Mapping, Sequence
from typing import Any

from loaders.choices import Choices
from loaders.columns import rag
from loaders.declared import Table
from loaders.problems import Problem
from loaders.reading.frame import Source, Told
from loaders.sheets.find import Found
from loaders.sheets.page import Page


def colours_of(
    page: Page,
    table: Table,
    found: Found,
    records: Sequence[int],
    sources: Mapping[str, Source],
    clean: dict[str, list[Any]],
    choices: Choices,
    told: Told,
) -> dict[str, int]:
    """Fills the colour field from cells' fills and the status from what colours mean.

    Comes out: the colours and letters of rows without a status, counted; their meaning is asked.
    """
    if not table.colour:
        return {}
    own, status = sources.get(table.colour), sources.get(table.colour_means)
    column = own.column if own else (status.column if status else None)
    if column is None or not any(rag.filled(page, records, column)):
        column = column if own else rag.coloured_column(page, records, found.columns)
    words = list(clean[table.colour])
    said = list(clean[table.colour_means])
    if column is not None and page.grid.fills and None in words:
        fills = rag.filled(page, records, column)
        words = [
            word if word is not None else fill for word, fill in zip(words, fills, strict=True)
        ]
    unsaid = [place for place, status_said in enumerate(said) if status_said is None]
    if status and unsaid:
        codes = {place: status.cells[place] for place in unsaid if rag.is_code(status.cells[place])}
        told.drop(table.colour_means, set(codes.values()))
        for place, code in codes.items():
            words[place] = words[place] if words[place] is not None else rag.named(code)
    asked: dict[str, int] = {}
    for place in unsaid:
        if words[place] is not None:
            name = rag.named(words[place])
            said[place] = rag.meaning(name, choices.colours)
            asked[name] = asked.get(name, 0) + 1
    clean[table.colour], clean[table.colour_means] = words, said
    return asked


def asked(
    table: Table,
    found: Found,
    sources: Mapping[str, Source],
    colours: Mapping[str, int],
    choices: Choices,
) -> list[Problem]:
    """A warning where a colour or letter stands for the status and nobody said what it means."""
    unsaid = {n: rows for n, rows in colours.items() if rag.meaning(n, choices.colours) is None}
    if not unsaid:
        return []
    counted = ", ".join(
        f"{name} in {rows} row{'' if rows == 1 else 's'}" for name, rows in unsaid.items()
    )
    field = table.colour_means
    heading = sources[field].heading if field in sources else table[field].heading
    advice = (
        f"Say what each colour, letter or number means in this file ({counted}). "
        f"Until then these rows have no {table[field].heading.lower()}."
    )
    return [Problem("warning", found.sheet, "", field, heading, "", advice)]
