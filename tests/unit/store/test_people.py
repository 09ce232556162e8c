"""People and their roles: given, taken away, never without a name, and gone at once."""

import pytest
import sqlalchemy as sa

from store.access.roles import Role
from store.access.visitor import NotAllowed, Visitor, acting
from store.people import give, people, roles_of, take_away
from store.refused import Refused
from tests.made.stores import BY, a_plan

CLERK = "Scrutiny.Clerk@example.gov.uk"


def test_a_role_is_held_however_the_address_is_cased(store: sa.Engine) -> None:
    plan = a_plan(store)
    give(store, f" {CLERK} ", Role.OFFICER, plan.id, BY)
    give(store, CLERK, Role.READER, None, BY)
    assert roles_of(store, CLERK.upper()) == {plan.id: Role.OFFICER, None: Role.READER}
    assert roles_of(store, "another@example.gov.uk") == {}


def test_a_new_role_takes_the_place_of_the_old_one_in_that_plan_alone(store: sa.Engine) -> None:
    first, second = a_plan(store), a_plan(store, "A further plan")
    give(store, CLERK, Role.OFFICER, first.id, BY)
    give(store, CLERK, Role.OFFICER, second.id, BY)
    give(store, CLERK, Role.MEMBER, first.id, BY)
    assert roles_of(store, CLERK) == {first.id: Role.MEMBER, second.id: Role.OFFICER}
    assert len(people(store)) == 2


def test_what_is_taken_away_is_gone_at_once_and_not_twice(store: sa.Engine) -> None:
    give(store, CLERK, Role.ADMINISTRATOR, None, BY)
    (person,) = people(store)
    take_away(store, person.id, BY)
    assert roles_of(store, CLERK) == {}
    with pytest.raises(Refused, match="not held any more"):
        take_away(store, person.id, BY)


@pytest.mark.parametrize("address", ["", "clerk", "@example.gov.uk", "clerk@", "a@b@c", "a b@c.uk"])
def test_what_is_no_address_is_refused(store: sa.Engine, address: str) -> None:
    with pytest.raises(Refused, match="not an e-mail address"):
        give(store, address, Role.READER, None, BY)


def test_only_an_administrator_of_all_plans_sees_and_says_who_may_do_what(store: sa.Engine) -> None:
    plan = a_plan(store)
    give(store, CLERK, Role.READER, None, BY)
    (person,) = people(store)
    for roles in ({}, {None: Role.OFFICER}, {plan.id: Role.ADMINISTRATOR}):
        with acting(Visitor("Somebody", roles)):
            for doing in (
                lambda: people(store),
                lambda: give(store, CLERK, Role.ADMINISTRATOR, None, "Somebody"),
                lambda: take_away(store, person.id, "Somebody"),
            ):
                with pytest.raises(NotAllowed):
                    doing()
    assert roles_of(store, CLERK) == {None: Role.READER}
