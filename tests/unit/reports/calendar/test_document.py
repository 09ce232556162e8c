"""The calendar file: read back by its own library, and the same events from file to file."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from icalendar import Calendar

from reports.calendar.__main__ import main
from reports.calendar.document import written
from store import plans, snapshots
from tests.made.stores import BY, MAY, SEPTEMBER, a_plan, actions, day
from workstreams.view import Meeting

ONE = {
    "ref": "Q1",
    "title": "Write it; all, of it",
    "owner": "Clerk",
    "due_date": day("2021-10-31"),
}


@pytest.fixture
def plan_id(store: sa.Engine) -> int:
    plan = a_plan(store)
    snapshots.accept(store, plan.id, MAY, actions(ONE), BY)
    plans.add(store, plan.id, [Meeting(SEPTEMBER, "Scrutiny")], BY)
    return plan.id


def events(store: sa.Engine, plan_id: int, owner: str = "") -> dict[str, Any]:
    calendar = Calendar.from_ical(written(store, plan_id, owner))
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_each_thing_is_a_whole_day_that_keeps_nobody_busy(store: sa.Engine, plan_id: int) -> None:
    found = events(store, plan_id)
    assert set(found) == {"Meeting: Scrutiny", "Due: Q1 Write it; all, of it"}
    event = found["Due: Q1 Write it; all, of it"]
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (
        date(2021, 10, 31),
        date(2021, 11, 1),
    )
    assert not isinstance(event.decoded("dtstart"), datetime)
    assert event["transp"] == "TRANSPARENT"
    assert "Owner: Clerk" in event["description"]


def test_a_later_file_changes_the_same_event_and_says_that_it_is_later(
    store: sa.Engine, plan_id: int
) -> None:
    before = events(store, plan_id)["Due: Q1 Write it; all, of it"]
    moved = ONE | {"title": "Write all of it", "revised_due_date": day("2021-12-31")}
    snapshots.accept(store, plan_id, SEPTEMBER, actions(moved, sha256="b" * 64), BY)
    after = events(store, plan_id)["Due: Q1 Write all of it"]
    assert after["uid"] == before["uid"]
    assert after.decoded("dtstart") == date(2021, 12, 31)
    assert after["sequence"] > before["sequence"]
    done = moved | {"status": "complete"}
    snapshots.accept(store, plan_id, date(2021, 9, 8), actions(done, sha256="c" * 64), BY)
    assert events(store, plan_id)["Due: Q1 Write all of it"]["status"] == "CANCELLED"


def test_the_same_plan_is_the_same_bytes_and_no_two_things_share_an_identifier(
    store: sa.Engine, plan_id: int
) -> None:
    assert written(store, plan_id) == written(store, plan_id)
    other = a_plan(store, "Another plan")
    snapshots.accept(store, other.id, MAY, actions(ONE), BY)
    plans.add(store, other.id, [Meeting(SEPTEMBER, "Scrutiny")], BY)
    uids = [e["uid"] for plan in (plan_id, other.id) for e in events(store, plan).values()]
    assert len(set(uids)) == len(uids) == 4


def test_an_owners_file_has_no_action_of_another(store: sa.Engine, plan_id: int) -> None:
    assert set(events(store, plan_id, "Head of service")) == {"Meeting: Scrutiny"}


def test_the_command_prints_what_is_due_and_writes_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from store.database.engine import open_store

    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'store.sqlite'}")
    plan = a_plan(open_store(), "Legal plan")
    snapshots.accept(open_store(), plan.id, MAY, actions(ONE), BY)
    out = tmp_path / "out" / "plan.ics"
    asked = ["--plan", "Legal plan", "--from", "2021-10-20", "--out", str(out)]
    assert main(asked) == 0
    assert "31 October 2021: Due: Q1 Write it; all, of it (Clerk)" in capsys.readouterr().out
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert main(["--plan", "Other"]) == 2
    assert "There is no plan called “Other”." in capsys.readouterr().err
