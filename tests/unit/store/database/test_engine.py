import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from store.access.roles import Right
from store.database.copies import backup, copy_store
from store.database.engine import DatabaseFault, is_embedded, open_store, usable, writing
from store.database.tables import METADATA, PLANS
from store.history import history
from store.plans import add_plan, plans
from store.refused import Refused
from tests.made.stores import MAY, a_plan, accepted, actions
from workstreams.actions.columns import ACTIONS

ROOT = Path(__file__).parents[4]


def test_the_migrations_make_the_tables_that_are_declared(store: sa.Engine) -> None:
    with store.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_one_address_gives_one_engine(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'folder' / 'store.sqlite'}"
    first = open_store(url)
    assert open_store(url) is first
    assert not is_embedded(first)
    first.dispose()


def test_the_address_comes_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    monkeypatch.setenv("DATABASE_URL", url)
    engine = open_store()
    assert engine is open_store(url)
    engine.dispose()


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("postgres://a@b/c", "postgresql+psycopg://a@b/c"),
        ("postgresql://a@b/c", "postgresql+psycopg://a@b/c"),
        ("postgresql+psycopg2://a@b/c", "postgresql+psycopg2://a@b/c"),
        ("sqlite:///x.sqlite", "sqlite:///x.sqlite"),
    ],
)
def test_an_address_as_hosts_hand_it_out_is_understood(given: str, used: str) -> None:
    assert usable(given) == used


@pytest.mark.parametrize(
    ("address", "patience"),
    [
        ("postgresql+psycopg://a@localhost:1/b", {"connect_timeout": 10}),
        ("postgres://a@localhost:1/b", {"connect_timeout": 10}),
    ],
)
def test_a_server_that_says_nothing_is_not_waited_for(
    address: str, patience: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[dict[str, Any]] = []

    def create(url: sa.URL, **options: Any) -> sa.Engine:
        made.append(options)
        return real(url, **options)

    real = sa.create_engine
    monkeypatch.setattr(sa, "create_engine", create)
    with pytest.raises(DatabaseFault):
        open_store(address)
    assert [one["connect_args"] for one in made] == [patience]


def test_readers_go_on_while_another_writes(tmp_path: Path) -> None:
    engine = open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    plan = a_plan(engine)
    with writing(engine, Right.PLANS) as connection, engine.connect() as reader:
        connection.execute(PLANS.update().values(name="Changed"))
        assert reader.execute(sa.select(PLANS.c.name)).scalar_one() == plan.name
    engine.dispose()


def test_servers_that_start_at_once_make_one_store_with_one_sample(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    start = (
        "import sys; from pathlib import Path; from store.database.engine import open_store;"
        "from store.sample import SAMPLES, load_sample;"
        "print(load_sample(open_store(sys.argv[1]), SAMPLES[1:]))"
    )
    command = [sys.executable, "-c", start, url]
    servers = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    said = [server.communicate(timeout=120) for server in servers]
    assert sorted(out.decode().strip() for out, _ in said) == ["False", "False", "True"], said
    engine = open_store(url)
    with engine.connect() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(PLANS)).scalar() == 1
    engine.dispose()


def test_a_backup_holds_everything_and_goes_on_from_there(store: sa.Engine, tmp_path: Path) -> None:
    plan = a_plan(store)
    accepted(store, plan, MAY, actions({"ref": "Q1", "title": "One"}))
    backup(store, tmp_path / "copy.sqlite")
    copied = open_store(f"sqlite:///{(tmp_path / 'copy.sqlite').resolve()}")
    assert history(copied, plan.id, (ACTIONS,))["actions"].equals(
        history(store, plan.id, (ACTIONS,))["actions"]
    )
    assert a_plan(copied, "A further plan").id != plan.id
    with pytest.raises(Refused, match="is there already"):
        backup(store, tmp_path / "copy.sqlite")
    with pytest.raises(Refused, match="no folder"):
        backup(store, tmp_path / "nowhere" / "copy.sqlite")
    copied.dispose()


def test_a_store_moves_to_another_database_and_counts_on(store: sa.Engine, tmp_path: Path) -> None:
    small = open_store(f"sqlite:///{tmp_path / 'small.sqlite'}")
    plan = a_plan(small)
    accepted(small, plan, MAY, actions({"ref": "Q1", "title": "One"}))
    copy_store(small, store)
    second = a_plan(store, "A further plan")
    assert second.id == plan.id + 1
    accepted(store, second, MAY, actions({"ref": "Q1", "title": "One"}))
    with pytest.raises(Refused, match="has plans in it"):
        copy_store(small, store)
    small.dispose()


def test_a_name_is_asked_of_whoever_writes(store: sa.Engine) -> None:
    with pytest.raises(Refused, match="who is doing this"):
        add_plan(store, "Plan", "Committee", by=" ")
    assert plans(store) == []
