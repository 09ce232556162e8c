"""All plans in a store of 200 plans, 60 uploads and 300 actions each, beside one plan's Overview.

Each plan is a copy of one, record for record, so its line among all plans is that one's too: it is
worked out once and kept for each, as the server does when a plan changes. What is measured is the
script of the page: in a process that has read nothing of the store yet, and again with nothing
changed. Times are of the processor, so that a busy machine does not bend them.
"""

import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import sqlalchemy as sa

from benchmarks.lines import Line, beside
from benchmarks.made.stored_plan import stored_plan
from benchmarks.measure import best
from benchmarks.scripts import RUNS, opened
from store import plans
from store.access.roles import Right
from store.database.engine import open_store, writing
from store.database.tables import LEDGER, READINGS, RECORDS, SNAPSHOTS, SOURCES
from store.database.version import versions
from store.views import view
from store.worked_out import in_short as kept
from ui.shell.made_from import made_from
from workstreams.across.in_short import in_short

PLANS, UPLOADS, ACTIONS = 200, 60, 300
COMMITTEES = 6
MOST = 1.5
"""How many times one plan's Overview all plans may take."""


def run() -> list[Line]:
    """The first run and the warm one of both pages."""
    with tempfile.TemporaryDirectory() as folder:
        small = f"sqlite:///{Path(folder) / 'small.sqlite'}"
        large = f"sqlite:///{Path(folder) / 'large.sqlite'}"
        # What a process loads once is no part of a page's time.
        for page in ("all_plans", "overview"):
            opened(small, stored_plan(small, 2, 3) if page == "all_plans" else 1, page).run()
        plan_id = stored_plan(large, UPLOADS, ACTIONS)
        of_200(large, plan_id)
        lines: list[Line] = []
        took: dict[str, tuple[float, float]] = {}
        for page in ("all_plans", "overview"):
            app = opened(large, plan_id, page)
            first = best(app.run, 1, time.process_time)
            took[page] = first, best(app.run, RUNS, time.process_time)
        for place, when in enumerate(("first run", "warm")):
            one = took["overview"][place]
            lines.append(Line(f"Overview of one plan, {when}", one))
            what = f"All plans, {PLANS} of {UPLOADS} x {ACTIONS}, {when}"
            lines.append(beside(what, took["all_plans"][place], one, "one Overview", MOST))
    return lines


def of_200(address: str, plan_id: int) -> None:
    """Copy a plan until there are as many as are measured, and keep the line of each."""
    engine = open_store(address)
    made = in_short(view(engine, plan_id))
    for number in range(1, PLANS):
        committee = f"Scrutiny committee {number % COMMITTEES + 1}"
        other = plans.add_plan(engine, f"Improvement plan {number:03d}", committee, by="Benchmark")
        with writing(engine, Right.UPLOAD, other.id) as connection:
            _copy(connection, plan_id, other.id)
    for one, version in versions(engine).items():
        kept.keep(engine, one, "public", made_from(version), made)


def _copy(connection: sa.Connection, plan_id: int, other: int) -> None:
    """All that a plan holds but its name and committee, under another plan."""
    snapshots = sa.select(SNAPSHOTS.c.id).where(SNAPSHOTS.c.plan_id == plan_id)
    ledger = sa.and_(LEDGER.c.plan_id == plan_id, LEDGER.c.kind != "plan")
    on = {"plan_id": sa.literal(other)}
    sources = _step(connection, SOURCES)
    step = _step(connection, SNAPSHOTS)
    of_it = {"snapshot_id": READINGS.c.snapshot_id + step}
    _again(connection, SOURCES, SOURCES.c.plan_id == plan_id, on, sources)
    moved = on | {"source_id": SNAPSHOTS.c.source_id + sources}
    _again(connection, SNAPSHOTS, SNAPSHOTS.c.plan_id == plan_id, moved, step)
    _again(connection, READINGS, READINGS.c.snapshot_id.in_(snapshots), of_it)
    of_it = {"snapshot_id": RECORDS.c.snapshot_id + step}
    _again(connection, RECORDS, RECORDS.c.snapshot_id.in_(snapshots), of_it)
    _again(connection, LEDGER, ledger, on | {"snapshot_id": LEDGER.c.snapshot_id + step})


def _step(connection: sa.Connection, table: sa.Table) -> int:
    """How far ids move: past every id that is taken."""
    return int(connection.execute(sa.select(sa.func.max(table.c.id))).scalar_one() or 0)


def _again(
    connection: sa.Connection,
    table: sa.Table,
    which: sa.ColumnElement[bool],
    changed: Mapping[str, sa.ColumnElement[int]],
    step: int | None = None,
) -> None:
    """Some rows of a table once more, with some values changed; with ``step`` their ids move so."""
    values = {column.name: changed.get(column.name, column) for column in table.c}
    if step is None:
        del values["id"]
    else:
        values["id"] = table.c.id + step
    chosen = sa.select(*(value.label(name) for name, value in values.items())).where(which)
    connection.execute(table.insert().from_select(list(values), chosen))
