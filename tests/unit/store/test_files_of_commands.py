"""A file that a command is given, or is to write, is no good: a sentence, and no traceback."""

from collections.abc import Callable
from pathlib import Path

import pytest

import loaders.__main__ as of_loaders
import loaders.minutes.__main__ as of_minutes
import reports.__main__ as of_packs
import reports.calendar.__main__ as of_calendar
import reports.record.__main__ as of_record
import reports.updates.__main__ as of_updates
import store.__main__ as of_store
from tests.made.sample import sample_copy

Main = Callable[[list[str]], int]
PLAN = "Children's Legal Team Improvement Plan"
TAKING: dict[str, tuple[Main, str]] = {
    "read": (of_loaders.main, "FILE"),
    "minutes": (of_minutes.main, "FILE"),
    "accept": (of_store.main, "accept FILE --plan PLAN --as-at 2023-01-24"),
    "accept a new plan": (of_store.main, "accept FILE --plan Another --as-at 2023-01-24 --new"),
    "restore-backup": (of_store.main, "restore-backup FILE"),
    "template": (of_packs.main, "--plan PLAN --meeting 2022-11-22 --out OUT --template FILE"),
    "words": (of_updates.main, "--plan PLAN --out OUT.zip --meeting 2023-01-24 --words FILE"),
}
MAKING: dict[str, tuple[Main, str]] = {
    "backup": (of_store.main, "backup OUT/file"),
    "copy": (of_store.main, "copy sqlite:///OUT/file"),
    "record": (of_record.main, "--out OUT"),
    "updates": (of_updates.main, "--plan PLAN --out OUT/file.zip --meeting 2023-01-24"),
    "calendar": (of_calendar.main, "--plan PLAN --out OUT/file.ics"),
}


def missing(path: Path) -> None:
    """No file at all."""


def folder(path: Path) -> None:
    path.mkdir()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def nonsense(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def cut_short(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + b"\x14\x00" * 300)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    store = sample_copy(tmp_path / "store.sqlite")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{store}")
    monkeypatch.setenv("PERSON_KEY_SECRET", "for tests")
    return tmp_path


def words(command: str, folder: Path) -> list[str]:
    places = {"PLAN": PLAN, "FILE": str(folder / "given.xlsx")}
    return [places.get(word, word.replace("OUT", str(folder / "out"))) for word in command.split()]


@pytest.mark.parametrize("spoil", [missing, folder, empty, nonsense, cut_short])
@pytest.mark.parametrize("name", TAKING)
def test_a_file_that_is_no_good_is_told(
    name: str, spoil: Callable[[Path], None], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if name == "restore-backup":
        (here / "store.sqlite").unlink()
    spoil(here / "given.xlsx")
    main, command = TAKING[name]
    done = main(words(command, here))
    if (name, spoil) == ("words", empty):
        assert done == 0  # no covering words are a choice
        return
    assert done == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert len(line) > 20


@pytest.mark.parametrize("name", MAKING)
def test_a_place_where_nothing_can_be_written_is_told(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "out").write_bytes(b"a file where a folder is wanted")
    main, command = MAKING[name]
    assert main(words(command, here)) == 2
    assert str(here / "out") in capsys.readouterr().err.splitlines()[-1]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("name", ["updates", "calendar"])
def test_a_disk_that_is_full_is_told(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main, command = MAKING[name]
    given = [
        "/dev/full" if word.startswith(str(here / "out")) else word for word in words(command, here)
    ]
    assert main(given) == 2
    assert "No space left on device" in capsys.readouterr().err.splitlines()[-1]
