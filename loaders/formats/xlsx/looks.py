"""How a sheet of an .xlsx looks, read from its XML as it streams past.

Parsing 100,000 rows of sheet XML takes Python twenty seconds; finding the few telling cells in
its bytes takes a third of one. The tags looked for are those that Excel, LibreOffice, Google and
the libraries write; what a stranger writer hides from here is only the look of a cell, never
its value, which calamine reads.
"""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import IO

from loaders.formats.grid import Cell
from loaders.formats.limits import MAX_LOOKS
from loaders.formats.xlsx.styles import Styles

Styled = tuple[Cell, int]
"""A cell and the number of its style."""

_PIECE = 4_000_000
_SAMPLE = 20_000
_ADDRESS = re.compile(rb"([A-Z]{1,3})(\d{1,7})")
_FILTER = re.compile(
    rb"<(?:[\w.-]+:)?autoFilter\s[^>]*?\bref=[\"'][A-Z$]{1,5}(\d{1,7}):[A-Z$]{1,5}(\d{1,7})[\"'][^>]*>"
    rb"\s*<(?:[\w.-]+:)?filterColumn\s"
)
"""A filter with a condition on one of its columns; its first row holds the headings."""
_MOST_FILTERS = 20
_LONGEST = 64_000_000


@dataclass
class Look:
    """What was seen of one sheet besides its values. Rows and columns count from 0."""

    fills: dict[Cell, str] = field(default_factory=dict)
    struck: set[Cell] = field(default_factory=set)
    bold: set[Cell] = field(default_factory=set)
    uncomputed: set[Cell] = field(default_factory=set)
    errors: dict[Cell, str] = field(default_factory=dict)
    numbers: "array[int]" = field(default_factory=lambda: array("I"))
    """Row, column and style, one after the other, of each cell with a number's format."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    filters: list[range] = field(default_factory=list)
    """The rows under each filter that is on."""
    last_row: int = 0
    last_column: int = 0
    full: bool = False
    """Whether there were more telling cells than are kept."""


@cache
def tags(prefix: bytes) -> dict[str, re.Pattern[bytes]]:
    """The patterns for a sheet whose elements carry a namespace prefix (b"" or b"x:")."""
    p = re.escape(prefix)
    cell = rb"<" + p + rb"c(?=\s)"
    at = rb"(?=[^>]*?\sr=[\"']([A-Z]{1,3})(\d{1,7})[\"'])"
    formula = (
        rb"<" + p + rb"f(?:\s[^>]*)?(?:/>|>[^<]*</" + p + rb"f>)"
        rb"\s*(?:<" + p + rb"v\s*/>|<" + p + rb"v>\s*</" + p + rb"v>)?\s*</" + p + rb"c>"
    )
    return {
        "row": re.compile(rb"<" + p + rb"row(?=\s)(?=[^>]*?\sr=[\"'](\d{1,7})[\"'])[^>]*>"),
        "hidden row": re.compile(
            rb"<" + p + rb"row(?=\s)(?=[^>]*?\shidden=[\"'](?:1|true)[\"'])"
            rb"[^>]*?\sr=[\"'](\d{1,7})[\"']"
        ),
        "hidden columns": re.compile(
            rb"<" + p + rb"col(?=\s)(?=[^>]*?\shidden=[\"'](?:1|true)[\"'])"
            rb"(?=[^>]*?\smin=[\"'](\d{1,5})[\"'])[^>]*?\smax=[\"'](\d{1,5})[\"']"
        ),
        "uncomputed": re.compile(
            cell + at + rb"(?![^>]*?\st=[\"']str[\"'])[^>]*(?<!/)>\s*" + formula
        ),
        "error": re.compile(
            cell + at + rb"(?=[^>]*?\st=[\"']e[\"'])[^>]*(?<!/)>"
            rb"(?:(?!</" + p + rb"c>).){0,4000}?<" + p + rb"v>([^<]{1,20})<",
            re.DOTALL,
        ),
        "columns": re.compile(cell + rb"(?=[^>]*?\sr=[\"']([A-Z]{1,3})\d)[^>]*(?<!/)>"),
        "plain far": re.compile(rb"<" + p + rb'c r="[A-Z]{2}'),
        "far": re.compile(rb"<" + p + rb"c\s[^>]*?\br=[\"'][A-Z]{2}"),
    }


def _styled(prefix: bytes, piece: bytes, plain: bool, telling: frozenset[int]) -> Iterator[Styled]:
    """The cells of a piece that have any of these styles, each with its style."""
    one_of = b"|".join(str(number).encode() for number in sorted(telling, reverse=True))
    start = b"<" + prefix + b"c"
    if not plain:
        at = rb"(?=\s)(?=[^>]*?\sr=[\"']([A-Z]{1,3})(\d{1,7})[\"'])"
        style = rb"[^>]*?\ss=[\"'](" + one_of + rb")[\"']"
        for found in re.finditer(re.escape(start) + at + style, piece):
            yield _cell(found.group(1), found.group(2)), int(found.group(3))
        return
    # Looking for the style and then back for the address passes over cells without a style.
    start += b' r="'
    for found in re.finditer(rb'" s="(' + one_of + rb')"', piece):
        at_style = found.start()
        head = piece.rfind(start, max(at_style - len(start) - 10, 0), at_style)
        address = _ADDRESS.fullmatch(piece, head + len(start), at_style) if head >= 0 else None
        if address is not None:
            yield _cell(address.group(1), address.group(2)), int(found.group(1))


def _is_plain(prefix: bytes, piece: bytes) -> bool:
    """Whether cells are written as nearly every writer does: address first, style next.

    What holds for the first cells of a piece holds for all: one program wrote them.
    """
    start = b"<" + re.escape(prefix) + rb"c\s"
    sample = piece[:_SAMPLE]
    cells = re.findall(start + rb"[^>]*>", sample)
    usual = re.compile(start + rb'r="[A-Z]+\d+"(?: s="\d+")?(?![^>]*\ss=)[^>]*>')
    return all(usual.fullmatch(cell) for cell in cells)


def pieces(stream: IO[bytes], size: int = _PIECE) -> Iterator[bytes]:
    """A sheet's bytes in pieces that each end where a row begins, whatever the prefix."""
    rest = b""
    while block := stream.read(size):
        rest += block
        starts = [rest.rfind(b"<row"), rest.rfind(b":row")]
        cut = rest.rfind(b"<", 0, max(starts) + 1)
        if cut > 0:
            yield rest[:cut]
            rest = rest[cut:]
        elif len(rest) > _LONGEST:
            yield rest
            rest = b""
    yield rest


def prefix_of(head: bytes) -> bytes:
    """The namespace prefix of a sheet's elements, from its first bytes."""
    found = re.search(rb"<([A-Za-z_][\w.-]*:)?worksheet[\s>]", head)
    return (found.group(1) or b"") if found else b""


def look(stream: IO[bytes], styles: Styles) -> Look:
    """Everything but the values, of one sheet."""
    seen = Look()
    prefix: bytes | None = None
    piece = b""
    for piece in pieces(stream):
        if prefix is None:
            prefix = prefix_of(piece)
        _note_piece(seen, piece, prefix, styles)
    # Filters come after the rows, so in the last piece.
    seen.filters = filters(piece)
    return seen


def filters(xml: bytes) -> list[range]:
    """The rows under each filter of a sheet's or a table's XML that leaves any of them out."""
    found = islice(_FILTER.finditer(xml), _MOST_FILTERS)
    return [range(int(one[1]), int(one[2])) for one in found]


def _note_piece(seen: Look, piece: bytes, prefix: bytes, styles: Styles) -> None:
    tag = tags(prefix)
    # Rows come in order: the last of a piece is its highest.
    last_row = tag["row"].search(piece, max(piece.rfind(b"<" + prefix + b"row "), 0))
    seen.last_row = max(seen.last_row, int(last_row.group(1)) if last_row else 0)
    plain = _is_plain(prefix, piece)
    if tag["plain far" if plain else "far"].search(piece):
        letters = set(tag["columns"].findall(piece))
        seen.last_column = max(seen.last_column, *(column(found) + 1 for found in letters), 26)
    else:
        seen.last_column = max(seen.last_column, 26)
    if b" hidden=" in piece:
        seen.hidden_rows.update(int(row) - 1 for row in tag["hidden row"].findall(piece))
        for first, last in tag["hidden columns"].findall(piece):
            seen.hidden_columns.append((int(first) - 1, int(last) - 1))
    if b"<" + prefix + b"f" in piece:
        for found in tag["uncomputed"].finditer(piece):
            if _room(seen, len(seen.uncomputed)):
                seen.uncomputed.add(_cell(found.group(1), found.group(2)))
    if b't="e"' in piece or (not plain and b"t='e'" in piece):
        for found in tag["error"].finditer(piece):
            if _room(seen, len(seen.errors)):
                text = found.group(3).decode("utf-8", "replace")
                seen.errors[_cell(found.group(1), found.group(2))] = text
    looks = frozenset() if seen.full else styles.looks
    if telling := looks | styles.numbers.keys():
        _note_styles(seen, _styled(prefix, piece, plain, telling), styles)


def _note_styles(seen: Look, cells: Iterator[Styled], styles: Styles) -> None:
    looks = styles.looks
    for cell, style in cells:
        if style in styles.numbers:
            seen.numbers.extend((*cell, style))
        if style not in looks or seen.full:
            continue
        if not _room(seen, len(seen.fills) + len(seen.bold) + len(seen.struck)):
            continue
        if style in styles.fills:
            seen.fills[cell] = styles.fills[style]
        if style in styles.bold:
            seen.bold.add(cell)
        if style in styles.struck:
            seen.struck.add(cell)


def _room(seen: Look, kept: int) -> bool:
    if kept >= MAX_LOOKS:
        seen.full = True
    return not seen.full


@cache
def column(letters: bytes) -> int:
    """The column of its letters, counted from 0: b"AB" is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _cell(letters: bytes, row: bytes) -> Cell:
    return int(row) - 1, column(letters)
