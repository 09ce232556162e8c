"""What must hold of any plan: whatever order it is read in, and between whichever two dates."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.invented_plan import invent
from measures.completion import over_time
from measures.history import compare, events
from measures.lives import Lives, lives
from measures.standing import positions, standing
from tests.golden.golden import view_of
from workstreams.actions import ACTIONS_WORKSTREAM

SEEDS = st.integers(0, 10_000)
STEPS = 7


def plan(seed: int) -> pd.DataFrame:
    return invent(24, STEPS, seed)[0]


def as_known(known: Lives, columns: list[str]) -> pd.DataFrame:
    """The actions as last known, without the numbers that depend on the order of reading."""
    return known.state()[columns].sort_values(columns, ignore_index=True)


SAID = ["ref", "title", "status", "first_due", "current_due", "moves", "reopenings", "first_seen"]


@given(SEEDS, st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None)
def test_the_order_in_which_snapshots_were_accepted_changes_nothing(seed, random) -> None:
    history = plan(seed)
    ids = list(range(1, STEPS + 1))
    random.shuffle(ids)
    # The store numbers snapshots and records as they come; a history is in order of date.
    other = history.assign(snapshot_id=history["snapshot_id"].map(dict(enumerate(ids, 1))))
    other = other.set_axis(other.index + 1000 * other["snapshot_id"], axis=0)
    pd.testing.assert_frame_equal(
        as_known(lives(history), SAID), as_known(lives(other.rename_axis("record_id")), SAID)
    )


@given(SEEDS, st.integers(1, STEPS))
@settings(max_examples=12, deadline=None)
def test_withdrawing_a_snapshot_and_restoring_it_changes_nothing(seed: int, step: int) -> None:
    history = plan(seed)
    withdrawn = history[history["snapshot_id"] != step]
    restored = pd.concat([withdrawn, history[history["snapshot_id"] == step]])
    restored = restored.sort_values(["as_at", "row"], kind="stable")
    assert len(lives(withdrawn).dates) == STEPS - 1
    pd.testing.assert_frame_equal(as_known(lives(history), SAID), as_known(lives(restored), SAID))


@given(SEEDS, st.integers(0, STEPS - 1), st.integers(0, STEPS - 1))
@settings(max_examples=20, deadline=None)
def test_the_bridge_always_closes(seed: int, one: int, other: int) -> None:
    known = lives(plan(seed))
    stand = standing(known, known.dates[-1].date())
    first, last = sorted((one, other))
    bridge = compare(positions(known, stand, step=first), positions(known, stand, step=last)).bridge
    assert bridge.closing == (
        bridge.opening + bridge.new + bridge.reopened - bridge.completed - bridge.dropped
    )
    if first == last:
        assert bridge.new == bridge.reopened == bridge.completed == bridge.dropped == 0


@given(SEEDS)
@settings(max_examples=8, deadline=None)
def test_counts_over_time_are_those_of_each_date(seed: int) -> None:
    known = lives(plan(seed))
    stand = standing(known, known.dates[-1].date())
    series = over_time(known, stand)
    for step, row in series.iterrows():
        then = positions(known, stand, step=int(step))
        assert row["open"] == then["open"].sum()
        assert row["complete"] == then["complete"].sum()
        assert row["overdue"] == (then["date_position"] == "overdue").sum()
        assert row["in_scope"] == row["open"] + row["complete"]
    assert series["added"].sum() == len(known.state())


@given(SEEDS)
@settings(max_examples=8, deadline=None)
def test_an_action_is_listed_for_as_many_records_as_it_has(seed: int) -> None:
    history = plan(seed)
    known = lives(history)
    assert known.listed.sum() == len(history)
    told = events(known)
    assert (told["event"] == "first listed").sum() == len(known.state())
    gone = (told["event"] == "no longer listed").sum()
    again = (told["event"] == "listed again").sum()
    assert gone - again == (~known.state()["listed"]).sum()


@given(SEEDS, st.integers(1, STEPS))
@settings(max_examples=10, deadline=None)
def test_a_view_taken_back_says_what_it_would_have_said_then(seed: int, step: int) -> None:
    history = plan(seed)
    dates = sorted({when.date() for when in history["as_at"]})
    now = view_of({"actions": history})
    for measure in ACTIONS_WORKSTREAM.measures:
        measure.figure(now)
    taken_back = now.back_to(dates[step - 1])
    then = view_of({"actions": history[history["snapshot_id"] <= step]}, since="")
    for measure in ACTIONS_WORKSTREAM.measures:
        assert measure.figure(taken_back) == measure.figure(then), measure.key


@pytest.mark.parametrize("size", [0, 1])
def test_a_plan_of_no_or_one_action_has_charts_or_none_but_never_fails(size: int) -> None:
    history = plan(1)
    one = history[history["ref"] == history["ref"].iloc[0]]
    view = view_of({"actions": one if size else history.iloc[0:0]}, as_at="2013-01-31")
    charts = [chart(view) for chart in ACTIONS_WORKSTREAM.charts]
    assert any(chart is not None for chart in charts) == bool(size)
    assert ACTIONS_WORKSTREAM.finding(view)
    for measure in ACTIONS_WORKSTREAM.measures:
        figure = measure.figure(view)
        assert (figure.value is None) == bool(figure.why_missing)
        assert figure.value is None or not np.isnan(figure.value)
