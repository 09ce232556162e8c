"""Headings over two or three rows: groups, what they are parted into, and parts of those.

Files often leave the cells of a group blank beside its name where others merge them; both are read.
"""

from collections.abc import Sequence

from loaders.sheets.headings import LONG, Header
from loaders.sheets.page import Page, is_text
from loaders.sheets.spelling import sounds_like_heading

MOST_ROWS = 3
AHEAD = 5
"""So many rows under the headings are looked at."""
Level = dict[int, str]
"""The texts of one row of headings by column."""


def stacked(page: Page, row: int, bottom: int, left: int, right: int) -> Header | None:
    """The headings that begin in a row and go on in the next one or two; None where none do."""
    top = _level(page, row, left, right)
    if len(top) < 2:
        return None
    levels = [top]
    while len(levels) < MOST_ROWS and row + len(levels) <= bottom:
        below = _level(page, row + len(levels), left, right)
        if not _goes_on(page, row, levels, below, bottom):
            break
        levels.append(below)
    if len(levels) < 2:
        return None
    columns = tuple(sorted({column for level in levels for column in level}))
    return Header(
        row,
        row + len(levels) - 1,
        columns,
        columns,
        tuple(_heading(page, row, levels, column) for column in columns),
        tuple(_group(page, row, levels, column) for column in columns),
        (),
    )


def _level(page: Page, row: int, left: int, right: int) -> Level:
    """The texts of a row, none where it holds anything that no heading would."""
    cells = [(column, value) for column, value in page.cells(row) if left <= column <= right]
    texts = {column: str(value) for column, value in cells if is_text(value)}
    plain = all(len(text) <= LONG and not text.strip().endswith(":") for text in texts.values())
    return texts if plain and len(texts) == len(cells) else {}


def _reach(page: Page, row: int, level: Level, column: int) -> int:
    """The last column that a heading stands over: merged, or blank up to the next."""
    merged = page.span(row, column)[1]
    after = min((other for other in level if other > column), default=page.width)
    return merged if merged > column else after - 1


def _over(page: Page, row: int, level: Level, column: int) -> int | None:
    """The heading of a row under which a column stands, by its column."""
    start = max((other for other in level if other <= column), default=None)
    return start if start is not None and column <= _reach(page, row, level, start) else None


def _goes_on(page: Page, row: int, levels: Sequence[Level], below: Level, bottom: int) -> bool:
    """Whether the next row parts the headings above it, and is no record."""
    at = row + len(levels) - 1
    wide = [column for column in below if _parted(page, row, levels, column)]
    named = {column for level in levels for column in level}
    # A heading of one column is not parted: what stands under it is the first record. Only a part
    # of a group may have its own name again below it: "Revised" over "Finish".
    whole = [column for column in below if column in levels[0] and column not in wide]
    if len(wide) < 2 or whole or (len(levels) == 1 and named & below.keys() - {*wide}):
        return False
    rows = page.next_filled(at + 1, AHEAD, bottom)
    again = [
        column
        for column, text in below.items()
        if any(page.at(other, column) == text for other in rows)
    ]
    if 2 * len(again) >= len(below):
        return False
    kept = [column for column in named if column not in below and _filled(page, rows, column)]
    if kept:
        return True
    merged = any(page.span(at, column)[1] > column for column in levels[-1])
    sounds = sum(sounds_like_heading(text) for text in below.values())
    return merged and sounds >= 0.5 * len(below)


def _parted(page: Page, row: int, levels: Sequence[Level], column: int) -> bool:
    """Whether a column stands under a heading that is over several, the nearest one above it."""
    for number in reversed(range(len(levels))):
        start = _over(page, row + number, levels[number], column)
        if start is not None and (start == column or column not in levels[number]):
            return _reach(page, row + number, levels[number], start) > start
    return False


def _filled(page: Page, rows: Sequence[int], column: int) -> bool:
    return sum(page.at(row, column) is not None for row in rows) >= 0.5 * len(rows) > 0


def _lowest(levels: Sequence[Level], column: int) -> int:
    return max(number for number, level in enumerate(levels) if column in level)


def _heading(page: Page, row: int, levels: Sequence[Level], column: int) -> str:
    """A column's own heading, after those between it and its group: "Planned" and "Finish"."""
    lowest = _lowest(levels, column)
    between = []
    for number in range(1, lowest):
        start = _over(page, row + number, levels[number], column)
        if start is not None:
            between.append(levels[number][start].strip())
    return " ".join([*between, levels[lowest][column]])


def _group(page: Page, row: int, levels: Sequence[Level], column: int) -> str:
    start = _over(page, row, levels[0], column) if _lowest(levels, column) else None
    return "" if start is None else " ".join(levels[0][start].split())
