"""A .csv or other delimited text as one grid: every value stays the text that was typed."""

import csv
import io
from collections import Counter, deque
from collections.abc import Iterator
from pathlib import PurePath

from loaders.formats import cannot, sniff
from loaders.formats.grid import Grid
from loaders.formats.limits import MAX_CELLS
from loaders.formats.values import Values, padded, plain

_DELIMITERS = (",", ";", "\t", "|")
_LONGEST_FIELD = 1_000_000
_MOST_UNCLOSED = 200


def grids(data: bytes, name: str) -> list[Grid]:
    """The file's one table, on a sheet named after the file."""
    text = decoded(data)
    delimiter, text = _delimiter(text)
    rows: Values = []
    cells = blank = 0
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        for row in _records(text, delimiter):
            if not any(row):
                # Kept only when something follows: a file may end in a million empty lines.
                blank += 1
                continue
            cells += blank + len(row)
            if cells > MAX_CELLS:
                raise cannot.too_many_cells(name, "", MAX_CELLS)
            rows.extend([] for _ in range(blank))
            rows.append([*row])
            blank = 0
    except csv.Error as error:
        raise cannot.damaged(name) from error
    if max(map(len, rows), default=0) * len(rows) > MAX_CELLS:
        raise cannot.too_many_cells(name, "", MAX_CELLS)
    return [Grid(PurePath(name).stem, padded(plain(rows)))]


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows of a text. A quotation mark that nothing closes is one of the words.

    Without that it would take every row below it into one cell.
    """
    lines = io.StringIO(text, newline="")
    back: deque[str] = deque()
    own: list[str] = []  # the lines of the row that is being read

    def given() -> Iterator[str]:
        while line := back.popleft() if back else lines.readline():
            own.append(line)
            yield line

    unclosed = 0
    while True:
        for row in csv.reader(given(), delimiter=delimiter):
            if len(own) > 1 and unclosed < _MOST_UNCLOSED and not _closed(own, delimiter):
                break
            own.clear()
            yield row
        else:
            return
        unclosed += 1
        back.extendleft(reversed(own[1:]))
        yield next(csv.reader(own[:1], delimiter=delimiter, quoting=csv.QUOTE_NONE))
        own.clear()


def _closed(lines: list[str], delimiter: str) -> bool:
    """Whether each quotation mark that opens a field has one at the field's end."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return False
    return True


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8, -16 or -32 with or without a mark, else Windows' Western."""
    wide = sniff.wide(data)
    if wide:
        return data.decode(wide, "replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Excel in Britain writes a plain "CSV" in this; five of its bytes stand for nothing.
        return data.decode("cp1252", "replace")


def _delimiter(text: str) -> tuple[str, str]:
    """What parts the fields, and the text to read: Excel's own first line "sep=;" is dropped."""
    if text[:4].lower() == "sep=" and text[5:6] in ("\r", "\n"):
        return text[4], text[5:].lstrip("\r\n")
    sample = text[:50_000]
    best, most = ",", 0.0
    for candidate in _DELIMITERS:
        try:
            rows = list(csv.reader(io.StringIO(sample, newline=""), delimiter=candidate))[:60]
        except csv.Error:
            continue
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if not widths:
            continue
        width, often = widths.most_common(1)[0]
        # Rows that agree on a width tell more than how wide they are.
        score = often / len(rows) * 10 + min(width, 30) / 30
        if score > most:
            best, most = candidate, score
    return best, text
