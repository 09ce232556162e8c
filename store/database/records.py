"""Records as text and back: one line of JSON a record, holding its filled cells and no others.

Text in one column keeps the store the same on every database and lets a declaration gain a column
without a migration; reading is one parse over all lines at once.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import json as arrow_json

from loaders.declared import Table

ARROW = {
    "str": pa.string(),
    "float64": pa.float64(),
    "datetime64[s]": pa.timestamp("s"),
    "object": pa.list_(pa.list_(pa.string())),
}
"""What each dtype of a frame is parsed as; the one object column is a list of dated texts."""
SMALLEST_BLOCK = 1 << 20


def lines(frame: pd.DataFrame) -> list[str]:
    """Each record's filled cells as one line of JSON, without its sheet and row."""
    filled = frame.drop(columns=["sheet", "row"])
    parts = [_fragments(name, filled[name]) for name in filled.columns]
    return ["{" + ",".join(part for part in row if part) + "}" for row in zip(*parts, strict=True)]


def frame_of(
    table: Table,
    record_ids: Sequence[int],
    snapshot_ids: Sequence[int],
    dates: Mapping[int, date],
    sheets: Sequence[str],
    rows: Sequence[int],
    cells: Sequence[str],
) -> pd.DataFrame:
    """The records as ``View.history`` describes them, typed as the table declares.

    ``dates`` gives each snapshot's as-at date.
    """
    empty = table.empty()
    given = empty.drop(columns=["sheet", "row"])
    frame = _parsed(cells, given) if cells else given
    numbers = np.array(snapshot_ids, dtype="int64")
    snapshots, place = np.unique(numbers, return_inverse=True)
    days = np.array([dates[one] for one in snapshots], dtype="datetime64[s]")[place]
    index = pd.Index(list(record_ids), dtype="int64", name="record_id")
    of_each = {
        "sheet": pd.Series(sheets, index, dtype="str"),
        "row": pd.Series(rows, index, dtype="int64"),
        "snapshot_id": pd.Series(numbers, index),
        "as_at": pd.Series(days, index),
    }
    return pd.concat([frame.set_axis(index), pd.DataFrame(of_each)], axis="columns")


def _fragments(name: str, values: pd.Series) -> list[str]:
    """One column as ``"field":value`` texts, "" where the cell is blank."""
    blank = values.isna().to_numpy()
    key = json.dumps(name) + ":"
    if values.dtype.kind == "M":
        days = np.datetime_as_string(values.to_numpy("datetime64[D]"))
        return [
            "" if nothing else f'{key}"{day}"' for nothing, day in zip(blank, days, strict=True)
        ]
    if values.dtype.kind in "fiu":
        numbers = values.to_list()
        return [
            "" if nothing else f"{key}{number!r}"
            for nothing, number in zip(blank, numbers, strict=True)
        ]
    if values.dtype == object:
        return [f"{key}{_json(value)}" if value else "" for value in values]
    written = {text: f"{key}{_json(text)}" for text in values.dropna().unique() if text}
    texts = zip(blank, values, strict=True)
    return ["" if nothing else written.get(text, "") for nothing, text in texts]


def _json(value: object) -> str:
    """JSON of a text, or of a list of texts, that every database and parser takes."""
    # Half a character (a lone surrogate, as a damaged file may hold) is no text to anybody else.
    return json.dumps(value, ensure_ascii=False).encode(errors="replace").decode()


def _parsed(cells: Sequence[str], given: pd.DataFrame) -> pd.DataFrame:
    """All lines in one parse: columns as declared, others (of an older declaration) left aside."""
    schema = pa.schema([(name, ARROW[str(dtype)]) for name, dtype in given.dtypes.items()])
    read = arrow_json.read_json(
        BytesIO("\n".join(cells).encode()),
        read_options=arrow_json.ReadOptions(
            # A line may not be longer than a block.
            block_size=max(SMALLEST_BLOCK, 4 * max(map(len, cells)) + 1)
        ),
        parse_options=arrow_json.ParseOptions(
            explicit_schema=schema, unexpected_field_behavior="ignore"
        ),
    )
    frame = pd.DataFrame(read.select(given.columns.to_list()).to_pandas())
    for name in [name for name, dtype in given.dtypes.items() if dtype == "object"]:
        frame[name] = pd.Series([told or [] for told in read[name].to_pylist()], dtype="object")
    return frame.astype(given.dtypes.to_dict())
