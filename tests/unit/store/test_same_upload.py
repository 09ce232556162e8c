"""A file that comes again in another form is noticed by its records."""

from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from loaders.check import check
from store.access.visitor import AT_THE_MACHINE, acting
from store.database.engine import open_store
from store.plans import add_plan
from store.same_upload import same_records
from store.snapshots import accept, snapshots, withdraw
from tests.made.workbooks import ods_of_rows, of_rows, xls
from workstreams import TABLES

HEADINGS = ("Ref", "Action", "Owner", "Due date", "Status")
ROWS = (
    ("L1", "Write the plan", "Head of law", "30/09/2024", "Open"),
    ("L2", "Train the team", "Trainer", "31/10/2024", "Complete"),
)
CSV = "\n".join(",".join(row) for row in (HEADINGS, *ROWS)).encode()
TYPED = (
    HEADINGS,
    *(
        (*row[:3], date(2024, *day), row[4])
        for row, day in zip(ROWS, ((9, 30), (10, 31)), strict=True)
    ),
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    monkeypatch.setenv("PERSON_KEY_SECRET", "for tests")
    return open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plan.csv", CSV),
        ("plan.ods", ods_of_rows((HEADINGS, *ROWS))),
        ("plan.xls", xls((HEADINGS, *ROWS))),
        ("plan.xlsx", of_rows((("A title",), (), *TYPED))),
    ],
)
def test_the_same_rows_in_another_form_are_known(store: sa.Engine, name: str, data: bytes) -> None:
    with acting(AT_THE_MACHINE):
        plan = add_plan(store, "Legal plan", "Scrutiny", by="Officer")
        first = check(of_rows((HEADINGS, *ROWS)), "first.xlsx", TABLES)
        one = accept(store, plan.id, date(2024, 9, 7), first, "Officer")
        again = check(data, name, TABLES)
        assert same_records(store, plan.id, again) == one
        assert same_records(store, plan.id, first) is None
        other = check(CSV.replace(b"Open", b"Complete"), "plan.csv", TABLES)
        assert same_records(store, plan.id, other) is None
        withdraw(store, one.id, "Officer", "Wrong file")
        assert same_records(store, plan.id, again) is None
        assert snapshots(store, plan.id) == ()
