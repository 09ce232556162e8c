"""Which source a file is the next one of: by its rows, its name, its headings; else asked."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from loaders.outcome import Checked
from store import snapshots
from store.sources.kept import Adds
from store.sources.proposed import Proposal, propose
from tests.made.stores import BY, a_plan
from tests.made.workbooks import Rows
from tests.unit.store.sources import made
from tests.unit.store.sources.made import FEBRUARY, NAMES, OCTOBER, by_date

WARNED = {"": "Sent so."}
OTHER: Rows = (
    made.PLAN_HEADINGS,
    ("S1", "Open a school for autistic pupils", "Head of SEND", date(2026, 3, 1), "Open", "None"),
    ("S2", "Clear the backlog of assessments", "Head of SEND", date(2026, 3, 1), "Open", "None"),
    ("S3", "Write a guide for parents", "Head of SEND", date(2026, 3, 1), "Open", "None"),
)


@pytest.fixture
def plan_id(store: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> int:
    """A plan that is kept in three files."""
    monkeypatch.setenv("PERSON_KEY_SECRET", "for tests")
    plan = a_plan(store)
    for _, when, file in by_date():
        if when < FEBRUARY:
            snapshots.accept(store, plan.id, when, file, BY, WARNED)
    return plan.id


def goes(store: sa.Engine, plan_id: int, rows: Rows, name: str) -> tuple[str, bool]:
    """Where a file is proposed to go, and whether that is sure."""
    found = propose(store, plan_id, made.read(rows, name))
    assert found.why.endswith(".")
    new = "+ " if isinstance(found.into, Adds) else ""
    return f"{new}{found.into.name}", found.sure


@pytest.mark.parametrize(
    ("rows", "name", "into"),
    [
        # The rows tell it, whatever the file is called and however it is laid out.
        (made.plan(done=5), "Whatever.xlsx", "plan"),
        (made.plan(without=2), "export.csv.xlsx", "plan"),
        (made.log(closed=2), "Actions arising.xlsx", "log"),
        (made.posts(vacant=0), "HR return.xlsx", "posts"),
        ([("Task", "Lead"), *((thing, "Head") for thing in made.THINGS)], "x.xlsx", "plan"),
        # The name and the headings tell it, though no row is the same.
        ((made.PLAN_HEADINGS, *OTHER[1:]), "Improvement plan Mar 2026.xlsx", "plan"),
        ([made.LOG_HEADINGS, (90, "Visit the court", "Director", date(2026, 5, 1), "Open",
          date(2026, 3, 10))], "scrutiny_action_log_v2.xlsx", "log"),
    ],
)  # fmt: skip
def test_a_file_goes_on_with_the_source_it_is_like(
    store: sa.Engine, plan_id: int, rows: Rows, name: str, into: str
) -> None:
    assert goes(store, plan_id, rows, name) == (NAMES[into], True)


def test_a_file_of_a_new_kind_adds_a_source(store: sa.Engine, plan_id: int) -> None:
    rows = [("Indicator", "Period", "Value"), ("Visits", date(2025, 10, 31), 4)]
    rows += [("Calls", date(2025, 10, 31), 9)]
    found = propose(store, plan_id, made.read(rows, "KPIs Oct 2025.xlsx"))
    assert (found.into, found.sure) == (Adds("KPIs"), True)
    assert found.why == "No file of this plan holds indicators yet."


@pytest.mark.parametrize("name", ["SEND plan.xlsx", "Book1.xlsx"])
def test_rows_nobody_knows_of_a_kind_there_is_are_asked_about(
    store: sa.Engine, plan_id: int, name: str
) -> None:
    _, sure = goes(store, plan_id, OTHER, name)
    assert not sure
    headings = ("Nr", "Undertaking", "Who", "Target", "State", "Said")
    into, sure = goes(store, plan_id, (headings, *OTHER[1:]), name)
    assert (into[:1], sure) == ("+", False)


def test_a_log_that_repeats_half_of_the_plan_is_asked_about(store: sa.Engine, plan_id: int) -> None:
    rows = [*made.log()[:3], *((9, thing, "Director", None, "Open", None)
                               for thing in made.THINGS[:2])]  # fmt: skip
    _, sure = goes(store, plan_id, rows, "Joint list.xlsx")
    assert not sure


def test_the_first_file_of_a_plan_adds_one_and_says_so(store: sa.Engine) -> None:
    found = propose(store, a_plan(store).id, made.read(made.plan(), "Improvement plan.xlsx"))
    assert found == Proposal(
        Adds("Improvement plan"), True, "It is the first file of this plan.", "Improvement plan"
    )


def test_an_answer_is_remembered_for_the_next_such_file(store: sa.Engine, plan_id: int) -> None:
    name = "Actions of the board.xlsx"
    file = made.read(OTHER, name)
    assert not propose(store, plan_id, file).sure
    snapshots.accept(store, plan_id, FEBRUARY, file, BY, WARNED, into=Adds("The board"))
    later: Checked = made.read((*OTHER[:1], ("S9", *OTHER[1][1:])), "Actions of the board May.xlsx")
    found = propose(store, plan_id, later)
    assert (found.into.name, found.sure) == ("The board", True)
    # It goes with the upload that taught it.
    snapshots.withdraw(store, snapshots.snapshots(store, plan_id)[-1].id, BY, "Wrong file")
    assert not propose(store, plan_id, later).sure


def test_a_new_source_is_given_a_name_that_no_other_has(store: sa.Engine, plan_id: int) -> None:
    file = replace(made.read(OTHER, "Improvement plan.xlsx"), file="Improvement plan.xlsx")
    assert propose(store, plan_id, file).name == "Improvement plan 2"


def test_a_month_alone_of_a_series_is_the_next_of_its_source(store: sa.Engine) -> None:
    plan = a_plan(store)

    def months(*ends: date) -> Checked:
        rows = [(name, end, 4) for name in ("Visits", "Calls") for end in ends]
        return made.read([("Indicator", "Period", "Value"), *rows], f"Return {len(ends)}.xlsx")

    first = months(date(2025, 8, 31), date(2025, 9, 30))
    snapshots.accept(store, plan.id, OCTOBER, first, BY, WARNED)
    found = propose(store, plan.id, replace(months(date(2025, 10, 31)), file="Whatever.xlsx"))
    assert (found.into.name, found.sure) == ("Return", True)
