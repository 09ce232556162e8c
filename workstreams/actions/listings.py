"""Rows of actions as people read them: text cells under on-screen headings."""

from collections.abc import Mapping

import pandas as pd

from workstreams.actions.draft import shortened
from workstreams.asking import BLANK
from workstreams.wording import counted, sentence, short_day

HOW_SHOWN = {
    "nothing yet": "nothing to show yet",
    "claimed": "on the officer’s word alone",
    "evidenced": "with evidence given",
    "accepted": "accepted by the committee",
}
"""What is said of each of ``EVIDENCE``: how it was shown that an action is complete."""
TEXT = 400
"""Letters of a text that a table shows."""


def day(when: object) -> str:
    """A date in a table, as ``short_day`` writes it; a dash where there is none."""
    return short_day(when) if isinstance(when, pd.Timestamp) else BLANK


def days(column: pd.Series) -> list[str]:
    """A column of dates as text."""
    return [day(None if pd.isna(when) else when) for when in column]


def words(column: pd.Series) -> list[str]:
    """A column of words as text; a dash where there are none."""
    return [shortened(value, TEXT) if isinstance(value, str) else BLANK for value in column]


def coded(column: pd.Series) -> list[str]:
    """A column of our own words, such as statuses, each beginning with a capital."""
    return [sentence(text) for text in words(column)]


def how_shown(column: pd.Series) -> list[str]:
    """A column of ``evidence_position`` as a reader says it, each beginning with a capital."""
    return [sentence(HOW_SHOWN[position]) for position in column]


def lengths(column: pd.Series) -> list[str]:
    """A column of numbers of days as text: "41 days"; a dash where there is none."""
    return [BLANK if pd.isna(value) else counted(int(value), "day") for value in column]


def numbers(column: pd.Series) -> list[str]:
    """A column of whole numbers as text."""
    return [str(int(value)) for value in column]


def listing(rows: pd.DataFrame, more: Mapping[str, list[str]] | None = None) -> pd.DataFrame:
    """Some actions as a table to read: reference, action, owner, and further columns.

    ``rows`` is made from ``standing.positions``. The index is the record id, the way to the cell.
    """
    columns = {
        "Reference": words(rows["ref"]),
        "Action": words(rows["title"]),
        "Owner": words(rows["owner"]),
        **(more or {}),
    }
    index = pd.Index(rows["record_id"].astype("int64"), name="record_id")
    cells = {name: pd.Series(texts, index=index, dtype="str") for name, texts in columns.items()}
    return pd.DataFrame(cells, index=index)
