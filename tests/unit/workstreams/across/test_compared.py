"""What two dates are compared, in words."""

from datetime import date

import pytest
import sqlalchemy as sa

from reports.content.blocks import Heading, Paragraph
from reports.meeting import pack_for
from store import plans
from store.database.engine import open_store
from store.views import view
from tests.made.stores import BY, MAY, NOVEMBER, SEPTEMBER, a_plan, accepted, actions
from workstreams.across.compared import compared, heading
from workstreams.view import Meeting, Plan

AUGUST, SENT, JANUARY = date(2021, 8, 31), date(2021, 11, 9), date(2022, 1, 25)
MEETINGS = [Meeting(when) for when in (SEPTEMBER, NOVEMBER, JANUARY)]


@pytest.fixture
def store(tmp_path) -> sa.Engine:
    return open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")


@pytest.fixture
def plan(store: sa.Engine) -> Plan:
    """Uploads sent a week before two meetings, and a third meeting that nothing was sent for."""
    plan = a_plan(store)
    plans.add(store, plan.id, MEETINGS, BY)
    for as_at, due in ((AUGUST, "2021-10-31"), (SENT, "2021-12-31")):
        row = {"ref": "Q1", "title": "Train all staff", "status": "in progress", "due_date": due}
        accepted(store, plan, as_at, actions(row, sha256=str(as_at)[-2:] * 32))
    return plan


def test_the_meeting_is_named_and_the_date_of_its_figures_with_it(store, plan) -> None:
    found = view(store, plan.id)
    assert heading(found) == "Since you last met, on 7 September 2021"
    assert compared(found) == (
        "The plan as at 9 November 2021 is compared with the plan as at 31 August 2021, "
        "which stood at the meeting before, on 7 September 2021."
    )


def test_figures_of_the_meetings_own_day_are_said_to_be(store, plan) -> None:
    accepted(store, plan, SEPTEMBER, actions({"title": "One"}, sha256="e" * 64))
    found = view(store, plan.id)
    assert compared(found) == (
        "The plan as at 9 November 2021 is compared with the plan as at 7 September 2021, "
        "the day of the meeting before."
    )


def test_a_picked_date_is_no_meeting(store, plan) -> None:
    accepted(store, plan, MAY, actions({"title": "One"}, sha256="f" * 64))
    found = view(store, plan.id, since=MAY)
    assert heading(found) == "What changed since 20 May 2021"
    assert compared(found).endswith("with the plan as at 20 May 2021.")


def test_the_first_upload_has_nothing_to_compare_it_with(store, plan) -> None:
    found = view(store, plan.id, as_at=AUGUST)
    assert compared(found) == (
        "This is the first upload, so there is nothing to compare it with yet."
    )


def said(store, plan, meeting) -> list[str]:
    blocks = pack_for(store, plan.id, meeting).blocks
    return [block.text for block in blocks if isinstance(block, Heading | Paragraph)]


def test_a_pack_for_a_meeting_looks_ahead_to_the_one_after_it(store, plan) -> None:
    words = said(store, plan, NOVEMBER)
    assert "Due by the next meeting, 25 January 2022" in words
    assert not [text for text in words if "next meeting, 23 November" in text]


def test_a_pack_for_a_meeting_that_nothing_was_sent_for_says_so(store, plan) -> None:
    words = said(store, plan, JANUARY)
    assert (
        "Nothing has been uploaded since the committee met on 23 November 2021. These are the "
        "figures that it had then." in words
    )
    assert not [text for text in words if text.startswith(("Since 31 August", "Due by the next"))]
