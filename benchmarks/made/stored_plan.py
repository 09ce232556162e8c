"""A plan of any size in a store, whose actions start, move, finish and are updated."""

import random
from datetime import date, timedelta
from hashlib import sha256

import pandas as pd

from loaders.outcome import Checked, Reading
from store import plans, snapshots
from store.database.engine import open_store
from workstreams.actions.columns import ACTIONS
from workstreams.view import Meeting

FIRST = date(2013, 1, 15)
STEPS = {"not started": "in progress", "in progress": "complete"}


def stored_plan(address: str, count: int, actions: int = 300) -> int:
    """Store a plan of so many snapshots and actions at a database address; its id."""
    engine = open_store(address)
    plan = plans.add_plan(
        engine, f"{count} snapshots of {actions}", "Scrutiny committee", by="Benchmark"
    )
    dates = [FIRST + timedelta(days=61 * number) for number in range(count)]
    plans.add(engine, plan.id, [Meeting(when) for when in dates], "Benchmark")
    chance = random.Random(count)
    rows = range(actions)
    status = ["not started"] * len(rows)
    due = [pd.Timestamp(FIRST) + pd.Timedelta(days=chance.randrange(30, 900)) for _ in rows]
    for number, as_at in enumerate(dates):
        for row in rows:
            if chance.random() < 1.2 / count:
                status[row] = STEPS.get(status[row], status[row])
            if chance.random() < 0.5 / count:
                due[row] += pd.Timedelta(days=60)
        frame = ACTIONS.frame(
            {
                "ref": [f"A{row}" for row in rows],
                "title": [f"Do the thing numbered {row} for team {row % 9}" for row in rows],
                "theme": [f"Theme {row % 6}" for row in rows],
                "owner": [f"Owner {row % 12}" for row in rows],
                "status": status,
                "due_date": due,
                "update": [f"Said of action {row} in {number // 2}" for row in rows],
                "sheet": ["Actions"] * len(rows),
                "row": [row + 2 for row in rows],
            }
        )
        reading = Reading(
            "actions", "Actions", (1, 1), (), {}, {}, {}, {}, 2, actions + 1, actions, frame
        )
        mark = sha256(f"{count} {number}".encode()).hexdigest()
        upload = Checked(f"{as_at}.xlsx", mark, (reading,))
        snapshots.accept(engine, plan.id, as_at, upload, "Benchmark")
    return plan.id
