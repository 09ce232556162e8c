"""Plans archived, brought back and deleted for good: nothing of a deleted one is left in a file."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from store.access.roles import Role
from store.access.visitor import AT_THE_MACHINE, acting
from store.database.engine import open_store
from store.keeping.archived import archive, bring_back
from store.keeping.deleted import HELD_OPEN, delete, going
from store.keeping.sources import rename
from store.people import give
from store.plans import add_plan, change_plan, plan, plans
from store.refused import Refused
from store.said.changes import changes
from store.said.judgements import judge
from store.said.ledger import RENAMED
from store.snapshots import accept, snapshots
from store.sources.kept import sources
from store.sources.proposed import propose
from store.worked_out.in_short import keep
from tests.unit.store.sources.made import DECEMBER, NAMES, OCTOBER, by_date, files
from ui.settings.log import lines
from workstreams.across.in_short import InShort

BY, RULE = "Officer", "Schedule 4.2: seven years after the plan ends"
GONE = "Zanzibar improvement plan"
WORDS = (
    GONE, "Zanzibar", "Publish the duty rota", "Posts tracker", "Improvement plan 2025",
    "Quokka evidence", "zebra@example.gov.uk", "Quagga", "Replace the case management system",
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[sa.Engine]:
    engine = open_store(f"sqlite:///{path}")
    with acting(AT_THE_MACHINE):
        add_plan(engine, "Kept plan", "Scrutiny", by=BY)
        add_plan(engine, GONE, "Scrutiny", "Zanzibar County", by=BY)
        yield engine


def filled(store: sa.Engine) -> None:
    for _, as_at, checked in by_date():
        accept(store, 2, as_at, checked, BY)
    judge(store, 2, "evidence", "1.1", {"text": "Quokka evidence"}, BY, OCTOBER)
    give(store, "zebra@example.gov.uk", Role.OFFICER, 2, BY)
    keep(store, 2, "public", "Quagga", InShort(OCTOBER, (), (), 0, 0, 0))
    accept(store, 1, OCTOBER, files()["log"][0][1], BY)


def left(path: Path) -> set[str]:
    """Which of the words are in the store's file, or beside it."""
    data = b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))
    return {word for word in WORDS if word.encode() in data or word.encode("utf-16-le") in data}


def test_nothing_of_a_deleted_plan_is_left_in_the_file(store: sa.Engine, path: Path) -> None:
    filled(store)
    assert left(path) == set(WORDS), "the search finds what is there"
    before = snapshots(store, 1)
    archive(store, 2, BY, "It ended")
    said = delete(store, 2, GONE, RULE)
    assert "backups" in said
    assert left(path) == set()
    assert [one.name for one in plans(store, None)] == ["Kept plan"]
    assert snapshots(store, 1) == before


def test_the_command_names_what_goes_and_asks_for_the_name(store: sa.Engine, path: Path) -> None:
    filled(store)
    store.dispose()

    def run(*words: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "store", *words],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            env={"DATABASE_URL": f"sqlite:///{path}", "PERSON_KEY_SECRET": "for tests", "PATH": ""},
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    asked = ("delete", "--plan", GONE, "--under", RULE)
    code, told = run(*asked)
    assert code == 2
    assert "7 uploads" in told
    assert "14 October 2025 to 10 February 2026" in told
    assert "Nothing was deleted" in told
    code, told = run(*asked, "--name", GONE)
    assert (code, "Archive it first" in told) == (2, True)
    assert run("archive", "--plan", GONE, "--reason", "It ended", "--by", BY)[0] == 0
    code, told = run(*asked, "--name", "Kept plan")
    assert (code, "is not the plan’s name" in told) == (2, True)
    assert left(path) == set(WORDS)
    code, told = run(*asked, "--name", GONE)
    assert (code, RULE in told) == (0, True)
    assert left(path) == set()


def test_a_file_that_is_being_read_is_told_and_nothing_is_said_to_be_gone(
    store: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.keeping.deleted.WAIT_SECONDS", 0.1)
    monkeypatch.setattr("store.database.engine.WAIT_SECONDS", 0)
    archive(store, 2, BY, "It ended")
    other = sa.create_engine(store.url)
    with other.connect() as reading:
        reading.exec_driver_sql("BEGIN")
        reading.exec_driver_sql("SELECT * FROM ledger").fetchone()
        with pytest.raises(Refused, match="python -m store scrub"):
            delete(store, 2, GONE, RULE)
    other.dispose()
    assert HELD_OPEN


@pytest.mark.parametrize(
    ("name", "rule", "why"),
    [("Kept plan", RULE, "not the plan’s name"), ("", RULE, "not the plan’s name"),
     (GONE, " ", "retention rule"), (GONE, RULE, "Archive it first")],
)  # fmt: skip
def test_nothing_is_deleted_by_mistake(store: sa.Engine, name: str, rule: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        delete(store, 2, name, rule)
    assert plan(store, 2).name == GONE


def test_an_archived_plan_is_in_no_list_and_comes_back_whole(store: sa.Engine) -> None:
    filled(store)
    before = snapshots(store, 2)
    with pytest.raises(Refused, match="Say why"):
        archive(store, 2, BY, "")
    archive(store, 2, BY, "It ended")
    assert [one.id for one in plans(store)] == [1]
    assert [one.id for one in plans(store, archived=True)] == [2]
    with pytest.raises(Refused, match="archived already"):
        archive(store, 2, BY, "Again")
    bring_back(store, 2, BY)
    assert [one.id for one in plans(store)] == [1, 2]
    assert snapshots(store, 2) == before
    with pytest.raises(Refused, match="is not archived"):
        bring_back(store, 2, BY)


def test_what_goes_is_counted(store: sa.Engine) -> None:
    filled(store)
    found = going(store, 2)
    assert (found.uploads, found.roles, found.packs) == (7, 1, 0)
    assert found.records == sum(sum(len(f) for f in c.frames.values()) for _, _, c in by_date())
    assert going(store, 1).uploads == 1


def test_a_renamed_source_is_known_by_its_new_name_and_the_past_by_the_old(
    store: sa.Engine,
) -> None:
    one = accept(store, 1, *files()["plan"][0], BY)
    when = one.accepted_at
    new = rename(store, 1, one.source, "  The  action plan ", BY)
    assert new.name == "The action plan"
    assert sources(store, 1) == (new,)
    assert [s.source.name for s in snapshots(store, 1)] == ["The action plan"]
    assert [s.source.name for s in snapshots(store, 1, known_at=when)] == [NAMES["plan"]]
    assert propose(store, 1, files()["plan"][1][1]).into == new
    later = accept(store, 1, DECEMBER, files()["plan"][1][1], BY)
    assert later.source == new
    log = accept(store, 1, *files()["posts"][0], BY).source
    with pytest.raises(Refused, match="already"):
        rename(store, 1, log, "the ACTION plan", BY)
    with pytest.raises(Refused, match="Give the source a name"):
        rename(store, 1, log, " ", BY)


def test_the_log_says_what_a_source_was_called_each_time(store: sa.Engine) -> None:
    plan = accept(store, 1, *files()["plan"][0], BY).source
    log = accept(store, 1, *files()["posts"][0], BY).source
    for source, name in ((plan, "B"), (log, "Posts of 2022"), (plan, "C"), (plan, "B")):
        rename(store, 1, source, name, BY)
    rename(store, 2, accept(store, 2, *files()["plan"][0], BY).source, "Another plan's", BY)
    told = [(one.was, one.value) for one in changes(store, 1) if one.kind == RENAMED]
    assert told == [("C", "B"), ("B", "C"), (log.name, "Posts of 2022"), (plan.name, "B")]
    assert [line["What happened"] for line in lines(changes(store, 1))[:4]] == [
        f"The name of a file of the plan was changed from “{was}” to “{now}”." for was, now in told
    ]


def test_a_plan_is_renamed_and_its_old_name_can_be_given_again(store: sa.Engine) -> None:
    change_plan(store, 1, BY, name="Another name")
    assert plan(store, 1).name == "Another name"
    assert add_plan(store, "Kept plan", "Scrutiny", by=BY).id == 3


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("database or disk is full", "It said: database or disk is full. Once that is put right"),
        ("attempt to write a readonly database", "It said: attempt to write a readonly database"),
        ("disk I/O error", "It said: disk I/O error"),
        ("database is locked", "Another program is using the store"),
    ],
)
def test_a_plan_that_is_deleted_from_a_file_that_cannot_be_written_anew_says_what_is_to_be_done(
    words: str, told: str, store: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_: sa.Engine) -> None:
        raise sqlite3.OperationalError(words)

    archive(store, 2, BY, "It ended")
    monkeypatch.setattr("store.keeping.deleted._rewrite_file", failing)
    with pytest.raises(Refused, match="may still stand in .* python -m store scrub") as why:
        delete(store, 2, GONE, RULE)
    assert told in str(why.value)
    assert [one.name for one in plans(store, None)] == ["Kept plan"]
