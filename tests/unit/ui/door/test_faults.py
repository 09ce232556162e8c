"""A fault that a page meets: one line in the log, and none of Streamlit's own."""

import logging

import pytest
import sqlalchemy as sa

from store.database.engine import DatabaseFault
from ui.door import faults

AWAY = sa.exc.OperationalError("SELECT 1", {}, Exception("connection refused"))


class Rerun(BaseException):
    """Stands for the run that begins again."""


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said on the page."""
    told: list[str] = []

    class Place:
        def caption(self, text: str) -> None:
            told.append(text)

    def again() -> None:
        raise Rerun

    monkeypatch.setattr(faults.st, "error", told.append)
    monkeypatch.setattr(faults.st, "button", lambda label, **_: told.append(label))
    monkeypatch.setattr(faults.st, "empty", Place)
    monkeypatch.setattr(faults.st, "rerun", again)
    monkeypatch.setattr(faults, "LOOK_AGAIN", 0)
    return told


def test_a_page_waits_for_a_database_that_is_away_and_begins_again(
    page: list[str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    looks = iter([False, False, False, True])
    monkeypatch.setattr(faults, "answers", lambda: next(looks))
    with pytest.raises(Rerun), faults.waited_out():
        raise AWAY
    assert "The plans cannot be reached just now" in page[0]
    assert page[1] == "Try again"
    assert page[2:] == ["This page goes on by itself when the plans can be read again."] * 2
    assert len(caplog.records) == 1


def test_what_waiting_does_not_mend_is_said_at_once(
    page: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faults, "answers", lambda: True)
    with pytest.raises(DatabaseFault), faults.waited_out():
        raise AWAY
    assert page == []


def test_streamlits_own_word_of_a_fault_stays_out_of_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    logger = logging.getLogger(faults.STREAMLITS)
    faults.one_line_each()
    faults.one_line_each()
    assert sum(isinstance(one, faults.SaidAlready) for one in logger.filters) == 1
    logger.error("Uncaught app execution", exc_info=AWAY)
    logger.error("Something else")
    assert [one.getMessage() for one in caplog.records] == ["Something else"]
