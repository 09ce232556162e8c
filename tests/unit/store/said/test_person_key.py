"""The secret that stands for people: emptied, cut short or exchanged, it is noticed."""

import logging
from pathlib import Path

import pytest
import sqlalchemy as sa

from store.refused import Refused
from store.said import remembered
from store.said.remembered import EXCHANGED, SPOILT, secret, wrong_with_key
from tests.made.stores import MAY, SEPTEMBER, a_plan, accepted, actions, reading, upload
from ui import warming
from workstreams.training.columns import PERSON

TRAINED = {"person": "person 1", "cohort": "Social workers", "course": "Section 20"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("PERSON_KEY_SECRET", raising=False)
    monkeypatch.setattr(remembered, "DATA", tmp_path)
    return tmp_path


def people(letter: str):
    return upload(reading(PERSON, TRAINED), sha256=letter * 64)


@pytest.mark.parametrize("left", [b"", b"short"])
def test_a_spoilt_key_is_a_sentence_and_is_not_written_over(
    left: bytes, folder: Path, store: sa.Engine
) -> None:
    assert wrong_with_key(store) == ""
    (folder / "person-key.secret").write_bytes(left)
    assert wrong_with_key(store) == SPOILT
    with pytest.raises(Refused, match="Put it back"):
        secret()
    assert (folder / "person-key.secret").read_bytes() == left


def test_an_exchanged_key_is_said_at_start_and_no_people_are_kept_with_it(
    folder: Path,
    store: sa.Engine,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    plan = a_plan(store)
    accepted(store, plan, MAY, people("a"))
    assert wrong_with_key(store) == ""
    kept = (folder / "person-key.secret").read_bytes()
    (folder / "person-key.secret").write_bytes(b"y" * 32)
    assert wrong_with_key(store) == EXCHANGED
    monkeypatch.setattr(warming, "open_store", lambda: store)
    with caplog.at_level(logging.ERROR):
        warming._say_what_is_wrong_with_the_key()
    assert [one.message for one in caplog.records] == [EXCHANGED]
    with pytest.raises(Refused, match="counted twice"):
        accepted(store, plan, SEPTEMBER, people("b"))
    accepted(store, plan, SEPTEMBER, actions({"ref": "Q1", "title": "One"}))
    (folder / "person-key.secret").write_bytes(kept)
    accepted(store, plan, SEPTEMBER, people("b"))
    assert wrong_with_key(store) == ""


def test_a_plan_without_people_needs_no_key(folder: Path, store: sa.Engine) -> None:
    accepted(store, a_plan(store), MAY, actions({"ref": "Q1", "title": "One"}))
    assert not (folder / "person-key.secret").exists()
