"""Storing and reading back: the store beside pandas' own to_sql and read_sql on the same rows."""

import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import sqlalchemy as sa

from benchmarks.lines import Line
from loaders.outcome import Checked, Reading
from store import plans, snapshots
from store.access.roles import Right
from store.database.engine import open_store, writing
from store.history import history
from workstreams.actions.columns import ACTIONS

BY = "Benchmark"
FIRST = date(2013, 1, 31)
LARGE = 100_000


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
        Line("history of 3 x 300 actions", few[0], ratio=few[0] / few[1], against="read_sql"),
        Line(
            "history of 60 x 300 actions",
            small[0],
            ratio=small[0] / small[1],
            against="read_sql",
            aim="under 0.3 s",
            met=small[0] < 0.3,
        ),
        Line(
            "history of 60 x 3,000 actions",
            large[0],
            ratio=large[0] / small[0],
            against="60 x 300",
            aim="at most 10 times",
            met=large[0] <= 10 * small[0],
        ),
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

    ours, theirs = _best(accept, 1), _best(to_sql, 1)
    return [
        Line(f"to_sql of {LARGE:,} actions", theirs),
        Line(f"accept {LARGE:,} actions", ours, ratio=ours / theirs, against="to_sql"),
    ]


def _reading(engine: sa.Engine, rows: int, uploads: int) -> tuple[float, float]:
    """Seconds to read a plan's whole history, and read_sql's for the same rows in columns."""
    plan = plans.add_plan(engine, f"{uploads} x {rows}", "Committee", by=BY)
    for number in range(uploads):
        as_at = FIRST + timedelta(days=61 * number)
        snapshots.accept(engine, plan.id, as_at, _upload(rows, number), BY)
    found = history(engine, plan.id, (ACTIONS,))["actions"].drop(
        columns=["update_history", "due_date_history"]
    )
    name = f"plain_{uploads}_{rows}"
    with writing(engine, Right.STORE) as connection:
        found.to_sql(name, connection, index=False)
    dates = [column for column, dtype in found.dtypes.items() if dtype.kind == "M"]

    def read_sql() -> None:
        with engine.connect() as connection:
            pd.read_sql(sa.text(f"select * from {name}"), connection, parse_dates=dates)

    return _best(lambda: history(engine, plan.id, (ACTIONS,))), _best(read_sql)


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


def _best(work: Callable[[], object], times: int = 3) -> float:
    """The least seconds that some work took."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return min(took)
