"""The sample is taken away for good, and nothing of anybody's own with it."""

from pathlib import Path

import pytest

from store.access.visitor import AT_THE_MACHINE, acting
from store.database.engine import open_store
from store.keeping.archived import archive
from store.keeping.sample import remove_sample, sample_plans, was_removed
from store.plans import add_plan, plans
from store.refused import Refused
from store.snapshots import accept
from tests.made.sample import sample_copy
from tests.unit.store.sources.made import OCTOBER, plan, read
from ui.shell import first_start


@pytest.fixture(autouse=True)
def officer() -> object:
    with acting(AT_THE_MACHINE):
        yield


def test_the_sample_goes_and_does_not_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sample_copy(tmp_path / "store.sqlite")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    monkeypatch.delenv(first_start.SETTING, raising=False)
    monkeypatch.setattr(first_start, "is_embedded", lambda engine: True)
    store = open_store()
    assert b"template" in path.read_bytes()
    archive(store, 1, "Officer", "Looked at")
    assert len(remove_sample(store)) == 2
    assert plans(store, None) == []
    assert b"template" not in b"".join(one.read_bytes() for one in tmp_path.glob("store.sqlite*"))
    assert was_removed(store)
    first_start.ready()
    assert plans(store, None) == []
    with pytest.raises(Refused, match="no sample"):
        remove_sample(store)


def test_a_sample_plan_with_a_file_of_ones_own_stays(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{sample_copy(tmp_path / 'store.sqlite')}")
    add_plan(store, "My plan", "Scrutiny", by="Officer")
    accept(store, 2, OCTOBER, read(plan(), "plan.xlsx"), "Officer")
    assert [one.id for one in sample_plans(store)] == [1]
    remove_sample(store)
    assert [one.id for one in plans(store)] == [2, 3]
