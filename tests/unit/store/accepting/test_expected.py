"""What is still to come of each source before the committee meets."""

from datetime import date

import pytest
import sqlalchemy as sa

from store import plans, snapshots
from store.accepting.expected import expected
from tests.made.stores import BY, a_plan
from tests.unit.store.sources.made import DECEMBER, NAMES, OCTOBER, by_date
from workstreams.view import Meeting


def test_what_did_not_come_since_the_last_meeting_is_expected_before_the_next(
    store: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PERSON_KEY_SECRET", "for tests")
    plan = a_plan(store)
    uploads = [one for one in by_date() if one[1] < DECEMBER]
    for _, when, file in uploads:
        snapshots.accept(store, plan.id, when, file, "HR analyst", {"": "Sent so."})
    today = date(2025, 11, 20)
    words = {one.words for one in expected(store, plan.id, today)}
    assert words == {"No later meeting is entered"}
    plans.add(store, plan.id, [Meeting(when) for when in (OCTOBER, DECEMBER)], BY)
    found = {one.source.name: one for one in expected(store, plan.id, today)}
    assert found[NAMES["plan"]].words == "A file before the meeting of 9 December 2025"
    assert found[NAMES["log"]].words == "Nothing: it came since the meeting of 14 October 2025"
    assert found[NAMES["posts"]].latest.accepted_by == "HR analyst"
    assert expected(store, a_plan(store, "Another").id, today) == ()
