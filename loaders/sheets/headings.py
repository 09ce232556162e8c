"""A row of headings: its cells, the rows it is spread over and the groups above it."""

from dataclasses import dataclass

from loaders.cells.readers import shown
from loaders.sheets.page import Page, is_period, is_text

LONG = 70
"""More letters than a heading has."""
RUN = 3
"""So many bare dates, months or numbers in a row are a time axis, not headings."""
SAMPLE = 25
"""So many filled rows below the headings are looked at."""


@dataclass(frozen=True)
class Header:
    """The headings of one table; see ``find.Found`` for the fields they share."""

    first: int
    last: int
    columns: tuple[int, ...]
    ends: tuple[int, ...]
    headings: tuple[str, ...]
    groups: tuple[str, ...]
    across: tuple[tuple[int, object], ...]
    likeness: float = 0.0


def header_at(page: Page, row: int, bottom: int, left: int, right: int) -> Header | None:
    """The headings that a row would hold, or None when it cannot be a row of headings."""
    cells = [(c, v) for c, v in page.cells(row) if left <= c <= right]
    cells, across = _split(page, row, _connected(page, row, bottom, cells))
    if across and not cells and row:
        return _under_years(page, row, left, across)
    least = 1 if across else 2
    if sum(is_text(value) for _, value in cells) < max(least, 0.7 * len(cells)):
        return None
    leaves = _leaves(page, row, bottom, cells)
    last = row + 1 if leaves else max(page.span(row, column)[0] for column, _ in cells)
    if leaves:
        cells = leaves
    elif last > row + 3:
        return None
    above = _above(page, row, left, cells, across)
    first = row - 1 if above is not None else row
    if above:
        cells = above
    if not across and last > row:
        across = _across_below(page, last, cells)
        cells = [(c, v) for c, v in cells if c not in {column for column, _ in across}]
    columns = tuple(column for column, _ in cells)
    ends = _ends(page, row, columns, across)
    return Header(
        first,
        last,
        columns,
        ends,
        # As typed: an answer that says which heading was meant must match it.
        tuple(value if isinstance(value, str) else shown(value) for _, value in cells),
        _groups(page, first, row if above is not None else last, columns),
        across,
    )


def _under_years(
    page: Page, row: int, left: int, across: tuple[tuple[int, object], ...]
) -> Header | None:
    """Headings that stand one row above a time axis: "Indicator" and 2024, with "Oct" below it."""
    own = [(c, v) for c, v in page.cells(row - 1) if left <= c < across[0][0]]
    if not own or not all(is_text(v) and len(str(v)) <= LONG for _, v in own):
        return None
    columns = tuple(c for c, _ in own)
    return Header(
        row - 1,
        row,
        columns,
        _ends(page, row - 1, columns, across),
        tuple(str(v) for _, v in own),
        tuple("" for _ in own),
        across,
    )


def _connected(
    page: Page, row: int, bottom: int, cells: list[tuple[int, object]]
) -> list[tuple[int, object]]:
    """The cells up to the first gap that parts two tables standing side by side."""
    for place in range(1, len(cells)):
        before, here = cells[place - 1][0], cells[place][0]
        edge = max(page.span(row, before)[1], before)
        if here - edge > 1 and _parted(page, row, bottom, cells, place, edge + 1, here):
            return cells[:place]
    return cells


def _parted(
    page: Page,
    row: int,
    bottom: int,
    cells: list[tuple[int, object]],
    place: int,
    gap: int,
    here: int,
) -> bool:
    """Whether an unheaded gap in the headings is empty below too, between unlike halves."""
    below = page.next_filled(row, SAMPLE, bottom)
    if any(page.at(r, c) is not None for r in below[:12] for c in range(gap, here)):
        return False
    lefts = {column for column, _ in cells[:place]}
    rights = {column for column, _ in cells[place:]}
    on_left = {r for r in below if any(page.at(r, c) is not None for c in lefts)}
    on_right = {r for r in below if any(page.at(r, c) is not None for c in rights)}
    names = {shown(value).casefold() for _, value in cells[:place]}
    again = sum(shown(value).casefold() in names for _, value in cells[place:])
    if len(rights) > 1 and again >= 0.5 * len(rights):
        return True
    if not on_left or not on_right:
        return here - gap >= 1 and bool(on_left or on_right)
    return len(on_left & on_right) < 0.7 * max(len(on_left), len(on_right))


def _split(
    page: Page, row: int, cells: list[tuple[int, object]]
) -> tuple[list[tuple[int, object]], tuple[tuple[int, object], ...]]:
    """The headings proper, and a run of bare periods that is a time axis."""
    best: tuple[int, int] = (0, 0)
    start = 0
    for place in range(len(cells) + 1):
        if place < len(cells) and is_period(cells[place][1]):
            continue
        if place - start > best[1] - best[0]:
            best = (start, place)
        start = place + 1
    if best[1] - best[0] < RUN:
        return cells, ()
    return cells[: best[0]] + cells[best[1] :], tuple(cells[best[0] : best[1]])


def _leaves(
    page: Page, row: int, bottom: int, cells: list[tuple[int, object]]
) -> list[tuple[int, object]]:
    """The second row of headings under merged ones, joined with those that reach down."""
    wide = {c: page.span(row, c)[1] for c, _ in cells if page.span(row, c)[1] > c}
    below = page.cells(row + 1) if row + 1 <= bottom else []
    if not wide or len(below) < 2 or any(str(v).strip().endswith(":") for _, v in cells):
        return []
    under = [(c, v) for c, v in below if any(first <= c <= last for first, last in wide.items())]
    texts = [v for _, v in under if is_text(v) and len(str(v)) <= LONG]
    if len(texts) < max(2, 0.8 * len(under)):
        return []
    others = [(c, v) for c, v in below if (c, v) not in under]
    single = {c for c, _ in cells if c not in wide}
    if any(c in single and page.span(row, c)[0] == row for c, _ in others):
        return []  # the row fills plain columns too: it is the first record
    deeper = page.next_filled(row + 1, 5, bottom)
    again = {shown(page.at(r, c)).casefold() for r in deeper for c, _ in under if page.at(r, c)}
    if sum(shown(v).casefold() in again for v in texts) >= 0.5 * len(texts):
        return []  # the same words go on below: they are values, not headings
    kept = [
        (c, v) for c, v in cells if c not in wide or not any(c <= u <= wide[c] for u, _ in under)
    ]
    return sorted(kept + under + [(c, v) for c, v in others if c not in single])


def _above(
    page: Page,
    row: int,
    left: int,
    cells: list[tuple[int, object]],
    across: tuple[tuple[int, object], ...],
) -> list[tuple[int, object]] | None:
    """The headings with those of a row of groups above; None when there is no such row.

    A row of groups has at least two short texts within the table, none of them at odds with the
    headings below: each stands over several columns, or over one that has no heading of its own.
    """
    if row == 0:
        return None
    first, last = cells[0][0], max([cells[-1][0], *(c for c, _ in across)])
    over = [(c, v) for c, v in page.cells(row - 1) if c >= left]
    inside = [(c, v) for c, v in over if first <= c <= last]
    if len(inside) != len(over) or len(inside) < 2 or len(inside) > len(cells) + len(across):
        return None
    if not all(
        is_text(v) and len(str(v)) <= LONG and not str(v).strip().endswith(":") for _, v in inside
    ):
        return None
    headed = {c for c, _ in cells} | {c for c, _ in across}
    lone = [(c, v) for c, v in inside if c not in headed]
    starts = [c for c, _ in inside]
    widths = [
        max(page.span(row - 1, c)[1] + 1, starts[i + 1] if i + 1 < len(starts) else last + 1) - c
        for i, c in enumerate(starts)
    ]
    grouping = sum(width > 1 for width in widths)
    if grouping + len(lone) < 0.6 * len(inside) or not grouping:
        return None
    down = [(c, v) for c, v in lone if page.span(row - 1, c)[1] == c]
    return sorted(cells + down)


def _across_below(
    page: Page, last: int, cells: list[tuple[int, object]]
) -> tuple[tuple[int, object], ...]:
    """A time axis in the lower row of headings that are merged over two."""
    below = [(c, v) for c, v in page.cells(last) if is_period(v)]
    headed = {column for column, _ in cells} & {column for column, _ in below}
    return tuple(below) if len(below) >= RUN and len(headed) <= 1 else ()


def _ends(
    page: Page, row: int, columns: tuple[int, ...], across: tuple[tuple[int, object], ...]
) -> tuple[int, ...]:
    """The last column each heading stands over, where it is merged over several."""
    starts = sorted({*columns, *(column for column, _ in across)})
    ends = []
    for column in columns:
        after = next((start for start in starts if start > column), page.width)
        ends.append(min(max(page.span(row, column)[1], column), after - 1))
    return tuple(ends)


def _groups(page: Page, first: int, leaf: int, columns: tuple[int, ...]) -> tuple[str, ...]:
    """For each column the group it stands under in the first row of headings, or ""."""
    if first == leaf:
        return tuple("" for _ in columns)
    named = [(column, shown(value)) for column, value in page.cells(first)]
    groups = []
    for column in columns:
        over = [(start, text) for start, text in named if start <= column]
        start, text = over[-1] if over else (column, "")
        own = page.span(first, start)[1]
        reaches = own >= column or own == start
        groups.append(text if reaches and page.at(leaf, column) is not None else "")
    return tuple(groups)
