"""Every way into the store, found in its code: each asks the one table, and each write as well."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import sqlalchemy as sa

import store as package
from store.access.roles import ALLOWED, Right, Role
from store.access.visitor import NOBODY, NotAllowed, Visitor, acting
from store.database.engine import _writing, open_store, writing
from store.database.tables import IN_SHORT
from store.refused import Refused
from tests.made.stores import MAY, a_plan, accepted, actions

FOLDER = Path(package.__file__).parent
ASKED_OF_NOBODY = {
    "store.access": "decides who is asking",
    "store.commands": "for whoever has a shell on the server",
    "store.accepting.command": "for whoever has a shell on the server",
    "store.database.engine": "opens the store",
    "store.database.version": "check codes that tell whether anything changed, and nothing else",
    "store.plans.plans": "leaves out what may not be seen",
    "store.accepting.doubts.other_plans": "leaves out what may not be seen",
    "store.people.roles_of": "says what role somebody holds, before it can be asked for one",
    "store.said.remembered.wrong_with_key": "whether the key is whole, at start",
    "store.keeping.sample.was_removed": "whether the sample is wanted, at start",
    "store.sample.load_sample": "the server's own work at its first start",
}
"""Module or function -> why it asks for no right."""
WRITTEN_FOR_ANYBODY = {"said/public_copies.py": "that the public saw a plan, and what it was told"}
"""What is written of whoever looks, because they look."""
Way = Callable[..., object]
ASKS: dict[Right, str] = {
    Right.SEE: """accepting.expected.expected plans.plan plans.meetings plans.targets plans.events
        said.judgements.judgements said.packs.issues said.public_copies.seen
        said.public_copies.in_print said.remembered.remembered
        said.settings.settings said.settings.setting snapshots.snapshots sources.kept.sources""",
    Right.SEE_MEMBERS_FIGURES: """history.history said.changes.changes
        said.meeting_words.words_for said.minuted.kept_of said.updates.heard_of
        said.as_read.accepted_problems said.as_read.readings said.as_read.file_notes views.view
        worked_out.in_short.kept worked_out.in_short.keep
        worked_out.to_find.kept worked_out.to_find.keep
        worked_out.kept.read worked_out.kept.put""",
    Right.UPLOAD: """accepting.again.accept_again accepting.doubts.doubts
        accepting.together.placed_together accepting.together.accept_together
        same_upload.same_file same_upload.same_records snapshots.accept snapshots.accept_each
        snapshots.withdraw sources.proposed.propose""",
    Right.RECORD: """said.judgements.judge said.judgements.end_judgement
        said.meeting_words.change_words said.minuted.keep said.minuted.take_back""",
    Right.SETTINGS: """keeping.sources.rename plans.change_plan plans.add plans.remove
        said.remembered.remember said.settings.change_setting said.settings.change_settings""",
    Right.UPDATES: """said.updates.ask said.updates.asked_of said.updates.keep_returned
        said.updates.returned_of""",
    Right.PACK: "said.packs.issue said.packs.issue_anew",
    Right.WITHDRAW: "snapshots.restore",
    Right.PLANS: """keeping.archived.archive keeping.archived.bring_back keeping.deleted.going
        keeping.deleted.delete keeping.sample.sample_plans keeping.sample.remove_sample
        plans.add_plan""",
    Right.PEOPLE: "people.people people.give people.take_away",
    Right.STORE: "database.copies.backup database.copies.restore_backup keeping.deleted.scrub",
}
"""Right -> the ways that ask for it where the figures are the members' and the upload is anybody's.

An upload of one's own is taken back with the right to upload: ``test_snapshots`` tells them apart.
"""


def _all_ways() -> Iterator[tuple[str, Way]]:
    """Each public function of the store that is handed the store: its full name, and itself."""
    for module in pkgutil.walk_packages([str(FOLDER)], "store."):
        if ".migrations" in module.name or module.name.endswith("__main__"):
            continue
        for name, found in vars(importlib.import_module(module.name)).items():
            if name.startswith("_") or not inspect.isfunction(found):
                continue
            first = next(iter(inspect.signature(found).parameters), "")
            if found.__module__ == module.name and first == "engine":
                yield f"{module.name}.{name}", found


def _is_named(name: str) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in ASKED_OF_NOBODY)


WAYS = {name: way for name, way in _all_ways() if not _is_named(name)}


class Anything:
    """An argument that is whatever is asked of it: the right is to be asked for before that."""

    def __getattr__(self, name: str) -> "Anything":
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_: object, **__: object) -> "Anything":
        return self

    def __iter__(self) -> Iterator["Anything"]:
        return iter(())


@pytest.fixture(scope="module")
def filled(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[sa.Engine, dict[str, object]]]:
    """A store with one upload, and the arguments that name what is in it."""
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('ways') / 'store.sqlite'}")
    plan = a_plan(store)
    snapshot = accepted(store, plan, MAY, actions({"ref": "Q1", "title": "One"}))
    known: dict[str, object] = {
        "plan_id": plan.id,
        "snapshot_id": snapshot.id,
        "by": "Somebody",
        "reason": "Wrong",
    }
    known |= {"audience": "members", "wanted": {plan.id: "members"}, "made_from": {plan.id: ""}}
    known["table"] = IN_SHORT
    yield store, known | {"path": tmp_path_factory.mktemp("copy") / "copy.sqlite", "address": "a@b"}
    store.dispose()


def _called(way: Way, store: sa.Engine, known: dict[str, object]) -> object:
    given = {
        one.name: known.get(one.name, Anything())
        for one in list(inspect.signature(way).parameters.values())[1:]
        if one.name in known or one.default is one.empty
        if one.kind is one.POSITIONAL_OR_KEYWORD
    }
    return way(store, **given)


@pytest.mark.parametrize("name", WAYS)
def test_nobody_gets_in_by_any_way(filled: tuple[sa.Engine, dict[str, object]], name: str) -> None:
    with acting(NOBODY), pytest.raises(NotAllowed):
        _called(WAYS[name], *filled)


@pytest.mark.parametrize("name", WAYS)
def test_a_role_in_another_plan_opens_none_of_this(
    filled: tuple[sa.Engine, dict[str, object]], name: str
) -> None:
    elsewhere = Visitor("Elsewhere", {10_000: Role.ADMINISTRATOR})
    with acting(elsewhere), pytest.raises(NotAllowed):
        _called(WAYS[name], *filled)


RIGHT = {f"store.{way}": right for right, ways in ASKS.items() for way in ways.split()}


def test_every_way_is_in_the_table_of_what_it_asks_for() -> None:
    assert set(WAYS) == set(RIGHT), "a new way in says here which right it asks for"


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", WAYS)
def test_each_role_gets_in_where_the_table_says_so_and_nowhere_else(
    filled: tuple[sa.Engine, dict[str, object]],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    role: Role,
) -> None:
    class LetIn(Exception):
        """Somebody came as far as writing."""

    @contextmanager
    def nothing_is_kept(engine: sa.Engine) -> Iterator[sa.Connection]:
        raise LetIn
        yield

    monkeypatch.setattr("store.database.engine._writing", nothing_is_kept)
    allowed = RIGHT[name] in ALLOWED[role]
    with acting(Visitor("Somebody", {None: role})):
        if not allowed:
            with pytest.raises(NotAllowed, match=re.escape(RIGHT[name])):
                _called(WAYS[name], *filled)
        else:
            # What is handed over is no real upload: once let in, a way may fail for other reasons.
            with suppress(LetIn, Refused, TypeError):
                _called(WAYS[name], *filled)


def test_what_is_let_through_is_still_there() -> None:
    names = {name for name, _ in _all_ways()}
    modules = {module.name for module in pkgutil.walk_packages([str(FOLDER)], "store.")}
    assert not ASKED_OF_NOBODY.keys() - names - modules
    assert len(WAYS) > 30


def _calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            if name == getattr(called, "id", getattr(called, "attr", "")):
                yield node


def _rights(node: ast.AST) -> set[Right]:
    return {
        Right[one.attr]
        for one in ast.walk(node)
        if isinstance(one, ast.Attribute) and getattr(one.value, "id", "") == "Right"
    }


SOURCES = {
    path.relative_to(FOLDER).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(FOLDER.rglob("*.py"))
    if "migrations" not in path.parts
}


def test_a_write_has_one_way_in_which_asks() -> None:
    assert "require(right, plan_id)" in inspect.getsource(writing)
    assert "begin()" in inspect.getsource(_writing)
    begun = {file for file, tree in SOURCES.items() if list(_calls(tree, "begin"))}
    assert begun <= {"database/engine.py", "database/copies.py"}
    unasked = {file for file, tree in SOURCES.items() if list(_calls(tree, "_writing"))}
    assert unasked == {"database/engine.py"}


def test_no_right_of_those_who_only_look_lets_anybody_write() -> None:
    written = [(file, call) for file, tree in SOURCES.items() for call in _calls(tree, "writing")]
    assert len(written) > 10
    for file, call in written:
        rights = _rights(call.args[1]) if len(call.args) > 1 else set()
        named = rights or _rights(SOURCES[file])  # the right is a variable: any that the file names
        assert named, f"{file}:{call.lineno} writes without a right of the table"
        if rights and file not in WRITTEN_FOR_ANYBODY:
            assert not rights & ALLOWED[Role.MEMBER], f"{file}:{call.lineno}"
