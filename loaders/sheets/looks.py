"""How much a row looks like headings: by its words, its dress, and what stands below it."""

from dataclasses import replace

from loaders.cells.readers import shown
from loaders.cells.spans import bare_month
from loaders.sheets.durations import months
from loaders.sheets.headings import LONG, SAMPLE, Header
from loaders.sheets.page import Page, is_text
from loaders.sheets.spelling import sounds_like_heading

GROUPS = 1.2
"""What a row has against it under which the headings proper stand."""
MONTHS_ACROSS = 0.4
"""What headings have for them that go on with a run of months: a list of values has no such run."""
FIRST = 0.25
"""What the first row of a sheet has for it when records follow."""


def likeness(page: Page, header: Header, bottom: int) -> Header:
    """The header with how much it looks like one: words, looks, and what stands below it."""
    texts = [heading.strip() for heading in header.headings]
    count = len(texts)
    below = page.next_filled(header.last, SAMPLE, bottom)
    score = 2.0 * sum(sounds_like_heading(text) for text in texts) / count
    score += min(count, 8) / 8
    score += 0.8 * _dressed(page, header, below)
    score -= 1.5 * sum(text.endswith(":") for text in texts) / count
    # Some forms explain a heading on the lines below it: only its first line must be short.
    score -= 1.2 * sum(len(text.split("\n")[0]) > LONG for text in texts) / count
    score += MONTHS_ACROSS * _over_months(header)
    # A row that says how long each course holds stands under its headings.
    score -= 1.5 * sum(months(text) is not None for text in texts) / count
    score -= 0.4 * (count - len({text.casefold() for text in texts})) / count
    score += _over(page, header, below)
    score -= GROUPS * _headings_below(page, header, bottom)
    return replace(header, likeness=score)


def _over_months(header: Header) -> bool:
    """Whether a time axis of months by name stands beside the headings."""
    return bool(header.across) and all(bare_month(value) for _, value in header.across)


def in_order(page: Page, header: Header, order: int) -> float:
    """Its likeness where it is the first, second … row that may be headings: early is likelier."""
    first = order == 0 and len(header.columns) >= 3 and _followed(page, header)
    return header.likeness + (FIRST if first else 0.0) - 0.004 * order


def _headings_below(page: Page, header: Header, bottom: int) -> bool:
    """Whether the very next row holds more headings than this one: these are then groups."""
    row = header.last + 1
    if header.last > header.first or header.across or row > bottom:
        return False
    cells = [(c, v) for c, v in page.cells(row) if c >= header.columns[0]]
    if len(cells) < max(len(header.columns) + 1, 1.3 * len(header.columns)):
        return False
    if not all(is_text(value) and len(str(value)) <= LONG for _, value in cells):
        return False
    below = page.next_filled(row, 5, bottom)
    again = sum(any(page.at(r, c) == value for r in below) for c, value in cells)
    if again >= 0.25 * len(cells):
        return False  # the same words go on below: they are values, not headings
    sounds = sum(sounds_like_heading(str(value)) >= 0.5 for _, value in cells)
    return sounds >= 0.5 * len(cells)


def _followed(page: Page, header: Header) -> bool:
    """Whether the very next row fills at least half of the columns."""
    row = header.last + 1
    return sum(page.at(row, c) is not None for c in header.columns) >= 0.5 * len(header.columns)


def _dressed(page: Page, header: Header, below: list[int]) -> float:
    """How much more the headings are bold or coloured than the row below, 0 to 1."""
    row = header.last
    here = {(row, c) for c in header.columns} | {(header.first, c) for c in header.columns}
    styles = (page.grid.bold, page.grid.fills.keys())
    own = max(
        sum((row, c) in style or (header.first, c) in style for c in header.columns)
        for style in styles
    ) / len(header.columns)
    if not here or not below:
        return own
    under = max(sum((below[0], c) in style for c in header.columns) for style in styles) / len(
        header.columns
    )
    return max(0.0, own - under)


def _over(page: Page, header: Header, below: list[int]) -> float:
    """What the rows below say: they fill the same columns, with other kinds of values."""
    columns, used, typed, again, outside = header.columns, 0, 0, 0, 0
    own = set(columns) | {c for c, _ in header.across}
    own |= {
        c for first, end in zip(columns, header.ends, strict=True) for c in range(first, end + 1)
    }
    if not below:
        return 0.0
    for column, heading in zip(columns, header.headings, strict=True):
        values = [page.at(row, column) for row in below]
        held = [value for value in values if value is not None]
        used += bool(held)
        if held:
            typed += sum(not is_text(v) for v in held) > 0.5 * len(held)
            again += any(shown(v).casefold() == heading.strip().casefold() for v in held[:15])
    edge = max(own)
    for row in below[:10]:
        cells = [c for c, _ in page.cells(row) if min(columns) <= c <= edge]
        outside += sum(c not in own for c in cells) > 0.5 * max(1, len(cells))
    share = used / len(columns)
    repeated = again / len(columns)
    score = 0.7 * share + 0.8 * typed / len(columns)
    # Headings printed again for each part of a table repeat all of themselves, values some.
    score -= 1.6 * repeated if repeated < 0.6 else 0.0
    return score - 0.8 * outside / min(10, len(below))
