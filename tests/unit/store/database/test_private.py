import os
import stat
from pathlib import Path

import pytest
import sqlalchemy as sa

from store.access.roles import Right
from store.database.copies import backup
from store.database.engine import open_store, writing
from store.database.private import make_private

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way.")


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_store_and_all_that_stands_beside_it_are_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "store.sqlite"
    engine = open_store(f"sqlite:///{path}")
    with writing(engine, Right.STORE) as connection:
        connection.execute(sa.text("CREATE TABLE seen (word TEXT)"))
        beside = sorted(path.parent.iterdir())
        assert {x.name for x in beside} > {"store.sqlite", "store.sqlite-wal"}
        assert [oct(rights(x)) for x in beside] == [oct(0o600)] * len(beside)
    assert rights(path.parent) == 0o700


def test_a_backup_is_its_owners_alone(tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    backup(open_store(f"sqlite:///{tmp_path / 'store.sqlite'}"), copy)
    assert rights(copy) == 0o600


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
@pytest.mark.parametrize(("was", "becomes"), [(0o644, 0o600), (0o666, 0o600), (0o440, 0o400)])
def test_a_file_of_an_earlier_version_is_closed_to_others(
    tmp_path: Path, ending: str, was: int, becomes: int
) -> None:
    path = tmp_path / "store.sqlite"
    there = tmp_path / f"store.sqlite{ending}"
    there.write_bytes(b"as it was")
    there.chmod(was)
    make_private(path)
    assert rights(there) == becomes
    assert there.read_bytes() == b"as it was"


def test_a_folder_that_was_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_private(tmp_path / "store.sqlite")
    assert rights(tmp_path) == 0o755


def test_the_folder_that_holds_the_store_alone_is_closed_to_others(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_private(tmp_path / "store.sqlite", tmp_path)
    assert rights(tmp_path) == 0o700
