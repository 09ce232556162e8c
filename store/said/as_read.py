"""How an accepted file was read: its tables, what was left out, and what it was accepted with."""

import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from loaders.problems import Problem
from store.access.roles import Right
from store.access.visitor import require
from store.database.tables import PROBLEMS, READINGS, SNAPSHOTS
from store.refused import Refused


@dataclass(frozen=True)
class Accepted:
    """A problem that an upload was accepted with, and the reason given."""

    problem: Problem
    reason: str


def accepted_problems(engine: sa.Engine, snapshot_id: int) -> tuple[Accepted, ...]:
    """What a snapshot was accepted with: its problems, worst first, and the reasons given."""
    require(Right.SEE_MEMBERS_FIGURES, _plan_of(engine, snapshot_id))
    with engine.connect() as connection:
        rows = connection.execute(
            sa.select(PROBLEMS).where(PROBLEMS.c.snapshot_id == snapshot_id).order_by(PROBLEMS.c.id)
        )
        return tuple(
            Accepted(
                Problem(r.level, r.sheet, r.cell, r.field, r.heading, r.found, r.advice), r.reason
            )
            for r in rows
        )


def readings(engine: sa.Engine, snapshot_id: int) -> tuple[dict[str, Any], ...]:
    """How each table of a snapshot was read: headings, fields, and the rows left out with why."""
    require(Right.SEE_MEMBERS_FIGURES, _plan_of(engine, snapshot_id))
    with engine.connect() as connection:
        rows = connection.execute(
            sa.select(READINGS).where(READINGS.c.snapshot_id == snapshot_id).order_by(READINGS.c.id)
        )
        return tuple(
            {"table": r.table_key, "sheet": r.sheet, "rows_read": r.rows_read}
            | json.loads(r.detail)
            for r in rows
        )


def file_notes(engine: sa.Engine, snapshot_id: int) -> dict[str, Any]:
    """What was said of the file as a whole: ``left_out`` (sheet and why), ``notes``."""
    require(Right.SEE_MEMBERS_FIGURES, _plan_of(engine, snapshot_id))
    with engine.connect() as connection:
        found = connection.execute(
            sa.select(SNAPSHOTS.c.detail).where(SNAPSHOTS.c.id == snapshot_id)
        ).scalar_one()
    return dict(json.loads(found))


def _plan_of(engine: sa.Engine, snapshot_id: int) -> int:
    with engine.connect() as connection:
        return whose(connection, snapshot_id)[0]


def whose(connection: sa.Connection, snapshot_id: int) -> tuple[int, str]:
    """The plan of a snapshot, and who accepted it."""
    found = connection.execute(
        sa.select(SNAPSHOTS.c.plan_id, SNAPSHOTS.c.by).where(SNAPSHOTS.c.id == snapshot_id)
    ).first()
    if found is None:
        raise Refused(f"There is no upload {snapshot_id} in this store.")
    return int(found.plan_id), str(found.by)
