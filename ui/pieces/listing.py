"""A table's records as its listing declares them: columns, filters, orders, names, a search."""

import re
from collections.abc import Iterable
from functools import reduce
from typing import NamedTuple

import pandas as pd

from loaders.declared import Column, Table
from measures.finding.index import Entry, Index, find
from ui.pieces import printing


def columns(table: Table, frame: pd.DataFrame) -> list[Column]:
    """The listed columns that hold anything in this frame."""
    return [
        table[field]
        for field in table.listing.columns
        if frame[field].notna().any() or (table[field].marks and frame[f"{field}_mark"].any())
    ]


def texts(frame: pd.DataFrame, listed: Iterable[Column]) -> pd.DataFrame:
    """Rows as text under the headings of some columns, with the place each row came from."""
    out = {column.heading: printing.column(frame, column) for column in listed}
    out["Where"] = [
        f"{sheet}, row {row}" for sheet, row in zip(frame["sheet"], frame["row"], strict=True)
    ]
    return pd.DataFrame(out, index=frame.index)


def names(table: Table, frame: pd.DataFrame) -> list[str]:
    """What each record is called in a list to choose from."""
    parts = [printing.column(frame, table[field], missing="") for field in table.listing.named_by]
    return [" · ".join(part for part in row if part) for row in zip(*parts, strict=True)]


def identities(table: Table, frame: pd.DataFrame) -> pd.Series:
    """What tells one record from another over snapshots, as the table's listing declares it."""
    shown = table.listing
    parts = [frame[field].astype("str") for field in shown.known_by or shown.named_by]
    if shown.known_by:
        return reduce(pd.Series.fillna, parts)
    return reduce(lambda known, part: known + "|" + part, (part.fillna("") for part in parts))


def searched(table: Table, frame: pd.DataFrame, words: str) -> pd.DataFrame:
    """The records that hold every one of the words in any text cell, as the search finds them."""
    if not words.strip():
        return frame
    first, *others = (column.field for column in table.columns if column.kind.dtype == "str")
    joined = frame[first].str.cat(frame[others], " ", na_rep="")
    texts = Index(Entry("", "", text, "", record=at) for at, text in enumerate(joined))
    return frame.iloc[sorted(hit.entry.record for hit in find(words, [texts]).hits)]


def filterable(table: Table, frame: pd.DataFrame) -> dict[str, list[str]]:
    """The fields worth filtering by, with their values: between 2 and 40 of them."""
    found = {}
    for field in table.listing.filters:
        values = sorted(frame[field].dropna().astype("str").unique(), key=str.casefold)
        if 2 <= len(values) <= 40:
            found[field] = values
    return found


class Order(NamedTuple):
    """One way that records can follow one another: by which field, and whether upwards."""

    field: str
    up: bool = True


def orders(listed: Iterable[Column]) -> dict[str, Order]:
    """The ways to order records by the columns that are shown, by what each is called."""
    found = {}
    for column in listed:
        if column.kind.dtype == "str":
            found[f"{column.heading}, A to Z"] = Order(column.field)
            continue
        when = column.kind.dtype.startswith("datetime")
        ends = ("earliest", "latest") if when else ("smallest", "largest")
        for end, up in zip(ends, (True, False), strict=True):
            found[f"{column.heading}, {end} first"] = Order(column.field, up)
    return found


def ordered(frame: pd.DataFrame, by: Order) -> pd.DataFrame:
    """The records in an order; those with an empty cell last, those alike as in the file."""
    return frame.sort_values(
        by.field, ascending=by.up, kind="stable", na_position="last", key=_as_read
    )


def _as_read(cells: pd.Series) -> pd.Series:
    """Text as a reader orders it: capitals count for nothing, and Q3 comes before Q12."""
    if not pd.api.types.is_string_dtype(cells):
        return cells
    return cells.str.casefold().str.replace(
        r"\d+", lambda found: found[0].zfill(12), regex=True, flags=re.ASCII
    )
