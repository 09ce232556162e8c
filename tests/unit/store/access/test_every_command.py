"""Every command as every role: a shell on the server is asked no less than a page.

Commands act as whoever is at the machine, an administrator. Here they act as others, so that each
is seen to go through the one table and none around it.
"""

import argparse
import importlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from store.__main__ import _parser, main
from store.access.roles import ALLOWED, Right, Role
from store.access.visitor import NOBODY, Visitor
from store.database.engine import open_store
from store.refused import Refused
from tests.made.stores import MAY, a_plan, accepted, actions
from tests.source import FILES, module, name

CSV = b"Reference,Action,Owner,Due date,Status\nQ1,Write the plan,Solicitor,30/09/2021,Complete\n"
PLAN = ("--plan", "Improvement plan")
BY = ("--by", "Somebody")
COMMANDS: dict[str, tuple[Right, Sequence[str]]] = {
    "accept": (Right.UPLOAD, ("{here}/log.csv", *PLAN, "--as-at", "2021-09-07")),
    "uploads": (Right.SEE, PLAN),
    "sources": (Right.SEE, PLAN),
    "withdraw": (Right.UPLOAD, ("1", "--reason", "Wrong", *BY)),
    "restore": (Right.WITHDRAW, ("1", *BY)),
    "rename": (Right.PLANS, (*PLAN, "--to", "Another", *BY)),
    "archive": (Right.PLANS, (*PLAN, "--reason", "Over", *BY)),
    "bring-back": (Right.PLANS, (*PLAN, *BY)),
    "delete": (Right.PLANS, (*PLAN, "--under", "the rule", "--name", "Improvement plan")),
    "remove-sample": (Right.PLANS, ()),
    "scrub": (Right.STORE, ()),
    "backup": (Right.STORE, ("{here}/backup.sqlite",)),
    "restore-backup": (Right.STORE, ("{here}/backup.sqlite",)),
    "copy": (Right.STORE, ("sqlite:///{here}/copy.sqlite",)),
}
ASK_NOTHING = {
    "plans": "leaves out what may not be seen",
    "sample": "the server's own work at its first start",
}
OTHERS: dict[str, tuple[Right, Sequence[str]]] = {
    "reports.__main__": (
        Right.PACK,
        (*PLAN, "--meeting", "2021-09-07", "--out", "{here}/out"),
    ),
    "reports.updates.__main__": (
        Right.UPDATES,
        (*PLAN, "--meeting", "2026-12-07", "--out", "{here}/out.zip"),
    ),
    "reports.calendar.__main__": (Right.SEE, (*PLAN, "--out", "{here}/out.ics")),
    "reports.record.__main__": (Right.SEE, ("--out", "{here}/out")),
}
OF_NO_PLAN = {"loaders.__main__", "loaders.minutes.__main__"}
"""They read a file and store nothing."""


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store with one plan and one upload."""
    path = tmp_path_factory.mktemp("commands") / "store.sqlite"
    store = open_store(f"sqlite:///{path}")
    accepted(store, a_plan(store), MAY, actions({"ref": "Q1", "title": "One"}))
    yield path
    store.dispose()


@pytest.fixture
def here(stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to write to, beside that store, in which nothing more is kept."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{stored}")
    monkeypatch.setenv("PERSON_KEY_SECRET", "for tests")
    (tmp_path / "log.csv").write_bytes(CSV)

    @contextmanager
    def nothing_is_kept(engine: sa.Engine) -> Iterator[sa.Connection]:
        if engine.url.database == str(stored):
            raise Refused("Nothing is kept here.")
        with engine.begin() as connection:
            yield connection

    monkeypatch.setattr("store.database.engine._writing", nothing_is_kept)
    return tmp_path


def said(words: Sequence[str], here: Path) -> list[str]:
    return [word.format(here=here) for word in words]


def test_every_command_is_in_the_table() -> None:
    (ways,) = [one for one in _parser()._actions if isinstance(one, argparse._SubParsersAction)]
    assert set(ways.choices) == COMMANDS.keys() | ASK_NOTHING.keys()
    modules = {module(path) for path in FILES if name(path).endswith("__main__.py")}
    assert modules == OTHERS.keys() | OF_NO_PLAN | {"store.__main__"}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_store_does_what_the_table_lets_a_role_do(
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    role: Role,
) -> None:
    right, words = COMMANDS[command]
    monkeypatch.setattr("store.commands.AT_THE_MACHINE", Visitor("Somebody", {None: role}))
    code = main([command, *said(words, here)])
    refused = f"You may not {right}." in capsys.readouterr().err
    assert refused is (right not in ALLOWED[role])
    assert code == 2 or not refused
    if refused:
        assert not {one.name for one in here.iterdir()} & {"backup.sqlite", "copy.sqlite"}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_does_nothing_for_nobody(
    here: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr("store.commands.AT_THE_MACHINE", NOBODY)
    assert main([command, *said(COMMANDS[command][1], here)]) == 2


# Whoever may have more than the public is given the report; it is made in full by its own tests.
TRIED = [
    (command, role)
    for command, (right, _) in OTHERS.items()
    for role in (None, *Role)
    if role is None or right is Right.SEE or right not in ALLOWED[role]
]


@pytest.mark.parametrize(("command", "role"), TRIED)
def test_a_report_is_written_for_those_alone_who_may_have_it(
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    role: Role | None,
) -> None:
    right, words = OTHERS[command]
    who = Visitor("Somebody", {None: role}) if role else NOBODY
    monkeypatch.setattr("store.commands.AT_THE_MACHINE", who)
    code = importlib.import_module(command).main(said(words, here))
    told = capsys.readouterr().err
    if role is None or right not in ALLOWED[role]:
        assert code == 2
        assert not [one for one in here.iterdir() if one.name.startswith("out")]
    if role is not None:
        assert (f"You may not {right}." in told) is (right not in ALLOWED[role])
