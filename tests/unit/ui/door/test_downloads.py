"""What is taken away is made of whoever may have it when it is asked for, not when it was drawn."""

import ast
import logging
from collections.abc import Mapping

import pytest

from charts.picture.export import NoBrowser
from store.access.configuration import Access, Misconfigured
from store.access.roles import ALLOWED, Right, Role
from store.access.visitor import Visitor, current, require
from store.refused import Refused
from tests.source import files, name, tree
from ui.door import downloads, visitor
from ui.door.downloads import FAILED, NO_PLANS, NOT_NOW, asked_again

SECRET = "Figure 4711"
ORDER = list(Role)


@pytest.fixture
def roles(monkeypatch: pytest.MonkeyPatch) -> dict[int | None, Role]:
    """The roles of whoever is looking, to be changed after a button was drawn."""
    held: dict[int | None, Role] = {}
    monkeypatch.setattr(visitor, "_who", lambda how, request: Visitor("Clerk", dict(held)))
    return held


def drawn(asks: downloads.Asks) -> str:
    """What a file says that was drawn now and is asked for at each call of what it gives."""
    made = asked_again(lambda: SECRET, asks, "text/plain")()
    return made.decode() if isinstance(made, bytes) else made


@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize("role", Role)
def test_each_role_takes_what_the_table_lets_it_and_nothing_after_it_is_taken_away(
    roles: dict[int | None, Role], role: Role, right: Right
) -> None:
    roles[7] = Role.ADMINISTRATOR
    made = asked_again(lambda: SECRET, ((right, 7),), "text/plain")
    assert made() == SECRET
    roles[7] = role
    assert (made() == SECRET) is (right in ALLOWED[role])
    del roles[7]
    roles[8] = Role.ADMINISTRATOR
    assert made() == NOT_NOW.encode()
    assert drawn(((right, 8),)) == SECRET


def test_every_plan_of_a_file_is_asked_about(roles: dict[int | None, Role]) -> None:
    roles.update({1: Role.MEMBER, 2: Role.READER})
    members = Right.SEE_MEMBERS_FIGURES
    assert drawn(((members, 1), (Right.SEE, 2))) == SECRET
    assert drawn(((members, 1), (members, 2))) == NOT_NOW


def test_a_file_of_no_plan_is_for_whoever_has_a_role(roles: dict[int | None, Role]) -> None:
    assert drawn(NO_PLANS) == NOT_NOW
    roles[3] = Role.READER
    assert drawn(NO_PLANS) == SECRET


def test_what_is_made_is_made_as_the_visitor_and_what_the_store_refuses_is_refused(
    roles: dict[int | None, Role],
) -> None:
    roles[1] = Role.OFFICER

    def make() -> str:
        assert current() == Visitor("Clerk", {1: Role.OFFICER})
        require(Right.PEOPLE, 1)
        return SECRET

    assert asked_again(make, ((Right.SEE, 1),), "text/plain")() == NOT_NOW.encode()


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (KeyError(SECRET), FAILED),
        (OSError(SECRET), FAILED),
        (Refused("Choose another date."), "Choose another date."),
        (NoBrowser("There is no browser."), "There is no browser."),
    ],
)
def test_what_goes_wrong_is_said_in_the_file_and_the_log_holds_no_word_of_it(
    roles: dict[int | None, Role],
    caplog: pytest.LogCaptureFixture,
    fault: Exception,
    sentence: str,
) -> None:
    roles[1] = Role.OFFICER

    def make() -> str:
        raise fault

    with caplog.at_level(logging.INFO):
        assert asked_again(make, NO_PLANS, "text/plain")() == sentence.encode()
    assert SECRET not in caplog.text
    assert sum(one.name.startswith("ui.") for one in caplog.records) <= 1


def how(mode: str) -> Access:
    return Access(mode, frozenset(), "groups", {"Members": Role.MEMBER}, 8)  # type: ignore[arg-type]


def test_who_is_found_later_follows_the_configuration_and_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    claims: Mapping[str, object] = {"is_logged_in": True, "groups": ["Members"], "iat": 2e9}
    monkeypatch.setattr(visitor, "_request", lambda how: visitor.Request(how.mode, True, claims))
    monkeypatch.setattr(visitor, "configured", lambda: how("sign-in"))
    who = visitor.later()
    assert who().roles == {None: Role.MEMBER}
    monkeypatch.setattr(visitor, "configured", lambda: how("this machine only"))
    assert not who().roles, "what a sign-in says is nothing where nobody signs in"
    monkeypatch.setattr(visitor, "configured", lambda: how("sign-in"))
    monkeypatch.setattr(visitor, "ended", lambda how, claims: True)
    assert not who().roles

    def spoilt() -> Access:
        raise Misconfigured("secrets.toml, line 3: is not UTF-8 text.")

    monkeypatch.setattr(visitor, "configured", spoilt)
    assert not who().roles
    assert not visitor.later()().roles


def test_no_page_has_a_way_of_its_own_to_give_a_file() -> None:
    called = {
        name(path)
        for path in files("ui", "pages", "dashboard")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute | ast.Name)
        if getattr(node, "attr", getattr(node, "id", "")) == "download_button"
    }
    assert called == {"ui/door/downloads.py"}
