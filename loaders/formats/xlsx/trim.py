"""A copy of a workbook without the stray cells that make a sheet too big to hold in memory.

One cell at XFD1048576, a slip of the keyboard, makes a sheet of 17 thousand million cells. Only a
sheet over the limit comes here; what lies beyond a long empty stretch is left out, and said.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from loaders.formats import cannot
from loaders.formats.grid import address
from loaders.formats.limits import FAR_COLUMNS, FAR_ROWS, MAX_CELLS
from loaders.formats.parts import Parts
from loaders.formats.xlsx.looks import column, pieces, prefix_of

_NEEDED = ("xl/", "_rels/", "[content_types].xml")


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


def block(parts: Parts, part: str, sheet: str) -> Kept | None:
    """The block to read of a sheet that is over the limit; None when it is not, looked at closely.

    Raises ``CannotRead`` when even the block is over the limit.
    """
    rows: Counter[int] = Counter()
    columns: Counter[int] = Counter()
    with parts.open(part) as stream:
        prefix: bytes | None = None
        for piece in pieces(stream):
            prefix = prefix_of(piece) if prefix is None else prefix
            found = _filled(prefix).findall(piece)
            rows.update(int(row) - 1 for _, row in found)
            columns.update(column(letters) for letters, _ in found)
    if not rows or (max(rows) + 1) * (max(columns) + 1) <= MAX_CELLS:
        return None
    high, wide = _densest(rows, FAR_ROWS), _densest(columns, FAR_COLUMNS)
    if (high[1] + 1) * (wide[1] + 1) > MAX_CELLS:
        raise cannot.too_many_cells(parts.name, sheet, MAX_CELLS)
    far_row = max((row for row in rows if not high[0] <= row <= high[1]), default=max(rows))
    far_column = max((at for at in columns if not wide[0] <= at <= wide[1]), default=max(columns))
    outside = max(
        sum(count for row, count in rows.items() if not high[0] <= row <= high[1]),
        sum(count for at, count in columns.items() if not wide[0] <= at <= wide[1]),
    )
    return Kept(high, wide, outside, address(far_row, far_column))


def without(parts: Parts, blocks: dict[str, Kept]) -> bytes:
    """The workbook again, each of these sheets cut to its block."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part in parts:
            if part in blocks:
                with parts.open(part) as stream, archive.open(part, "w") as target:
                    target.writelines(_cut(pieces(stream), blocks[part]))
            elif part.startswith(_NEEDED) and not part.startswith(("xl/media/", "xl/drawings/")):
                archive.writestr(part, parts.read(part))
    return out.getvalue()


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


def _filled(prefix: bytes) -> re.Pattern[bytes]:
    """Cells that hold something, which a merely formatted cell does not."""
    p = re.escape(prefix)
    return re.compile(
        rb"<" + p + rb"c(?=\s)(?=[^>]*?\sr=[\"']([A-Z]{1,3})(\d{1,7})[\"'])"
        rb"[^>]*(?<!/)>(?!\s*</" + p + rb"c>)"
    )


def _cut(found: Iterable[bytes], kept: Kept) -> Iterable[bytes]:
    prefix: bytes | None = None
    for piece in found:
        if prefix is None:
            prefix = prefix_of(piece)
            cell = re.compile(
                rb"<" + re.escape(prefix) + rb"c(?=\s)(?=[^>]*?\sr=[\"']([A-Z]{1,3})(\d{1,7})[\"'])"
                rb"[^>]*?(?:/>|>.*?</" + re.escape(prefix) + rb"c>)",
                re.DOTALL,
            )

        def inside(match: re.Match[bytes]) -> bytes:
            row, at = int(match.group(2)) - 1, column(match.group(1))
            here = kept.rows[0] <= row <= kept.rows[1] and kept.columns[0] <= at <= kept.columns[1]
            return match.group(0) if here else b""

        yield cell.sub(inside, piece)
