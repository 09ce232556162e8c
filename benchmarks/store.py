"""Storing and reading back: the store beside pandas' own to_sql and read_sql on the same rows."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import sqlalchemy as sa

from benchmarks.lines import Line, beside
from benchmarks.measure import best
from loaders.outcome import Checked, Reading
from store import plans, snapshots
from store.access.roles import Right
from store.database.engine import open_store, writing
from store.history import history
from workstreams.actions.columns import ACTIONS

BY = "Benchmark"
FIRST = date(2013, 1, 31)
LARGE = 100_000
RUNS = 3
LISTS = ["update_history", "due_date_history"]
"""Columns of lists, which no column of a database holds."""


def run() -> list[Line]:
    """Accepting one upload, then a whole history of 60, small and ten times as large."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_store(f"sqlite:///{Path(folder) / 'store.sqlite'}")
        lines = [*_accepting(engine)]
        small = _reading(engine, 300, 60)
        few = _reading(engine, 300, 3)
        large = _reading(engine, 3_000, 60)
        engine.dispose()
    return [
        *lines,
        beside("history of 3 x 300 actions", *few, "read_sql"),
        beside("history of 60 x 300 actions", *small, "read_sql").under(0.3),
        beside("history of 60 x 3,000 actions", large[0], small[0], "60 x 300", most=10),
    ]


def _accepting(engine: sa.Engine) -> list[Line]:
    """One upload of many rows, against to_sql of the same frame in one transaction."""
    plan = plans.add_plan(engine, "Large", "Committee", by=BY)
    upload = _upload(LARGE, 0)
    frame = upload.frames["actions"].drop(columns=LISTS)

    def accept() -> None:
        snapshots.accept(engine, plan.id, FIRST, upload, BY)

    def to_sql() -> None:
        with writing(engine, Right.STORE) as connection:
            frame.to_sql("plain_large", connection, index=False)

    ours, theirs = best(accept, 1), best(to_sql, 1)
    return [
        Line(f"to_sql of {LARGE:,} actions", theirs),
        beside(f"accept {LARGE:,} actions", ours, theirs, "to_sql"),
    ]


def _reading(engine: sa.Engine, rows: int, uploads: int) -> tuple[float, float]:
    """Seconds to read a plan's whole history, and read_sql's for the same rows in columns."""
    plan = plans.add_plan(engine, f"{uploads} x {rows}", "Committee", by=BY)
    for number in range(uploads):
        as_at = FIRST + timedelta(days=61 * number)
        snapshots.accept(engine, plan.id, as_at, _upload(rows, number), BY)
    found = history(engine, plan.id, (ACTIONS,))["actions"].drop(columns=LISTS)
    name = f"plain_{uploads}_{rows}"
    with writing(engine, Right.STORE) as connection:
        found.to_sql(name, connection, index=False)
    dates = [column for column, dtype in found.dtypes.items() if dtype.kind == "M"]

    def read_sql() -> None:
        with engine.connect() as connection:
            pd.read_sql(sa.text(f"select * from {name}"), connection, parse_dates=dates)

    return best(lambda: history(engine, plan.id, (ACTIONS,)), RUNS), best(read_sql, RUNS)


def _upload(rows: int, number: int) -> Checked:
    """A log as full as logs are: texts, dates, a percentage, and an update that changes."""
    due = [pd.Timestamp(FIRST) + pd.Timedelta(days=row % 900) for row in range(rows)]
    frame = ACTIONS.frame(
        {
            "ref": [f"A{row}" for row in range(rows)],
            "title": [
                f"Do the thing numbered {row} for the team by its date" for row in range(rows)
            ],
            "theme": [f"Theme {row % 6}" for row in range(rows)],
            "owner": [f"Owner {row % 12}" for row in range(rows)],
            "status": ["complete" if row % 3 else "in progress" for row in range(rows)],
            "rag": ["G" if row % 2 else "A" for row in range(rows)],
            "due_date": due,
            "percent_complete": [row % 10 / 10 for row in range(rows)],
            "update": [f"What was said of action {row} in {number}" for row in range(rows)],
            "sheet": ["Actions"] * rows,
            "row": list(range(2, rows + 2)),
        }
    )
    letters = {"ref": "A", "title": "B"}
    reading = Reading("actions", "Actions", (1, 1), (), {}, letters, {}, {}, 2, rows, rows, frame)
    return Checked("log.xlsx", f"{rows} {number}", (reading,))
