"""The ruled tables of a PDF as grids, joined over its pages.

A PDF holds lines and letters, not cells: only where lines stand around the letters can a cell be
told. Struck-out words are letters with a line through them.
"""

import io
import logging
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from loaders.formats import cannot
from loaders.formats.documents.broken import one_word, whole_rows
from loaders.formats.documents.laid import Part, TableCell, grid, joined
from loaders.formats.grid import Grid
from loaders.formats.limits import MAX_PAGES

Read = TypeVar("Read")

_LINES = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}
_LEAST = 2
"""Rows and columns that a table has at least: a box around a text is none."""
_LINES_ABOVE = 3
_STRUCK = 0.35, 0.75
"""Where a line that strikes a letter out stands, from its top (0) to its bottom (1)."""


def grids(data: bytes, name: str) -> list[Grid]:
    """Each ruled table of a PDF, one that goes on over the page joined. Raises ``CannotRead``."""
    parts = _opened(data, name, _parts)
    groups = [group for group in joined(parts) if sum(len(part.rows) for part in group) >= _LEAST]
    if not groups:
        raise cannot.no_ruled_table(name)
    return [
        grid(name, sheet, *whole_rows(group))
        for sheet, group in zip(_names(groups), groups, strict=True)
    ]


def text(data: bytes, name: str) -> list[str]:
    """The lines of text of a PDF, page after page; raises ``CannotRead``, as where it has none.

    The rows of a ruled table have "|" between their cells. What heads or ends several pages, and
    page numbers, are left out.
    """
    pages = _opened(data, name, lambda book: [_page_text(page) for page in book.pages])
    running = Counter(_plain(line) for page in pages for line in {*page[:2], *page[-2:]})
    often = max(_LEAST, len(pages) // 2) if len(pages) > _LEAST else len(pages) + 1
    out = [
        line
        for page in pages
        for at, line in enumerate(page)
        if not (
            (at < 2 or at >= len(page) - 2)
            and (
                running[_plain(line)] >= often
                or re.fullmatch(r"(?i)(?:page )?\d+(?: of \d+)?", line)
            )
        )
    ]
    if not out:
        raise cannot.no_text(name)
    return out


def _page_text(page: Any) -> list[str]:
    """The lines of a page from the top, each of its tables in its place."""
    out: list[str] = []
    top = float(page.bbox[1])
    for table in sorted(page.find_tables(_LINES), key=lambda one: one.bbox[1]):
        rows = [[" ".join((cell or "").split()) for cell in row] for row in table.extract()]
        if table.bbox[1] < top or len(rows) < _LEAST or max(map(len, rows)) < _LEAST:
            continue
        out += _between(page, top, table.bbox[1])
        out += [f"| {' | '.join(row)} |" for row in rows]
        top = float(table.bbox[3])
    out += _between(page, top, page.bbox[3])
    page.close()
    return out


def _between(page: Any, top: float, bottom: float) -> list[str]:
    if bottom - top < 1:
        return []
    said = page.within_bbox((page.bbox[0], top, page.bbox[2], bottom)).extract_text() or ""
    return [line.strip() for line in said.splitlines() if line.strip()]


def _opened(data: bytes, name: str, work: Callable[[Any], Read]) -> Read:
    """What is made of an open PDF; raises ``CannotRead`` where it cannot be opened or read."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        with pdfplumber.open(io.BytesIO(data)) as book:
            if len(book.pages) > MAX_PAGES:
                raise cannot.too_many_pages(name, len(book.pages), MAX_PAGES)
            return work(book)
    except (cannot.CannotRead, MemoryError):
        raise
    # A damaged PDF surfaces as any of Python's errors: the library has none of its own for most.
    except Exception as error:
        if any(isinstance(reason, PDFPasswordIncorrect) for reason in (error, *error.args)):
            raise cannot.locked_pdf(name) from error
        raise cannot.damaged(name) from error


def _names(groups: list[list[Part]]) -> list[str]:
    """What each table is called, by the pages it stands on."""
    names: list[str] = []
    for group in groups:
        first = group[0].places[0][0]
        last = group[-1].places[-1][0].removeprefix("Page ")
        name = (
            first if first.endswith(f" {last}") else f"{first.replace('Page', 'Pages')} to {last}"
        )
        again = sum(one == name or one.startswith(f"{name}, table ") for one in names)
        names.append(f"{name}, table {again + 1}" if again else name)
    return names


def _parts(book: Any) -> list[Part]:
    """The tables in the order of their pages, each with the lines of text above it."""
    found: list[Part] = []
    tops: list[list[str]] = []
    for number, page in enumerate(book.pages, 1):
        row, bottom = 0, 0.0
        tables = sorted(page.find_tables(_LINES), key=lambda one: (one.bbox[1], one.bbox[0]))
        tops.append(_lines(page, 0.0, tables[0].bbox[1] if tables else page.height))
        for table in tables:
            rows = _rows(page, table)
            if len(table.rows[0].cells) < _LEAST or not any(c.text for line in rows for c in line):
                continue
            places = [(f"Page {number}", row + at + 1) for at in range(len(rows))]
            found.append(Part(rows, places, _lines(page, bottom, table.bbox[1])))
            row, bottom = row + len(rows), table.bbox[3]
        # A page keeps every letter it found: of a long file that is more than the file itself.
        page.close()
    running = Counter(line for top in tops for line in {_plain(text) for text in top})
    for part in found:
        # What stands at the top of several pages is the document's name, not the table's.
        part.above = [
            line
            for line in part.above
            if running[_plain(line)] < _LEAST or part.places[0][0] == "Page 1"
        ]
    return found


def _plain(line: str) -> str:
    """A line without its numbers, so that "Page 2 of 9" is the same on each page."""
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _lines(page: Any, top: float, bottom: float) -> list[str]:
    return _between(page, max(top, page.bbox[1]), min(bottom, page.bbox[3]))[-_LINES_ABOVE:]


def _rows(page: Any, table: Any) -> list[list[TableCell]]:
    """The table's cells, each with how far it reaches to the right and down."""
    fills = [
        (rect["x0"], rect["top"], rect["x1"], rect["bottom"], colour)
        for rect in page.rects
        if rect.get("fill") and (colour := _colour(rect.get("non_stroking_color")))
    ]
    strokes = [edge for edge in page.edges if edge["orientation"] == "h"]
    lefts = sorted({cell[0] for cell in table.cells})
    tops = sorted({cell[1] for cell in table.cells})
    out = []
    for row, texts, top in zip(table.rows, table.extract(), tops, strict=True):
        cells = []
        beside = [char for char in page.chars if row.bbox[1] <= _middle(char) < row.bbox[3]]
        for text, box, left in zip(texts, row.cells, lefts, strict=True):
            if box is not None:
                wide = sum(box[0] <= edge < box[2] for edge in lefts)
                high = sum(box[1] <= edge < box[3] for edge in tops)
                own = [
                    char
                    for char in beside
                    if box[0] <= char["x0"] < box[2] and box[1] <= _middle(char) < box[3]
                ]
                found = _cell(one_word(text or "", box, own), box, own, fills, strokes)
                cells.append(replace(found, wide=wide, high=high))
            elif not any(c[0] <= left < c[2] and c[1] <= top < c[3] for c in table.cells):
                cells.append(TableCell(""))
        out.append(cells)
    return out


def _middle(char: Any) -> float:
    """Where a letter stands: its top may reach over the line above it."""
    return float(char["top"] + char["bottom"]) / 2


def _cell(
    text: str, box: Any, letters: list[Any], fills: list[Any], strokes: list[Any]
) -> TableCell:
    middle, centre = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    fill = next(
        (f[4] for f in reversed(fills) if f[0] <= middle <= f[2] and f[1] <= centre <= f[3]), ""
    )
    seen = [char for char in letters if char["text"].strip()]
    heavy = sum("bold" in str(char.get("fontname", "")).casefold() for char in seen)
    near = [edge for edge in strokes if box[1] < edge["top"] < box[3]]
    struck = sum(any(_through(edge, char) for edge in near) for char in seen) if near else 0
    enough = max(1.0, 0.9 * len(seen))
    return TableCell(text, fill=fill, struck=struck >= enough, bold=heavy >= enough)


def _through(edge: Any, char: Any) -> bool:
    """Whether a line goes through a letter: one below its middle underlines it."""
    centre = (char["x0"] + char["x1"]) / 2
    part = (edge["top"] - char["top"]) / (char["bottom"] - char["top"] or 1)
    return bool(edge["x0"] <= centre <= edge["x1"] and _STRUCK[0] < part < _STRUCK[1])


def _colour(given: Any) -> str:
    """A colour of one, three or four parts from 0 to 1 as "RRGGBB", "" for white and others."""
    parts = list(given) if isinstance(given, list | tuple) else [given]
    if not parts or not all(isinstance(part, int | float) and 0 <= part <= 1 for part in parts):
        return ""
    if len(parts) == 4:
        parts = [(1 - part) * (1 - parts[3]) for part in parts[:3]]
    elif len(parts) == 1:
        parts *= 3
    if len(parts) != 3:
        return ""
    found = "".join(f"{round(part * 255):02X}" for part in parts)
    return "" if found == "FFFFFF" else found
