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
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.lines import Line, beside
from benchmarks.made.stored_plan import stored_plan
from benchmarks.scripts import opened
from benchmarks.visiting.servers import BARE, DASHBOARD, Server, served
from benchmarks.visiting.sessions import Answer, Session
from store.database.engine import open_store
from store.sample import load_sample

VISITORS = 50
OVER = 20.0
"""Seconds over which they arrive."""
READS = 3.0
"""Seconds that each looks at a page before the next."""
SNAPSHOTS, ACTIONS = 60, 300
WARMED = 10.0
"""Seconds after a first visit by which what it left to do in the background is done."""
LEFT = 120.0
"""Seconds after leaving by which a session's memory is to be given back."""
STEPS = ("first page", "page change", "moving the date")


@dataclass
class Round:
    """What fifty visitors met: answers by step, how many were lost, the server's memory."""

    answers: dict[str, list[Answer]] = field(default_factory=lambda: {s: [] for s in STEPS})
    lost: int = 0
    held: int = 0
    """Bytes more than before they came, while all were there."""
    kept: int = 0
    """Bytes more than before they came, some time after they left."""


def run() -> list[Line]:
    """The bare page and then the dashboard, each warm and on its own: one round of visitors each.

    A visitor whose page does not come within ``sessions.PATIENCE`` counts as lost.
    """
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
            bare_round = asyncio.run(_round(bare, ("overview", "overview"), ""))
        with served(DASHBOARD, {"DATABASE_URL": address}) as ours:
            our_round = asyncio.run(_round(ours, ("overview", "actions"), f"plan={plan_id}"))
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


async def _round(server: Server, pages: tuple[str, str], query: str) -> Round:
    """One visitor to make it warm, then fifty, then the quiet after them."""
    async with Session(server.host) as session:
        await _read(session, pages, query, Round())
    await asyncio.sleep(WARMED)
    found = Round()
    before = server.memory
    through = [asyncio.Event() for _ in range(VISITORS)]
    leave = asyncio.Event()

    async def visit(number: int) -> None:
        await asyncio.sleep(OVER * number / VISITORS)
        try:
            async with Session(server.host) as session:
                await _read(session, pages, query, found)
                through[number].set()
                await leave.wait()
        except Exception:  # however it was lost, it is lost
            found.lost += 1
        finally:
            through[number].set()

    async with asyncio.TaskGroup() as visits:
        for number in range(VISITORS):
            visits.create_task(visit(number))
        for one in through:
            await one.wait()
        found.held = server.memory - before
        leave.set()
    await asyncio.sleep(LEFT)
    found.kept = server.memory - before
    return found


async def _read(session: Session, pages: tuple[str, str], query: str, found: Round) -> None:
    """What a visitor does, noting how long each page took."""
    first, second = pages
    found.answers["first page"].append(await session.open(first, query))
    await asyncio.sleep(READS)
    found.answers["page change"].append(await session.open(second, query))
    await asyncio.sleep(READS)
    found.answers["moving the date"].append(await session.choose("As at", 1))


def _times(ours: Round, bare: Round, charts: int) -> list[Line]:
    lines = [Line(f"bare page of {charts} charts, first page: p95", _p95(bare, "first page"))]
    for step in STEPS:
        took = _p95(ours, step)
        what = f"{step}: median {_at(ours, step, 0.5):.2f} s, p95"
        line = beside(what, took, _p95(bare, step), "the bare page's p95")
        if step == "first page":
            slowest = min(1.0, 3 * _p95(bare, step))
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


def _p95(found: Round, step: str) -> float:
    return _at(found, step, 0.95)


def _at(found: Round, step: str, share: float) -> float:
    took = sorted(answer.seconds for answer in found.answers[step])
    return _rank(took, share)


def _rank(took: Sequence[float], share: float) -> float:
    """The value that this share of the others does not exceed; without any, forever."""
    return took[min(len(took) - 1, int(share * len(took)))] if took else float("inf")
