"""What officers kept from minutes: lines of the ledger, each one row of a table beside the files.

A line's subject is the item's reference or its words. Its value holds ``table`` (the table's key),
``sheet`` and ``row`` (which minutes, and the line of their text), ``cells`` (the row as the store
keeps records) and ``text`` (its words); ``on`` is the as-at date of the snapshot that it was kept
beside. Nothing else of the minutes is stored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import sqlalchemy as sa

from store.access.roles import Right
from store.access.visitor import require
from store.database.engine import writing
from store.database.records import lines
from store.refused import Refused
from store.said import ledger
from store.said.ledger import Ledger, Line

KIND = "minuted"


@dataclass(frozen=True)
class Kept:
    """Rows of one table to keep from minutes.

    ``rows`` has the columns of the table's frame; ``named`` gives the reference and words of each.
    """

    table: str
    rows: pd.DataFrame
    named: Sequence[tuple[str, str]]


def keep(engine: sa.Engine, plan_id: int, kept: Kept, beside: date, by: str) -> tuple[int, ...]:
    """Keep rows from minutes, all of them or none, and return the ids of their lines.

    ``beside`` is the as-at date of the snapshot that stands. Raises ``Refused`` where there is
    nothing to keep, or one of them, with the same words of the same minutes, is kept already.
    """
    require(Right.RECORD, plan_id)
    if kept.rows.empty:
        raise Refused("There is nothing to keep: choose at least one item.")
    with writing(engine, Right.RECORD, plan_id) as connection:
        ledger.hold(connection, plan_id)
        return keep_in(connection, plan_id, kept, beside, by)


def keep_in(
    connection: sa.Connection, plan_id: int, kept: Kept, beside: date, by: str
) -> tuple[int, ...]:
    """As ``keep``, within a transaction that holds the plan."""
    stood = {_same(line) for line in minuted(ledger.read(connection, plan_id))}
    ids = []
    for (ref, words), sheet, row, cells in zip(
        kept.named, kept.rows["sheet"], kept.rows["row"], lines(kept.rows), strict=True
    ):
        if (kept.table, sheet, words) in stood:
            raise Refused(f"“{words}” of these minutes is kept already. Leave it out.")
        value: dict[str, Any] = {"table": kept.table, "sheet": str(sheet), "row": int(row)}
        value |= {"cells": cells, "text": words}
        subject = (ref or words)[:200]
        ids.append(ledger.write(connection, plan_id, KIND, subject, value, by, beside))
    return tuple(ids)


def take_back(engine: sa.Engine, plan_id: int, ids: Sequence[int], by: str) -> None:
    """Take kept items back; the log keeps that they were there."""
    with writing(engine, Right.RECORD, plan_id) as connection:
        ledger.hold(connection, plan_id)
        stood = {line.id for line in minuted(ledger.read(connection, plan_id))}
        if not set(ids) <= stood:
            raise Refused("That is not there any more: somebody may have taken it back already.")
        ledger.end(connection, plan_id, ids, by)


def minuted(stood: Ledger) -> tuple[Line, ...]:
    """The kept items that stand, oldest first."""
    return stood.of(KIND)


def kept_of(engine: sa.Engine, plan_id: int) -> tuple[Line, ...]:
    """The kept items of a plan that stand, oldest first."""
    require(Right.SEE_MEMBERS_FIGURES, plan_id)
    with engine.connect() as connection:
        return minuted(ledger.read(connection, plan_id))


def _same(line: Line) -> tuple[str, str, str]:
    return line.value["table"], line.value["sheet"], line.value["text"]
