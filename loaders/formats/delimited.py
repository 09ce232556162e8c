"""A .csv or other delimited text as one grid: every value stays the text that was typed.

Only a number with a decimal comma ("81,5") becomes a number, with that text.
"""

import csv
import io
import re
from collections import Counter, deque
from collections.abc import Iterator
from pathlib import PurePath

from loaders.formats import cannot, sniff
from loaders.formats.grid import Grid, letter
from loaders.formats.limits import MAX_CELLS
from loaders.formats.number_format import Formatted
from loaders.formats.values import Values, padded, plain

_DELIMITERS = (",", ";", "\t", "|")
_LONGEST_FIELD = 1_000_000
_MOST_UNCLOSED = 200
_COMMA = re.compile(r"^([-−+]?)[£€]? ?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))? ?([%€]?)$")
"""A number of the Continent's: a comma before its decimals, full stops between thousands."""
_POINT = re.compile(r"^[-−+]?£? ?(?:\d{1,3}(?:,\d{3})+(?:,\d{3}|\.\d+)|\d*\.(?!\d{3}\b)\d+) ?%?$")
"""One of Britain's that can be none of those: "1,234.5", "1,234,567", "0.25"."""


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
    values = padded(plain(rows))
    return [Grid(PurePath(name).stem, values, notes=_decimal_commas(values, delimiter))]


def _decimal_commas(values: Values, delimiter: str) -> tuple[str, ...]:
    """Puts the number for each cell that has a decimal comma, and says in which columns.

    Where semicolons part the fields one cell that can be nothing else ("81,5") tells of its
    column, and of the file's others that may be so too ("1,234"); elsewhere two of a column do.
    """
    sure: list[int] = []
    perhaps: list[int] = []
    example = ""
    for at in range(len(values[0]) if values else 0):
        texts = [row[at].strip() for row in values[1:] if isinstance(row[at], str)]  # type: ignore[attr-defined]
        found = [one for text in texts if (one := _COMMA.match(text))]
        fractions = [one for one in found if one[3]]
        if 2 * len(found) < len(texts) or not fractions or any(map(_POINT.match, texts)):
            continue
        plain_ones = [
            one for one in fractions if len(one[3]) != 3 or one[2] == "0" or "." in one[2]
        ]
        if len(plain_ones) >= (1 if delimiter == ";" else 2):
            sure.append(at)
            example = example or plain_ones[0][0]
        elif delimiter == ";":
            perhaps.append(at)
    if not sure:
        return ()
    columns = sorted([*sure, *perhaps])
    for row in values[1:]:
        for at in columns:
            text = row[at]
            if isinstance(text, str) and (one := _COMMA.match(text.strip())):
                row[at] = _number(one)
    where = ", ".join(map(letter, columns))
    named = f"column {where}" if len(columns) == 1 else f"columns {where}"
    return (f"Numbers such as “{example}” in {named} were read with a decimal comma.",)


def _number(found: re.Match[str]) -> object:
    """The number of a text with a decimal comma; a text that has no comma or stop stays one."""
    sign, whole, decimals, unit = found.groups()
    if decimals is None and "." not in whole:
        return found.string
    value = float(f"{whole.replace('.', '')}.{decimals or 0}") * (
        -1 if sign in "-−" and sign else 1
    )
    percent = unit == "%"
    return Formatted(value / 100 if percent else value, found.string.strip(), percent)


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
