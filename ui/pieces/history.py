"""How one record stood in each snapshot: what changed, from what to what."""

import pandas as pd

from loaders.declared import Table
from ui.pieces import listing, printing
from workstreams.wording import short_day


def history(table: Table, frame: pd.DataFrame, record_id: int) -> list[dict[str, str]]:
    """One line for each change of a record over the snapshots, oldest first.

    ``frame`` is the table's whole history. The record is followed by what names it, in its source.
    """
    if "source_id" in frame:
        frame = frame[frame["source_id"] == frame.loc[record_id, "source_id"]]
    identity = listing.identities(table, frame)
    same = frame[identity == identity.loc[record_id]]
    lines: list[dict[str, str]] = []
    before: pd.Series | None = None
    for _, record in same.iterrows():
        when = short_day(pd.Timestamp(record["as_at"]))
        if before is None:
            lines.append(_line(when, "First listed", "", ""))
        else:
            for column in table.columns:
                was = printing.cell(before, column)
                now = printing.cell(record, column)
                if was != now:
                    lines.append(_line(when, column.heading, was, now))
        before = record
    return lines


def _line(when: str, what: str, was: str, now: str) -> dict[str, str]:
    return {"As at": when, "What changed": what, "From": was or "–", "To": now or "–"}
