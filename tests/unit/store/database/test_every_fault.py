"""Every command, whatever is wrong with the database or a file: a sentence, and no traceback."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

import reports.__main__ as of_packs
import reports.calendar.__main__ as of_calendar
import reports.record.__main__ as of_record
import reports.updates.__main__ as of_updates
import store.__main__ as of_store
from store.database import engine
from store.database.engine import open_store
from store.database.failing import KEPT
from store.keeping.archived import archive
from store.plans import add_plan
from store.snapshots import withdraw
from tests.made.faults import FOR_ALL, FOR_WRITERS, Spoil
from tests.made.sample import sample_copy

PLAN = "Children's Legal Team Improvement Plan"
CSV = b"Reference,Action,Owner,Due date,Status\nQ1,Write the plan,Solicitor,30/09/2021,Complete\n"
Main = Callable[[list[str]], int]
COMMANDS: dict[str, tuple[Main, str]] = {
    "plans": (of_store.main, "plans"),
    "uploads": (of_store.main, "uploads --plan PLAN"),
    "sources": (of_store.main, "sources --plan PLAN"),
    "accept": (of_store.main, "accept FILE --plan PLAN --as-at 2023-01-24 --new-source Log"),
    "accept a new plan": (of_store.main, "accept FILE --plan Another --as-at 2023-01-24 --new"),
    "withdraw": (of_store.main, "withdraw 1 --by Officer --reason Wrong"),
    "restore": (of_store.main, "restore 2 --by Officer"),
    "rename": (of_store.main, "rename --plan PLAN --to Another --by Officer"),
    "archive": (of_store.main, "archive --plan PLAN --by Officer --reason Ended"),
    "bring-back": (of_store.main, "bring-back --plan Ended --by Officer"),
    "delete": (of_store.main, "delete --plan Ended --under Rule --name Ended"),
    "remove-sample": (of_store.main, "remove-sample"),
    "scrub": (of_store.main, "scrub"),
    "backup": (of_store.main, "backup OUT.sqlite"),
    "restore-backup": (of_store.main, "restore-backup BACKUP"),
    "copy": (of_store.main, "copy sqlite:///OUT.sqlite"),
    "sample": (of_store.main, "sample"),
    "pack": (of_packs.main, "--plan PLAN --meeting 2022-11-22 --out OUT --only excel"),
    "record": (of_record.main, "--out OUT --year 2021/22"),
    "updates": (of_updates.main, "--plan PLAN --out OUT.zip --meeting 2023-01-24"),
    "calendar": (of_calendar.main, "--plan PLAN --out OUT.ics"),
}
READING = {"plans", "uploads", "sources", "sample", "backup", "copy", "record", "calendar"}
"""Those that change nothing of the store: what only a writer meets may pass them by."""
OCCUPIED = {"restore-backup"}
"""Those that are refused before they write, for the store has plans."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample, an upload of it withdrawn, and a plan that was put away."""
    path = sample_copy(tmp_path_factory.mktemp("whole") / "store.sqlite")
    opened = open_store(f"sqlite:///{path}")
    archive(opened, add_plan(opened, "Ended", "Scrutiny", by="Officer").id, "Officer", "It ended")
    withdraw(opened, 2, "Officer", "Wrong file")
    opened.dispose()
    return path


@pytest.fixture
def path(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which the commands are about."""
    path = tmp_path / "store.sqlite"
    path.write_bytes(whole.read_bytes())
    (tmp_path / "backup.sqlite").write_bytes(whole.read_bytes())
    (tmp_path / "log.csv").write_bytes(CSV)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    monkeypatch.setenv("PERSON_KEY_SECRET", "for tests")
    monkeypatch.setattr(engine, "WAIT_SECONDS", 0.02)
    return path


@pytest.fixture
def until_the_end() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def words(command: str, folder: Path) -> list[str]:
    places = {"PLAN": PLAN, "FILE": f"{folder / 'log.csv'}", "BACKUP": f"{folder}/backup.sqlite"}
    return [places.get(word, word.replace("OUT", f"{folder / 'out'}")) for word in command.split()]


def ended(name: str, path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """How a command ended, and what it said last."""
    main, command = COMMANDS[name]
    done = main(words(command, path.parent))
    engine._opened.cache_clear()
    return done, capsys.readouterr().err.splitlines()[-1:]


@pytest.mark.parametrize("spoil", FOR_ALL, ids=lambda one: one.__name__)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_store_that_cannot_be_used_is_told(
    name: str,
    spoil: Spoil,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    until_the_end: ExitStack,
    capsys: pytest.CaptureFixture[str],
) -> None:
    spoil(path, monkeypatch, until_the_end)
    done, said = ended(name, path, capsys)
    assert done == 2
    assert FOR_ALL[spoil].replace(f" {KEPT}", "") in said[0]


@pytest.mark.parametrize("spoil", FOR_WRITERS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - OCCUPIED))
def test_a_store_that_takes_nothing_is_told_to_whoever_writes(
    name: str,
    spoil: Spoil,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    until_the_end: ExitStack,
    capsys: pytest.CaptureFixture[str],
) -> None:
    spoil(path, monkeypatch, until_the_end)
    done, said = ended(name, path, capsys)
    if done == 0:
        assert name in READING
    else:
        assert done == 2
        told = "python -m store scrub" if name == "scrub" else FOR_WRITERS[spoil]
        assert told.replace(f" {KEPT}", "") in said[0]
