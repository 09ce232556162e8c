"""One sheet of a workbook as a library opened it, its cells not yet taken out."""

from collections.abc import Callable
from dataclasses import dataclass

from loaders.formats.values import Values


@dataclass(frozen=True)
class Sheet:
    """A sheet of cells: its name, whether it is hidden, how many cells ``values`` will give."""

    name: str
    hidden: bool
    cells: int
    values: Callable[[], Values]
    merged: tuple[tuple[int, int, int, int], ...]
