"""What officers kept from minutes: stored with its kept_beside, in every view, taken back."""

from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from store import plans, snapshots
from store.refused import Refused
from store.said.changes import changes
from store.said.minuted import Kept, keep, kept_of, take_back
from store.views import view
from tests.made.stores import BY, SEPTEMBER, actions
from workstreams.actions.columns import ACTIONS
from workstreams.actions.minuted import Draft, reference, rows
from workstreams.actions.recommended.told import recommended

WORDS = "Training be provided to councillors"
OLD = {"ref": "1.1", "title": "Fill the vacant posts", "kind": "plan action"}
NOVEMBER = date(2021, 11, 10)


def drafted(words: str = WORDS, ref: str = "Rec f") -> Kept:
    draft = Draft("recommendation", ref, words, "", None, 31)
    frame, wrong = rows([draft], SEPTEMBER, "Scrutiny Committee", b"k" * 32)
    assert not wrong
    return Kept(ACTIONS.key, frame, [(ref, words)])


@pytest.fixture
def kept_beside(store: sa.Engine) -> int:
    made = plans.add_plan(store, "Legal", "Scrutiny Committee", by=BY)
    snapshots.accept(store, made.id, date(2021, 8, 30), actions(OLD), BY)
    return int(made.id)


def titles(store: sa.Engine, plan_id: int, **more: object) -> list[str]:
    return list(view(store, plan_id, **more).now(ACTIONS.key)["title"])  # type: ignore[arg-type]


def test_it_is_a_recommendation_of_that_meeting_at_once(store: sa.Engine, kept_beside: int) -> None:
    keep(store, kept_beside, drafted(), date(2021, 8, 30), BY)
    (found,) = recommended(view(store, kept_beside))
    assert (found.letter, found.words, found.raised) == ("Rec f", WORDS, SEPTEMBER)
    assert found.asked_by == "Scrutiny Committee, minutes of 7 September 2021"
    assert found.clock == "No answer yet. The two months end on 6 November 2021."


def test_a_workbook_without_it_leaves_it_and_one_with_it_makes_them_one(
    store: sa.Engine, kept_beside: int
) -> None:
    keep(store, kept_beside, drafted(), date(2021, 8, 30), BY)
    snapshots.accept(store, kept_beside, NOVEMBER, actions(OLD, sha256="b" * 64), BY)
    assert titles(store, kept_beside) == [OLD["title"], WORDS]
    row = {"ref": "9", "title": WORDS, "kind": "recommendation"}
    later = date(2021, 12, 1)
    snapshots.accept(store, kept_beside, later, actions(OLD, row, sha256="c" * 64), BY)
    assert titles(store, kept_beside) == [OLD["title"], WORDS]
    (found,) = recommended(view(store, kept_beside))
    assert found.letter == "9"
    assert titles(store, kept_beside, as_at=NOVEMBER) == [OLD["title"], WORDS]


def test_an_upload_taken_back_takes_nothing_of_the_minutes_with_it(
    store: sa.Engine, kept_beside: int
) -> None:
    (second,) = (snapshots.accept(store, kept_beside, NOVEMBER, actions(OLD, sha256="b" * 64), BY),)
    keep(store, kept_beside, drafted(), NOVEMBER, BY)
    snapshots.withdraw(store, second.id, BY, "The wrong file")
    assert titles(store, kept_beside) == [OLD["title"], WORDS]


def test_it_is_taken_back_and_the_past_keeps_it(store: sa.Engine, kept_beside: int) -> None:
    ids = keep(store, kept_beside, drafted(), date(2021, 8, 30), BY)
    moment = datetime.now(UTC)
    take_back(store, kept_beside, ids, BY)
    assert titles(store, kept_beside) == [OLD["title"]]
    assert titles(store, kept_beside, known_at=moment) == [OLD["title"], WORDS]
    assert not kept_of(store, kept_beside)
    assert changes(store, kept_beside)[0].kind == "minuted"
    with pytest.raises(Refused, match="taken it back already"):
        take_back(store, kept_beside, ids, BY)


def test_the_same_words_of_the_same_minutes_are_kept_once(
    store: sa.Engine, kept_beside: int
) -> None:
    keep(store, kept_beside, drafted(), date(2021, 8, 30), BY)
    with pytest.raises(Refused, match="is kept already"):
        keep(store, kept_beside, drafted(), date(2021, 8, 30), BY)
    keep(store, kept_beside, drafted("A review be undertaken", "Rec e"), date(2021, 8, 30), BY)
    assert len(kept_of(store, kept_beside)) == 2


def test_nothing_is_kept_of_nothing(store: sa.Engine, kept_beside: int) -> None:
    kept = drafted()
    with pytest.raises(Refused, match="nothing to keep"):
        keep(store, kept_beside, Kept(kept.table, kept.rows.iloc[:0], ()), SEPTEMBER, BY)


@pytest.mark.parametrize(
    ("kind", "label", "taken", "found"),
    [
        ("recommendation", "a)", (), "Rec a"),
        ("recommendation", "(iv)", (), "Rec iv"),
        ("recommendation", "a)", ("reca",), "Rec 1"),
        ("recommendation", "", ("rec1", "r2"), "Rec 3"),
        ("committee action", "a)", (), "Act 1"),
        ("committee action", "", ("act1", "act2"), "Act 3"),
    ],
)
def test_a_new_item_gets_a_reference_that_no_other_has(
    kind: str, label: str, taken: tuple[str, ...], found: str
) -> None:
    assert reference(kind, label, taken) == found
