"""Several files in one go: each goes where it would if those before it were accepted already."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from loaders.outcome import Checked
from store.accepting.together import Given, accept_together, placed_together
from store.access.visitor import AT_THE_MACHINE, acting
from store.database.engine import open_store
from store.database.version import version
from store.plans import add_plan
from store.snapshots import Changed, accept, snapshots, withdraw
from store.sources.kept import Adds
from tests.unit.store.sources.made import (
    DECEMBER,
    FEBRUARY,
    NAMES,
    NOVEMBER,
    OCTOBER,
    by_date,
    files,
    plan,
    read,
)  # fmt: skip

BY = "Officer"


@pytest.fixture
def store(tmp_path: Path) -> sa.Engine:
    engine = open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    with acting(AT_THE_MACHINE):
        add_plan(engine, "Plan", "Scrutiny", by=BY)
    return engine


@pytest.fixture(autouse=True)
def officer() -> object:
    with acting(AT_THE_MACHINE):
        yield


def given(name: str, as_at: date, checked: Checked) -> Given:
    """A file; of the log it is said that it is a source of its own, for it cannot be told."""
    first = name == "log" and as_at == NOVEMBER
    return Given(as_at, checked, Adds(NAMES[name]) if first else None)


EVERY = [given(*one) for one in by_date()]


@pytest.mark.parametrize("turn", range(len(EVERY)))
def test_a_year_of_files_goes_in_by_date_however_they_are_dropped(
    store: sa.Engine, turn: int
) -> None:
    stored, aside = accept_together(store, 1, EVERY[turn:] + EVERY[:turn], BY)
    assert not aside
    told = [(one.as_at, one.source.name) for one in stored]
    # Those of one date keep the order they were given in.
    assert sorted(told) == sorted((as_at, NAMES[name]) for name, as_at, _ in by_date())
    assert [one.as_at for one in stored] == [as_at for _, as_at, _ in by_date()]


def test_looking_stores_nothing_and_says_what_accepting_then_does(store: sa.Engine) -> None:
    before = version(store, 1)
    seen = placed_together(store, 1, EVERY)
    assert version(store, 1) == before
    assert not snapshots(store, 1, withdrawn=True)
    stored, _ = accept_together(store, 1, EVERY, BY, before)
    assert [one.into.name for one in seen] == [one.source.name for one in stored]
    assert all(one.ready for one in seen)


def test_a_file_in_doubt_is_set_aside_and_the_others_are_accepted(store: sa.Engine) -> None:
    came = files()
    (october, first), (_, second), _ = came["plan"]
    accept(store, 1, october, first, BY)
    twin = read(plan(done=2, said="Other"), "Improvement plan.xlsx")
    odd = {
        "another date of the same source": Given(DECEMBER, twin),
        "earlier than the last": Given(
            OCTOBER - timedelta(days=20), read(plan(), "Improvement plan 9.xlsx")
        ),
        "the wrong year": Given(FEBRUARY.replace(year=2019), came["plan"][2][1]),
    }
    ready = [Given(DECEMBER, second), *(given("log", *one) for one in came["log"])]
    stored, aside = accept_together(store, 1, [*ready, *odd.values()], BY)
    assert {id(one.given.checked) for one in aside} == {id(one.checked) for one in odd.values()}
    assert all(one.needs for one in aside)
    assert len(stored) == 3
    assert any("as at 9 December 2025 already" in " ".join(one.needs) for one in aside)


def test_a_file_that_cannot_be_told_for_sure_waits_for_its_answer(store: sa.Engine) -> None:
    accept(store, 1, OCTOBER, read(plan(), "Improvement plan.xlsx"), BY)
    # As many columns, other words: it may be another plan's.
    other = read(
        (("Ref", "Action", "Owner", "Due date", "Status", "Progress"),
         *((f"Z{at}", f"Wholly other thing {at}", "Owner", date(2026, 5, at), "Open", None)
           for at in range(1, 6))),
        "Another team.xlsx",
    )  # fmt: skip
    (asked,) = placed_together(store, 1, [Given(DECEMBER, other)])
    assert "Say which file of the plan this is" in " ".join(asked.needs)
    (placed,) = placed_together(store, 1, [Given(DECEMBER, other, Adds("Another team"))])
    assert placed.ready


def test_the_same_file_twice_is_accepted_once(store: sa.Engine) -> None:
    as_at, checked = files()["plan"][0]
    stored, aside = accept_together(store, 1, [Given(as_at, checked), Given(as_at, checked)], BY)
    assert len(stored) == 1
    assert len(aside) == 1
    withdraw(store, stored[0].id, BY, "Undone")
    assert not snapshots(store, 1)


def test_nothing_is_stored_where_the_plan_has_changed_meanwhile(store: sa.Engine) -> None:
    before = version(store, 1)
    accept(store, 1, *files()["posts"][0], BY)
    with pytest.raises(Changed):
        accept_together(store, 1, EVERY, BY, before)
    assert len(snapshots(store, 1)) == 1
