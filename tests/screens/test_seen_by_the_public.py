"""What the public sees of a plan is noted: pages drawn for readers, and what is taken away."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from store.access.roles import Role
from store.access.visitor import Visitor
from store.database.engine import open_store
from store.database.tables import PUBLIC_COPIES
from tests.screens.conftest import OpenPage
from tests.screens.test_access import visited_by
from ui.pieces.charts import TAKE


def noted() -> list[int]:
    """The plans that the public saw, a number for each state of one."""
    with open_store().connect() as connection:
        return list(connection.execute(sa.select(PUBLIC_COPIES.c.plan_id)).scalars())


def test_a_page_is_noted_once_for_a_reader_and_never_for_who_may_see_more(
    own_store: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_page("hra_cases", plan="1")
    assert noted() == []
    visited_by(monkeypatch, Visitor("A reader", {1: Role.READER}))
    open_page("hra_cases", plan="1")
    open_page("actions", plan="1")
    assert noted() == [1]


def test_every_plan_in_short_that_a_reader_is_shown_is_noted(
    own_store: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited_by(monkeypatch, Visitor("A reader", {2: Role.READER}))
    open_page("all_plans")
    assert noted() == [2]


def test_what_is_taken_from_a_public_page_is_noted_whoever_takes_it(
    own_store: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER_PATH", "/there/is/none")
    app = open_page("recruitment", plan="1")
    app.session_state["tools_recruitment.over_time"] = TAKE
    app.run()
    assert noted() == [1]
