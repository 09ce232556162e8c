"""Reading: how well trackers nobody saw are read, and the time beside calamine and pandas."""

import io
from pathlib import Path

from benchmarks.lines import Line, beside
from benchmarks.logs import log
from benchmarks.measure import Call, measured
from benchmarks.trackers.held import HELD
from benchmarks.trackers.invented import tracker
from benchmarks.trackers.score import lines as scores
from benchmarks.trackers.seen import SEEN

HERE = "benchmarks.reading"
CALAMINE, PANDAS = "raw calamine", "pandas.read_excel with openpyxl"


TRACKERS = 200


def run() -> list[Line]:
    """How well invented trackers are read, then how quickly a long log is."""
    return [
        *scores("words worked with", [tracker(seed, SEEN) for seed in range(TRACKERS)]),
        *scores("words kept back", [tracker(seed, HELD) for seed in range(TRACKERS)]),
        *_speed(),
    ]


def _speed() -> list[Line]:
    """A log of 100,000 actions, every declared column filled."""
    path = str(log(100_000))
    quick = measured(
        {
            name: Call(HERE, function, (path,))
            for name, function in (
                (CALAMINE, "raw"),
                ("bytes to grids, with fills, bold and hidden rows", "grids"),
                ("reading and checking, in this process", "check"),
                ("reading and checking, in a waiting child process", "safely"),
            )
        }
    )
    # It takes most of a minute: once is enough to see what it is.
    slow = measured({PANDAS: Call(HERE, "pandas", (path,))}, runs=1)[PANDAS]
    raw = quick[CALAMINE]
    lines = [
        Line(f"100,000 rows: {PANDAS}", slow.seconds, slow.peak),
        Line(f"100,000 rows: {CALAMINE}", raw.seconds, raw.peak),
    ]
    for name, found in quick.items():
        if name != CALAMINE:
            what = f"100,000 rows: {name}"
            lines.append(beside(what, found.seconds, raw.seconds, CALAMINE, peak=found.peak))
    done = lines.pop()
    return [
        *lines,
        beside(done.what, done.seconds, raw.seconds, CALAMINE, most=3, peak=done.peak),
        Line(
            *(done.what, done.seconds, done.peak, done.seconds / slow.seconds, PANDAS),
            aim="at most 1/6 of",
            met=done.seconds * 6 <= slow.seconds,
        ),
    ]


def raw(path: str) -> None:
    """Calamine's own values and nothing more."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(Path(path).read_bytes()))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def pandas(path: str) -> None:
    """The usual way."""
    import pandas as pd

    pd.read_excel(io.BytesIO(Path(path).read_bytes()), sheet_name=None, engine="openpyxl")


def before_pandas(_: str) -> None:
    """Import outside the time."""
    import openpyxl  # noqa: F401
    import pandas as pd  # noqa: F401


def grids(path: str) -> None:
    """Bytes to grids."""
    from loaders.formats import workbook

    workbook.grids(Path(path).read_bytes(), "log.xlsx")


def before_grids(_: str) -> None:
    """Import outside the time."""
    import loaders.formats.workbook  # noqa: F401


def check(path: str) -> None:
    """Bytes to frames and problems, here."""
    from loaders import check as checking
    from workstreams import TABLES

    checking.check(Path(path).read_bytes(), "log.xlsx", TABLES)


def before_check(_: str) -> None:
    """Import outside the time."""
    import loaders.check  # noqa: F401
    import workstreams  # noqa: F401


def safely(path: str) -> None:
    """Bytes to frames and problems, as the upload page does it."""
    from loaders.choices import Choices
    from loaders.guarded import safely as child
    from loaders.outcome import Checked
    from workstreams import TABLES

    # As ``safely.check``, but patient: a busy machine must not stop the measuring.
    data = Path(path).read_bytes()
    child.run("loaders.check", "check", Checked, data, "log.xlsx", TABLES, Choices(), seconds=300)


def before_safely(path: str) -> None:
    """A child that waits, as a running server has one."""
    import time

    from loaders.guarded import safely as child

    before_check(path)
    child.warm(keep=False)
    time.sleep(1.5)
