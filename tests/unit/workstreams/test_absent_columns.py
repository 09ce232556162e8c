"""Absent is not zero: a measure without a column that it needs is missing, and says why.

Every measure is given the frames of the sample without each column in turn, the file's headings
too. What it says then is what it said before, or nothing with its reason; where it is another
number, ``STILL_TRUE`` says why that is no false statement.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd
import pytest

from loaders.declared import Table
from store.access.visitor import AT_THE_MACHINE, acting
from store.database.engine import open_store
from store.views import view
from tests.made.sample import sample_copy
from workstreams import WORKSTREAMS
from workstreams.view import View

REVISED = "the due date that is given is then the current one, and moves are those between uploads"
GIVEN = "the revised due date is then the first date known"
STILL_TRUE = {
    **{(f"actions.{one}", "revised_due_date"): REVISED
       for one in ("overdue", "longest_overdue", "due_next", "moved", "days_moved")},
    **{(f"actions.{one}", "due_date"): GIVEN
       for one in ("overdue", "longest_overdue", "due_next", "days_moved", "on_time", "no_date")},
    ("actions.on_time", "completed_date"): "the upload that shows it in time is proof enough",
    ("actions.evidenced", "evidence"): "officers recorded evidence, which is what is counted",
    ("actions.accepted", "ref"): "an acceptance is recorded under a reference",
    ("indicators.no_new_figure", "value"): "a row without a figure is no new figure",
}  # fmt: skip
NOT_IN_THE_SAMPLE = {
    *(("actions", field) for field in ("detail", "start_date", "priority")),
    *(("trained", field) for field in ("position", "completed_date", "expires_date", "in_scope")),
    ("indicators", "counts"),
}
"""There is nothing of these to take away."""
COLUMNS = [
    (workstream.key, table, column.field)
    for workstream in WORKSTREAMS
    for table in workstream.tables
    for column in table.columns
    if not column.required and (table.key, column.field) not in NOT_IN_THE_SAMPLE
]
"""Without a required one a sheet is not this table, or its rows are stopped."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    path = sample_copy(tmp_path_factory.mktemp("absent") / "sample.sqlite")
    with acting(AT_THE_MACHINE):
        yield view(open_store(f"sqlite:///{path}"), 1, audience="members")


def without(seen: View, table: Table, fields: Sequence[str]) -> View:
    """The view as if no file had had these columns of a table."""
    frame = seen.history[table.key].copy()
    for field in fields:
        frame[field] = pd.Series([None] * len(frame), index=frame.index, dtype=frame[field].dtype)
    snapshots = tuple(
        replace(
            one,
            tables=tuple(
                replace(
                    read,
                    letters={
                        field: letter
                        for field, letter in read.letters.items()
                        if read.table != table.key or field not in fields
                    },
                )
                for read in one.tables
            ),
        )
        for one in seen.snapshots
    )
    return replace(seen, history={**seen.history, table.key: frame}, snapshots=snapshots, shared={})


@pytest.mark.parametrize(
    ("workstream", "table", "field"), COLUMNS, ids=[f"{t.key}.{f}" for _, t, f in COLUMNS]
)
def test_no_measure_makes_a_number_of_a_column_that_is_not_there(
    sample: View, workstream: str, table: Table, field: str
) -> None:
    assert sample.history[table.key][field].notna().any(), "there is none of it to take away"
    bare = without(sample, table, [field])
    (own,) = (one for one in WORKSTREAMS if one.key == workstream)
    for measure in own.measures:
        then, now = measure.figure(sample), measure.figure(bare)
        assert now.value is not None or now.why_missing
        if now.value not in (None, then.value):
            assert (measure.key, field) in STILL_TRUE, f"{measure.key}: {then} became {now}"


@pytest.mark.parametrize("measure", ["overdue", "longest_overdue", "due_next", "moved", "no_date",
                                     "days_moved", "on_time"])  # fmt: skip
def test_without_any_due_date_nothing_is_said_of_dates(sample: View, measure: str) -> None:
    (own,) = (one for one in WORKSTREAMS if one.key == "actions")
    bare = without(sample, own.tables[0], ["due_date", "revised_due_date"])
    (wanted,) = (one for one in own.measures if one.key == f"actions.{measure}")
    assert wanted.figure(sample).value is not None
    found = wanted.figure(bare)
    assert found.value is None
    assert found.why_missing


def test_no_explanation_outlives_what_it_explains() -> None:
    known = {m.key for w in WORKSTREAMS for m in w.measures}
    assert {measure for measure, _ in STILL_TRUE} <= known
