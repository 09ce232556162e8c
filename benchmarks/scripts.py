"""The script of a page, run again with nothing changed, beside plain group-bys of its frames.

The floor is what pandas alone takes to group the same records, taking a reference for the action:
what the overview says of the history of each action, of each snapshot, and of owners and themes.
Times are of the processor, so that a busy machine does not bend them.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from streamlit.testing.v1 import AppTest

from benchmarks.lines import Line
from benchmarks.stored_plan import stored_plan
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
            floor = _best(lambda frame=records: group_bys(frame))  # type: ignore[misc]
            lines.append(Line(f"plain group-bys, {count} x {actions:,}", floor))
            for page in PAGES:
                app = opened(address, plan_id, page)
                lines.append(_line(page, count, actions, "first run", _best(app.run, 1)))
                lines.append(_line(page, count, actions, "warm", _best(app.run), floor))
    return lines


def opened(address: str, plan_id: int, page: str) -> AppTest:
    """A page of a stored plan, not yet run."""
    os.environ["DATABASE_URL"] = address
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


def _line(
    page: str, count: int, actions: int, which: str, took: float, floor: float | None = None
) -> Line:
    what = f"{page}, {count} x {actions:,}: script, {which}"
    if floor is None:
        return Line(what, took)
    aim, met = "", None
    if page == "overview" and actions == 300:
        aim, met = "under 0.3 s", took < 0.3
    elif page == "overview":
        aim, met = "at most 1.5 times", took <= 1.5 * floor
    return Line(what, took, ratio=took / floor, against="plain group-bys", aim=aim, met=met)


def _best(work: Callable[[], object], times: int = RUNS) -> float:
    """The least processor seconds that some work took."""
    took = []
    for _ in range(times):
        began = time.process_time()
        work()
        took.append(time.process_time() - began)
    return min(took)
