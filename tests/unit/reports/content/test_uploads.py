"""How far to trust a pack: which uploads it names, what it says of them, and of what is recorded.

Each test makes a store of its own.
"""

from dataclasses import replace

import sqlalchemy as sa

from loaders.problems import Problem
from reports.content.blocks import Heading, Pack, Paragraph, Table
from reports.content.uploads import ROWS, LeftOut, left_out
from reports.meeting import pack_for
from store.said.judgements import judge
from store.snapshots import accept
from tests.made.packs import looked_at
from tests.made.stores import (
    BY,
    MAY,
    SEPTEMBER,
    a_plan,
    a_warning,
    accepted,
    actions,
    day,
    reading,
    upload,
)
from workstreams.actions.columns import ACTIONS
from workstreams.hra_cases.columns import HRA_CASES
from workstreams.recruitment.columns import POSTS

ACTION = {"ref": "Q1", "title": "One", "due_date": day("2021-08-01"), "status": "in progress"}
POST = {"post": "P1", "title": "Solicitor", "fte": 1.0, "position": "filled, permanent"}
CASE = {"case": "H1", "stage": "notified", "opened_date": day("2021-03-01")}


def honesty(given: Pack) -> list[object]:
    """The blocks of the part that says how far to trust the figures."""
    start = given.blocks.index(Heading("How far to trust these figures"))
    return list(given.blocks[start:])


def table(given: Pack, caption: str) -> Table:
    found = [b for b in honesty(given) if isinstance(b, Table) and b.caption.startswith(caption)]
    assert len(found) == 1, caption
    return found[0]


def test_an_upload_that_another_for_the_same_date_replaced_is_not_named(store: sa.Engine) -> None:
    plan = a_plan(store)
    accepted(store, plan, MAY, replace(actions(ACTION), file="may.xlsx"))
    wrong = replace(actions(ACTION, sha256="b" * 64), file="wrong.xlsx")
    accepted(store, plan, SEPTEMBER, wrong)
    right = replace(actions(ACTION, sha256="c" * 64), file="right.xlsx")
    accepted(store, plan, SEPTEMBER, right)
    rows = table(pack_for(store, plan.id, SEPTEMBER, "members"), "Every upload").rows
    assert [row[1] for row in rows] == ["may.xlsx", "right.xlsx"]


def test_what_officers_recorded_is_said_and_counted(store: sa.Engine) -> None:
    plan = a_plan(store)
    accepted(store, plan, SEPTEMBER, actions({**ACTION, "status": "complete"}))
    before = honesty(pack_for(store, plan.id, SEPTEMBER))[1]
    assert isinstance(before, Paragraph)
    assert "Officers recorded nothing in the dashboard" in before.text
    judge(store, plan.id, "evidence", "Q1", {"text": "Seen", "link": ""}, BY, SEPTEMBER)
    judge(store, plan.id, "evidence", "Q1", {"text": "Again", "link": ""}, BY, SEPTEMBER)
    judge(
        store, plan.id, "acceptance", "Q1",
        {"meeting": SEPTEMBER.isoformat(), "text": ""}, BY, SEPTEMBER,
    )  # fmt: skip
    said = honesty(pack_for(store, plan.id, SEPTEMBER))[1]
    assert isinstance(said, Paragraph)
    assert "2 notes of evidence and 1 acceptance by the committee" in said.text
    assert "Every figure comes from the files" not in said.text


def test_warnings_of_every_upload_behind_the_latest_tables_are_told(store: sa.Engine) -> None:
    plan = a_plan(store)
    posts = Problem("warning", "Posts", "E7", "fte", "FTE", "one", "Enter a number.")
    first = upload(
        reading(ACTIONS, ACTION, problems=(a_warning("30 Feb"),)),
        reading(POSTS, POST, problems=(posts,)),
    )
    accept(store, plan.id, MAY, replace(first, file="may.xlsx"), BY, {str(posts): "It is one."})
    second = upload(reading(ACTIONS, ACTION, problems=(a_warning(),)), sha256="b" * 64)
    accept(store, plan.id, SEPTEMBER, replace(second, file="sept.xlsx"), BY, {"": "Known."})
    rows = table(pack_for(store, plan.id, SEPTEMBER, "members"), "What was found").rows
    assert [(row[0], row[2]) for row in rows] == [
        ("sept.xlsx", "Known."),
        ("may.xlsx", "It is one."),
    ]
    assert "31 Feb" in rows[0][1]
    # The sheet of actions of May was replaced by September's.
    assert not any("30 Feb" in cell for row in rows for cell in row)


def test_warnings_of_one_upload_have_no_column_for_its_file(store: sa.Engine) -> None:
    plan = a_plan(store)
    only = upload(reading(ACTIONS, ACTION, problems=(a_warning(),)))
    accept(store, plan.id, SEPTEMBER, only, BY, {"": "Known."})
    found = table(pack_for(store, plan.id, SEPTEMBER), "What was found")
    assert found.headings == ("What was found", "Why accepted")


def test_rows_left_out_are_listed_with_sheet_row_and_why(store: sa.Engine) -> None:
    plan = a_plan(store)
    error = Problem("error", "Actions", "B9", "title", "Action", "", "Fill in the action.")
    read = reading(ACTIONS, ACTION, left_out=((7, "a total"),), stopped=(9,), problems=(error,))
    cases = reading(HRA_CASES, CASE, left_out=((8, "hidden in the file"),))
    accept(store, plan.id, SEPTEMBER, upload(read, cases), BY)
    found = table(pack_for(store, plan.id, SEPTEMBER), "Rows left out")
    file = "actions and Human Rights Act cases workbook of 7 September 2021 (aaaaaaaa)"
    assert found.rows == (
        (file, "Actions", "7", "a total"),
        (file, "Actions", "9", "B9: Fill in the action."),
    )
    members = table(pack_for(store, plan.id, SEPTEMBER, "members"), "Rows left out")
    assert ("plan.xlsx", HRA_CASES.sheet, "8", "hidden in the file") in members.rows


def test_of_many_rows_left_out_the_first_are_listed_and_the_rest_counted() -> None:
    rows = [LeftOut("actions", "a.xlsx", "Actions", row, "a total") for row in range(30)]
    (found,) = left_out(looked_at(), rows)
    assert len(found.rows) == ROWS
    assert f"The first {ROWS} of 30 are here; 5 more are not." in found.caption
    assert left_out(looked_at(), []) == []
