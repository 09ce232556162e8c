"""What a plan remembers of its files takes nothing away from the next one."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import sqlalchemy as sa

from loaders.check import check
from loaders.choices import LEAVE_OUT, Choices
from loaders.outcome import Checked
from store.access.visitor import AT_THE_MACHINE, acting
from store.database.engine import open_store
from store.plans import add_plan
from store.said.remembered import FORGOTTEN, is_laid_out_anew, remember, remembered
from store.said.settings import change_setting
from tests.made.workbooks import of_rows
from ui.upload.memory import decided
from workstreams import TABLES

MONTHS = ("October", "December", "February", "April")
BY = "Officer"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    monkeypatch.setenv("PERSON_KEY_SECRET", "for tests")
    engine = open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    with acting(AT_THE_MACHINE):
        add_plan(engine, "Plan", "Scrutiny", by=BY)
    return engine


def plan(months: int, names: tuple[str, ...] = ("Ref", "Action", "Owner", "Due date")) -> bytes:
    """A plan with a column of progress a meeting, the last blank in its second row."""
    progress = [f"Progress {month}" for month in MONTHS[:months]]
    rows = [
        [f"{n}", f"Write the policy for team {n}", "Head of law", date(2025, 3, n)]
        + [f"Said in {month} of {n}" for month in MONTHS[: months - (n == 2)]]
        for n in (1, 2, 3)
    ]
    return of_rows([[*names, *progress], *rows])


def read(data: bytes, choices: Choices) -> Checked:
    return check(data, "plan.xlsx", TABLES, choices)


def accepted(store: sa.Engine, data: bytes) -> Checked:
    """The file as the upload page reads it and remembers it."""
    known = remembered(store, 1)
    checked = read(data, known)
    with acting(AT_THE_MACHINE):
        remember(store, 1, decided(checked, known), BY)
    return checked


def test_each_file_is_read_as_if_it_were_the_first(store: sa.Engine) -> None:
    for months in (1, 2, 3, 4):
        data = plan(months)
        page = accepted(store, data).frames["actions"]
        alone = read(data, Choices(secret=b"for tests")).frames["actions"]
        command_line = read(data, remembered(store, 1)).frames["actions"]
        pd.testing.assert_frame_equal(page, alone)
        pd.testing.assert_frame_equal(command_line, alone)
        assert page["update"][0] == f"Said in {MONTHS[months - 1]} of 1"


def test_a_heading_that_was_only_read_is_not_chosen(store: sa.Engine) -> None:
    accepted(store, plan(2))
    known = remembered(store, 1)
    assert known.fields.get("actions", {}) == {}
    assert known.read_before["actions"]["Owner"] == "owner"


def test_what_an_officer_decided_is_kept_and_so_is_a_guess_that_was_accepted(
    store: sa.Engine,
) -> None:
    names = ("Ref", "Zqv", "Owner", "Due date")
    checked = read(plan(1, names), remembered(store, 1))
    chosen = Choices(fields={"actions": {"Owner": LEAVE_OUT}}, secret=b"for tests")
    kept = decided(checked, chosen)
    assert kept.fields["actions"] == {"Owner": LEAVE_OUT, "Zqv": "title"}


def test_a_new_name_is_told_in_a_note_and_a_column_that_is_gone_is_a_warning(
    store: sa.Engine,
) -> None:
    accepted(store, plan(2))
    renamed = accepted(store, plan(3, ("Ref", "Action", "Accountable", "Deadline")))
    told = [p for p in renamed.problems if p.advice.startswith("Last time")]
    assert [(p.level, p.heading) for p in told] == [("note", "Owner"), ("note", "Due date")]
    assert "In this file “Accountable” is." in told[0].advice
    without = read(
        of_rows([["Ref", "Action", "Deadline"], ["1", "Write it", "1/3/2025"]]),
        remembered(store, 1),
    )
    gone = [p for p in without.problems if p.advice.startswith("Last time")]
    assert [(p.level, p.field) for p in gone] == [("warning", "owner"), ("warning", "update")]


def test_what_a_store_of_an_earlier_version_kept_takes_nothing_away(store: sa.Engine) -> None:
    old = {
        "actions": {
            "Ref": "ref",
            "Action": "title",
            "Lead": FORGOTTEN,
            "Owner": "owner",
            "Due date": "due_date",
            "Progress October": "update",
            "Progress December": "update",
        }
    }
    with acting(AT_THE_MACHINE):
        change_setting(store, 1, "reading: fields", old, BY)
    data = plan(3)
    known = read(data, remembered(store, 1)).frames["actions"]
    alone = read(data, Choices(secret=b"for tests")).frames["actions"]
    assert known["update"].to_list() == alone["update"].to_list()
    lead = of_rows([["Ref", "Action", "Lead"], ["1", "Write it", "Head"], ["2", "Send it", "HR"]])
    assert read(lead, remembered(store, 1)).frames["actions"]["owner"].to_list() == ["Head", "HR"]


def test_a_file_of_another_source_is_not_held_against_how_this_one_was_read(
    store: sa.Engine,
) -> None:
    own = ("Ref", "Action", "Owner", "Due date")
    log = ("Nr", "Item agreed", "Lead officer", "When")
    for source, names in ((1, own), (2, log), (1, own)):
        known = remembered(store, 1, source)
        checked = read(plan(1, names), known)
        assert not [one for one in checked.problems if "Last time" in one.advice]
        with acting(AT_THE_MACHINE):
            remember(store, 1, decided(checked, known), BY, source)
    first, second, none = (remembered(store, 1, source).read_before for source in (1, 2, 3))
    assert "Owner" in first["actions"]
    assert "Lead officer" in second["actions"]
    assert none == {}
    checked = read(plan(1, own), Choices(secret=b"for tests"))
    assert not is_laid_out_anew(checked, first)
    assert is_laid_out_anew(checked, second)
    assert not is_laid_out_anew(checked, none)
