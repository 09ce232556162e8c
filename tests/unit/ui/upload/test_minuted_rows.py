"""What was kept from minutes is not told as gone by a file that lacks it, nor twice by one that
has it."""

from datetime import date

import sqlalchemy as sa

from store import plans, snapshots
from store.said.minuted import Kept, keep
from store.views import view
from tests.made.stores import BY, SEPTEMBER, actions
from ui.upload.differences import actions_seen, compared
from workstreams.actions.columns import ACTIONS
from workstreams.actions.minuted import Draft, rows

WORDS = "Training be provided to councillors on the call in procedure"
OLD = {"ref": "1.1", "title": "Fill the vacant posts", "kind": "plan action"}


def counts(store: sa.Engine, *records: dict[str, str]) -> dict[str, int]:
    """What a file with these rows would change of a plan with one item kept from minutes."""
    plan = plans.add_plan(store, "Legal", "Scrutiny Committee", by=BY)
    snapshots.accept(store, plan.id, date(2021, 8, 30), actions(OLD), BY)
    draft = Draft("recommendation", "Rec f", WORDS, "", None, 31)
    frame, _ = rows([draft], SEPTEMBER, "Scrutiny Committee", b"k" * 32)
    keep(store, plan.id, Kept(ACTIONS.key, frame, [("Rec f", WORDS)]), date(2021, 8, 30), BY)
    checked = actions(*records, sha256="b" * 64)
    stands = view(store, plan.id)
    seen = actions_seen(checked, stands, date(2021, 11, 10))
    assert seen is not None
    (found,) = compared(checked, stands, {ACTIONS.key: seen})
    return {sort: count for sort, count in found.counts.items() if count}


def test_a_file_that_lacks_it_changes_nothing(store: sa.Engine) -> None:
    assert counts(store, OLD) == {}


def test_a_file_that_has_it_brings_nothing_new_and_loses_nothing(store: sa.Engine) -> None:
    same = {"ref": "Rec f", "title": WORDS, "kind": "recommendation"}
    found = counts(store, OLD, same)
    assert "new" not in found
    assert "gone" not in found


def test_a_file_with_another_action_still_says_it_is_new(store: sa.Engine) -> None:
    other = {"ref": "2", "title": "Buy a case management system", "kind": "plan action"}
    assert counts(store, OLD, other) == {"new": 1}
