"""A round of visitors at a server: what each met, and what it cost the server.

Each opens a page, then another, then moves the date to the meeting before.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from benchmarks.visiting.sessions import Answer, Session

VISITORS = 50
OVER = 20.0
"""Seconds over which they arrive, unless a benchmark says otherwise."""
READS = 3.0
"""Seconds that each looks at a page before the next."""
WARMED = 10.0
"""Seconds after a first visit by which what it left to do in the background is done."""
LEFT = 120.0
"""Seconds after leaving by which a session's memory is to be given back."""
STEPS = ("first page", "page change", "moving the date")


class Visited(Protocol):
    """What is visited: one server, or a site of several."""

    @property
    def host(self) -> str:
        """Host with port."""

    @property
    def secure(self) -> bool:
        """Whether it speaks TLS."""

    @property
    def memory(self) -> int:
        """Bytes of memory that are its own."""


@dataclass
class Round:
    """What fifty visitors met: answers by step, how many were lost, the server's memory."""

    answers: dict[str, list[Answer]] = field(default_factory=lambda: {s: [] for s in STEPS})
    lost: int = 0
    held: int = 0
    """Bytes more than before they came, while all were there."""
    kept: int = 0
    """Bytes more than before they came, some time after they left."""

    def at(self, step: str, share: float) -> float:
        """The seconds that this share of the answers does not exceed; without any, forever."""
        return _rank(sorted(answer.seconds for answer in self.answers[step]), share)

    def p95(self, step: str) -> float:
        """The seconds that 95 of 100 answers do not exceed."""
        return self.at(step, 0.95)


async def visited(
    server: Visited,
    pages: tuple[str, str],
    query: str,
    *,
    over: float | None = None,
    left: float | None = None,
    first: int = 1,
) -> Round:
    """``first`` visitors one after another to make it warm, then fifty, then the quiet after them.

    A visitor whose page does not come within ``sessions.PATIENCE`` counts as lost.
    """
    for _ in range(first):
        async with Session(server.host, server.secure) as session:
            await _read(session, pages, query, Round())
    await asyncio.sleep(WARMED)
    found = Round()
    before = server.memory
    through = [asyncio.Event() for _ in range(VISITORS)]
    leave = asyncio.Event()

    async def visit(number: int) -> None:
        await asyncio.sleep((OVER if over is None else over) * number / VISITORS)
        try:
            async with Session(server.host, server.secure) as session:
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
    await asyncio.sleep(LEFT if left is None else left)
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


def _rank(took: Sequence[float], share: float) -> float:
    return took[min(len(took) - 1, int(share * len(took)))] if took else float("inf")
