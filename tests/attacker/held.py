"""What an attacker holds of one file: every text in it, and its tables as rows of cells."""

from collections.abc import Iterable
from dataclasses import dataclass

Row = tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """Rows of cells, in print or not; ``about`` is what stands over them."""

    about: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Held:
    """The texts and tables of a file, the texts with their spaces and line ends evened out.

    Each of ``texts`` stands alone; in ``runs`` one thing runs on into the next, as on a page.
    """

    texts: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    runs: tuple[str, ...] = ()


NOTHING = Held()


def even(text: str) -> str:
    """Text with single spaces."""
    return " ".join(text.split())


def held(texts: Iterable[str] = (), grids: Iterable[Grid] = (), runs: Iterable[str] = ()) -> Held:
    """Texts and tables, each text once and none of them empty."""
    alone, running = (tuple(dict.fromkeys(filter(None, map(even, t)))) for t in (texts, runs))
    return Held(alone, tuple(grids), running)


def together(parts: Iterable[Held]) -> Held:
    """Several as one."""
    found = list(parts)
    return Held(
        tuple(text for part in found for text in part.texts),
        tuple(grid for part in found for grid in part.grids),
        tuple(run for part in found for run in part.runs),
    )
