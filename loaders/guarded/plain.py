"""What the reading process answers, in a plain form: JSON beside the bytes of columns.

The process that reads a stranger's file may have been taken over by it. Its answer is therefore
never unpickled, which would run what it says: it is read by the types that are expected, and
whatever does not fit them is ``Malformed``.
"""

import dataclasses
import json
import struct
import types
import typing
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain
from typing import Any, Literal, TypeVar, Union

import numpy as np
import pandas as pd
import pyarrow as pa

Answer = TypeVar("Answer")
Blocks = Sequence[memoryview]

_LENGTH = struct.Struct(">Q")
_NUMBERS = {"float64": "<f8", "int64": "<i8", "datetime64[s]": "<M8[s]"}
"""How a column of each dtype is laid down in bytes."""

_WRONG = (
    *(ValueError, TypeError, LookupError, AttributeError, struct.error),
    *(ArithmeticError, RecursionError, MemoryError),
)
"""What comes of an answer that does not fit its type."""


class Malformed(ValueError):
    """An answer that is not what was asked for."""


def encoded(answer: object) -> bytes:
    """An answer of dataclasses, frames, bytes and JSON's own types as one message."""
    blocks: list[bytes] = []

    def plainer(value: object) -> object:
        if isinstance(value, pd.DataFrame):
            return {
                "rows": len(value),
                "columns": [_column(str(name), value[name], blocks) for name in value],
            }
        if dataclasses.is_dataclass(value):
            return {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
        if isinstance(value, bytes):
            blocks.append(value)
            return len(blocks) - 1
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, Mapping):
            return dict(value)
        raise TypeError(type(value).__name__)

    head = json.dumps(answer, default=plainer, separators=(",", ":")).encode()
    return b"".join(part for block in (head, *blocks) for part in (_LENGTH.pack(len(block)), block))


def decoded(kind: type[Answer], message: bytes | memoryview) -> Answer:
    """The answer that a message holds, as the type it must have. Raises ``Malformed``."""
    try:
        head, *blocks = _blocks(memoryview(message))
        answer: Answer = _as(kind, json.loads(bytes(head)), blocks)
    except _WRONG as error:
        raise Malformed(type(error).__name__) from error
    return answer


def _blocks(message: memoryview) -> list[memoryview]:
    out = []
    while message:
        (length,) = _LENGTH.unpack(message[: _LENGTH.size])
        message = message[_LENGTH.size :]
        if length > len(message):
            raise Malformed("a block beyond the end")
        out.append(message[:length])
        message = message[length:]
    return out


def _column(name: str, values: pd.Series, blocks: list[bytes]) -> dict[str, object]:
    """A column: text as Arrow keeps it, numbers and dates as they lie in memory, lists as JSON."""
    dtype = str(values.dtype)
    if dtype == "str":
        text = pa.array(values, pa.large_string())
        if isinstance(text, pa.ChunkedArray):
            text = text.combine_chunks()
        if text.offset:
            # A part of a longer column shares its bytes: they are copied to begin with its own.
            text = pa.concat_arrays([text, text[:0]])
        parts = [b"" if part is None else part.to_pybytes() for part in text.buffers()]
    elif dtype in _NUMBERS:
        parts = [values.to_numpy().astype(_NUMBERS[dtype]).tobytes()]
    elif dtype == "object":
        return {"name": name, "dtype": dtype, "lists": values.tolist()}
    else:
        raise TypeError(dtype)
    blocks.extend(parts)
    return {"name": name, "dtype": dtype, "blocks": [*range(len(blocks) - len(parts), len(blocks))]}


def _frame(given: Any, blocks: Blocks) -> pd.DataFrame:
    rows = _as(int, given["rows"], blocks)
    columns = {
        _as(str, column["name"], blocks): _series(column, rows, blocks)
        for column in given["columns"]
    }
    return pd.DataFrame(columns, index=pd.RangeIndex(rows))


def _series(column: Any, rows: int, blocks: Blocks) -> pd.Series:
    dtype = column["dtype"]
    if dtype == "object":
        return pd.Series(_histories(column["lists"], rows), dtype="object")
    parts = [blocks[_as(int, number, blocks)] for number in column["blocks"]]
    if dtype == "str":
        there, ends, text = parts
        buffers = (pa.py_buffer(ends), pa.py_buffer(text), pa.py_buffer(there) if there else None)
        array = pa.LargeStringArray.from_buffers(rows, *buffers)
        array.validate(full=True)
        return pd.Series(array, dtype="str")
    (part,) = parts
    values = np.frombuffer(part, _NUMBERS[dtype])
    if len(values) != rows:
        raise Malformed("a column of another length")
    return pd.Series(values.astype(dtype))


def _histories(lists: list[list[list[str | None]]], rows: int) -> list[list[list[str | None]]]:
    """The lists of a history column, each of lists of text, looked at all at once."""
    entries = [*chain.from_iterable(lists)]
    of_lists = {*map(type, lists), *map(type, entries)} <= {list}
    of_texts = {*map(type, chain.from_iterable(entries))} <= {str, type(None)}
    if len(lists) != rows or not of_lists or not of_texts:
        raise Malformed("no histories")
    return lists


def _as(kind: Any, value: Any, blocks: Blocks) -> Any:
    """A value of JSON as the type it must have."""
    if kind in (str, int, bool, float):
        if type(value) is kind or (kind is float and type(value) is int):
            return value
        raise Malformed(kind.__name__)
    if kind is pd.DataFrame:
        return _frame(value, blocks)
    if kind is bytes:
        return bytes(blocks[_as(int, value, blocks)])
    if kind is date:
        return date.fromisoformat(value)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = _hints(kind)
        if value.keys() != hints.keys():
            raise Malformed("other fields")
        return kind(**{name: _as(hint, value[name], blocks) for name, hint in hints.items()})
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (Union, types.UnionType):
        if value is None and type(None) in inner:
            return None
        (other,) = (one for one in inner if one is not type(None))
        return _as(other, value, blocks)
    if origin is Literal:
        if value in inner:
            return value
        raise Malformed("another word")
    if origin is Mapping:
        return {_as(inner[0], k, blocks): _as(inner[1], v, blocks) for k, v in value.items()}
    if type(value) is not list:
        raise Malformed("no list")
    if origin is list or inner[1:] == (...,):
        return origin(_as(inner[0], one, blocks) for one in value)
    return tuple(_as(one, v, blocks) for one, v in zip(inner, value, strict=True))


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)
