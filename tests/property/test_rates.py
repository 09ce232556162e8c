"""Whatever the records hold, a share is a share, and the order of rows changes no figure."""

from dataclasses import replace
from datetime import date

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.made.views import view_of
from workstreams import TABLES, WORKSTREAMS
from workstreams.view import View

DAY = date(2022, 11, 22)
MAY_PASS_ONE = {"recruitment.turnover_rate"}
"""More people can leave in a year than are in post at its end."""

days = st.dates(date(2021, 1, 1), date(2023, 6, 30)) | st.none()
counts = st.integers(0, 40).map(float)
rows_of = {
    "actions": st.fixed_dictionaries(
        {
            "ref": st.text("Q123456789", min_size=1, max_size=3),
            "title": st.text("abc ", min_size=1, max_size=8),
            "status": st.sampled_from(["not started", "in progress", "complete", "withdrawn"]),
            "due_date": days,
            "revised_due_date": days,
            "completed_date": days,
        }
    ),
    "posts": st.fixed_dictionaries(
        {
            "post": st.text("P0123456789", min_size=2, max_size=4),
            "title": st.just("Solicitor"),
            "fte": st.floats(0, 2).map(lambda hours: round(hours, 2)) | st.none(),
            "position": st.sampled_from(["advertised", "filled, permanent", "frozen"]) | st.none(),
            "cover": st.sampled_from(["agency", "none"]) | st.none(),
            "left_date": days,
        }
    ),
    "cohorts": st.fixed_dictionaries(
        {
            "cohort": st.sampled_from(["Social workers", "Councillors"]),
            "course": st.sampled_from(["Call-in", "Human Rights Act"]),
            "in_role": counts,
            "in_date": counts,
            "expired": counts | st.none(),
            "booked": counts | st.none(),
            "never": counts | st.none(),
        }
    ),
}
plans = st.fixed_dictionaries(
    {key: st.lists(rows, min_size=1, max_size=8) for key, rows in rows_of.items()}
)


def view(plan: dict[str, list[dict[str, object]]], order: st.DataObject | None = None) -> View:
    """One snapshot of these rows; with an order, the same records stored in another."""
    history = {}
    first = 1
    for table in TABLES:
        rows = plan.get(table.key, [])
        values = {field: [row.get(field) for row in rows] for field in rows[0]} if rows else {}
        frame = table.frame(values)
        frame["row"] = range(2, len(frame) + 2)
        frame["snapshot_id"] = pd.Series([1] * len(frame), dtype="int64")
        frame["as_at"] = pd.Series([pd.Timestamp(DAY)] * len(frame), dtype="datetime64[s]")
        frame.index = pd.RangeIndex(first, first + len(frame), name="record_id")
        if order is not None and len(frame):
            frame = frame.loc[order.draw(st.permutations(list(frame.index)))]
        history[table.key] = frame
        first += 1000
    return replace(view_of(history), as_at=DAY, shared={})


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans)
def test_every_share_stays_between_none_and_all(plan) -> None:
    seen = view(plan)
    for workstream in WORKSTREAMS:
        for measure in workstream.measures:
            figure = measure.figure(seen)
            if measure.unit == "percent" and measure.key not in MAY_PASS_ONE:
                assert figure.value is None or 0 <= figure.value <= 1, (measure.key, figure)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans, st.data())
def test_the_order_of_records_changes_no_figure(plan, order) -> None:
    here, there = view(plan), view(plan, order)
    for workstream in WORKSTREAMS:
        for measure in workstream.measures:
            assert str(measure.figure(here)) == str(measure.figure(there)), measure.key
