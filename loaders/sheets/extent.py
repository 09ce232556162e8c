"""Where a table ends: blank rows, notes and totals under it, or the headings of the next."""

import re
from operator import itemgetter

from loaders.cells.readers import shown
from loaders.sheets.headings import Header
from loaders.sheets.page import Page, is_text
from loaders.sheets.spelling import normal

NOTE = re.compile(
    r"^(?:[*†‡©]|\(c\)|copyright\b|"
    r"(?:foot)?(?:notes?|nb|n\.b\.?|source|sources|key|legend|total|totals|average)\s*(?:[:;.–—-]|$)|"
    r"(?:grand |sub[- ]?)totals?\b|"
    r"(?:version|last updated|updated|printed|page|as at)\s*[:\d]|last updated\b|printed on\b|"
    r"end of (?:the )?(?:table|sheet|list|log|plan|report|document)\b|"
    r"(?:prepared|compiled|produced) by\b|for (?:more|further) information\b)",
    re.IGNORECASE,
)
"""How a line under a table begins that is no record: a label, not a sentence of what to do."""
SAMPLE = 25
LONG = 90
"""A lone text of up to so many letters is as long as a record's may be."""
MOST_LONE = 300
LOOK_AHEAD = 4
"""So many lone lines may stand before the records of the next section."""


def ending(page: Page, header: Header, bottom: int) -> tuple[list[int], int]:
    """The filled rows of a table, and the last row that belongs to it."""
    spans = list(zip(header.columns, header.ends, strict=True))
    names = {normal(heading) for heading in header.headings}
    rows: list[int] = []
    gap = False
    last = header.last
    typical = _typical(page, header, bottom)
    counts: list[int] = []
    columns, enough = header.columns, max(3.0, 0.5 * len(header.columns))
    verbatim = set(header.headings)
    probes = header.columns[:3]
    under = itemgetter(*columns, *columns[:1])
    for row in range(header.last + 1, bottom + 1):
        count = page.counts[row]
        if not count:
            gap = True
            continue
        line = page.lines[row]
        if count > 3 and not gap and len(columns) - under(line)[:-1].count(None) > enough:
            # Nearly every row of a long table comes this way, so it is told apart by little.
            if any(line[c] in verbatim for c in probes) and _again(page, row, names, header):
                break
            rows.append(row)
            if len(counts) < SAMPLE:
                counts.append(count)
            last = row
            continue
        held = _held(page, row, spans)
        if not held:
            continue  # something beside the table
        if _again(page, row, names, header):
            break
        if len(counts) >= 2:
            typical = sorted(counts)[len(counts) // 2]
        if not _belongs(page, row, held, header, typical, gap, bottom, names, rows):
            break
        rows.append(row)
        if len(counts) < SAMPLE:
            counts.append(len(held))
        last = row
        gap = False
    return rows, last


def _held(page: Page, row: int, spans: list[tuple[int, int]]) -> list[int]:
    """Which of the table's columns, by place, hold something in a row."""
    filled = {column for column, _ in page.cells(row)}
    return [
        place
        for place, (first, end) in enumerate(spans)
        if any(column in filled for column in range(first, end + 1))
    ]


def _typical(page: Page, header: Header, bottom: int) -> float:
    """How many of the columns a row of this table usually fills."""
    spans = list(zip(header.columns, header.ends, strict=True))
    counts = sorted(
        len(_held(page, row, spans)) for row in page.next_filled(header.last, 12, bottom)
    )
    return float(counts[(2 * len(counts)) // 3]) if counts else 0.0


def _again(page: Page, row: int, names: set[str], header: Header) -> bool:
    """Whether a row is the headings once more, in full or but for a section's name."""
    cells = page.cells(row)
    first = header.columns[0]
    same = sum(isinstance(v, str) and normal(v) in names for _, v in cells if _ >= first)
    return same >= 2 and same >= 0.6 * len(names)


def _belongs(
    page: Page,
    row: int,
    held: list[int],
    header: Header,
    typical: float,
    gap: bool,
    bottom: int,
    names: set[str],
    rows: list[int],
) -> bool:
    """Whether a row is one of the table's, rather than what stands under it."""
    count = len(held)
    text = shown(page.at(row, header.columns[held[0]]) or "")
    if count <= 2 and NOTE.match(text):
        return _resumes(page, row, header, typical, bottom, names, near=True)
    column = header.columns[held[0]]
    if gap and page.span(row, column)[1] > header.ends[held[0]]:
        # A label merged over columns that have headings of their own: a total, a signature.
        return _resumes(page, row, header, typical, bottom, names, near=False)
    if gap and len(held) <= 0.6 * len(header.columns) and _unlike(page, row, held, header, rows):
        return False
    enough = max(2.0, 0.45 * typical) if gap else 1.0
    lone = count == 1 and len(header.columns) > 2
    if count >= enough and not lone:
        return True
    if lone and not gap and _is_record(page, row, held[0], header, bottom):
        return True
    return _resumes(page, row, header, typical, bottom, names, near=False)


def _unlike(page: Page, row: int, held: list[int], header: Header, rows: list[int]) -> bool:
    """Whether a row after a gap holds words where the table holds numbers, or numbers for words."""
    for place in held:
        column = header.columns[place]
        values = [page.at(r, column) for r in rows[-20:]]
        kinds = [is_text(value) for value in values if value is not None]
        if kinds and is_text(page.at(row, column)) != (sum(kinds) > 0.5 * len(kinds)):
            return True
    return False


def _is_record(page: Page, row: int, place: int, header: Header, bottom: int) -> bool:
    """Whether a lone text stands in the column that every record fills, and reads like one."""
    column = header.columns[place]
    value = page.at(row, column)
    if not is_text(value) or page.span(row, column)[1] > header.ends[place]:
        return False
    around = [r for r in range(max(header.last + 1, row - 8), row) if page.counts[r]]
    around = around or _first_below(page, row, header, bottom)
    if not around:
        # Nothing but lone texts: records that have no owner or date yet, if they stand in a
        # column of their own. In the first column they may be notes on an empty form.
        return place > 0 and len(shown(value)) <= LONG
    filled = [page.at(r, column) for r in around]
    lengths = [len(shown(v)) for v in filled if v is not None]
    alike = len(shown(value)) <= max(3 * max(lengths, default=0), LONG)
    return len(lengths) >= 0.8 * len(around) and alike


def _first_below(page: Page, row: int, header: Header, bottom: int) -> list[int]:
    """The rows straight below a lone first one, down to the first that fills more columns.

    None where no such row comes before a gap.
    """
    below: list[int] = []
    for number in range(row + 1, min(bottom, row + MOST_LONE) + 1):
        if not page.counts[number]:
            break
        below.append(number)
        held = sum(page.at(number, c) is not None for c in header.columns)
        if held >= max(2, 0.5 * len(header.columns)):
            return below
    return []


def _resumes(
    page: Page,
    row: int,
    header: Header,
    typical: float,
    bottom: int,
    names: set[str],
    *,
    near: bool,
) -> bool:
    """Whether records go on after a lone line: it is then a section's title or a subtotal."""
    spans = list(zip(header.columns, header.ends, strict=True))
    ahead = page.next_filled(row, LOOK_AHEAD, bottom)
    for next_row in ahead:
        if _again(page, next_row, names, header):
            return False
        if near and next_row > row + 1 and not page.counts[next_row - 1]:
            return False
        held = _held(page, next_row, spans)
        if len(held) >= max(2.0, 0.45 * typical):
            column = header.columns[held[0]]
            wide = page.span(next_row, column)[1] > header.ends[held[0]]
            return not wide and not NOTE.match(shown(page.at(next_row, column) or ""))
    return False
