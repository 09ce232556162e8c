"""Answers about matches: stored with the upload they were given to, and ended by a newer one."""

import pytest
import sqlalchemy as sa

from store.refused import Refused
from store.said.changes import changes
from store.said.judgements import judge, judgements
from store.snapshots import accept, restore, snapshots, withdraw
from tests.made.stores import BY, MAY, SEPTEMBER, a_plan, accepted, actions

THEN = actions({"ref": "3.2", "title": "Train staff"})
NOW = actions({"ref": "4.1", "title": "Train staff"}, sha256="b" * 64)
SAME, DIFFERENT = ({"was": "3.2", "answer": answer} for answer in ("same", "different"))


def kept(store: sa.Engine, plan_id: int) -> list[tuple[str, object]]:
    found = judgements(store, plan_id)
    return list(zip(found["subject"], found["value"], strict=True))


def test_an_answer_given_with_an_upload_goes_and_comes_back_with_it(store: sa.Engine) -> None:
    plan = a_plan(store)
    accepted(store, plan, MAY, THEN)
    snapshot = accept(store, plan.id, SEPTEMBER, NOW, BY, answers=[("4.1", SAME)])
    found = judgements(store, plan.id)
    assert kept(store, plan.id) == [("4.1", SAME)]
    assert found["on"].dt.date.tolist() == [SEPTEMBER]
    withdraw(store, snapshot.id, BY, "The wrong file")
    assert kept(store, plan.id) == []
    restore(store, snapshot.id, BY)
    assert kept(store, plan.id) == [("4.1", SAME)]


def test_the_log_says_that_a_person_answered_and_not_the_file(store: sa.Engine) -> None:
    plan = a_plan(store)
    accept(store, plan.id, SEPTEMBER, NOW, BY, answers=[("4.1", SAME)])
    (line,) = [entry for entry in changes(store, plan.id) if entry.kind == "same action"]
    assert line.said_by is None


def test_an_answer_that_cannot_be_kept_leaves_the_upload_out_too(store: sa.Engine) -> None:
    plan = a_plan(store)
    with pytest.raises(Refused):
        accept(store, plan.id, MAY, THEN, BY, answers=[("4.1", {"was": "3.2", "answer": "maybe"})])
    assert snapshots(store, plan.id) == ()


def test_a_newer_answer_ends_the_one_it_takes_the_place_of(store: sa.Engine) -> None:
    plan = a_plan(store)
    first = judge(store, plan.id, "same action", "4.1", SAME, BY, SEPTEMBER)
    judge(store, plan.id, "same action", "4.1", DIFFERENT, BY, SEPTEMBER, instead_of=[first])
    assert kept(store, plan.id) == [("4.1", DIFFERENT)]
    with pytest.raises(Refused):
        judge(store, plan.id, "same action", "4.1", {"answer": "maybe"}, BY, instead_of=[first + 1])
    assert kept(store, plan.id) == [("4.1", DIFFERENT)], "refused as a whole"
