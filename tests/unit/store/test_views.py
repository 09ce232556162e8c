from datetime import date

import pytest
import sqlalchemy as sa

from store import plans, snapshots
from store.said import judgements, ledger
from store.views import compared_with, view
from tests.made.stores import BY, MAY, NOVEMBER, SEPTEMBER, a_plan, accepted, actions
from workstreams.view import Meeting, Plan, reports_to

OCTOBER = date(2021, 10, 12)
MEETINGS = (Meeting(MAY), Meeting(SEPTEMBER), Meeting(NOVEMBER))


def told(store: sa.Engine) -> Plan:
    """A plan with three meetings and four snapshots, one of them between meetings."""
    plan = a_plan(store)
    plans.add(store, plan.id, MEETINGS, BY)
    for number, as_at in enumerate((MAY, SEPTEMBER, OCTOBER, NOVEMBER)):
        accepted(store, plan, as_at, actions({"title": str(as_at)}, sha256=str(number) * 64))
    return plan


def test_a_view_is_of_the_latest_snapshot_against_the_meeting_before(store: sa.Engine) -> None:
    found = view(store, told(store).id)
    assert (found.as_at, found.since) == (NOVEMBER, SEPTEMBER)
    assert found.now("actions")["title"].tolist() == [str(NOVEMBER)]
    assert found.before("actions")["title"].tolist() == [str(SEPTEMBER)]
    assert found.dates == (MAY, SEPTEMBER, OCTOBER, NOVEMBER)
    assert found.meetings == MEETINGS


def test_a_view_at_an_earlier_date_holds_nothing_later(store: sa.Engine) -> None:
    found = view(store, told(store).id, as_at=OCTOBER)
    assert (found.as_at, found.since) == (OCTOBER, SEPTEMBER)
    assert found.history["actions"]["as_at"].max().date() == OCTOBER


def test_a_date_without_a_snapshot_means_the_snapshot_that_stood_then(store: sa.Engine) -> None:
    found = view(store, told(store).id, as_at=date(2021, 10, 31), since=date(2021, 8, 1))
    assert (found.as_at, found.since) == (OCTOBER, MAY)


def test_the_first_snapshot_is_compared_with_nothing(store: sa.Engine) -> None:
    found = view(store, told(store).id, as_at=MAY)
    assert found.since is None
    assert not len(found.before("actions"))


def test_a_plan_with_no_snapshot_gives_a_view_with_no_records(store: sa.Engine) -> None:
    found = view(store, a_plan(store).id)
    assert found.since is None
    assert found.snapshots == ()
    assert {len(frame) for frame in found.history.values()} == {0}


def test_a_snapshot_sent_before_its_meeting_reports_to_it() -> None:
    assert reports_to(date(2021, 11, 16), MEETINGS) == NOVEMBER
    assert reports_to(NOVEMBER, MEETINGS) == NOVEMBER
    assert reports_to(date(2022, 1, 4), MEETINGS) == date(2022, 1, 4)


@pytest.mark.parametrize(
    ("dates", "as_at", "before"),
    [
        # Sent a week before each meeting: what stood at 7 September was sent on 31 August.
        ((date(2021, 8, 31), date(2021, 11, 16)), date(2021, 11, 16), date(2021, 8, 31)),
        # Sent twice for one meeting: still what stood at the meeting before.
        ((SEPTEMBER, date(2021, 11, 9), date(2021, 11, 16)), date(2021, 11, 16), SEPTEMBER),
        # Nothing stood at the meeting before: the snapshot before, if there is one.
        ((date(2021, 9, 30), NOVEMBER), NOVEMBER, date(2021, 9, 30)),
        ((NOVEMBER,), NOVEMBER, None),
        # After the last meeting known: what stood at it.
        ((SEPTEMBER, NOVEMBER, date(2022, 1, 4)), date(2022, 1, 4), NOVEMBER),
    ],
)
def test_the_date_compared_with_is_what_stood_at_the_meeting_before(
    dates: tuple[date, ...], as_at: date, before: date | None
) -> None:
    assert compared_with(dates, as_at, MEETINGS) == before


def test_a_meeting_to_which_nothing_new_came_is_compared_with_nothing() -> None:
    dates = (SEPTEMBER, date(2021, 9, 30))
    # The September meeting had what was sent on its day; by November there was something new.
    assert compared_with(dates, date(2021, 9, 30), MEETINGS, NOVEMBER) == SEPTEMBER
    assert compared_with((MAY, SEPTEMBER), SEPTEMBER, MEETINGS, NOVEMBER) is None


def test_without_meetings_a_snapshot_is_compared_with_the_one_before() -> None:
    assert compared_with((MAY, SEPTEMBER, NOVEMBER), NOVEMBER, ()) == SEPTEMBER


def test_what_was_recorded_counts_up_to_the_meeting_a_snapshot_reports_to(
    store: sa.Engine,
) -> None:
    plan = told(store)
    for on in (SEPTEMBER, date(2021, 11, 20), date(2022, 2, 1)):
        judgements.judge(store, plan.id, "evidence", str(on), {"text": "Seen"}, BY, on)

    def recorded(as_at: date) -> list[str]:
        return view(store, plan.id, as_at).judged("evidence")["subject"].tolist()

    assert recorded(SEPTEMBER) == ["2021-09-07"]
    assert recorded(OCTOBER) == ["2021-09-07", "2021-11-20"]
    # After the latest snapshot there is no other to belong to.
    assert recorded(NOVEMBER) == ["2021-09-07", "2021-11-20", "2022-02-01"]
    back = view(store, plan.id).back_to(SEPTEMBER)
    assert back.judged("evidence")["subject"].tolist() == ["2021-09-07"]


def test_a_view_as_known_at_a_moment_ignores_all_that_came_after(store: sa.Engine) -> None:
    plan = told(store)
    known_at = ledger.now()
    before = view(store, plan.id, known_at=known_at)
    plans.change_plan(store, plan.id, BY, name="Another name")
    plans.add(store, plan.id, [Meeting(OCTOBER)], BY)
    judgements.judge(store, plan.id, "evidence", "Q7", {"text": "Seen"}, BY)
    later = accepted(store, plan, NOVEMBER, actions({"title": "Later"}, sha256="9" * 64))
    snapshots.withdraw(store, before.snapshots[0].id, BY, "Wrong")

    after = view(store, plan.id, known_at=known_at)
    assert after.plan == before.plan
    assert after.meetings == before.meetings
    assert after.snapshots == before.snapshots
    assert after.judgements.equals(before.judgements)
    assert after.history["actions"].equals(before.history["actions"])
    assert later in view(store, plan.id, audience="members").snapshots


def test_a_view_for_a_meeting_knows_the_meetings_round_it(store: sa.Engine) -> None:
    plan = a_plan(store)
    january = date(2022, 1, 25)
    plans.add(store, plan.id, [*MEETINGS, Meeting(january)], BY)
    for number, as_at in enumerate((date(2021, 8, 31), date(2021, 11, 9))):
        accepted(store, plan, as_at, actions({"title": "One"}, sha256=str(number) * 64))

    sent = view(store, plan.id)
    assert (sent.since, sent.since_met) == (date(2021, 8, 31), SEPTEMBER)
    assert (sent.last_met, sent.next_meeting, sent.nothing_new) == (SEPTEMBER, january, False)
    # The same for the meeting that it was sent for, however it is asked for.
    asked = view(store, plan.id, as_at=NOVEMBER, meeting=NOVEMBER)
    assert (asked.since, asked.next_meeting) == (sent.since, sent.next_meeting)

    idle = view(store, plan.id, as_at=january, meeting=january)
    assert (idle.as_at, idle.since, idle.nothing_new) == (date(2021, 11, 9), None, True)
    assert (idle.last_met, idle.next_meeting) == (NOVEMBER, None)


def test_a_date_that_was_picked_is_not_called_the_last_meeting(store: sa.Engine) -> None:
    found = view(store, told(store).id, since=MAY)
    assert (found.since, found.since_met, found.last_met) == (MAY, None, SEPTEMBER)
