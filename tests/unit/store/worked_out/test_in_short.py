"""Plans in short are kept by what they were worked out from, and read only as the visitor may."""

from datetime import date

import pytest
import sqlalchemy as sa

from store.access.roles import Role
from store.access.visitor import NotAllowed, Visitor, acting
from store.views import view
from store.worked_out import in_short as kept_in_short
from tests.made.stores import SEPTEMBER, a_plan, accepted, actions, day
from workstreams.across.in_short import InShort, in_short

LATE = {"title": "One", "status": "in progress", "due_date": day("2021-01-31")}
ASKED = {"title": "Two", "kind": "recommendation", "raised_date": day("2021-05-20")}


def made(store: sa.Engine) -> tuple[int, InShort]:
    plan = a_plan(store)
    accepted(store, plan, SEPTEMBER, actions(LATE, ASKED))
    return plan.id, in_short(view(store, plan.id))


def test_a_plan_in_short_counts_what_a_chair_asks_about(store: sa.Engine) -> None:
    _, short = made(store)
    # Of a first file nobody can say what vanished from it.
    assert (short.late, short.unanswered, short.vanished) == (1, 1, None)
    assert short.last_upload == SEPTEMBER
    assert short.next_meeting(SEPTEMBER) is None


def test_a_plan_without_actions_has_no_counts(store: sa.Engine) -> None:
    short = in_short(view(store, a_plan(store).id))
    assert (short.late, short.unanswered, short.vanished) == (None, None, None)


def test_the_next_meeting_is_the_first_that_is_not_over() -> None:
    days = (date(2021, 9, 7), date(2021, 5, 20), date(2021, 11, 23))
    short = InShort(SEPTEMBER, days, (), 0, 0, 0)
    assert short.next_meeting(date(2021, 9, 7)) == date(2021, 9, 7)
    assert short.next_meeting(date(2021, 9, 8)) == date(2021, 11, 23)
    assert short.next_meeting(date(2021, 11, 24)) is None


def test_what_is_kept_is_what_was_made_until_the_plan_or_a_rule_changes(store: sa.Engine) -> None:
    plan, short = made(store)
    assert kept_in_short.kept(store, {plan: "public"}, {plan: "first"}) == {}
    kept_in_short.keep(store, plan, "public", "first", short)
    assert kept_in_short.kept(store, {plan: "public"}, {plan: "first"}) == {plan: short}
    assert kept_in_short.kept(store, {plan: "public"}, {plan: "second"}) == {}
    assert kept_in_short.kept(store, {plan: "members"}, {plan: "first"}) == {}
    kept_in_short.keep(store, plan, "public", "second", short)
    assert kept_in_short.kept(store, {plan: "public"}, {plan: "second"}) == {plan: short}
    assert kept_in_short.kept(store, {}, {}) == {}


def test_a_reader_is_given_no_members_line(store: sa.Engine) -> None:
    plan, short = made(store)
    kept_in_short.keep(store, plan, "members", "first", short)
    with acting(Visitor("A reader", {plan: Role.READER})):
        assert kept_in_short.kept(store, {plan: "public"}, {plan: "first"}) == {}
        with pytest.raises(NotAllowed):
            kept_in_short.kept(store, {plan: "members"}, {plan: "first"})
        with pytest.raises(NotAllowed):
            kept_in_short.keep(store, plan, "members", "first", short)
