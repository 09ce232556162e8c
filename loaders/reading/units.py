"""What a figure is in, where no column says it but its cell does: "88%"."""

from collections.abc import Mapping
from typing import Any

from loaders.cells.readers import in_percent
from loaders.declared import Table
from loaders.reading.frame import Source


def from_cells(table: Table, sources: Mapping[str, Source], clean: dict[str, list[Any]]) -> None:
    """Fills a blank unit of a record whose figure, or whose target, is shown with a percent sign.

    The figure's own cell goes before the target's.
    """
    for column in table.columns:
        source = sources.get(column.field)
        if not column.unit_in or source is None or not any(map(in_percent, source.cells)):
            continue
        percent = table[column.unit_in].kind.read("%")
        clean[column.unit_in] = [
            percent if unit is None and value is not None and in_percent(cell) else unit
            for unit, value, cell in zip(
                clean[column.unit_in], clean[column.field], source.cells, strict=True
            )
        ]
