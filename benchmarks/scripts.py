"""The script of each page, run again with nothing changed, beside plain group-bys of its frames.

The floor is what pandas alone takes to group the same records, taking a reference for the action:
what the overview says of the history of each action, of each snapshot, and of owners and themes.
The plan of any size has actions alone; the sample plan has records of every workstream. Times are
of the processor, so that a busy machine does not bend them.
"""

import os
import tempfile
import time
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pandas as pd
from streamlit.testing.v1 import AppTest

from benchmarks.lines import Line, beside
from benchmarks.made.stored_plan import stored_plan
from benchmarks.measure import best
from store.database.engine import open_store
from store.sample import load_sample
from store.views import view

DASHBOARD = Path(__file__).resolve().parent.parent / "dashboard.py"
SIZES = ((3, 300), (60, 300), (60, 3_000))
PAGES = ("overview", "actions")
"""The pages that are measured at every size, and in a browser."""
EVERY = sorted(path.stem for path in (DASHBOARD.parent / "pages").glob("*.py"))
AT_MOST = 0.1
"""Seconds that a page's script may take, run again, at 300 actions and 60 snapshots."""
RUNS = 7


def run() -> list[Line]:
    """Every page at 300 actions and 60 snapshots and of the sample; two of them at three sizes."""
    lines: list[Line] = []
    with tempfile.TemporaryDirectory() as folder:
        for count, actions in SIZES:
            address = f"sqlite:///{Path(folder) / f'{count}x{actions}.sqlite'}"
            plan_id = stored_plan(address, count, actions)
            records = view(open_store(address), plan_id).history["actions"]
            floor = best(partial(group_bys, records), RUNS, time.process_time)
            lines.append(Line(f"plain group-bys, {count} x {actions:,}", floor))
            aimed = (count, actions) == (60, 300)
            for page in EVERY if aimed else PAGES:
                first, again = run_twice(address, plan_id, page)
                what = f"{page}, {count} x {actions:,}: script"
                most = 1.5 if page == "overview" and actions > 300 else None
                warm = beside(f"{what}, warm", again, floor, "plain group-bys", most)
                lines += [
                    Line(f"{what}, first run", first),
                    warm.under(AT_MOST) if aimed else warm,
                ]
        address = f"sqlite:///{Path(folder) / 'sample.sqlite'}"
        load_sample(open_store(address))
        for page in EVERY:
            first, again = run_twice(address, 1, page)
            lines.append(Line(f"{page}, the sample plan: script, first run", first))
            lines.append(Line(f"{page}, the sample plan: script, warm", again).under(AT_MOST))
    return lines


def run_twice(address: str, plan_id: int, page: str) -> tuple[float, float]:
    """Seconds of the processor that a page's script takes at first, and the fewest it takes then.

    Whoever looks is at this machine, where every page may be opened.
    """
    app = opened(address, plan_id, page)
    here = patch("ui.door.visitor.from_this_machine", return_value=True)
    with here, patch.dict(os.environ, {"DASHBOARD_ACCESS": ""}):
        first = best(app.run, 1, time.process_time)
        again = best(app.run, RUNS, time.process_time)
    if app.exception:
        raise RuntimeError(f"{page} failed: {app.exception[0].message}")
    return first, again


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
