"""The sample plans are put into an empty store of our own, unless that is set otherwise."""

from collections.abc import Iterator

import pytest

from ui.shell import first_start


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    found: list[object] = []
    monkeypatch.setattr(first_start, "open_store", object)
    monkeypatch.setattr(first_start, "is_embedded", lambda engine: True)
    monkeypatch.setattr(first_start, "plans", lambda engine, archived: [])
    monkeypatch.setattr(first_start, "was_removed", lambda engine: False)
    monkeypatch.setattr(first_start, "load_sample", found.append)
    return found


@pytest.mark.parametrize("said", ["no", "No", " off ", "false", "0"])
def test_it_starts_without_the_samples_where_that_is_set(
    loaded: list[object], monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv(first_start.SETTING, said)
    first_start.ready()
    assert loaded == []


@pytest.mark.parametrize("said", [None, "", "yes"])
def test_a_newcomer_finds_the_samples(
    loaded: list[object], monkeypatch: pytest.MonkeyPatch, said: str | None
) -> None:
    monkeypatch.delenv(first_start.SETTING, raising=False)
    if said is not None:
        monkeypatch.setenv(first_start.SETTING, said)
    first_start.ready()
    assert len(loaded) == 1
