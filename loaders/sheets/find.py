"""The tables on a sheet: where the headings are, and where the rows under them end."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from loaders.cells.readers import shown
from loaders.sheets.extent import ending
from loaders.sheets.headings import Header, header_at
from loaders.sheets.looks import in_order, likeness
from loaders.sheets.page import Page
from loaders.sheets.spelling import normal
from loaders.sheets.stacked import stacked

CANDIDATES = 60
"""Rows of a sheet's start that may be headings, however they look."""
MORE_CANDIDATES = 300
"""Rows further down that follow a gap or a lone title, which may be headings too."""
TOLD, SURE, GOOD = 0.5, 2.3, 3.0
"""How much like headings the best row of a sheet must look, and any further table's."""
MOST_TABLES = 80
"""Each further table costs another look at the rest of the sheet; nobody's plan holds as many."""


@dataclass(frozen=True)
class Found:
    """One table on a sheet, rows and columns counted from 0.

    ``columns`` are the columns of the ``headings``, ``ends`` the last column each stands over.
    ``groups`` is the heading above, where two rows of headings share a group. ``across`` are
    columns headed by a bare date, month or number. ``rows`` are the filled rows under the
    headings, whatever they turn out to be. ``title`` is the line above, ``likeness`` how much the
    headings look like headings.
    """

    sheet: str
    heading_rows: tuple[int, int]
    columns: tuple[int, ...]
    ends: tuple[int, ...]
    headings: tuple[str, ...]
    groups: tuple[str, ...]
    across: tuple[tuple[int, object], ...]
    rows: tuple[int, ...]
    title: str
    likeness: float
    like: tuple[str, int] = ("", 0)
    """The sheet and its first table with these headings: the same for tables in several parts."""
    dated: tuple[str, ...] = ()
    """The headings with the year of those that are months alone; none where nothing was added."""
    when: tuple[date, str] | None = None
    """The date that the lines above it, or its sheet's name, give all its figures; and the text."""
    repeats_headings: bool = False
    """Whether another table of the sheet has the same headings."""

    @property
    def heads(self) -> tuple[str, ...]:
        """The headings as they are read: with their year, where one was found for them."""
        return self.dated or self.headings


def tables(page: Page, least: float = SURE) -> list[Found]:
    """Every table on a sheet, from top to bottom and left to right; at most ``MOST_TABLES``.

    ``least`` is how much like headings the best row must look: ``TOLD`` for a sheet that is known
    to hold a table.
    """
    if not page.height:
        return []
    found = sorted(
        islice(_search(page, 0, page.height - 1, 0, page.width - 1, least), MOST_TABLES),
        key=lambda one: (one.heading_rows, one.columns),
    )
    names = [frozenset(map(normal, one.headings)) for one in found]
    alike = [
        next(place for place, other in enumerate(names) if _alike(own, other)) for own in names
    ]
    return [
        replace(one, like=(one.sheet, first), repeats_headings=alike.count(first) > 1)
        for one, first in zip(found, alike, strict=True)
    ]


def _alike(own: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two tables have the same headings, but for a section's name among them."""
    return own == other or len(own & other) >= max(2, 0.6 * len(own | other))


def _search(
    page: Page, top: int, bottom: int, left: int, right: int, least: float
) -> Iterator[Found]:
    """The best table of a rectangle, then those above, below and beside it."""
    header = _best(page, top, bottom, left, right, least)
    if header is None:
        return
    rows, last = ending(page, header, bottom)
    beside = _beside(header, right)
    yield Found(
        page.grid.sheet,
        (header.first, header.last),
        header.columns,
        header.ends,
        header.headings,
        header.groups,
        header.across,
        tuple(rows),
        _title(page, header, top),
        header.likeness,
    )
    if header.first - top >= 3:
        yield from _search(page, top, header.first - 1, left, right, GOOD)
    for first, end in beside:
        yield from _search(page, header.first, last, first, end, SURE)
    if bottom - last >= 1:
        yield from _search(page, last + 1, bottom, left, right, least if not rows else GOOD)


def _best(page: Page, top: int, bottom: int, left: int, right: int, least: float) -> Header | None:
    """The row of a rectangle that looks most like headings, if any does."""
    best: Header | None = None
    most = 0.0
    for order, row in enumerate(_candidates(page, top, bottom, left, right)):
        header = _header(page, row, bottom, left, right)
        if header is None:
            continue
        like = in_order(page, header, order)
        if like >= least and (best is None or like > most):
            best, most = header, like
    return replace(best, likeness=most) if best else None


def _header(page: Page, row: int, bottom: int, left: int, right: int) -> Header | None:
    """The headings that a row would hold, with how like headings they are.

    Asked once for each row: the search goes on below each table that it has found, and without
    this every row would be judged again for every table above it.
    """
    key = (row, bottom, left, right)
    if key not in page.judged:
        header = header_at(page, row, bottom, left, right)
        deeper = stacked(page, row, bottom, left, right)
        if deeper and (header is None or deeper.last > header.last):
            header = deeper
        page.judged[key] = likeness(page, header, bottom) if header else None
    judged: Header | None = page.judged[key]
    return judged


def _candidates(page: Page, top: int, bottom: int, left: int, right: int) -> list[int]:
    """Rows that may be headings: all near the top, further down those that follow a gap."""
    whole = left == 0 and right == page.width - 1
    found: list[int] = []
    seen, before = 0, 0
    for row in range(top, bottom + 1):
        count = page.counts[row]
        if count >= 2 and (seen < CANDIDATES or before <= 1):
            inside = count if whole else sum(left <= c <= right for c, _ in page.cells(row))
            if inside >= 2:
                found.append(row)
        seen += count > 0
        before = count
        if len(found) >= MORE_CANDIDATES:
            break
    return found


def _beside(header: Header, right: int) -> list[tuple[int, int]]:
    """The columns right of a table, where another may stand."""
    edge = max([*header.ends, *(column for column, _ in header.across)]) + 1
    return [(edge, right)] if right - edge >= 1 else []


def _title(page: Page, header: Header, top: int) -> str:
    """The line above the headings, when it stands alone in its row."""
    for row in range(header.first - 1, max(top, header.first - 4) - 1, -1):
        cells = page.cells(row)
        if len(cells) == 1 and isinstance(cells[0][1], str):
            return shown(cells[0][1])
        if cells:
            return ""
    return ""
