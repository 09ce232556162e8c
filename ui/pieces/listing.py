"""Which columns of a table stand in its list, which can be filtered, and what names a record."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from loaders.declared import Column, Table
from ui.pieces import printing


@dataclass(frozen=True)
class Listing:
    """How a table's records are listed. ``named_by`` are the fields that tell one from another."""

    columns: tuple[str, ...]
    filters: tuple[str, ...] = ()
    named_by: tuple[str, ...] = ()


LISTINGS = {
    "actions": Listing(
        ("ref", "title", "owner", "due_date", "revised_due_date", "status"),
        ("status", "owner", "theme", "kind"),
        ("ref", "title"),
    ),
    "posts": Listing(
        ("post", "title", "team", "fte", "position", "cover"), ("position", "team"), ("post",)
    ),
    "capacity": Listing(
        ("period", "team", "fee_earners_fte", "cases_per_fee_earner", "live_cases"),
        ("team",),
        ("period", "team"),
    ),
    "workforce": Listing(
        ("period", "level", "region", "area", "in_post_fte", "vacancy_rate"),
        ("level", "area", "period"),
        ("period", "level", "region", "area"),
    ),
    "hra_cases": Listing(
        ("case", "stage", "opened_date", "concluded_date", "theme", "learning_action"),
        ("stage", "theme"),
        ("case",),
    ),
    "trained": Listing(
        ("person", "cohort", "course", "position", "completed_date", "expires_date"),
        ("cohort", "course", "position"),
        ("person", "course"),
    ),
    "cohorts": Listing(
        ("cohort", "course", "in_role", "in_date", "expired", "booked", "never"),
        ("cohort", "course"),
        ("cohort", "course"),
    ),
    "attendance": Listing(
        ("held_date", "course", "cohort", "attended"), ("course", "cohort"), ("held_date", "course")
    ),
    "thresholds": Listing(("threshold", "value"), (), ("threshold",)),
    "owners_left": Listing(("owner", "left_on"), (), ("owner",)),
    "indicators": Listing(
        ("indicator", "period", "value", "numerator", "denominator", "target"),
        ("indicator",),
        ("indicator", "period"),
    ),
}


def listing(table: Table) -> Listing:
    """How a table is listed; a new one by its first six columns and its required ones."""
    required = tuple(column.field for column in table.columns if column.required)
    return LISTINGS.get(table.key, Listing(table.fields[:6], (), required or table.fields[:1]))


def columns(table: Table, frame: pd.DataFrame) -> list[Column]:
    """The listed columns that hold anything in this frame."""
    return [
        table[field]
        for field in listing(table).columns
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
    parts = [printing.column(frame, table[field], missing="") for field in listing(table).named_by]
    return [" · ".join(part for part in row if part) for row in zip(*parts, strict=True)]


def identities(table: Table, frame: pd.DataFrame) -> pd.Series:
    """What tells one record from another over snapshots: its first naming field that is given."""
    fields = listing(table).named_by
    if table.key == "actions":
        return frame["ref"].fillna(frame["title"]).astype("str")
    joined = frame[fields[0]].astype("str").fillna("")
    for field in fields[1:]:
        joined = joined + "|" + frame[field].astype("str").fillna("")
    return joined


def searched(table: Table, frame: pd.DataFrame, words: str) -> pd.DataFrame:
    """The records that hold every one of the words in any text cell, however capitalised."""
    if not words.strip():
        return frame
    first, *others = (column.field for column in table.columns if column.kind.dtype == "str")
    joined = frame[first].str.cat(frame[others], " ", na_rep="").str.casefold()
    found = pd.Series(True, index=frame.index)
    for word in words.casefold().split():
        found &= joined.str.contains(word, regex=False)
    return frame[found]


def filterable(table: Table, frame: pd.DataFrame) -> dict[str, list[str]]:
    """The fields worth filtering by, with their values: between 2 and 40 of them."""
    found = {}
    for field in listing(table).filters:
        values = sorted(frame[field].dropna().astype("str").unique(), key=str.casefold)
        if 2 <= len(values) <= 40:
            found[field] = values
    return found
