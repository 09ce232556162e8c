"""A page whose store fails under it: a sentence, a line in the log, and whole again after."""

import logging
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from store.database import engine
from tests.made.faults import FOR_ALL, Spoil, deleted, malformed, newer, no_database
from ui.door import faults

OF_THE_FILE = (newer, no_database, malformed, deleted)
PAGE = """
import streamlit as st
from store.access.visitor import AT_THE_MACHINE, acting
from store.database.engine import open_store
from store.plans import plans
from ui.door import faults
with faults.waited_out(), acting(AT_THE_MACHINE):
    for plan in plans(open_store()):
        st.header(plan.name)
"""
"""A page that reads the plans, within what dashboard.py puts around each of them."""


@pytest.fixture
def path(own_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of the test's own, which nobody waits for."""
    monkeypatch.setattr(engine, "WAIT_SECONDS", 0.02)
    return own_store


@pytest.mark.parametrize("spoil", FOR_ALL, ids=lambda one: one.__name__)
def test_a_page_says_what_is_wrong_and_goes_on_by_itself_once_it_is_mended(
    spoil: Spoil,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    told: list[str] = []
    said = faults.said
    monkeypatch.setattr(faults, "said", lambda fault: told.append(said(fault)) or told[-1])
    kept = path.read_bytes()
    app = AppTest.from_string(PAGE, default_timeout=60).run()
    before = [heading.value for heading in app.header]
    assert not app.exception
    assert before
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        # What holds the file for itself alone waits for whoever has it open.
        engine.open_store().dispose()
        spoil(path, patch, stack)
        if spoil is newer:
            # A server that runs has looked at it already: this one has just started.
            engine._opened.cache_clear()
        mended = mending(stack, path, kept if spoil in OF_THE_FILE else None)
        # A page waits for a store that is away: it comes back while the page does.
        monkeypatch.setattr(faults, "time", SimpleNamespace(sleep=lambda _: mended()))
        caplog.clear()
        with caplog.at_level(logging.ERROR):
            app.run()
        mended()
    assert told == [FOR_ALL[spoil]]
    assert len([one for one in caplog.records if one.name == faults.__name__]) == 1
    # It went on by itself.
    assert not app.exception
    assert not app.error
    assert [heading.value for heading in app.header] == before


def mending(stack: ExitStack, path: Path, kept: bytes | None) -> Callable[[], None]:
    """What lifts a fault, and puts the bytes of a file that it wrote over back."""

    def mended() -> None:
        stack.close()
        if kept is not None and (not path.exists() or path.read_bytes() != kept):
            engine._opened.cache_clear()
            path.write_bytes(kept)

    return mended
