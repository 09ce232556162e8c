"""Who may do what: the table, the visitor, and that the store asks before it does anything."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import sqlalchemy as sa

from loaders.choices import Choices
from store import plans, snapshots
from store.access.roles import ALLOWED, Right, Role, strongest
from store.access.visitor import AT_THE_MACHINE, NOBODY, NotAllowed, Visitor, acting, current
from store.database.copies import backup
from store.said import judgements, packs, remembered, settings, updates
from store.said.changes import changes
from store.views import view
from tests.made.stores import MAY, a_plan, accepted, actions
from workstreams.actions.updates.asked import Asked, AskedSheet
from workstreams.view import Event, Meeting, Target

SEPTEMBER = date(2021, 9, 7)


def test_each_role_may_do_all_that_the_one_before_may_and_more() -> None:
    assert ALLOWED.keys() == set(Role)
    for less, more in pairwise(Role):
        assert ALLOWED[less] < ALLOWED[more]
    assert ALLOWED[Role.READER] == {Right.SEE}
    assert ALLOWED[Role.ADMINISTRATOR] == set(Right)


def test_the_strongest_role_counts() -> None:
    assert strongest([]) is None
    assert strongest([Role.MEMBER, Role.ADMINISTRATOR, Role.READER]) == Role.ADMINISTRATOR


def test_a_role_in_one_plan_is_none_in_another() -> None:
    one = Visitor("Clerk", {7: Role.OFFICER, None: Role.READER})
    assert one.may(Right.UPLOAD, 7)
    assert not one.may(Right.UPLOAD, 8)
    assert not one.may(Right.UPLOAD)
    assert one.may(Right.SEE, 8)
    assert not Visitor("Clerk", {7: Role.OFFICER}).may(Right.SEE, 8)


def test_nobody_may_do_anything_and_nobody_is_who_has_not_said() -> None:
    assert not any(NOBODY.may(right) for right in Right)
    assert current() == AT_THE_MACHINE
    with acting(NOBODY):
        assert current() == NOBODY
    assert current() == AT_THE_MACHINE


ASKED_FOR = Asked(SEPTEMBER, MAY, None, (AskedSheet("Clerk", (("r1", "Q1", "One"),)),))
Doing = Callable[[sa.Engine, int, int, Path], object]
ASKED: dict[Right, list[Doing]] = {
    Right.SEE: [
        lambda store, plan, _, __: view(store, plan),
        lambda store, plan, _, __: plans.plan(store, plan),
    ],
    Right.SEE_MEMBERS_FIGURES: [lambda store, plan, _, __: view(store, plan, audience="members")],
    Right.UPLOAD: [
        lambda store, plan, _, __: snapshots.accept(
            store, plan, SEPTEMBER, actions({"ref": "Q2", "title": "Two"}), "Officer"
        ),
    ],
    Right.RECORD: [
        lambda store, plan, _, __: judgements.judge(
            store, plan, "commentary", "actions.status", {"text": "Said"}, "Officer"
        ),
        lambda store, plan, _, __: judgements.end_judgement(store, plan, 1, "Officer"),
    ],
    Right.SETTINGS: [
        lambda store, plan, _, __: settings.change_setting(store, plan, "same_day", 3, "Officer"),
        lambda store, plan, _, __: remembered.remember(
            store, plan, Choices(sheets={"Plan": "actions"}), "Officer"
        ),
        lambda store, plan, _, __: plans.change_plan(store, plan, "Officer", committee="Another"),
        lambda store, plan, _, __: plans.add(store, plan, [Meeting(MAY)], "Officer"),
        lambda store, plan, _, __: plans.remove(store, plan, [Meeting(MAY)], "Officer"),
        lambda store, plan, _, __: plans.add(store, plan, [Target("x", 1)], "Officer"),
        lambda store, plan, _, __: plans.remove(store, plan, [Target("x", 1)], "Officer"),
        lambda store, plan, _, __: plans.add(store, plan, [Event(MAY, "x")], "Officer"),
        lambda store, plan, _, __: plans.remove(store, plan, [Event(MAY, "x")], "Officer"),
    ],
    Right.PACK: [
        lambda store, plan, _, __: packs.issue(store, plan, MAY, "Officer"),
        lambda store, plan, _, __: packs.issue_anew(store, plan, MAY, "Officer", "Asked for"),
    ],
    Right.UPDATES: [
        lambda store, plan, _, __: updates.ask(store, plan, ASKED_FOR, "", "Officer"),
        lambda store, plan, _, __: updates.asked_of(store, plan),
    ],
    Right.WITHDRAW: [
        lambda store, _, snapshot, __: snapshots.withdraw(store, snapshot, "Clerk", "Wrong file"),
        lambda store, _, snapshot, __: snapshots.restore(store, snapshot, "Clerk"),
    ],
    Right.PLANS: [
        lambda store, _, __, ___: plans.add_plan(store, "New", "Committee", by="Clerk"),
        lambda store, plan, _, __: plans.change_plan(store, plan, "Clerk", name="Other"),
    ],
    Right.STORE: [lambda store, _, __, folder: backup(store, folder / "copy.sqlite")],
}
EACH = [(right, do) for right, ways in ASKED.items() for do in ways]


def test_every_right_but_that_over_people_is_asked_for_below_the_screens() -> None:
    assert ASKED.keys() == set(Right) - {Right.PEOPLE}


@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize(
    ("right", "do"), EACH, ids=[f"{r.name}-{n}" for n, (r, _) in enumerate(EACH)]
)
def test_the_store_refuses_whoever_may_not(
    store: sa.Engine, tmp_path: Path, role: Role | None, right: Right, do: Doing
) -> None:
    plan = a_plan(store)
    snapshot = accepted(store, plan, MAY, actions({"ref": "Q1", "title": "One"}))
    visitor = Visitor("Somebody", {plan.id: role, None: role} if role else {})
    with acting(visitor):
        if visitor.may(right, plan.id):
            try:
                do(store, plan.id, snapshot.id, tmp_path)
            except NotAllowed:
                raise
            except ValueError:
                return  # allowed, and refused for a reason of its own
        else:
            with pytest.raises(NotAllowed, match="You may not"):
                do(store, plan.id, snapshot.id, tmp_path)


def test_a_plan_that_may_not_be_seen_is_not_listed(store: sa.Engine) -> None:
    first, second = a_plan(store), a_plan(store, "A further plan")
    with acting(Visitor("Member", {second.id: Role.MEMBER})):
        assert [plan.id for plan in plans.plans(store)] == [second.id]
    with acting(NOBODY):
        assert plans.plans(store) == []
    assert [plan.id for plan in plans.plans(store)] == [first.id, second.id]


def test_an_officer_may_undo_an_upload_of_their_own_and_no_other(store: sa.Engine) -> None:
    plan = a_plan(store)
    by_another = accepted(store, plan, MAY, actions({"ref": "Q1", "title": "One"}))
    with acting(Visitor("Officer A", {plan.id: Role.OFFICER})):
        with pytest.raises(NotAllowed):
            snapshots.withdraw(store, by_another.id, "Officer A", "Wrong")
        own = accepted(
            store, plan, SEPTEMBER, actions({"ref": "Q1", "title": "One"}), by="Officer A"
        )
        snapshots.withdraw(store, own.id, "Officer A", "Undone")
        with pytest.raises(NotAllowed):
            snapshots.restore(store, own.id, "Officer A")


def test_what_is_recorded_bears_the_signed_in_name_and_nobody_elses(store: sa.Engine) -> None:
    plan = a_plan(store)
    with acting(Visitor("Officer A", {plan.id: Role.ADMINISTRATOR})):
        snapshot = accepted(
            store, plan, MAY, actions({"ref": "Q1", "title": "One"}), by="Officer B"
        )
        judgements.judge(store, plan.id, "commentary", "actions.status", {"text": "x"}, "Officer B")
        snapshots.withdraw(store, snapshot.id, "", "Wrong file")
    assert snapshot.accepted_by == "Officer A"
    said = {entry.by for entry in changes(store, plan.id) if entry.kind != "plan"}
    assert said == {"Officer A"}
