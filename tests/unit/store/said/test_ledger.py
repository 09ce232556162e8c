"""What stands now is told by what was written, whatever any server's clock says."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from store import plans, snapshots
from store.said import ledger, settings
from store.views import view
from tests.made.stores import MAY, a_plan, accepted, actions

ONE = {"ref": "Q1", "title": "One"}


def at(monkeypatch: pytest.MonkeyPatch, ahead: timedelta) -> None:
    """A server whose clock is ahead, or behind where it is less than nothing."""
    monkeypatch.setattr("store.said.ledger.now", lambda: datetime.now(UTC) + ahead)


@pytest.mark.parametrize("ahead", [timedelta(seconds=25), timedelta(days=400)])
def test_a_server_ahead_is_heard_at_once(
    store: sa.Engine, monkeypatch: pytest.MonkeyPatch, ahead: timedelta
) -> None:
    plan = a_plan(store)
    snapshot = accepted(store, plan, MAY, actions(ONE))
    with monkeypatch.context() as other:
        at(other, ahead)
        snapshots.withdraw(store, snapshot.id, "Clerk", "Wrong file")
        settings.change_setting(store, plan.id, "reading: sheets", {"Plan": "actions"}, "Officer")
        later = plans.add_plan(store, "Added ahead", "Committee", by="Clerk")
    assert snapshots.snapshots(store, plan.id) == ()
    assert settings.settings(store, plan.id)["reading: sheets"] == {"Plan": "actions"}
    assert [one.name for one in plans.plans(store)] == [plan.name, later.name]
    snapshots.restore(store, snapshot.id, "Clerk")
    assert len(view(store, plan.id).snapshots) == 1


def test_a_clock_put_back_takes_nothing_away(
    store: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = a_plan(store)
    accepted(store, plan, MAY, actions(ONE))
    at(monkeypatch, -timedelta(days=3_000))
    assert [one.name for one in plans.plans(store)] == [plan.name]
    assert len(view(store, plan.id).history["actions"]) == 1
    plans.change_plan(store, plan.id, "Officer", committee="Another committee")
    assert plans.plan(store, plan.id).committee == "Another committee"


def test_an_earlier_moment_is_still_read_as_it_was(store: sa.Engine) -> None:
    plan = a_plan(store)
    moment = ledger.now()
    plans.change_plan(store, plan.id, "Officer", committee="Another committee")
    assert plans.plan(store, plan.id, known_at=moment).committee == plan.committee
