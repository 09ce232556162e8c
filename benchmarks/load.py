"""Fifty visitors arriving over twenty seconds, beside a bare page with as many plain charts.

Each speaks Streamlit's own messages over a websocket: opens the overview, then the actions, then
moves the date to the meeting before. There is no browser: what is measured is what the server
takes until the whole page has arrived.
"""

import asyncio
import os
import platform
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from benchmarks.lines import Line, beside
from benchmarks.made.stored_plan import stored_plan
from benchmarks.scripts import opened
from benchmarks.visiting.rounds import LEFT, STEPS, VISITORS, Round, visited
from benchmarks.visiting.servers import BARE, DASHBOARD, Server, served
from benchmarks.visiting.sessions import Session
from store.database.engine import open_store
from store.sample import load_sample

SNAPSHOTS, ACTIONS = 60, 300


def run() -> list[Line]:
    """The bare page and then the dashboard, each warm and alone: one round of visitors each."""
    if platform.system() != "Linux":
        return [Line("needs Linux, for the memory of another process", 0.0)]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        address = f"sqlite:///{folder / 'store.sqlite'}"
        plan_id = stored_plan(address, SNAPSHOTS, ACTIONS)
        charts = len(opened(address, plan_id, "actions").run().get("plotly_chart"))
        bare_file = folder / "bare.py"
        bare_file.write_text(BARE.format(charts=charts, points=SNAPSHOTS), encoding="utf-8")
        os.environ.pop("DASHBOARD_ACCESS", None)
        cold = [_cold(address, plan_id), _samples(folder)]
        with served(bare_file, {}) as bare:
            bare_round = asyncio.run(visited(bare, ("overview", "overview"), ""))
        with served(DASHBOARD, {"DATABASE_URL": address}) as ours:
            our_round = asyncio.run(visited(ours, ("overview", "actions"), f"plan={plan_id}"))
    return [*cold, *_times(our_round, bare_round, charts), *_memory(our_round, bare_round)]


def _cold(address: str, plan_id: int) -> Line:
    """From the command to a visitor's whole first page, on a store that is there."""

    async def first(server: Server) -> None:
        async with Session(server.host) as session:
            await session.open("overview", f"plan={plan_id}")

    began = time.perf_counter()
    with served(DASHBOARD, {"DATABASE_URL": address}) as server:
        asyncio.run(first(server))
        return Line("cold start to first page", time.perf_counter() - began).under(5.0)


def _samples(folder: Path) -> Line:
    """The sample plans read and put into an empty store."""
    engine = open_store(f"sqlite:///{folder / 'sample.sqlite'}")
    began = time.perf_counter()
    load_sample(engine)
    return Line("sample plans put in place", time.perf_counter() - began).under(5.0)


def _times(ours: Round, bare: Round, charts: int) -> list[Line]:
    lines = [Line(f"bare page of {charts} charts, first page: p95", bare.p95("first page"))]
    for step in STEPS:
        took = ours.p95(step)
        what = f"{step}: median {ours.at(step, 0.5):.2f} s, p95"
        line = beside(what, took, bare.p95(step), "the bare page's p95")
        if step == "first page":
            slowest = min(1.0, 3 * bare.p95(step))
            aim = "at most 3 times, under 1 s"
            lines.append(replace(line, aim=aim, met=took <= slowest))
        else:
            lines.append(line.under(0.5))
        sent = ours.answers[step]
        if sent:
            lines.append(
                Line(
                    f"{step}: {sent[-1].messages} messages, {sent[-1].size / 1e3:.0f} kB",
                    sent[-1].seconds,
                )
            )
    return lines


def _memory(ours: Round, bare: Round) -> list[Line]:
    each = ours.held // VISITORS
    lost = Line(f"sessions lost of {VISITORS}: {ours.lost}", aim="none", met=not ours.lost)
    held = Line("memory a session", peak=each, aim="under 1 MB", met=each < 1e6)
    left = Line(f"memory a session, {LEFT:.0f} s after leaving", peak=max(0, ours.kept) // VISITORS)
    beside_it = Line("memory a session of the bare page", peak=max(0, bare.held) // VISITORS)
    return [lost, held, left, beside_it]
