"""What was asked of owners is kept: once, in the place of what was asked before, by whom."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from store.refused import Refused
from store.said.changes import changes
from store.said.settings import setting
from store.said.updates import WORDS, ask, asked_of
from tests.made.stores import BY, MAY, SEPTEMBER, a_plan, accepted, actions
from workstreams.actions.updates.asked import Asked, AskedSheet

SHEET = AskedSheet("Head of service", (("r1", "Q1", "One"),))
ASKED = Asked(SEPTEMBER, MAY, date(2021, 8, 28), (SHEET,))


@pytest.fixture
def plan_id(store: sa.Engine) -> int:
    plan = a_plan(store)
    accepted(store, plan, MAY, actions({"ref": "Q1", "title": "One"}))
    return plan.id


def test_an_asking_is_kept_with_who_and_when_and_its_words(store: sa.Engine, plan_id: int) -> None:
    made = ask(store, plan_id, ASKED, "Dear all", BY)
    assert replace(made, id=0, by="", at=None) == ASKED
    assert made.id > 0
    assert (made.by, made.at is not None) == (BY, True)
    assert asked_of(store, plan_id) == (made,)
    assert setting(store, plan_id, WORDS) == "Dear all"


def test_the_same_asking_again_is_the_same_and_its_sheets_stay_good(
    store: sa.Engine, plan_id: int
) -> None:
    first = ask(store, plan_id, ASKED, "Dear all", BY)
    assert ask(store, plan_id, ASKED, "Dear all again", BY) == first
    assert setting(store, plan_id, WORDS) == "Dear all again"


def test_asked_anew_for_a_meeting_the_earlier_asking_is_kept_and_does_not_stand(
    store: sa.Engine, plan_id: int
) -> None:
    first = ask(store, plan_id, ASKED, "", BY)
    other = ask(store, plan_id, replace(ASKED, meeting=date(2021, 11, 23)), "", BY)
    anew = ask(store, plan_id, replace(ASKED, reply_by=None), "", BY)
    assert [(one.id, one.stands) for one in asked_of(store, plan_id)] == [
        (first.id, False),
        (other.id, True),
        (anew.id, True),
    ]


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (replace(ASKED, sheets=()), "nobody to ask"),
        (replace(ASKED, reply_by=date(2021, 9, 8)), "back after the meeting"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_kept(
    store: sa.Engine, plan_id: int, asked: Asked, why: str
) -> None:
    before = len(changes(store, plan_id))
    with pytest.raises(Refused, match=why):
        ask(store, plan_id, asked, "Words", BY)
    assert len(changes(store, plan_id)) == before
