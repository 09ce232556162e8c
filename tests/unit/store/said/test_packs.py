import pytest
import sqlalchemy as sa

from store import plans
from store.refused import Refused
from store.said import packs
from store.views import view
from tests.made.stores import BY, MAY, SEPTEMBER, a_plan, accepted, actions


def test_a_meetings_pack_is_made_from_the_same_moment_every_time(store: sa.Engine) -> None:
    plan = a_plan(store)
    accepted(store, plan, MAY, actions({"title": "As it was"}))
    first = packs.issue(store, plan.id, MAY, BY)
    accepted(store, plan, MAY, actions({"title": "Corrected"}, sha256="b" * 64))
    plans.change_plan(store, plan.id, BY, committee="Another committee")

    again = packs.issue(store, plan.id, MAY, "Somebody else")

    assert again == first
    found = view(store, plan.id, MAY, known_at=again.known_at)
    assert found.now("actions")["title"].tolist() == ["As it was"]
    assert found.plan.committee == "Scrutiny committee"


def test_a_pack_made_anew_says_why_and_leaves_the_first_to_be_made_again(
    store: sa.Engine,
) -> None:
    plan = a_plan(store)
    accepted(store, plan, MAY, actions({"title": "As it was"}))
    first = packs.issue(store, plan.id, MAY, BY)
    accepted(store, plan, MAY, actions({"title": "Corrected"}, sha256="b" * 64))
    with pytest.raises(Refused, match="Say why the pack is made anew"):
        packs.issue_anew(store, plan.id, MAY, BY, " ")
    second = packs.issue_anew(store, plan.id, MAY, BY, "An owner was wrong.")
    assert (second.number, second.reason) == (2, "An owner was wrong.")
    assert packs.issue(store, plan.id, MAY, BY) == second
    assert packs.issues(store, plan.id, MAY) == (first, second)
    titles = [
        view(store, plan.id, MAY, known_at=one.known_at).now("actions")["title"].tolist()
        for one in (first, second)
    ]
    assert titles == [["As it was"], ["Corrected"]]


def test_each_meeting_has_its_own_pack(store: sa.Engine) -> None:
    plan = a_plan(store)
    packs.issue(store, plan.id, MAY, BY)
    assert packs.issues(store, plan.id, SEPTEMBER) == ()
    assert packs.issue(store, plan.id, SEPTEMBER, BY).number == 1
