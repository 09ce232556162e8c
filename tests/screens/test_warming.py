"""What is worked out beforehand: once a version of a plan, and what its first visitor asks."""

from collections import Counter
from datetime import date
from pathlib import Path
from threading import Event

import pytest
import streamlit as st

from store import plans
from store.access.visitor import NotAllowed
from store.database.engine import open_store
from tests.screens.conftest import OpenPage
from ui import warming
from ui.shell import look
from ui.shell.opened import Opened
from workstreams.view import Meeting

PAGES = ("overview", "actions", "recruitment", "hra_cases", "training", "indicators")


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[Opened]:
    """What would have been worked out."""
    found: list[Opened] = []
    monkeypatch.setattr(warming, "fill", lambda opened: [found.append(opened)])
    monkeypatch.setattr(warming, "PAUSE", 0.0)
    return found


def test_each_version_of_a_plan_is_worked_out_once(own_store: Path, looked: list[Opened]) -> None:
    known: dict[int, str] = {}
    assert warming.fill_changed(known, Event())
    assert {one.plan.id for one in looked} == {plan.id for plan in plans.plans(open_store())}
    assert max(Counter(one.plan.id for one in looked).values()) == warming.DATES
    looked.clear()
    assert not warming.fill_changed(known, Event())
    changed = min(known)
    plans.add(open_store(), changed, [Meeting(date(2031, 5, 6))], "Scrutiny officer")
    assert warming.fill_changed(known, Event())
    assert {one.plan.id for one in looked} == {changed}


def test_the_first_visitor_of_a_page_reads_no_plan(
    sample_store: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warming, "PAUSE", 0.0)
    monkeypatch.setattr(warming, "PLANS", 1)
    monkeypatch.setattr(warming, "DATES", 1)
    # What other tests left behind may be the answers alone, without the view they came from.
    st.cache_data.clear()
    assert warming.fill_changed({}, Event())

    def read(*_: object, **__: object) -> None:
        raise AssertionError("the plan was read again")

    monkeypatch.setattr(look, "read_view", read)
    for page in PAGES:
        assert open_page(page).title[0].value


def test_a_server_without_sign_in_works_nothing_out_for_members(
    sample_store: Path, looked: list[Opened]
) -> None:
    warming.fill_changed({}, Event())
    assert {one.audience for one in looked} == {"public"}


def test_a_server_that_stops_waits_for_nothing(sample_store: Path, looked: list[Opened]) -> None:
    stop = Event()
    stop.set()
    warming.fill_changed({}, stop)
    assert len(looked) == 1


def test_a_store_that_is_away_is_left_to_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop = Event()
    stop.set()

    def away(*_: object) -> None:
        raise NotAllowed("nobody")

    monkeypatch.setattr(warming, "fill_changed", away)
    monkeypatch.setattr("gc.freeze", lambda: pytest.fail("nothing was worked out"))
    warming._keep_ready(stop)
