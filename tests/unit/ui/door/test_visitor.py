"""Who is looking: from where the page was asked for, or from what the sign-in says."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from store.access.configuration import Access
from store.access.roles import Role
from store.access.visitor import NOBODY
from store.database.engine import open_store
from store.people import give, people, take_away
from tests.made.stores import BY, a_plan
from ui.door import visitor

CLERK = "clerk@example.gov.uk"
NOW = datetime.now(UTC).timestamp()
HOW = Access("sign-in", frozenset({"head@example.gov.uk"}), "groups", {"Members": Role.MEMBER}, 8)


def claims(**more: Any) -> dict[str, Any]:
    said = {"is_logged_in": True, "email": CLERK, "email_verified": True, "name": "The clerk"}
    return said | {"iat": NOW} | more


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'store.sqlite'}")


@pytest.mark.parametrize(
    ("headers", "address", "here"),
    [
        ({"Host": "localhost:8501"}, None, True),
        ({"Host": "127.0.0.1:8501"}, None, True),
        ({"Host": "[::1]:8501"}, None, True),
        ({"Host": "LOCALHOST"}, "::1", True),
        ({"Host": "localhost:8501"}, "192.0.2.7", False),
        ({"Host": "plans.example.gov.uk"}, None, False),
        ({"Host": "localhost.example.gov.uk"}, None, False),
        ({"Host": "127.0.0.1.example.gov.uk:8501"}, None, False),
        ({"Host": "localhost", "X-Forwarded-For": "192.0.2.7"}, None, False),
        ({"Host": "localhost", "x-forwarded-proto": "https"}, None, False),
        ({"Host": "localhost", "Forwarded": "for=192.0.2.7"}, None, False),
        ({"Host": "localhost", "Via": "1.1 proxy"}, None, False),
        ({"Host": "localhost", "X-Real-IP": "192.0.2.7"}, None, False),
        ({"Host": ""}, None, False),
    ],
)
def test_a_page_is_this_machines_only_when_nothing_stands_in_between(
    monkeypatch: pytest.MonkeyPatch, headers: dict[str, str], address: str | None, here: bool
) -> None:
    context = SimpleNamespace(headers=headers, ip_address=address)
    monkeypatch.setattr("ui.door.visitor.st", SimpleNamespace(context=context))
    assert visitor.from_this_machine() is here


def test_a_role_comes_from_a_group_from_the_list_or_from_the_configuration(own: None) -> None:
    store = open_store()
    plan = a_plan(store)
    assert visitor.signed_in(HOW, claims()).roles == {}
    assert visitor.signed_in(HOW, claims(groups=["Other", "Members"])).roles == {None: Role.MEMBER}
    assert visitor.signed_in(HOW, claims(groups="Members")).roles == {None: Role.MEMBER}
    give(store, CLERK, Role.OFFICER, plan.id, BY)
    found = visitor.signed_in(HOW, claims(groups=["Members"]))
    assert found.roles == {None: Role.MEMBER, plan.id: Role.OFFICER}
    head = visitor.signed_in(HOW, claims(email="Head@Example.gov.uk"))
    assert head.roles == {None: Role.ADMINISTRATOR}


def test_a_role_that_is_taken_away_is_gone_at_once(own: None) -> None:
    store = open_store()
    give(store, CLERK, Role.OFFICER, None, BY)
    assert visitor.signed_in(HOW, claims()).roles == {None: Role.OFFICER}
    take_away(store, people(store)[0].id, BY)
    assert visitor.signed_in(HOW, claims()).roles == {}


@pytest.mark.parametrize(
    "said",
    [
        {"email": "head@example.gov.uk", "email_verified": False},
        {"email": "head@example.gov.uk", "email_verified": "false"},
        {"email": "head@example.gov.uk", "email_verified": None},
        {"email": "head@example.gov.uk", "email_verified": 0},
        {"email": "head@example.gov.uk", "email_verified": "yes"},
        {"email": None, "preferred_username": "head@example.gov.uk"},
        {"email": "", "upn": "head@example.gov.uk"},
        {"email": "head@example.gov.uk.evil.example"},
        {"groups": {"Members": True}},
        {"groups": [["Members"]]},
        {"groups": "Other Members"},
    ],
)
def test_what_is_not_vouched_for_gives_no_role(own: None, said: dict[str, Any]) -> None:
    assert visitor.signed_in(HOW, claims(**said)).roles == {}


def test_an_address_that_is_not_said_to_be_verified_counts_where_it_is_set_to(own: None) -> None:
    trusting = replace(HOW, trust_email=True)
    silent = claims(email="head@example.gov.uk", email_verified=None)
    assert visitor.signed_in(trusting, silent).roles == {None: Role.ADMINISTRATOR}
    for said in (False, "false", "False", 0):
        refused = claims(email="head@example.gov.uk", email_verified=said)
        assert visitor.signed_in(trusting, refused).roles == {}
    as_text = claims(email="head@example.gov.uk", email_verified="true")
    assert visitor.signed_in(HOW, as_text).roles == {None: Role.ADMINISTRATOR}


@pytest.mark.parametrize(
    "began",
    [NOW - 8 * 3600 - 60, 0, None, "today", True],
    ids=["long ago", "at the start of time", "never", "in words", "as a yes"],
)
def test_a_session_that_lasted_its_hours_or_has_no_beginning_is_nobodys(
    own: None, began: Any
) -> None:
    said = claims(email="head@example.gov.uk", iat=began)
    assert visitor.ended(HOW, said)
    assert visitor.signed_in(HOW, said) == NOBODY


def test_a_session_lasts_as_long_as_it_is_set_to() -> None:
    began = datetime(2022, 11, 22, 9, tzinfo=UTC)
    said = claims(iat=began.timestamp())
    assert not visitor.ended(HOW, said, began + timedelta(hours=7, minutes=59))
    assert visitor.ended(HOW, said, began + timedelta(hours=8, minutes=1))


def test_outside_a_visit_it_is_nobody() -> None:
    assert visitor.find() == NOBODY


def test_a_file_that_is_spoilt_while_the_server_runs_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "secrets.toml"
    monkeypatch.setattr("ui.door.visitor.st", SimpleNamespace(get_option=lambda name: [str(path)]))
    monkeypatch.delenv("DASHBOARD_ACCESS", raising=False)
    assert visitor.configured().mode == "this machine only"
    path.write_text("[auth\n")
    with pytest.raises(visitor.Misconfigured, match="secrets.toml"):
        visitor.configured()
    path.unlink()
    assert visitor.configured().mode == "this machine only"
