"""Servers whose clocks differ, or were put back: what was said first stands first."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from store import plans
from store.access.visitor import AT_THE_MACHINE, acting
from store.database.tables import LEDGER
from store.database.version import version
from store.refused import Refused
from store.said import ledger, packs
from store.snapshots import restore, snapshots, withdraw
from store.views import view
from tests.made.stores import BY, NOVEMBER, SEPTEMBER, a_plan, accepted, actions
from workstreams.view import Meeting


class Clock:
    """A clock that tests put where they like, from now on."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    found = Clock()
    monkeypatch.setattr(ledger, "now", found)
    return found


@pytest.mark.parametrize("other", [25, -25, 3600, -86400])
def test_a_withdrawal_by_a_server_whose_clock_differs_is_seen_and_undone(
    store: sa.Engine, clock: Clock, other: int
) -> None:
    plan = a_plan(store)
    snapshot = accepted(store, plan, SEPTEMBER, actions({"title": "Write the plan"}))
    before = version(store, plan.id)
    clock.ahead = timedelta(seconds=other)
    withdraw(store, snapshot.id, BY, "The wrong file.")
    clock.ahead = timedelta()
    assert version(store, plan.id) != before
    assert snapshots(store, plan.id) == ()
    restore(store, snapshot.id, BY)
    assert [one.id for one in snapshots(store, plan.id)] == [snapshot.id]


@pytest.mark.parametrize("back", [1, 25, 7200, 400 * 86400])
def test_nothing_disappears_when_a_clock_is_put_back(
    store: sa.Engine, clock: Clock, back: int
) -> None:
    plan = a_plan(store)
    accepted(store, plan, SEPTEMBER, actions({"title": "Write the plan"}))
    plans.add(store, plan.id, [Meeting(NOVEMBER, "Committee")], BY)
    clock.ahead = -timedelta(seconds=back)
    issued = packs.issue(store, plan.id, NOVEMBER, BY)
    found = view(store, plan.id, known_at=issued.known_at)
    assert found.now("actions")["title"].tolist() == ["Write the plan"]
    assert found.meetings == (Meeting(NOVEMBER, "Committee"),)
    assert [one.name for one in plans.plans(store)] == [plan.name]


@pytest.mark.parametrize("back", [0, 1, 25, 7200])
def test_a_pack_stays_as_it_was_whatever_a_slower_clock_says_of_later_changes(
    store: sa.Engine, clock: Clock, back: int
) -> None:
    plan = a_plan(store)
    snapshot = accepted(store, plan, SEPTEMBER, actions({"title": "As it was"}))
    issued = packs.issue(store, plan.id, SEPTEMBER, BY)
    clock.ahead = -timedelta(seconds=back)
    accepted(store, plan, SEPTEMBER, actions({"title": "Corrected"}, sha256="b" * 64))
    withdraw(store, snapshot.id, BY, "Corrected.")
    plans.change_plan(store, plan.id, BY, committee="Another committee")
    then = view(store, plan.id, known_at=issued.known_at)
    assert then.now("actions")["title"].tolist() == ["As it was"]
    assert then.plan.committee == plan.committee
    assert view(store, plan.id).now("actions")["title"].tolist() == ["Corrected"]


def test_moments_are_in_the_order_of_the_databases_own_ids(store: sa.Engine, clock: Clock) -> None:
    plan = a_plan(store)
    for number, ahead in enumerate((0, 25, -25, 90, 0, -3600)):
        clock.ahead = timedelta(seconds=ahead)
        plans.change_plan(store, plan.id, BY, committee=f"Committee {number}")
    with store.connect() as connection:
        rows = connection.execute(sa.select(LEDGER).order_by(LEDGER.c.id)).all()
    moments = [row.at for row in rows]
    assert moments == sorted(set(moments))
    assert all(row.ended_at > row.at for row in rows if row.ended_at)


@pytest.mark.parametrize("name", ["Legal plan", "legal PLAN", "  Legal plan "])
def test_the_second_of_two_officers_who_add_one_plan_gets_a_sentence(
    store: sa.Engine, name: str
) -> None:
    plans.add_plan(store, "Legal plan", "Scrutiny", by=BY)
    with pytest.raises(Refused, match="There is already a plan called"):
        plans.add_plan(store, name, "Scrutiny", by=BY)


def test_officers_who_add_one_plan_at_once_get_one_plan_and_sentences(store: sa.Engine) -> None:
    at_once = threading.Barrier(4)
    said: list[str] = []

    def add() -> None:
        with acting(AT_THE_MACHINE):
            at_once.wait(timeout=20)
            try:
                plans.add_plan(store, "Legal plan", "Scrutiny", by=BY)
                said.append("added")
            except Refused as why:
                said.append(str(why))

    threads = [threading.Thread(target=add) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(timeout=60)
    sentence = "There is already a plan called “Legal plan”. Choose another name."
    assert sorted(said) == sorted(["added", sentence, sentence, sentence])
    assert [one.name for one in plans.plans(store)] == ["Legal plan"]


def test_a_name_taken_after_the_look_is_a_sentence_too(
    store: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As two officers meet on a database that lets both write: the look finds nothing yet."""
    first = plans.add_plan(store, "Legal plan", "Scrutiny", by=BY)
    other = plans.add_plan(store, "Other plan", "Scrutiny", by=BY)
    monkeypatch.setattr(plans, "_check_name", lambda *given: None)
    with pytest.raises(Refused, match="There is already a plan called “Legal plan”"):
        plans.add_plan(store, "Legal plan", "Scrutiny", by=BY)
    with pytest.raises(Refused, match="There is already a plan called “Legal plan”"):
        plans.change_plan(store, other.id, BY, name="Legal plan")
    assert [one.name for one in plans.plans(store)] == [first.name, other.name]
