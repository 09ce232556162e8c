"""A record's cells as text, each the way its column is declared."""

from collections.abc import Iterable

import pandas as pd

from loaders.declared import Column
from measures.figures import MARKS, plain, printed
from measures.indicators import UNITS, in_unit
from workstreams.wording import sentence, short_day

MISSING = "not given"


def column(frame: pd.DataFrame, declared: Column, missing: str = "–") -> list[str]:
    """One column of a frame as text, ``missing`` where the cell is blank."""
    values: Iterable[object] = frame[declared.field].astype("object")
    marks: Iterable[object] = (
        frame[f"{declared.field}_mark"].astype("object") if declared.marks else [None] * len(frame)
    )
    units: Iterable[object] = (
        frame[declared.unit_in].astype("object") if declared.unit_in else [None] * len(frame)
    )
    return [
        _text(value, declared, unit) if pd.notna(value) else _marked(mark, missing)  # type: ignore[call-overload]
        for value, mark, unit in zip(values, marks, units, strict=True)
    ]


def cell(record: pd.Series, declared: Column) -> str:
    """One cell of a record as text."""
    value = record[declared.field]
    if value is None or value != value or value is pd.NaT:
        return MISSING
    return _text(value, declared, record[declared.unit_in] if declared.unit_in else None)


def _text(value: object, declared: Column, unit: object) -> str:
    if isinstance(value, pd.Timestamp):
        return short_day(value)
    if isinstance(value, float):
        if (kept_in := UNITS.get(str(unit))) is not None:
            return printed(in_unit(value, kept_in), kept_in)
        match declared.kind.name:
            case "percentage":
                return printed(value, "percent")
            case "money":
                return printed(value, "pounds")
            case _:
                return plain(value)
    if not declared.kind.words:
        return str(value)
    return f"No {declared.heading.lower()}" if value == "none" else sentence(str(value))


def _marked(mark: object, missing: str) -> str:
    return MARKS.get(str(mark), missing) if mark and mark == mark else missing
