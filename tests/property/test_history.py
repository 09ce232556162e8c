"""What must hold of any plan: whatever order it is read in, and between whichever two dates."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import numpy as np
import pandas as pd
import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.made.invented_plan import invent
from loaders.outcome import Checked
from measures.actions.completion import over_time
from measures.actions.history import compare, events
from measures.following.lives import Lives, lives
from measures.following.standing import Judged, Standing, positions, standing
from store import snapshots
from store.database.engine import open_store
from store.said.judgements import judge
from store.views import view as view_of_store
from tests.made.stores import BY, a_plan, reading, upload
from tests.made.views import view_of
from workstreams.actions import ACTIONS_WORKSTREAM
from workstreams.actions.book import book
from workstreams.actions.columns import ACTIONS

SEEDS = st.integers(0, 10_000)
STEPS = 7
NUMBERS = count(1)


def plan(seed: int, actions: int = 24, steps: int = STEPS) -> pd.DataFrame:
    """An invented history with more holes in it: rows missing here and there, things blanked."""
    history = invent(actions, steps, seed)[0]
    chance = np.random.default_rng(seed)
    history = history[chance.random(len(history)) > 0.06]
    for column in ("due_date", "owner", "evidence"):
        history[column] = history[column].mask(chance.random(len(history)) < 0.08)
    gone = chance.random(len(history)) < 0.06
    history["status"] = history["status"].mask(gone, "withdrawn")
    return history


@pytest.fixture(scope="module")
def own_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sa.Engine]:
    engine = open_store(f"sqlite:///{tmp_path_factory.mktemp('history') / 'store.sqlite'}")
    yield engine
    engine.dispose()


def uploads(history: pd.DataFrame) -> list[tuple[pd.Timestamp, Checked]]:
    """A history as the files it came in, each with its date."""
    blank = reading(ACTIONS, {"ref": "1", "title": "One"})
    files = []
    for step, (when, rows) in enumerate(history.groupby("as_at")):
        frame = rows.drop(columns=["as_at", "snapshot_id"]).reset_index(drop=True)
        files.append((when, upload(replace(blank, frame=frame), sha256=f"{step:064}")))
    return files


def accept(store: sa.Engine, plan_id: int, files: list[tuple[pd.Timestamp, Checked]]) -> list[int]:
    """Accept files in the order given; the ids of their snapshots."""
    return [snapshots.accept(store, plan_id, when.date(), file, BY).id for when, file in files]


def new_plan(store: sa.Engine) -> int:
    return a_plan(store, f"Plan {next(NUMBERS)}").id


def judged_at_random(store: sa.Engine, plan_id: int, seed: int) -> None:
    """What officers recorded of actions of a plan, in the store."""
    chance = np.random.default_rng(seed)
    history = view_of_store(store, plan_id).history["actions"]
    reasons = ("completed", "merged into another action", "withdrawn by decision")
    for ref, when in history[["ref", "as_at"]].sample(8, random_state=seed).to_numpy().tolist():
        value = {"reason": reasons[int(chance.integers(3))], "into": "1.1", "text": "Minute 4"}
        kind = ("no longer listed", "no longer listed", "evidence", "acceptance")
        on = (when + pd.Timedelta(days=int(chance.integers(0, 90)))).date()
        judge(store, plan_id, kind[int(chance.integers(4))], ref, value, BY, on)


def told(store: sa.Engine, plan_id: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Every event of a plan in the store, and where every action stands, without record ids.

    In their place stand the file's date and row, which do not depend on the order of accepting.
    """
    found = book(view_of_store(store, plan_id))
    place = found.lives.records.set_index("record_id")[["as_at", "sheet", "row"]]
    place.columns = ["of", "sheet", "row"]
    happened = events(found.lives).join(place, on="record_id").drop(columns="record_id")
    # Judgements have numbers of their own in each plan.
    return happened, found.now.drop(
        columns=["record_id", "snapshot_id", "source_id", "earlier", "reason"]
    )


@given(seed=SEEDS, order=st.permutations(range(STEPS - 2)))
@settings(max_examples=8, deadline=None)
def test_the_order_in_which_snapshots_are_accepted_changes_nothing(
    own_store: sa.Engine, seed: int, order: list[int]
) -> None:
    files = uploads(plan(seed, 12, STEPS - 2))
    by_date, otherwise = new_plan(own_store), new_plan(own_store)
    accept(own_store, by_date, files)
    accept(own_store, otherwise, [files[place] for place in order])
    for plan_id in (by_date, otherwise):
        judged_at_random(own_store, plan_id, seed)
    for one, other in zip(told(own_store, by_date), told(own_store, otherwise), strict=True):
        pd.testing.assert_frame_equal(one, other)


@given(seed=SEEDS, data=st.data())
@settings(max_examples=8, deadline=None)
def test_withdrawing_snapshots_and_restoring_them_changes_nothing(
    own_store: sa.Engine, seed: int, data: st.DataObject
) -> None:
    plan_id = new_plan(own_store)
    ids = accept(own_store, plan_id, uploads(plan(seed, 12, STEPS - 2)))
    judged_at_random(own_store, plan_id, seed)
    before = told(own_store, plan_id)
    out = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))
    for snapshot in out:
        snapshots.withdraw(own_store, snapshot, BY, "The wrong file")
    assert len(view_of_store(own_store, plan_id).dates) == len(ids) - len(out)
    assert not told(own_store, plan_id)[0].equals(before[0])
    for snapshot in data.draw(st.permutations(out)):
        snapshots.restore(own_store, snapshot, BY)
    for one, other in zip(before, told(own_store, plan_id), strict=True):
        pd.testing.assert_frame_equal(one, other)


def judged(known: Lives, seed: int) -> Judged:
    """Anything that officers may record of anything, several times and at any date."""
    chance = np.random.default_rng(seed)

    def of(how_many: int) -> pd.DataFrame:
        on = known.dates[chance.integers(0, len(known.dates), how_many)]
        days = pd.to_timedelta(chance.integers(-5, 60, how_many), unit="D")
        return pd.DataFrame(
            {
                "life": chance.integers(0, len(known.last), how_many),
                "on": (on + days).astype("datetime64[s]"),
                "outcome": chance.choice(["completed", "merged", "withdrawn"], how_many),
            }
        )

    return Judged(of(10), of(10), of(len(known.last)))


def judged_plan(seed: int) -> tuple[Lives, Standing, Judged]:
    known = lives(plan(seed))
    said = judged(known, seed)
    return known, standing(known, known.dates[-1].date(), said), said


TERMS = ("opening", "new", "reopened", "completed", "dropped", "closing")


def test_the_bridge_always_closes_and_every_step_of_it_was_tried() -> None:
    tried: Counter[str] = Counter()

    @given(SEEDS, st.integers(0, STEPS - 1), st.integers(0, STEPS - 1))
    @settings(max_examples=40, deadline=None)
    def closes(seed: int, one: int, other: int) -> None:
        known, stand, said = judged_plan(seed)
        first, last = sorted((one, other))
        before = positions(known, stand, step=first)
        changed = compare(before, positions(known, stand, step=last))
        bridge = changed.bridge
        assert bridge.closing == (
            bridge.opening + bridge.new + bridge.reopened - bridge.completed - bridge.dropped
        )
        assert bridge.opening == stand.open[:, first].sum()
        assert bridge.closing == stand.open[:, last].sum()
        for term in ("new", "reopened", "completed", "dropped"):
            assert getattr(bridge, term) == len(getattr(changed, term)), term
        if first == last:
            assert bridge.new == bridge.reopened == bridge.completed == bridge.dropped == 0
        tried.update(term for term in TERMS if getattr(bridge, term))
        for term in ("completed", "dropped"):
            rows = getattr(changed, term)
            tried.update(f"{term}, {said.gone['outcome'][n]}" for n in rows["reason"] if n >= 0)
            tried.update(f"{term} in the file" for n in rows["reason"] if n < 0)
        back = changed.reopened["status_before"] == "withdrawn"
        tried.update({"reopened from withdrawn": int(back.sum())})

    closes()
    every = {*TERMS, "completed, completed", "dropped, merged", "dropped, withdrawn"}
    every |= {"completed in the file", "dropped in the file", "reopened from withdrawn"}
    assert {name for name, times in tried.items() if times} == every


def test_every_action_is_open_or_complete_or_dropped_and_the_reason_is_the_latest() -> None:
    several = 0

    @given(SEEDS)
    @settings(max_examples=20, deadline=None)
    def is_one(seed: int) -> None:
        nonlocal several
        known, stand, said = judged_plan(seed)
        exactly = stand.open.astype(int) + stand.complete + stand.dropped
        assert (exactly == stand.known).all()
        assert not (stand.explained & (stand.listed | ~stand.known)).any()
        assert not (stand.overdue & ~stand.open).any()
        assert not (stand.accepted & ~stand.evidenced).any()
        assert not (stand.evidenced & ~stand.complete).any()
        for life, step in zip(*np.nonzero(stand.explained), strict=True):
            counted = said.gone.loc[stand.reason[life, step]]
            assert counted["life"] == life
            by_then = said.gone[said.gone["life"] == life]
            if step < STEPS - 1:
                by_then = by_then[by_then["on"] <= stand.when[step]]
            assert counted["on"] == by_then["on"].max()
            several += len(by_then) > 1
            assert stand.complete[life, step] == (counted["outcome"] == "completed")

    is_one()
    assert several > 20


@given(SEEDS)
@settings(max_examples=10, deadline=None)
def test_counts_over_time_are_those_of_each_date(seed: int) -> None:
    known, stand, _ = judged_plan(seed)
    series = over_time(known, stand)
    for step, row in series.iterrows():
        then = positions(known, stand, step=int(step))
        for name in ("open", "complete", "dropped", "in_scope"):
            assert row[name] == then[name].sum(), name
        assert row["overdue"] == (then["date_position"] == "overdue").sum()
        assert row["gone"] == (then["open"] & ~then["listed"]).sum()
        assert row["in_scope"] == row["open"] + row["complete"]
    # What came into the plan less what left it is how its size changed, at every date.
    assert series["added"].sum() == len(known.state())
    assert (series["added"].cumsum() - series["dropped"] == series["in_scope"]).all()


@given(SEEDS)
@settings(max_examples=8, deadline=None)
def test_the_past_says_the_same_whatever_comes_after(seed: int) -> None:
    history = plan(seed)
    whole = events(lives(history))
    dates = sorted(history["as_at"].unique())
    for until in dates[1:]:
        then = events(lives(history[history["as_at"] <= until]))
        pd.testing.assert_frame_equal(
            then, whole[whole["as_at"] <= until].reset_index(drop=True), check_index_type=False
        )


@given(SEEDS)
@settings(max_examples=8, deadline=None)
def test_first_due_dates_stay_and_every_change_of_a_date_is_counted(seed: int) -> None:
    known = lives(plan(seed))
    for _, life in known.records.groupby("life"):
        first = life["first_due"].dropna().unique()
        assert len(first) <= 1
        due = [None if pd.isna(day) else day for day in life["current_due"]]
        moves, last = 0, None
        for before, day in zip([None, *due[:-1]], due, strict=True):
            moves += day is None and before is not None
            moves += None not in (day, last) and day != last
            last = day or last
        assert life["moves"].iloc[-1] == moves


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
