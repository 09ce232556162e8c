"""A plan that is kept in several files: what came back goes to each of them as its own draft."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from loaders.check import check
from loaders.returned.read import Returned, read
from reports.updates.asking import prepare
from reports.updates.returned import Draft, Part, take
from store import plans, snapshots
from store.said.minuted import Kept, keep
from store.said.remembered import remembered
from store.said.updates import heard_of, keep_returned, returned_of
from store.sources.kept import sources
from store.sources.proposed import propose
from store.views import view
from tests.made.stores import BY, a_plan
from tests.made.updates.returned import Answers, filled, sheets
from tests.unit.store.sources.made import DECEMBER, FEBRUARY, NAMES, by_date
from workstreams import TABLES
from workstreams.actions.book import book
from workstreams.actions.columns import ACTIONS
from workstreams.actions.minuted import Draft as Minuted
from workstreams.actions.minuted import rows
from workstreams.actions.updates.heard import asked_for, heard
from workstreams.view import Meeting, Snapshot

HEAD, DIRECTOR, NOBODY = "Head of team 2", "Director", "No owner named"
WORDS = "Training be provided to councillors"
WARNED = {"": "Sent so."}


@pytest.fixture
def plan_id(store: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("PERSON_KEY_SECRET", "for tests")
    plan = a_plan(store)
    plans.add(store, plan.id, [Meeting(FEBRUARY)], BY)
    for _, when, file in by_date():
        if when < FEBRUARY:
            snapshots.accept(store, plan.id, when, file, BY, WARNED)
    frame, _ = rows([Minuted("action", "", WORDS, "", None, 31)], DECEMBER, "Scrutiny", b"k" * 32)
    keep(store, plan.id, Kept(ACTIONS.key, frame, [("", WORDS)]), DECEMBER, BY)
    return int(plan.id)


def back(store: sa.Engine, plan_id: int, said: Mapping[str, Answers]) -> list[Returned]:
    sent = sheets(prepare(store, plan_id, FEBRUARY, None, "", BY).zip)
    return [read(filled(sent[owner], answers), f"{owner}.xlsx") for owner, answers in said.items()]


def drafted(store: sa.Engine, plan_id: int, said: Mapping[str, Answers]) -> Draft:
    return take(store, plan_id, FEBRUARY, back(store, plan_id, said))


def accepted(store: sa.Engine, plan_id: int, part: Part, as_at: date = FEBRUARY) -> Snapshot:
    checked = check(part.book.data, part.file, TABLES, remembered(store, plan_id))
    found = snapshots.accept(store, plan_id, as_at, checked, BY, WARNED, into=part.source)
    keep_returned(store, plan_id, part.found, found.id, BY)
    return found


def stands(store: sa.Engine, plan_id: int) -> dict[str, tuple[str, str, bool]]:
    now = book(view(store, plan_id)).now
    told = now["update"].fillna("")
    return {
        title: (status, update, listed)
        for title, status, update, listed in zip(
            now["title"], now["status"], told, now["listed"], strict=True
        )
    }


SAID: Mapping[str, Answers] = {
    HEAD: {"progress": "Second round begun"},
    DIRECTOR: {"status": "Complete", "progress": "Brought"},
    NOBODY: {"progress": "Dates agreed"},
}
TRUTH = {
    "Agree a protocol with the courts": ("in progress", "Second round begun"),
    "Invite the family court judge to speak": ("complete", "Brought"),
    WORDS: (None, "Dates agreed"),
}


@pytest.mark.parametrize("turned", [False, True])
def test_each_file_has_its_own_draft_and_in_either_order_they_make_the_plan_that_was_told(
    store: sa.Engine, plan_id: int, turned: bool
) -> None:
    before = stands(store, plan_id)
    draft = drafted(store, plan_id, SAID)
    assert [part.source.name for part in draft.parts] == [NAMES["plan"], NAMES["log"]]
    assert len({part.file for part in draft.parts}) == 2
    assert not draft.alone
    assert [change.named for part in draft.parts for change in part.made.changes]
    assert len(draft.changes) == 4
    for part in draft.parts[:: -1 if turned else 1]:
        assert (part.book.own, part.book.lost) == (True, ())
        accepted(store, plan_id, part)
    after = stands(store, plan_id)
    assert after.keys() == before.keys()
    changed = {title: told for title, told in after.items() if told != before[title]}
    assert {title: told[1] for title, told in changed.items()} == {
        title: update for title, (_, update) in TRUTH.items()
    }
    for title, (status, _) in TRUTH.items():
        assert status is None or after[title][0] == status
    assert all(listed for _, _, listed in after.values())
    assert {one.name for one in sources(store, plan_id)} == set(NAMES.values())


def test_who_returned_stands_with_the_upload_that_their_words_went_to(
    store: sa.Engine, plan_id: int
) -> None:
    draft = drafted(store, plan_id, SAID | {"Head of team 0": {}})
    plan, log = (accepted(store, plan_id, part) for part in draft.parts)
    assert set(returned_of(store, plan_id, FEBRUARY)) == set(draft.found.returned)
    assert len(draft.found.returned) == 4
    asked, returns = heard_of(store, plan_id)
    seen = view(store, plan_id, audience="members")
    (told,) = [one for one in [asked_for(seen, asked, is_latest=True)] if one]
    assert heard(seen, told, returns).startswith("4 of 5 owners returned their sheets before the ")
    assert heard(seen, told, returns).endswith(
        "6 actions: Director (2), Head of team 0 (1), Head of team 1 (2) and Head of team 2 (1)."
    )
    snapshots.withdraw(store, log.id, BY, "Undone")
    assert len(heard_of(store, plan_id)[1]) == 3
    assert set(returned_of(store, plan_id, FEBRUARY)) == {HEAD, NOBODY, "Head of team 0"}
    snapshots.withdraw(store, plan.id, BY, "Undone")
    assert returned_of(store, plan_id, FEBRUARY) == ()


def test_a_file_that_nothing_came_back_about_has_no_draft(store: sa.Engine, plan_id: int) -> None:
    (part,) = drafted(store, plan_id, {DIRECTOR: {"progress": "Asked"}}).parts
    assert part.source.name == NAMES["log"]
    assert set(part.made.rows["source_id"]) == {part.source.id}
    assert drafted(store, plan_id, {DIRECTOR: {}}).parts == ()
    checked = check(part.book.data, part.file, TABLES, remembered(store, plan_id))
    assert propose(store, plan_id, checked).into == part.source


@pytest.mark.parametrize("order", [(HEAD, DIRECTOR, NOBODY), (NOBODY, DIRECTOR, HEAD)])
def test_accepted_one_owner_at_a_time_in_any_order_it_is_the_same_plan(
    store: sa.Engine, plan_id: int, order: Sequence[str]
) -> None:
    before = stands(store, plan_id)
    files = {file.file: file for file in back(store, plan_id, SAID)}
    for day, owner in enumerate(order):
        (part,) = take(store, plan_id, FEBRUARY, [files[f"{owner}.xlsx"]]).parts
        accepted(store, plan_id, part, FEBRUARY - timedelta(days=3 - day))
    after = stands(store, plan_id)
    assert {title: told[1] for title, told in after.items() if told != before[title]} == {
        title: update for title, (_, update) in TRUTH.items()
    }
    assert after["Invite the family court judge to speak"][0] == "complete"
    assert set(returned_of(store, plan_id, FEBRUARY)) == set(SAID)
