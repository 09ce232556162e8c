"""Raw cell values brought to the few types that a ``Grid`` holds."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from loaders.formats.grid import Cell
from loaders.formats.number_format import Formatted

Values = list[list[object]]

_KNOWN = {str, float, int, bool, date, datetime, Formatted, type(None)}


def plain(rows: Values) -> Values:
    """Rows with "" as None, times and durations as text, and no empty rows at the end.

    A row that holds no "" is taken over, not copied.
    """
    last = len(rows)
    while last and not any(value != "" and value is not None for value in rows[last - 1]):
        last -= 1
    out: Values = [
        [None if value == "" else value for value in row] if "" in row else row
        for row in rows[:last]
    ]
    for row in out:
        if not _KNOWN.issuperset(map(type, row)):
            row[:] = [value if type(value) in _KNOWN else _as_text(value) for value in row]
    return out


def padded(values: Values, cells: Iterable[Cell] = ()) -> Values:
    """Rows of one length, long and many enough to hold these cells too."""
    reach = list(cells)
    width = max(max(map(len, values), default=0), max((at + 1 for _, at in reach), default=0))
    height = max(len(values), max((row + 1 for row, _ in reach), default=0))
    for row in values:
        if len(row) < width:
            row.extend([None] * (width - len(row)))
    values.extend([None] * width for _ in range(height - len(values)))
    return values


def _as_text(value: object) -> str:
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    return str(value)
