"""The records of a table as plain data, for a program to read: clean values, days as ISO."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

HISTORY = "_history"


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Each record as ``{"row": n, field: value, ...}``; what is missing is left out.

    Days are ISO days, and so are months and quarters, by their last day. The dates that a date was
    given one after the other become ``"moves"``: a list of ``{"field", "from", "to", "reason"}``.
    """
    dated = {
        name for name in frame.columns if pd.api.types.is_datetime64_any_dtype(frame[name].dtype)
    }
    columns = [name for name in frame.columns if name not in {"row", "sheet"}]
    out: list[dict[str, Any]] = []
    for line in frame.to_dict("records"):
        one: dict[str, Any] = {"row": int(line["row"])}
        moved: list[dict[str, str]] = []
        for name in columns:
            value = line[name]
            if name.endswith(HISTORY) and name.removesuffix(HISTORY) in dated:
                moved += _moves(name.removesuffix(HISTORY), value)
            elif isinstance(value, list):
                one |= {name: value} if value else {}
            elif not pd.isna(value):
                one[name] = _plain(value)
        if moved:
            one["moves"] = moved
        out.append(one)
    return out


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value


def _moves(field: str, dates: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    """Every change between the dates of a history, ``[ISO date, heading, reason]`` each."""
    return [
        {"field": field, "from": before[0], "to": after[0], "reason": "".join(after[2:3])}
        for before, after in zip(dates, dates[1:], strict=False)
    ]
