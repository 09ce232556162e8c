"""A wrong file, an older one and a date of the wrong year are asked about before it is stored."""

from datetime import date

import pytest
import sqlalchemy as sa

from store import plans, snapshots
from store.accepting.doubts import doubts
from store.sources.kept import Adds, Into, sources
from tests.made.stores import BY, a_plan
from tests.unit.store.sources import made
from tests.unit.store.sources.made import DECEMBER, FEBRUARY, NAMES, NOVEMBER, OCTOBER, by_date
from tests.unit.store.sources.test_proposed import OTHER
from workstreams.view import Meeting

WARNED = {"": "Sent so."}


@pytest.fixture
def plan_id(store: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> int:
    """A plan kept in three files, up to December, and another plan beside it."""
    monkeypatch.setenv("PERSON_KEY_SECRET", "for tests")
    plan, other = a_plan(store), a_plan(store, "SEND plan")
    plans.add(store, plan.id, [Meeting(when) for when in (OCTOBER, DECEMBER)], BY)
    for _, when, file in by_date():
        if when < FEBRUARY:
            snapshots.accept(store, plan.id, when, file, BY, WARNED)
    snapshots.accept(store, other.id, DECEMBER, made.read(OTHER, "SEND.xlsx"), BY, WARNED)
    return plan.id


def of(store: sa.Engine, plan_id: int, name: str) -> Into:
    return next(one for one in sources(store, plan_id) if one.name == NAMES[name])


def keys(store: sa.Engine, plan_id: int, rows: made.Rows, when: date, into: Into) -> list[str]:
    found = doubts(store, plan_id, made.read(rows, "file.xlsx"), when, into)
    assert all(one.found.endswith(".") and one.yes for one in found)
    return [one.key for one in found]


def test_the_next_file_of_a_source_is_not_asked_about(store: sa.Engine, plan_id: int) -> None:
    for name, rows in (("plan", made.plan(done=4)), ("log", made.log()), ("posts", made.posts())):
        assert keys(store, plan_id, rows, FEBRUARY, of(store, plan_id, name)) == []
    assert keys(store, plan_id, made.plan(), FEBRUARY, Adds("A new one")) == []


def test_rows_of_which_none_is_in_the_source_are_asked_about_and_the_better_plan_is_named(
    store: sa.Engine, plan_id: int
) -> None:
    file = made.read(OTHER, "Improvement plan.xlsx")
    (doubt,) = doubts(store, plan_id, file, FEBRUARY, of(store, plan_id, "plan"))
    assert doubt.found == (
        "None of its 3 rows is in “Improvement plan” as it stands. 3 of its 3 rows are in the plan "
        "“SEND plan”."
    )
    (doubt,) = doubts(store, plan_id, file, FEBRUARY, Adds("SEND"))
    assert doubt.found == "3 of its 3 rows are in the plan “SEND plan”."
    # The log's rows are this plan's, but not of this source.
    assert keys(store, plan_id, made.log(), FEBRUARY, of(store, plan_id, "plan")) == ["rows"]


def test_a_date_before_the_last_of_its_own_source_is_asked_about(
    store: sa.Engine, plan_id: int
) -> None:
    between = date(2025, 11, 20)
    assert keys(store, plan_id, made.plan(), between, of(store, plan_id, "plan")) == ["earlier"]
    assert keys(store, plan_id, made.log(), between, of(store, plan_id, "log")) == []
    assert keys(store, plan_id, made.log(), NOVEMBER, of(store, plan_id, "log")) == []


@pytest.mark.parametrize(
    ("when", "asked"),
    [
        (date(2024, 12, 9), True),  # last year's, by a slip of the pen
        (date(2024, 11, 1), True),
        (date(2026, 12, 9), True),
        (date(2023, 3, 1), True),  # far from everything
        (date(2025, 10, 1), False),
        (date(2026, 2, 10), False),
        (date(2026, 4, 1), False),
        (date(2026, 6, 1), False),  # long after, and no other year is likelier
    ],
)
def test_a_date_that_fits_another_year_is_asked_about(
    store: sa.Engine, plan_id: int, when: date, asked: bool
) -> None:
    found = keys(store, plan_id, made.log(), when, Adds("Another log"))
    assert found == (["year"] if asked else [])


def test_the_first_file_of_a_plan_without_meetings_may_be_of_any_date(store: sa.Engine) -> None:
    plan = a_plan(store)
    assert keys(store, plan.id, made.plan(), date(2012, 2, 29), Adds("Plan")) == []
    snapshots.accept(store, plan.id, date(2012, 2, 29), made.read(made.plan(), "Plan.xlsx"), BY,
                     WARNED)  # fmt: skip
    assert keys(store, plan.id, made.plan(), date(2013, 2, 28), Adds("Log")) == ["year"]
