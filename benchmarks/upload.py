"""The upload path, from a file's bytes to what will change, beside raw calamine on that file."""

from datetime import date
from pathlib import Path

from benchmarks.lines import Line, beside
from benchmarks.logs import log
from benchmarks.measure import Call, measured

HERE = "benchmarks.upload"
CASES = ((500, True), (5_000, False), (100_000, False))
ROWS_IN_TIME, SECONDS = 500, 1.5
TIMES = 4


def run() -> list[Line]:
    """A plan of 500 rows with colours, logs of 5,000 and of 100,000 rows."""
    lines = []
    for rows, coloured in CASES:
        paths = (str(log(rows, coloured)), str(log(rows, coloured, later=True)))
        best = measured(
            {
                "raw": Call("benchmarks.reading", "raw", paths[1:]),
                "waiting": Call(HERE, "changes", paths),
                "new": Call(HERE, "changes_cold", paths),
            },
            runs=3,
        )
        # It takes most of a minute at 100,000 rows: once is enough to see what it is.
        usual = measured({"": Call("benchmarks.reading", "pandas", paths[1:])}, runs=1)[""]
        what = f"{rows:,} rows{' with colours' if coloured else ''}"
        raw = best["raw"]
        lines.append(Line(f"{what}: raw calamine", raw.seconds, raw.peak))
        lines.append(Line(f"{what}: pandas.read_excel", usual.seconds, usual.peak))
        for name, child in (("waiting", "a child that waits"), ("new", "a child started for it")):
            line = beside(
                f"{what}: bytes to what will change, {child}",
                *(best[name].seconds, raw.seconds, "raw calamine"),
                most=TIMES if rows == CASES[-1][0] else None,
                peak=best[name].peak,
            )
            lines.append(line.under(SECONDS) if rows == ROWS_IN_TIME else line)
    return lines


_stands = None


def before_changes_cold(before: str, _: str) -> None:
    """Import outside the time, and read what stands, as a server has it at hand."""
    global _stands
    import pandas as pd

    import ui.upload.differences  # noqa: F401
    from loaders.check import check
    from workstreams import TABLES

    frame = check(Path(before).read_bytes(), "before.xlsx", TABLES).frames["actions"]
    frame["snapshot_id"] = 1
    frame["as_at"] = pd.Timestamp("2022-01-25").as_unit("s")
    frame.index = pd.RangeIndex(1, len(frame) + 1, name="record_id")
    _stands = frame


def before_changes(before: str, after: str) -> None:
    """As above, and a child that waits."""
    import time

    from loaders.guarded import safely

    before_changes_cold(before, after)
    safely.warm(keep=False)
    time.sleep(1.5)


def changes_cold(_: str, after: str) -> None:
    """Bytes, child, frames, differences."""
    from loaders.choices import Choices
    from loaders.guarded import safely
    from loaders.outcome import Checked
    from ui.upload.differences import actions_seen, compared
    from workstreams import TABLES
    from workstreams.view import Plan, View

    # As ``safely.check``, but patient: a busy machine must not stop the measuring.
    data = Path(after).read_bytes()
    checked = safely.run(
        "loaders.check", "check", Checked, data, "after.xlsx", TABLES, Choices(), seconds=300
    )
    if _stands is None:
        raise RuntimeError("before_changes_cold has not run")
    history = {"actions": _stands}
    stands = View(Plan(1, "Plan", ""), date(2022, 1, 25), None, (), (), (), (), history)
    seen = actions_seen(checked, stands, date(2022, 3, 22))
    if not compared(checked, stands, {"actions": seen} if seen else {})[0].any:
        raise RuntimeError("nothing changed, so nothing was measured")


changes = changes_cold
