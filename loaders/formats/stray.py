"""Cells far from the table that make a sheet too big to hold: which block is read without them."""

from collections import Counter
from dataclasses import dataclass

from loaders.formats import cannot
from loaders.formats.grid import address
from loaders.formats.limits import FAR_COLUMNS, FAR_ROWS, MAX_CELLS
from loaders.formats.values import Values


@dataclass(frozen=True)
class Kept:
    """The block of a sheet that is read (first and last, counted from 0), and what is not."""

    rows: tuple[int, int]
    columns: tuple[int, int]
    left_out: int
    example: str

    def note(self, sheet: str) -> str:
        """The sentence an officer sees."""
        cells = "A cell" if self.left_out == 1 else f"{self.left_out:,} cells"
        block = f"{address(self.rows[0], self.columns[0])}:{address(self.rows[1], self.columns[1])}"
        such = self.example if self.left_out == 1 else f"such as {self.example}"
        return (
            f"{cells} far from the rest of “{sheet}” ({such}) could not be read; {block} was. "
            "Delete what lies outside it if it does not belong to the table."
        )


def kept(rows: Counter[int], columns: Counter[int], name: str, sheet: str) -> Kept | None:
    """The block to read of a sheet, from how many cells each row and column holds.

    None when it is within the limit as a whole. Raises ``CannotRead`` when even the block is over.
    """
    if not rows or (max(rows) + 1) * (max(columns) + 1) <= MAX_CELLS:
        return None
    high, wide = _densest(rows, FAR_ROWS), _densest(columns, FAR_COLUMNS)
    if (high[1] + 1) * (wide[1] + 1) > MAX_CELLS:
        raise cannot.too_many_cells(name, sheet, MAX_CELLS)
    far_row = max((row for row in rows if not high[0] <= row <= high[1]), default=max(rows))
    far_column = max((at for at in columns if not wide[0] <= at <= wide[1]), default=max(columns))
    outside = max(
        sum(count for row, count in rows.items() if not high[0] <= row <= high[1]),
        sum(count for at, count in columns.items() if not wide[0] <= at <= wide[1]),
    )
    return Kept(high, wide, outside, address(far_row, far_column))


def cut(rows: Values, name: str, sheet: str) -> tuple[Values, str]:
    """A sheet's rows, of any lengths, without stray cells; and the sentence, "" for none."""
    held: Counter[int] = Counter()
    across: Counter[int] = Counter()
    for number, row in enumerate(rows):
        for at, value in enumerate(row):
            if value is not None:
                held[number] += 1
                across[at] += 1
    block = kept(held, across, name, sheet)
    if block is None:
        return rows, ""
    return [row[: block.columns[1] + 1] for row in rows[: block.rows[1] + 1]], block.note(sheet)


def _densest(counts: Counter[int], gap: int) -> tuple[int, int]:
    """First and last of the stretch with most cells, between empty stretches of ``gap``."""
    runs: list[list[int]] = []
    for at in sorted(counts):
        if runs and at - runs[-1][1] <= gap:
            runs[-1][1] = at
            runs[-1][2] += counts[at]
        else:
            runs.append([at, at, counts[at]])
    first, last, _ = max(runs, key=lambda run: run[2])
    return first, last
