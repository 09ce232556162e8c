"""Following actions through their history, and comparing two dates, beside plain group-bys.

The plans are those of ``invented_plan``: 60 uploads, renumbered, reworded, merged, with rows that
vanish. The floor is what pandas alone takes to group the same records by reference and wording,
which follows nothing that was renumbered: the first and last due date, the number of different
ones, and a count of each status at each date. Times are of the processor, so that a busy machine
does not bend the comparison of sizes.
"""

import time
from collections.abc import Callable
from functools import partial

import pandas as pd

from benchmarks.lines import Line, beside
from benchmarks.made.invented_plan import invent
from benchmarks.measure import best
from measures.actions.history import compare, events
from measures.following.lives import Lives, lives
from measures.following.standing import positions, standing

UPLOADS = 60
SIZES = (300, 3_000, 30_000)
RUNS = 3


def run() -> list[Line]:
    """History and comparison at three sizes, each beside the one before."""
    lines: list[Line] = []
    before: dict[str, tuple[float, int]] = {}
    for size in SIZES:
        history, _ = invent(size, UPLOADS, seed=1)
        known = lives(history)
        floor = best(partial(group_bys, history), RUNS, time.process_time)
        works: dict[str, Callable[[], object]] = {
            "history": partial(lives, history),
            "comparison": partial(comparison, known),
            "every event": partial(events, known),
        }
        for name, work in works.items():
            seconds = best(work, RUNS, time.process_time)
            lines.append(_line(name, size, seconds, len(history), before.get(name)))
            before[name] = seconds, len(history)
        total = before["history"][0] + before["comparison"][0]
        what = f"history and comparison of {size:,} actions"
        lines.append(beside(what, total, floor, "plain group-bys"))
    return lines


def _line(
    name: str, size: int, seconds: float, rows: int, before: tuple[float, int] | None
) -> Line:
    """One measurement; beside the smaller plan, the cost of a row."""
    if before is None:
        return Line(f"{name} of {size:,} actions", seconds)
    ratio = (seconds / rows) / (before[0] / before[1])
    return Line(
        f"{name} of {size:,} actions",
        seconds,
        ratio=ratio,
        against="a row, next smaller plan",
        aim="no faster than the rows",
        met=ratio <= 1.1,
    )


def comparison(known: Lives) -> None:
    """The last upload with the one before it, from lives already followed."""
    stand = standing(known, known.dates[-1].date())
    compare(positions(known, stand, step=-2), positions(known, stand))


def group_bys(history: pd.DataFrame) -> None:
    """What pandas alone would do, taking a reference with its wording for the action."""
    groups = history.groupby(["ref", "title"], sort=False)
    groups["due_date"].agg(["first", "last", "nunique"])
    groups["as_at"].agg(["min", "max"])
    history.groupby(["as_at", "status"]).size()
