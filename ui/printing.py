"""A record's cells as text, each the way its column is declared."""

from collections.abc import Iterable

import pandas as pd

from loaders.columns import Column
from measures.figures import MARKS, plain, printed
from workstreams.wording import short_day

MISSING = "not given"


def column(frame: pd.DataFrame, declared: Column, missing: str = "–") -> list[str]:
    """One column of a frame as text, ``missing`` where the cell is blank."""
    values: Iterable[object] = frame[declared.field].astype("object")
    marks: Iterable[object] = (
        frame[f"{declared.field}_mark"].astype("object") if declared.marks else [None] * len(frame)
    )
    return [
        cell(value, declared, missing) if pd.notna(value) else _marked(mark, missing)  # type: ignore[call-overload]
        for value, mark in zip(values, marks, strict=True)
    ]


def cell(value: object, declared: Column, missing: str = MISSING) -> str:
    """One cell's value as text."""
    if value is None or value != value or value is pd.NaT:
        return missing
    if isinstance(value, pd.Timestamp):
        return short_day(value)
    if isinstance(value, float):
        match declared.kind.name:
            case "percentage":
                return printed(value, "percent")
            case "money":
                return printed(value, "pounds")
            case _:
                return plain(value)
    return str(value)


def _marked(mark: object, missing: str) -> str:
    return MARKS.get(str(mark), missing) if mark and mark == mark else missing
