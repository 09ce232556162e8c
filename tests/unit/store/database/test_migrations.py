"""A store of an earlier version opens with nothing lost."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from store.database import engine as engines
from store.database.engine import open_store
from store.database.tables import METADATA, PUBLIC_COPIES
from store.people import people
from store.plans import plans
from store.snapshots import accept, snapshots
from store.sources.kept import Adds
from store.views import view
from store.worked_out import to_find as found
from store.worked_out.in_short import keep, kept
from tests.made.stores import actions
from workstreams.across.in_short import in_short
from workstreams.across.to_find import to_find

MIGRATIONS = Path(engines.__file__).parent / "migrations"
AT = datetime(2021, 5, 20, 9, tzinfo=UTC)
BY = {"by": "Improvement officer", "at": AT}


def of_version(url: str, revision: str) -> sa.Engine:
    """An empty store as an earlier version of the dashboard made it."""
    made = sa.create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    with made.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    return made


def filled(old: sa.Engine) -> dict[str, list[sa.Row]]:
    """One row and more in each table of the first version; gives all of them back."""
    fact = {"plan_id": 1, "kind": "plan", "value": '"Improvement plan"', "subject": "name", **BY}
    problem = dict.fromkeys(
        ("level", "sheet", "cell", "field", "heading", "found", "advice", "reason"), "text"
    )
    snapshot = {"plan_id": 1, "as_at": date(2021, 5, 20), "file": "plan.xlsx", **BY}
    snapshot |= {"fingerprint": "a" * 64, "detail": "{}"}
    reading = {"snapshot_id": 1, "table_key": "actions", "sheet": "Plan", "rows_read": 1}
    reading |= {"rows_left_out": 0, "detail": '{"letters": {}}'}
    record = {"snapshot_id": 1, "table_key": "actions", "sheet": "Plan", "row": 2}
    record |= {"cells": '{"ref": "Q1", "title": "One"}'}
    # What was uploaded later: the actions again, posts in a file of their own, and both in one of
    # another plan.
    uploads = [
        (1, "Plan_2021-09-07.xlsx", ("actions", "about")),
        (1, "Legal team posts Sept 2021.xlsx", ("posts", "about")),
        (2, "2021-05-20.xlsx", ("posts",)),
        (2, "2021-09-07.xlsx", ("posts", "actions")),
        (2, "2021-11-23.xlsx", ("actions",)),
        (2, "meetings.xlsx", ("meetings",)),
    ]
    more = [snapshot | {"plan_id": plan, "file": file} for plan, file, _ in uploads]
    held = [
        reading | {"snapshot_id": at, "table_key": key}
        for at, (*_, keys) in enumerate(uploads, start=2)
        for key in keys
    ]
    rows = {
        "plans": [{"name": "Improvement plan", **BY}, {"name": "Another", **BY}],
        "snapshots": [snapshot, *more],
        "readings": [reading, *held],
        "records": [record, record | {"snapshot_id": 2}],
        "problems": [{"snapshot_id": 1, **problem}],
        "ledger": [fact, fact | {"plan_id": 2, "value": '"Another"'}],
    }
    with old.begin() as connection:
        for name, values in rows.items():
            connection.execute(METADATA.tables[name].insert(), values)
    return everything(old, list(rows))


def everything(engine: sa.Engine, names: list[str]) -> dict[str, list[sa.Row]]:
    """Every row of these tables, in the columns that the first version had."""
    new = {"source_id"}
    columns = {
        name: [column for column in METADATA.tables[name].columns if column.name not in new]
        for name in names
    }
    with engine.connect() as connection:
        return {name: list(connection.execute(sa.select(*columns[name]))) for name in names}


@pytest.mark.parametrize("revision", ["0001", "0002", "0003"])
def test_a_store_of_an_earlier_version_opens_with_nothing_lost(
    tmp_path: Path, revision: str
) -> None:
    url = f"sqlite:///{tmp_path / 'old.sqlite'}"
    old = of_version(url, revision)
    before = filled(old)
    old.dispose()
    now = open_store(url)
    assert everything(now, list(before)) == before
    assert people(now) == ()
    plan, other = plans(now)
    assert plan.name == "Improvement plan"
    assert view(now, plan.id).now("actions")["title"].to_list() == ["One"]
    # Files with a table in common are one source, so that every figure is as it was.
    assert of_source(now, plan.id) == {"Plan": [1, 2], "Legal team posts": [3]}
    assert of_source(now, other.id) == {"Workbook": [4, 5, 6, 7]}
    now.dispose()


def opened_from(revision: str, folder: Path, *more: str) -> sa.Engine:
    """A store with something in it, as a version left it, opened by this one with nothing lost.

    ``more`` are the tables that came since those that it is filled by.
    """
    url = f"sqlite:///{folder / 'old.sqlite'}"
    old = of_version(url, "0003")
    names = list(filled(old))
    old.dispose()
    old = of_version(url, revision)
    before = everything(old, [*names, *more])
    old.dispose()
    now = open_store(url)
    assert everything(now, list(before)) == before
    return now


def test_a_store_with_sources_opens_with_nothing_lost_and_keeps_plans_in_short(
    tmp_path: Path,
) -> None:
    now = opened_from("0004", tmp_path, "sources")
    assert everything(now, ["sources"])["sources"]
    plan = plans(now)[0].id
    made = in_short(view(now, plan))
    keep(now, plan, "public", "as it is", made)
    assert kept(now, {plan: "public"}, {plan: "as it is"}) == {plan: made}
    now.dispose()


def test_packs_of_an_earlier_version_count_as_public_copies_and_are_made_as_they_were(
    tmp_path: Path,
) -> None:
    url = f"sqlite:///{tmp_path / 'old.sqlite'}"
    old = of_version(url, "0003")
    names = list(filled(old))
    issued = {"plan_id": 1, "kind": "pack", "value": '{"reason": ""}', "subject": "2021-05-20"}
    moments = [AT + timedelta(days=days) for days in (1, 2)]
    with old.begin() as connection:
        connection.execute(
            METADATA.tables["ledger"].insert(),
            [{**issued, **BY, "at": at, "on": date(2021, 5, 20)} for at in moments],
        )
    old.dispose()
    old = of_version(url, "0005")
    before = everything(old, [*names, "sources"])
    old.dispose()
    now = open_store(url)
    assert everything(now, list(before)) == before
    with now.connect() as connection:
        copies = connection.execute(sa.select(PUBLIC_COPIES)).all()
    assert [(row.at, row.alone, row.said) for row in copies] == [(at, True, None) for at in moments]
    # Each was decided alone, and is again; what is told now is decided against both.
    assert [len(view(now, 1, known_at=at).in_print) for at in moments] == [0, 0]
    assert [len(said) for said in view(now, 1).in_print.values()] == [2]
    now.dispose()


def test_a_store_with_public_copies_opens_with_nothing_lost_and_keeps_what_can_be_found(
    tmp_path: Path,
) -> None:
    now = opened_from("0006", tmp_path, "sources", "in_short", "public_copies")
    made = to_find(view(now, 1))
    assert [one.text for one in made] == ["Q1 · One"]
    found.keep(now, 1, "public", "as it is", made)
    assert found.kept(now, {1: "public"}, {1: "as it is"}) == {1: made}
    now.dispose()


def of_source(store: sa.Engine, plan_id: int) -> dict[str, list[int]]:
    """The uploads of each source of a plan."""
    found: dict[str, list[int]] = {}
    for one in snapshots(store, plan_id):
        found.setdefault(one.source.name, []).append(one.id)
    return {name: sorted(ids) for name, ids in found.items()}


def test_after_a_migration_a_source_is_added_beside_those_there_are(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.sqlite'}"
    old = of_version(url, "0003")
    filled(old)
    old.dispose()
    now = open_store(url)
    new = accept(now, 1, date(2021, 11, 23), actions({"title": "A"}), "Officer", into=Adds("Log"))
    assert new.source.name == "Log"
    assert len({one.source.id for one in snapshots(now, 1)}) == 3
    now.dispose()


def test_words_of_rows_that_an_error_kept_out_go_when_an_older_store_is_opened(
    tmp_path: Path,
) -> None:
    url = f"sqlite:///{tmp_path / 'old.sqlite'}"
    old = of_version(url, "0002")
    filled(old)
    with old.begin() as connection:
        connection.execute(sa.text("UPDATE problems SET level = 'error', found = 'Secret Name'"))
    old.dispose()
    now = open_store(url)
    with now.connect() as connection:
        (problem,) = connection.execute(sa.select(METADATA.tables["problems"]))
    assert (problem.level, problem.found, problem.advice) == ("error", "", "text")
    now.dispose()
