"""Reading a file again: the new reading stands, the old one is kept with the reason, or nothing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from loaders.check import check
from loaders.choices import Choices
from loaders.outcome import Checked
from store.accepting.again import accept_again
from store.access.visitor import AT_THE_MACHINE, acting
from store.database.engine import open_store
from store.database.version import version
from store.plans import add_plan
from store.refused import Refused
from store.said.judgements import judgements
from store.said.remembered import remember, remembered
from store.snapshots import Answers, Changed, accept, restore, snapshots, withdraw
from store.views import view
from tests.made.workbooks import of_rows
from tests.unit.store.sources.made import DECEMBER, OCTOBER, plan
from workstreams import TABLES
from workstreams.view import Snapshot

BY, WHY = "Officer", "Ongoing is not started here"
FILE = of_rows(
    [["Flurb" if cell == "In progress" else cell for cell in row] for row in plan(done=1)]
)
SAID: list[tuple[str, dict[str, str]]] = [("2.1", {"was": "9.9", "answer": "same"})]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[sa.Engine]:
    engine = open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    with acting(AT_THE_MACHINE):
        add_plan(engine, "Plan", "Scrutiny", by=BY)
        yield engine


def read(status: str = "in progress") -> Checked:
    return check(FILE, "plan.xlsx", TABLES, Choices(colours={"Flurb": status}))


def stored(store: sa.Engine) -> Snapshot:
    return accept(store, 1, OCTOBER, read(), BY, answers=SAID)


def said(store: sa.Engine) -> list[tuple[str, str]]:
    found = judgements(store, 1)
    return [(one.subject, one.value["answer"]) for one in found.itertuples()]


def test_the_new_reading_stands_and_the_old_one_is_kept(store: sa.Engine) -> None:
    old = stored(store)
    new = accept_again(store, 1, old, OCTOBER, read("not started"), BY, WHY)
    assert new.source == old.source
    assert [one.id for one in snapshots(store, 1)] == [new.id]
    assert [one.id for one in snapshots(store, 1, withdrawn=True)] == [old.id, new.id]
    statuses = set(view(store, 1, as_at=OCTOBER).now("actions")["status"])
    assert statuses == {"not started", "complete"}
    with store.connect() as connection:
        lines = connection.execute(sa.text("select value from ledger where kind = 'withdrawal'"))
        assert WHY in lines.scalar_one()


OTHERWISE = ("2.1", {"was": "9.9", "answer": "different"})
MORE = ("3.1", {"was": "9.8", "answer": "same"})


@pytest.mark.parametrize(
    ("answers", "then"),
    [
        ((), [("2.1", "same")]),
        ([OTHERWISE], [("2.1", "different")]),
        ([MORE], [("2.1", "same"), ("3.1", "same")]),
    ],
)
def test_what_was_said_of_its_rows_is_said_of_the_new_reading(
    store: sa.Engine, answers: Answers, then: list[tuple[str, str]]
) -> None:
    accept_again(store, 1, stored(store), OCTOBER, read("not started"), BY, WHY, None, answers)
    assert sorted(said(store)) == then


def test_a_later_file_stays_the_latest(store: sa.Engine) -> None:
    old = stored(store)
    later = accept(store, 1, DECEMBER, check(of_rows(plan(done=3)), "plan.xlsx", TABLES), BY)
    accept_again(store, 1, old, OCTOBER, read("not started"), BY, WHY)
    assert snapshots(store, 1)[-1].id == later.id


def test_it_is_all_or_nothing(store: sa.Engine) -> None:
    old = stored(store)
    before = version(store, 1)
    with pytest.raises(Refused, match="Say why"):
        accept_again(store, 1, old, OCTOBER, read("not started"), BY, " ")
    with pytest.raises(Refused, match="has not come yet"):
        accept_again(store, 1, old, date(2999, 1, 1), read("not started"), BY, WHY)
    with pytest.raises(Changed):
        accept_again(store, 1, old, OCTOBER, read("not started"), BY, WHY, looked_at="another")
    assert version(store, 1) == before
    withdraw(store, old.id, BY, "Wrong")
    with pytest.raises(Refused, match="already withdrawn"):
        accept_again(store, 1, old, OCTOBER, read("not started"), BY, WHY)


def test_what_is_remembered_of_an_upload_goes_with_it_and_comes_back(store: sa.Engine) -> None:
    colours = {"Flurb": "in progress"}
    first = stored(store)
    remember(store, 1, Choices(colours=colours, hidden="read"), BY, first.source.id, first.id)
    assert (remembered(store, 1).colours, remembered(store, 1).hidden) == (colours, "read")
    withdraw(store, first.id, BY, "Wrong file")
    assert (remembered(store, 1).colours, remembered(store, 1).hidden) == ({}, "")
    restore(store, first.id, BY)
    assert (remembered(store, 1).colours, remembered(store, 1).hidden) == (colours, "read")
