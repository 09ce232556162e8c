"""What is wrong with a database is told apart, in a sentence, on a page and at a command line."""

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from store.__main__ import main
from store.database import engine
from store.database.copies import backup
from store.database.engine import DatabaseFault, _opened, answers, open_store
from store.database.failing import SENTENCES, what_is_wrong
from store.plans import add_plan, plans
from ui.door.faults import FAILED, said


def damaged(path: Path) -> None:
    path.write_bytes(b"no database at all" * 500)


def newer(path: Path) -> None:
    open_store(f"sqlite:///{path}").dispose()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize(("spoil", "wrong"), [(damaged, "damaged"), (newer, "newer")])
def test_a_store_that_cannot_be_used_says_why(
    spoil,
    wrong: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture,
) -> None:

    path = tmp_path / "store.sqlite"
    spoil(path)
    _opened.cache_clear()
    address = f"sqlite:///{path}"
    with pytest.raises(DatabaseFault) as fault:
        open_store(address)
    assert what_is_wrong(fault.value) == wrong
    assert said(fault.value) == SENTENCES[wrong]
    monkeypatch.setenv("DATABASE_URL", address)
    assert main(["plans"]) == 2
    told = capsys.readouterr().err
    assert wrong in told
    assert "Traceback" not in told
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("mysql://user:hushhush@db/plans", "“mysql”"),
        ("postgresql+psycopg2://user:hushhush@db/plans", "“postgresql+psycopg2”"),
        ("postgresql+asyncpg://user:hushhush@db/plans", "“postgresql+asyncpg”"),
        ("postgresql+psycopg_async://user:hushhush@db/plans", "“postgresql+psycopg_async”"),
        ("sqlite+aiosqlite:///hushhush", "“sqlite+aiosqlite”"),
        ("sqllite:///hushhush", "“sqllite”"),
        ("postgresql+psycopg://user:hush@db:hushhush/plans", "cannot be read"),
        ("postgresql+psycopg://user:hushhush@db:port/plans", "cannot be read"),
        ("data/hushhush.sqlite", "cannot be read"),
        ("sqlite", "cannot be read"),
        (" ", "cannot be read"),
    ],
)
def test_an_address_that_names_no_database_is_said_without_it(
    address: str, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    with pytest.raises(DatabaseFault) as fault:
        open_store(address)
    assert what_is_wrong(fault.value) == "address"
    assert said(fault.value) == SENTENCES["address"]
    monkeypatch.setenv("DATABASE_URL", address)
    assert not answers()
    assert main(["plans"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert told in line
    assert "hushhush" not in line


def test_a_store_is_used_again_once_it_is_whole_without_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    damaged(path)
    with pytest.raises(DatabaseFault):
        open_store(f"sqlite:///{path}")
    path.unlink()
    with open_store(f"sqlite:///{path}").connect() as connection:
        assert connection.execute(sa.text("SELECT 1")).scalar() == 1


def failed(store: sa.Engine, *statements: str) -> Exception:
    """What the last of some statements on one connection raises."""
    *first, last = statements
    with store.connect() as connection:
        for statement in first:
            connection.exec_driver_sql(statement)
        with pytest.raises(DatabaseFault) as fault:
            connection.exec_driver_sql(last)
    return fault.value


def test_read_only_full_and_locked_are_told_apart(tmp_path: Path) -> None:
    plain = sa.create_engine(f"sqlite:///{tmp_path / 'plain.sqlite'}")
    make = "CREATE TABLE more (what TEXT)"
    assert what_is_wrong(failed(plain, "PRAGMA query_only = ON", make)) == "read-only"
    plain.dispose()
    fill = "INSERT INTO more VALUES (zeroblob(900000))"
    full = ("PRAGMA query_only = OFF", make, "PRAGMA max_page_count = 3", fill)
    assert what_is_wrong(failed(plain, *full)) == "full"
    plain.dispose()
    with sqlite3.connect(tmp_path / "plain.sqlite", isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        waits = ("PRAGMA busy_timeout = 1", "CREATE TABLE third (what TEXT)")
        assert what_is_wrong(failed(plain, *waits)) == "locked"


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("connection to server failed: Connection refused", "away"),
        ("cannot execute INSERT in a read-only transaction", "read-only"),
        ('could not extend file "base/1": No space left on device', "full"),
        ("canceling statement due to lock timeout", "locked"),
        ("invalid page in block 7 of relation base/1", "damaged"),
    ],
)
def test_what_postgresql_says_is_understood(words: str, wrong: str) -> None:
    fault = sa.exc.OperationalError("SELECT", {}, Exception(words))
    assert what_is_wrong(fault) == wrong


def test_a_file_that_is_deleted_under_a_server_is_said_and_used_again_once_it_is_put_back(
    tmp_path: Path,
) -> None:
    path = tmp_path / "store.sqlite"
    address = f"sqlite:///{path}"
    add_plan(open_store(address), "Plan", "Committee", by="Officer")
    aside = path.rename(tmp_path / "aside.sqlite")
    for _ in range(2):
        with pytest.raises(DatabaseFault) as fault:
            open_store(address)
        assert what_is_wrong(fault.value) == "gone"
        assert not path.exists(), "an empty store must not take its place"
    assert said(fault.value) == SENTENCES["gone"]
    aside.rename(path)
    assert [plan.name for plan in plans(open_store(address))] == ["Plan"]
    open_store(address).dispose()


def test_a_backup_put_in_the_place_of_a_file_is_what_is_read_without_a_restart(
    tmp_path: Path,
) -> None:
    path, address = tmp_path / "store.sqlite", f"sqlite:///{tmp_path / 'store.sqlite'}"
    add_plan(open_store(address), "Plan", "Committee", by="Officer")
    backup(open_store(address), tmp_path / "backup.sqlite")
    add_plan(open_store(address), "Later", "Committee", by="Officer")
    aside = tmp_path / "aside"
    aside.mkdir()
    for one in tmp_path.glob("store.sqlite*"):  # as README says
        one.rename(aside / one.name)
    (tmp_path / "backup.sqlite").replace(path)
    assert [plan.name for plan in plans(open_store(address))] == ["Plan"]
    open_store(address).dispose()


def test_a_store_that_somebody_writes_to_for_long_opens_and_is_read_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store.sqlite"
    add_plan(open_store(f"sqlite:///{path}"), "Plan", "Committee", by="Officer")
    open_store(f"sqlite:///{path}").dispose()
    _opened.cache_clear()
    monkeypatch.setattr(engine, "WAIT_SECONDS", 0.2)
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        store = open_store(f"sqlite:///{path}")
        assert [plan.name for plan in plans(store)] == ["Plan"]
        with pytest.raises(DatabaseFault) as fault:
            add_plan(store, "Another", "Committee", by="Officer")
        assert what_is_wrong(fault.value) == "locked"
    add_plan(store, "Another", "Committee", by="Officer")
    store.dispose()


def test_it_is_told_whether_a_store_can_be_read_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store.sqlite"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    assert answers()
    open_store().dispose()
    whole = path.read_bytes()
    path.write_bytes(b"no database at all" * 500)
    assert not answers()
    path.write_bytes(whole)
    assert answers()
    path.unlink()
    assert not answers()


@pytest.mark.parametrize(
    ("fault", "wrong"),
    [
        (PermissionError(13, "Permission denied", "data/dashboard.sqlite"), "barred"),
        (OSError(28, "No space left on device"), "full"),
        (OSError(30, "Read-only file system"), "read-only"),
    ],
)
def test_a_fault_of_files_is_told_by_its_own_words(fault: OSError, wrong: str) -> None:
    assert what_is_wrong(fault) == wrong
    assert said(fault) == SENTENCES[wrong]


def test_a_file_that_is_not_the_stores_does_not_say_that_the_database_is_away() -> None:
    assert said(FileNotFoundError(2, "No such file or directory", "mark.svg")) == FAILED


def test_what_waiting_does_not_mend_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr(engine.time, "sleep", slept.append)
    _opened.cache_clear()
    (tmp_path / "folder").mkdir()
    with pytest.raises(DatabaseFault) as fault:
        open_store(f"sqlite:///{tmp_path / 'folder'}")  # a folder where the file should be
    assert what_is_wrong(fault.value) == "barred"
    assert not slept


def test_a_backup_that_fails_leaves_no_half_made_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    add_plan(store, "Improvement plan", "Scrutiny committee", by="Officer")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "backup"
    others = [tmp_path / name for name in ("backup of May.sqlite", "backup-walnut", "backup.old")]
    for one in others:
        one.write_bytes(b"another day's")
    monkeypatch.setattr("store.database.copies.copy_store", full)
    with pytest.raises(OSError, match="No space"):
        backup(store, path)
    assert sorted(tmp_path.glob("backup*")) == sorted(others)
