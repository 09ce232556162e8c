"""A file's name may be a child's: the public sees none that no officer cleared."""

import pytest
import sqlalchemy as sa

from store.file_names import CLEARED, described
from store.said.changes import changes
from store.said.settings import change_setting
from store.snapshots import accept
from store.views import view
from tests.made.stores import BY, MAY, SEPTEMBER, a_plan, actions, reading, upload
from workstreams.hra_cases.columns import HRA_CASES
from workstreams.indicators.columns import INDICATORS
from workstreams.recruitment.columns import POSTS
from workstreams.view import Snapshot

CHILD = "Kayleigh Smith.xlsx"


@pytest.fixture
def filled(store: sa.Engine) -> sa.Engine:
    plan = a_plan(store)
    for number, (when, name) in enumerate([(MAY, CHILD), (SEPTEMBER, "Plan.xlsx")]):
        read = actions({"ref": "Q1", "title": "One"}, sha256=f"{number}" * 64)
        accept(store, plan.id, when, read.__class__(name, read.sha256, read.readings), BY)
    return store


def names(store: sa.Engine, audience: str) -> list[str]:
    found = view(store, 1, audience="members" if audience == "members" else "public")
    return [snapshot.file for snapshot in found.snapshots]


def test_the_public_is_given_what_a_file_holds_its_date_and_code_and_members_its_name(
    filled: sa.Engine,
) -> None:
    assert names(filled, "public") == [
        "actions workbook of 20 May 2021 (00000000)",
        "actions workbook of 7 September 2021 (11111111)",
    ]
    assert names(filled, "members") == [CHILD, "Plan.xlsx"]


def test_a_name_that_an_officer_cleared_stands_in_public_and_the_log_says_who_cleared_it(
    filled: sa.Engine,
) -> None:
    change_setting(filled, 1, CLEARED, ["Plan.xlsx"], BY)
    assert names(filled, "public") == ["actions workbook of 20 May 2021 (00000000)", "Plan.xlsx"]
    (line,) = [one for one in changes(filled, 1) if one.subject == CLEARED]
    assert (line.by, line.value) == (BY, ["Plan.xlsx"])
    change_setting(filled, 1, CLEARED, [], BY)
    assert "Plan.xlsx" not in names(filled, "public")


def test_a_pack_of_before_a_name_was_cleared_does_not_name_it(filled: sa.Engine) -> None:
    before = view(filled, 1).snapshots[-1].accepted_at
    change_setting(filled, 1, CLEARED, [CHILD], BY)
    assert CHILD in names(filled, "public")
    assert CHILD not in [one.file for one in view(filled, 1, known_at=before).snapshots]


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ((HRA_CASES,), "Human Rights Act cases workbook of"),
        ((POSTS, INDICATORS), "recruitment and indicators workbook of"),
        ((POSTS, INDICATORS, HRA_CASES), "plan workbook of"),
    ],
)
def test_a_file_is_given_by_the_subjects_it_holds(
    store: sa.Engine, tables: tuple, said: str
) -> None:
    plan = a_plan(store)
    read = upload(*(reading(table, dict.fromkeys(table.filled_by, "One")) for table in tables))
    snapshot: Snapshot = accept(store, plan.id, MAY, read, BY)
    assert described(snapshot).startswith(said)
