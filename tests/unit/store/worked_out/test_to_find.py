"""What can be found of a plan is kept by what it was made from, and read only as one may."""

import pytest
import sqlalchemy as sa

from measures.finding.index import Entry
from store.access.roles import Role
from store.access.visitor import NotAllowed, Visitor, acting
from store.worked_out.to_find import keep, kept
from tests.made.stores import a_plan

PUBLIC = (Entry("Update", "Q1", "1 to 5 children", "actions", "", 7, "2021-09-07"),)
MEMBERS = (Entry("Update", "Q1", "3 children", "actions", "", 7, "2021-09-07"),)


def test_what_is_kept_is_what_was_made_until_the_plan_or_a_rule_changes(store: sa.Engine) -> None:
    plan, other = a_plan(store).id, a_plan(store, "Another").id
    assert kept(store, {plan: "public"}, {plan: "first"}) == {}
    keep(store, plan, "public", "first", PUBLIC)
    keep(store, other, "public", "first", ())
    keep(store, plan, "members", "first", MEMBERS)
    both = {plan: "first", other: "first"}
    assert kept(store, {plan: "public", other: "public"}, both) == {plan: PUBLIC, other: ()}
    assert kept(store, {plan: "members"}, both) == {plan: MEMBERS}
    keep(store, plan, "public", "second", ())
    assert kept(store, {plan: "public"}, {plan: "first"}) == {}
    assert kept(store, {plan: "public"}, {plan: "second"}) == {plan: ()}
    assert kept(store, {}, {}) == {}


def test_a_reader_is_given_no_members_words_and_nothing_of_another_plan(store: sa.Engine) -> None:
    plan, other = a_plan(store).id, a_plan(store, "Another").id
    keep(store, plan, "members", "first", MEMBERS)
    with acting(Visitor("A reader", {plan: Role.READER})):
        assert kept(store, {plan: "public"}, {plan: "first"}) == {}
        for wanted, who in ((plan, "members"), (other, "public")):
            with pytest.raises(NotAllowed):
                kept(store, {wanted: who}, {wanted: "first"})
            with pytest.raises(NotAllowed):
                keep(store, wanted, who, "first", MEMBERS)
