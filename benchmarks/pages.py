"""Pages ready in Chromium, beside a bare page with as many plain figures."""

import contextlib
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.lines import Line, beside
from benchmarks.made.stored_plan import stored_plan
from benchmarks.scripts import PAGES, opened
from benchmarks.visiting.servers import BARE, DASHBOARD, served

ACTIONS_A_SNAPSHOT = 300
SNAPSHOTS = (3, 60)
RUNS = 5
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
READY = """charts => document.querySelector("[data-test-script-state='notRunning']")
  && [...document.querySelectorAll('.js-plotly-plot')]
    .filter(plot => plot.querySelector('.main-svg')).length >= charts"""


def run() -> list[Line]:
    """Both plans in one store, in turns with the bare page; nothing without a browser."""
    if not next(filter(None, map(shutil.which, CHROMIUM)), None):
        return [Line("no Chromium on this machine", 0.0)]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        address = f"sqlite:///{folder / 'store.sqlite'}"
        plan_ids = {count: stored_plan(address, count, ACTIONS_A_SNAPSHOT) for count in SNAPSHOTS}
        charts = {page: _charts(address, plan_ids[max(SNAPSHOTS)], page) for page in PAGES}
        return _in_chromium(folder, address, plan_ids, charts)


def _charts(address: str, plan_id: int, page: str) -> int:
    """How many charts a page has."""
    return len(opened(address, plan_id, page).run().get("plotly_chart"))


def _in_chromium(
    folder: Path, address: str, plan_ids: dict[int, int], charts: dict[str, int]
) -> list[Line]:
    """From asking for a page to all of its charts drawn, in turns with the bare page."""
    lines = []
    with contextlib.ExitStack() as stack:
        ours = stack.enter_context(served(DASHBOARD, {"DATABASE_URL": address}))
        browser = stack.enter_context(_browser())
        for page in PAGES:
            bare_file = folder / f"bare_{page}.py"
            points = max(SNAPSHOTS)
            bare_file.write_text(BARE.format(charts=charts[page], points=points), encoding="utf-8")
            with served(bare_file, {}) as bare:
                asked = {
                    # The same address: a page below the root costs the browser a question more.
                    "bare": f"http://{bare.host}/overview?plan=1",
                    **{str(n): f"http://{ours.host}/{page}?plan={i}" for n, i in plan_ids.items()},
                }
                took = {name: [] for name in asked}  # type: dict[str, list[float]]
                for _ in range(RUNS + 1):
                    for name, url in asked.items():
                        took[name].append(_ready(browser, url, charts[page]))
            # The first visit fills the caches of both servers and does not count.
            best = {name: min(times[1:]) for name, times in took.items()}
            few, many = best[str(SNAPSHOTS[0])], best[str(SNAPSHOTS[1])]
            ready = f"{page}, {{}} x {ACTIONS_A_SNAPSHOT} actions: ready".format
            lines += [
                Line(f"bare page with {charts[page]} plain figures: ready", best["bare"]),
                beside(ready(SNAPSHOTS[0]), few, best["bare"], "the bare page", 1.3),
                beside(ready(SNAPSHOTS[1]), many, best["bare"], "the bare page", 1.3),
                beside(ready(SNAPSHOTS[1]), many, few, f"{SNAPSHOTS[0]} snapshots", 1.5),
            ]
    return lines


def _ready(browser: Browser, address: str, charts: int) -> float:
    """Seconds until a new visitor sees every chart."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    began = time.perf_counter()
    page.goto(address)
    page.wait_for_function(READY, arg=charts, timeout=120_000)
    took = time.perf_counter() - began
    context.close()
    return took


@contextlib.contextmanager
def _browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, CHROMIUM)))
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
