"""A store of an earlier version opens with nothing lost."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from store.database import engine as engines
from store.database.engine import open_store
from store.database.tables import METADATA
from store.people import people
from store.plans import plans
from store.views import view

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
    rows = {
        "plans": [{"name": "Improvement plan", **BY}],
        "snapshots": [snapshot],
        "readings": [reading],
        "records": [record],
        "problems": [{"snapshot_id": 1, **problem}],
        "ledger": [fact],
    }
    with old.begin() as connection:
        for name, values in rows.items():
            connection.execute(METADATA.tables[name].insert(), values)
    return everything(old, list(rows))


def everything(engine: sa.Engine, names: list[str]) -> dict[str, list[sa.Row]]:
    with engine.connect() as connection:
        return {name: list(connection.execute(sa.select(METADATA.tables[name]))) for name in names}


@pytest.mark.parametrize("revision", ["0001", "0002"])
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
    (plan,) = plans(now)
    assert plan.name == "Improvement plan"
    assert view(now, plan.id).now("actions")["title"].to_list() == ["One"]
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
