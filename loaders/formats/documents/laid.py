"""Tables of documents and pages as grids: cells that span, titles above, parts joined."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from loaders.formats import cannot
from loaders.formats.grid import Grid, Place
from loaders.formats.limits import MAX_CELLS

_MOST_SPANNED = 1_000
"""More rows or columns than any cell of a table is merged over."""
_MOST_ABOVE = 6
"""So many lines of text above a table are kept as its title rows."""


@dataclass(frozen=True)
class TableCell:
    """One cell: its text, how many columns and rows it covers, how it looks."""

    text: str
    wide: int = 1
    high: int = 1
    fill: str = ""
    struck: bool = False
    bold: bool = False


@dataclass
class Part:
    """One table of a document: its rows of cells from left to right, and the lines above it.

    ``places`` are where the rows stand, as an officer finds them ("Table 2", 5).
    """

    rows: list[list[TableCell]]
    places: list[Place]
    above: list[str] = field(default_factory=list)

    @property
    def width(self) -> int:
        """How many columns the widest row covers by itself."""
        return max((sum(cell.wide for cell in row) for row in self.rows), default=0)

    @property
    def head(self) -> tuple[str, ...]:
        """The first row's texts."""
        return tuple(" ".join(cell.text.split()) for cell in self.rows[0]) if self.rows else ()

    @property
    def headed(self) -> bool:
        """Whether the first row stands out as headings do: bold or coloured, and the next not."""
        return bool(self.rows) and _stands_out(self.rows[0]) and not _stands_out(self.rows[-1])


def _stands_out(row: Sequence[TableCell]) -> bool:
    held = [cell for cell in row if cell.text.strip()]
    return bool(held) and all(cell.bold or cell.fill for cell in held)


def joined(parts: Sequence[Part]) -> list[list[Part]]:
    """The tables in groups that are one: the same headings again, or rows that simply go on."""
    groups: list[list[Part]] = []
    for part in parts:
        before = groups[-1] if groups else []
        if before and part.width == before[0].width:
            again = part.head == before[0].head and any(part.head)
            if again or not (part.above or part.headed):
                before.append(part)
                continue
        groups.append([part])
    return groups


def grid(name: str, sheet: str, group: Sequence[Part], notes: tuple[str, ...] = ()) -> Grid:
    """One group of tables as a grid, with their titles between them and no headings twice."""
    out = _Stack(name, sheet)
    for at, part in enumerate(group):
        if at and part.above:
            out.blank(part.places[0])
        out.lines(part.above[-_MOST_ABOVE:], part.places[0])
        head = group[0].head
        again = bool(at) and not part.above
        kept = [
            (row, place)
            for number, (row, place) in enumerate(zip(part.rows, part.places, strict=True))
            if not ((number or again) and _text(row) == head and any(head))
        ]
        out.table([row for row, _ in kept], [place for _, place in kept])
    return replace(out.grid(), notes=notes)


def _text(row: Sequence[TableCell]) -> tuple[str, ...]:
    return tuple(" ".join(cell.text.split()) for cell in row)


class _Stack:
    """Rows put under each other, with the looks of their cells."""

    def __init__(self, name: str, sheet: str) -> None:
        self.name, self.sheet = name, sheet
        self.values: list[list[object]] = []
        self.places: list[Place] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self.fills: dict[tuple[int, int], str] = {}
        self.struck: set[tuple[int, int]] = set()
        self.bold: set[tuple[int, int]] = set()

    def blank(self, place: Place) -> None:
        self.values.append([])
        self.places.append((place[0], 0))

    def lines(self, texts: Sequence[str], place: Place) -> None:
        for text in texts:
            self.values.append([text])
            self.places.append((place[0], 0))

    def table(self, rows: Sequence[Sequence[TableCell]], places: Sequence[Place]) -> None:
        top = len(self.values)
        covered: set[tuple[int, int]] = set()
        for number, row in enumerate(rows):
            line: list[object] = []
            at = 0
            for cell in row:
                while (top + number, at) in covered:
                    at += 1
                wide = min(max(cell.wide, 1), _MOST_SPANNED)
                high = min(max(cell.high, 1), _MOST_SPANNED, len(rows) - number)
                self._put(line, top + number, at, cell)
                if wide > 1 or high > 1:
                    self.merged.append((top + number, at, top + number + high - 1, at + wide - 1))
                    covered |= {
                        (top + number + down, at + right)
                        for down in range(high)
                        for right in range(wide)
                    }
                at += wide
            self.values.append(line)
            self.places.append(places[number])
            if len(covered) + len(self.values) > MAX_CELLS:
                raise cannot.too_many_cells(self.name, "", MAX_CELLS)

    def _put(self, line: list[object], row: int, at: int, cell: TableCell) -> None:
        line.extend([None] * (at + 1 - len(line)))
        line[at] = cell.text if cell.text.strip() else None
        if cell.fill and cell.fill != "FFFFFF":
            self.fills[row, at] = cell.fill
        if cell.struck:
            self.struck.add((row, at))
        if cell.bold:
            self.bold.add((row, at))

    def grid(self) -> Grid:
        width = max(map(len, self.values), default=0)
        if width * len(self.values) > MAX_CELLS:
            raise cannot.too_many_cells(self.name, "", MAX_CELLS)
        for line in self.values:
            line.extend([None] * (width - len(line)))
        return Grid(
            self.sheet,
            self.values,
            tuple(self.merged),
            fills=self.fills,
            struck=frozenset(self.struck),
            bold=frozenset(self.bold),
            places=tuple(self.places),
        ).within()
