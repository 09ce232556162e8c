"""The script of a page, run again with nothing changed, beside plain group-bys of its frames.

The floor is what pandas alone takes to group the same records, taking a reference for the action:
what the overview says of the history of each action, of each snapshot, and of owners and themes.
Times are of the processor, so that a busy machine does not bend them.
"""

import os
import tempfile
import time
from functools import partial
from pathlib import Path

import pandas as pd
from streamlit.testing.v1 import AppTest

from benchmarks.lines import Line, beside
from benchmarks.made.stored_plan import stored_plan
from benchmarks.measure import best
from store.database.engine import open_store
from store.views import view

DASHBOARD = Path(__file__).resolve().parent.parent / "dashboard.py"
SIZES = ((3, 300), (60, 300), (60, 3_000))
PAGES = ("overview", "actions")
RUNS = 7


def run() -> list[Line]:
    """Overview and actions at three sizes: the first run, then warm."""
    lines: list[Line] = []
    with tempfile.TemporaryDirectory() as folder:
        for count, actions in SIZES:
            address = f"sqlite:///{Path(folder) / f'{count}x{actions}.sqlite'}"
            plan_id = stored_plan(address, count, actions)
            records = view(open_store(address), plan_id).history["actions"]
            floor = best(partial(group_bys, records), RUNS, time.process_time)
            lines.append(Line(f"plain group-bys, {count} x {actions:,}", floor))
            for page in PAGES:
                app = opened(address, plan_id, page)
                what = f"{page}, {count} x {actions:,}: script"
                lines.append(Line(f"{what}, first run", best(app.run, 1, time.process_time)))
                most = 1.5 if page == "overview" and actions > 300 else None
                took = best(app.run, RUNS, time.process_time)
                warm = beside(f"{what}, warm", took, floor, "plain group-bys", most)
                lines.append(warm.under(0.3) if page == "overview" and actions == 300 else warm)
    return lines


def opened(address: str, plan_id: int, page: str) -> AppTest:
    """A page of a stored plan, not yet run."""
    os.environ["DATABASE_URL"] = address
    # A page under test has no address to tell this machine by: it is looked at as published.
    os.environ["DASHBOARD_ACCESS"] = "published"
    app = AppTest.from_file(str(DASHBOARD), default_timeout=300)
    app.query_params["plan"] = str(plan_id)
    app.switch_page(f"pages/{page}.py")
    return app


def group_bys(records: pd.DataFrame) -> None:
    """What the overview's figures would take if no action were ever renumbered or reworded."""
    lives = records.groupby("ref", sort=False)
    lives["due_date"].agg(["first", "last", "nunique"])
    lives["status"].agg(["first", "last"])
    lives["update"].agg(["last", "nunique"])
    lives["as_at"].agg(["min", "max"])
    at = records.groupby("as_at")
    at["status"].value_counts()
    (records["due_date"] < records["as_at"]).groupby(records["as_at"]).sum()
    latest = records[records["as_at"] == records["as_at"].max()]
    for name in ("owner", "theme"):
        latest.groupby([name, "status"]).size()
