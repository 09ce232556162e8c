"""Other truths behind the same print: what the cases might have been, for all one can see."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from workstreams.hra_cases import HRA_CASES_WORKSTREAM
from workstreams.hra_cases.columns import HRA_CASES
from workstreams.view import View

KEY = HRA_CASES.key
Twin = tuple[str, View]


def other_truths(view: View) -> Iterator[Twin]:
    """Ways the cases might have been that print the same."""
    truth = printed(view)
    for name, cases in _other_cases(view.history[KEY]):
        twin = with_cases(view, cases)
        if printed(twin) == truth:
            yield name, twin


def _other_cases(cases: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Some at another stage, one case more or one fewer, or two more."""
    looked_into = cases["stage"].replace("under investigation", "notified")
    yield "under investigation is notified", cases.assign(stage=looked_into)
    for name in cases["case"].unique():
        yield f"{name} twice", pd.concat([cases, _copy(cases, name)])
    for name in cases["case"].unique():
        yield f"without {name}", cases[cases["case"] != name]
    for name in cases["case"].unique():
        # Two more at once, for lists so short that one more shows.
        more = _copy(cases, name)
        again = more.assign(case=f"{name}-once-more").set_axis(more.index + 1_000_000)
        yield f"{name} three times", pd.concat([cases, more, again])


def _copy(cases: pd.DataFrame, name: str) -> pd.DataFrame:
    copy = cases[cases["case"] == name].assign(case=f"{name}-again")
    return copy.set_axis(copy.index + 1_000_000)


def with_cases(view: View, cases: pd.DataFrame) -> View:
    """The view with other cases, as an upload would have made it.

    As many rows are read as there now are, and the store has numbered all records that follow
    others than before.
    """
    dates = [pd.Timestamp(when) for when in view.dates]
    change = cases["as_at"].value_counts().sub(view.history[KEY]["as_at"].value_counts())
    history = {key: _renumbered(frame, dates) for key, frame in view.history.items()}
    snapshots = []
    for snapshot in view.snapshots:
        more = int(change.get(pd.Timestamp(snapshot.as_at), 0))
        tables = tuple(
            replace(read, rows_read=read.rows_read + more) if read.table == KEY else read
            for read in snapshot.tables
        )
        snapshots.append(replace(snapshot, tables=tables))
    return replace(
        view,
        history={**history, KEY: _renumbered(cases, dates)},
        snapshots=tuple(snapshots),
        # What copies of these same uploads said before was said of the cases as they then were.
        in_print={},
        shared={},
    )


def _renumbered(frame: pd.DataFrame, dates: list[pd.Timestamp]) -> pd.DataFrame:
    """Records in the same order under higher numbers, further apart from upload to upload."""
    further = frame["as_at"].map({when: 7 * place for place, when in enumerate(dates, 1)})
    return frame.set_axis(frame.index + further.to_numpy(dtype="int64"))


def printed(view: View) -> list[object]:
    """All that the workstream itself says in public."""
    found: list[object] = [HRA_CASES_WORKSTREAM.finding(view)]
    found += [measure.figure(view).full for measure in HRA_CASES_WORKSTREAM.measures]
    found += [
        (c.finding, c.summary, c.subtitle, c.notes, c.data.drop(columns="records").to_csv())
        for draw in HRA_CASES_WORKSTREAM.charts
        if (c := draw(view)) is not None
    ]
    return found
