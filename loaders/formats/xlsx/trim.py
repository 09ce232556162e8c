"""A copy of a workbook without the stray cells that make a sheet too big to hold in memory.

One cell at XFD1048576, a slip of the keyboard, makes a sheet of 17 thousand million cells. Only a
sheet over the limit comes here; what lies beyond a long empty stretch is left out, and said.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from io import BytesIO

from loaders.formats import stray
from loaders.formats.parts import Parts
from loaders.formats.stray import Kept
from loaders.formats.xlsx.looks import column, pieces, prefix_of

_NEEDED = ("xl/", "_rels/", "[content_types].xml")


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
    return stray.kept(rows, columns, parts.name, sheet)


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
