"""Names that differ only in how they are written are one name, in both databases and at once."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import sqlalchemy as sa

from store import plans
from store.access.roles import Role
from store.access.visitor import AT_THE_MACHINE, acting
from store.commands import plan_named
from store.keeping.sources import rename
from store.people import give, people, roles_of
from store.refused import Refused
from store.snapshots import accept
from store.sources.kept import Adds, sources
from tests.made.stores import BY, MAY, SEPTEMBER, a_plan, actions

SAME = (
    ("Improvement plan", "IMPROVEMENT PLAN"),
    ("Improvement plan", "  improvement\u00a0 plan "),
    ("École", "école"),
    ("École", "E\u0301COLE"),
    ("ÅNGSTRÖM", "a\u030angstro\u0308m"),
    ("Straße", "STRASSE"),
    ("ΠΛΆΝΟΣ", "πλάνος"),
    ("ПЛАН", "план"),
    ("Ǆ", "ǆ"),
)


@pytest.mark.parametrize(("first", "second"), SAME)
def test_a_plan_has_one_name_however_it_is_written(
    first: str, second: str, store: sa.Engine
) -> None:
    one = a_plan(store, first)
    with pytest.raises(Refused, match="already a plan"):
        a_plan(store, second)
    other = a_plan(store, "Another plan")
    with pytest.raises(Refused, match="already a plan"):
        plans.change_plan(store, other.id, BY, name=second)
    assert plan_named(store, second) == one
    assert plans.change_plan(store, one.id, BY, name=second).name == second.strip()


@pytest.mark.parametrize(("first", "second"), SAME)
def test_a_file_of_a_plan_has_one_name_however_it_is_written(
    first: str, second: str, store: sa.Engine
) -> None:
    plan = a_plan(store)
    log = actions({"ref": "Q1", "title": "One"})
    accept(store, plan.id, MAY, log, BY, into=Adds(first))
    with pytest.raises(Refused, match="has a source called"):
        accept(store, plan.id, SEPTEMBER, log, BY, into=Adds(second))
    (source,) = sources(store, plan.id)
    other = accept(store, plan.id, SEPTEMBER, log, BY, into=Adds("Another")).source
    with pytest.raises(Refused, match="has a source called"):
        rename(store, plan.id, other, second, BY)
    assert rename(store, plan.id, source, second, BY).name == " ".join(second.split())


@pytest.mark.parametrize("names", [("École", "école"), ("Plan", "plan"), ("Plan", "Plan")])
def test_of_two_plans_added_at_once_under_one_name_one_is_refused(
    names: tuple[str, str], store: sa.Engine
) -> None:
    done = at_once([lambda name=name: a_plan(store, name) for name in names])  # type: ignore[misc]
    assert sorted(type(one).__name__ for one in done) == ["Plan", "Refused"]
    assert len(plans.plans(store)) == 1


def test_of_two_plans_renamed_at_once_to_one_name_one_is_refused(store: sa.Engine) -> None:
    first, second = a_plan(store, "First"), a_plan(store, "Second")
    done = at_once(
        [
            lambda: plans.change_plan(store, first.id, BY, name="École"),
            lambda: plans.change_plan(store, second.id, BY, name="ÉCOLE"),
        ]
    )
    assert sorted(type(one).__name__ for one in done) == ["Plan", "Refused"]


def test_somebody_who_is_given_two_roles_at_once_holds_one(store: sa.Engine) -> None:
    done = at_once(
        [
            lambda: give(store, "Clerk@example.gov.uk", Role.OFFICER, None, BY),
            lambda: give(store, "clerk@EXAMPLE.gov.uk", Role.READER, None, BY),
        ]
    )
    assert done == [None, None]
    (person,) = people(store)
    assert roles_of(store, "CLERK@example.gov.uk") == {None: person.role}


def test_people_stand_in_one_order(store: sa.Engine) -> None:
    addresses = ["émile@a.uk", "zoe@a.uk", "a_b@a.uk", "a.c@a.uk", "ab@a.uk", "A-D@a.uk"]
    for address in addresses:
        give(store, address, Role.READER, None, BY)
    assert [one.address for one in people(store)] == sorted(map(str.casefold, addresses))


def at_once(acts: Sequence[Callable[[], object]]) -> list[object]:
    """What each gives, begun at the same moment; a refusal as it is."""
    begin = Barrier(len(acts))

    def one(act: Callable[[], object]) -> object:
        begin.wait()
        try:
            with acting(AT_THE_MACHINE):
                return act()
        except Refused as why:
            return why

    with ThreadPoolExecutor(len(acts)) as several:
        return list(several.map(one, acts))
