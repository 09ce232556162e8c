"""Pages: the script's run, and ready in Chromium beside a bare page with as many plain figures."""

import contextlib
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from urllib.request import urlopen

import pandas as pd
from playwright.sync_api import Browser, sync_playwright
from streamlit.testing.v1 import AppTest

from benchmarks.lines import Line
from loaders.checked import Checked, Reading
from store import plans, snapshots
from store.engine import open_store
from workstreams.actions.columns import ACTIONS
from workstreams.view import Meeting

ROOT = Path(__file__).resolve().parent.parent
DASHBOARD = ROOT / "dashboard.py"
FIRST = date(2013, 1, 15)
ACTIONS_A_SNAPSHOT = 300
SNAPSHOTS = (3, 60)
PAGES = ("overview", "actions")
RUNS = 5
STEPS = {"not started": "in progress", "in progress": "complete"}
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
BARE = """
import plotly.graph_objects as go
import streamlit as st

st.set_page_config(layout="wide")
st.title("Bare page")
for n in range({charts}):
    figure = go.Figure()
    xs = list(range({points}))
    for line in range(4):
        figure.add_scatter(x=xs, y=[(x * (line + 1)) % 17 for x in xs])
    st.plotly_chart(figure, key=str(n))
"""
READY = """charts => document.querySelector("[data-test-script-state='notRunning']")
  && [...document.querySelectorAll('.js-plotly-plot')]
    .filter(plot => plot.querySelector('.main-svg')).length >= charts"""


def run() -> list[Line]:
    """Both plans in one store: the script alone, then the browser where there is one."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        address = f"sqlite:///{folder / 'store.sqlite'}"
        plan_ids = {count: _plan(address, count) for count in SNAPSHOTS}
        lines, charts = _scripts(address, plan_ids)
        if next(filter(None, map(shutil.which, CHROMIUM)), None):
            lines += _in_chromium(folder, address, plan_ids, charts)
    return lines


def _plan(address: str, count: int) -> int:
    """A plan of so many snapshots, whose actions start, move, finish and are updated."""
    engine = open_store(address)
    plan = plans.add_plan(engine, f"{count} snapshots", "Scrutiny committee", by="Benchmark")
    dates = [FIRST + timedelta(days=61 * number) for number in range(count)]
    plans.add_meetings(engine, plan.id, [Meeting(when) for when in dates], "Benchmark")
    chance = random.Random(count)
    rows = range(ACTIONS_A_SNAPSHOT)
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
        reading = Reading("actions", "Actions", (1, 1), (), {}, {}, {}, {}, 2, 301, 300, frame)
        mark = sha256(f"{count} {number}".encode()).hexdigest()
        upload = Checked(f"{as_at}.xlsx", mark, (reading,))
        snapshots.accept(engine, plan.id, as_at, upload, "Benchmark")
    return plan.id


def _scripts(address: str, plan_ids: dict[int, int]) -> tuple[list[Line], dict[str, int]]:
    """Each page's script run through AppTest: first, then again; and how many charts it has."""
    os.environ["DATABASE_URL"] = address
    lines: list[Line] = []
    charts: dict[str, int] = {}
    warm: dict[tuple[str, int], float] = {}
    for count, plan_id in plan_ids.items():
        for page in PAGES:
            app = AppTest.from_file(str(DASHBOARD), default_timeout=120)
            app.query_params["plan"] = str(plan_id)
            app.switch_page(f"pages/{page}.py")
            first = _best(app.run, 1)
            again = warm[page, count] = _best(app.run, RUNS)
            charts[page] = len(app.get("plotly_chart"))
            what = f"{page}, {count} x {ACTIONS_A_SNAPSHOT} actions: script"
            lines.append(Line(f"{what}, first run", first))
            if count == SNAPSHOTS[0]:
                lines.append(Line(f"{what}, warm", again))
            else:
                few = warm[page, SNAPSHOTS[0]]
                lines.append(
                    Line(
                        f"{what}, warm",
                        again,
                        ratio=again / few,
                        against=f"{SNAPSHOTS[0]} snapshots",
                        aim="under 0.3 s" if page == "overview" else "at most 1.5 times",
                        met=again < 0.3 if page == "overview" else again <= 1.5 * few,
                    )
                )
    return lines, charts


def _in_chromium(
    folder: Path, address: str, plan_ids: dict[int, int], charts: dict[str, int]
) -> list[Line]:
    """From asking for a page to all of its charts drawn, in turns with the bare page."""
    lines = []
    with contextlib.ExitStack() as stack:
        ours = stack.enter_context(_served(DASHBOARD, {"DATABASE_URL": address}))
        browser = stack.enter_context(_browser())
        for page in PAGES:
            bare_file = folder / f"bare_{page}.py"
            points = max(SNAPSHOTS)
            bare_file.write_text(BARE.format(charts=charts[page], points=points), encoding="utf-8")
            with _served(bare_file, {}) as bare:
                asked = {
                    "bare": bare,
                    **{str(n): f"{ours}/{page}?plan={i}" for n, i in plan_ids.items()},
                }
                took = {name: [] for name in asked}  # type: dict[str, list[float]]
                for _ in range(RUNS + 1):
                    for name, url in asked.items():
                        took[name].append(_ready(browser, url, charts[page]))
            # The first visit fills the caches of both servers and does not count.
            best = {name: min(times[1:]) for name, times in took.items()}
            few, many = best[str(SNAPSHOTS[0])], best[str(SNAPSHOTS[1])]
            lines += [
                Line(f"bare page with {charts[page]} plain figures: ready", best["bare"]),
                _line(page, SNAPSHOTS[0], few, few / best["bare"], "the bare page", 1.3),
                _line(page, SNAPSHOTS[1], many, many / best["bare"], "the bare page", 1.3),
                _line(page, SNAPSHOTS[1], many, many / few, f"{SNAPSHOTS[0]} snapshots", 1.5),
            ]
    return lines


def _line(page: str, count: int, took: float, ratio: float, against: str, aim: float) -> Line:
    return Line(
        f"{page}, {count} x {ACTIONS_A_SNAPSHOT} actions: ready",
        took,
        ratio=ratio,
        against=against,
        aim=f"at most {aim} times",
        met=ratio <= aim,
    )


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


@contextlib.contextmanager
def _served(script: Path, environment: dict[str, str]) -> Iterator[str]:
    """A server of its own for a script, and its address."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}"],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://localhost:{port}"
    try:
        for _ in range(300):
            with contextlib.suppress(OSError), urlopen(f"{address}/_stcore/health", timeout=5):
                break
            time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _best(work: Callable[[], object], times: int) -> float:
    """The least seconds that some work took."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return min(took)
