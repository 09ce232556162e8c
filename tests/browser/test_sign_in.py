"""Signing in through a real OpenID Connect provider: each role, signing out, what goes wrong."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from store.access.roles import Role
from store.database.engine import open_store
from store.people import give, people, take_away
from tests.browser.conftest import free_port, running, settled
from tests.browser.servers.provider import CLERK, HEAD, secrets_for

NOBODYS = "nobody has given you a role"


@dataclass(frozen=True)
class Council:
    """A dashboard with its provider: the address, its store, its configuration."""

    address: str
    store: str
    secrets: Path


@contextmanager
def council(folder: Path, provider: str) -> Iterator[Council]:
    port = free_port()
    secrets = folder / "secrets.toml"
    secrets_for(secrets, f"http://localhost:{port}", provider)
    options = (f"--secrets.files={secrets}",)
    with running(folder, port, *options, settings={"DASHBOARD_ACCESS": "sign-in"}) as address:
        yield Council(address, f"sqlite:///{folder / 'samples.sqlite'}", secrets)


@pytest.fixture(scope="module")
def there(
    chromium: str, provider: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Council]:
    with council(tmp_path_factory.mktemp("sign_in"), provider) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def sign_in(page: Page, there: Council, who: str, path: str = "") -> None:
    page.goto(f"{there.address}/{path}")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name=who, exact=True).click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    settled(page)


def menu(page: Page) -> list[str]:
    return page.get_by_test_id("stSidebarNavLink").all_inner_texts()


def test_a_stranger_sees_the_way_in_and_nothing_else(page: Page, there: Council) -> None:
    for path in ("", "overview", "hra_cases", "upload", "people"):
        page.goto(f"{there.address}/{path}")
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
        settled(page)
        assert "Legal Team" not in page.inner_text("body")


def test_an_administrator_sees_every_page_and_bears_their_own_name(
    page: Page, there: Council
) -> None:
    sign_in(page, there, "head", "people")
    expect(page.get_by_text("Signed in as Head of democracy")).to_be_visible()
    assert {"Upload", "Committee pack", "Plan settings", "People"} <= set(menu(page))
    expect(page.get_by_label("Your name or job title")).to_have_count(0)


def test_a_member_opens_on_the_members_figures_and_finds_no_page_of_officers(
    page: Page, there: Council
) -> None:
    sign_in(page, there, "member", "hra_cases")
    expect(page.get_by_text("They may identify a child")).to_be_visible()
    assert not {"Upload", "Plan settings", "People"} & set(menu(page))


def test_a_link_survives_signing_in(page: Page, there: Council) -> None:
    sign_in(page, there, "member", "actions?plan=2")
    expect(page.get_by_role("heading", level=1)).to_have_text("Actions")
    expect(page.get_by_text("Section 20").first).to_be_visible()


def test_signing_out_ends_it(page: Page, there: Council) -> None:
    sign_in(page, there, "member")
    page.get_by_role("button", name="Sign out").click()
    for _ in range(150):
        if not [one for one in page.context.cookies() if one["name"] == "_streamlit_user"]:
            break
        page.wait_for_timeout(200)
    after = page.context.new_page()  # the first may still be on its way by the provider
    after.goto(f"{there.address}/overview")
    expect(after.get_by_role("button", name="Sign in")).to_be_visible()
    assert "Legal Team" not in after.inner_text("body")


def test_what_the_provider_says_to_another_service_lets_nobody_in(
    page: Page, there: Council
) -> None:
    page.goto(f"{there.address}/overview")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="elsewhere", exact=True).click()
    expect(page.get_by_text("what the sign-in service answered could not be used")).to_be_visible()
    page.goto(f"{there.address}/overview")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    assert "Legal Team" not in page.inner_text("body")


@pytest.mark.parametrize("who", ["clerk", "unsure"])
def test_whoever_has_no_role_is_told_whom_to_ask(page: Page, there: Council, who: str) -> None:
    sign_in(page, there, who)
    expect(page.get_by_text(NOBODYS)).to_be_visible()
    expect(page.get_by_text(HEAD)).to_be_visible()
    assert "Legal Team" not in page.inner_text("body")


def test_a_role_given_and_taken_away_counts_at_the_next_click(page: Page, there: Council) -> None:
    store = open_store(there.store)
    give(store, CLERK, Role.OFFICER, None, "Head of democracy")
    sign_in(page, there, "clerk", "overview")
    assert "Upload" in menu(page)
    (given,) = [one for one in people(store) if one.address == CLERK]
    take_away(store, given.id, "Head of democracy")
    page.get_by_role("link", name="Definitions").click()
    expect(page.get_by_text(NOBODYS)).to_be_visible()


def test_a_configuration_spoilt_while_the_server_runs_shows_nothing(
    page: Page, there: Council
) -> None:
    sign_in(page, there, "head", "overview")
    whole = there.secrets.read_text(encoding="utf-8")
    try:
        there.secrets.write_text(whole.replace("[auth]", "[Auth]"), encoding="utf-8")
        page.get_by_role("link", name="Definitions").click()
        expect(page.get_by_text("not set up completely")).to_be_visible()
        assert "Legal Team" not in page.inner_text("body")
    finally:
        there.secrets.write_text(whole, encoding="utf-8")


def test_a_session_ends_after_its_time(page: Page, there: Council) -> None:
    sign_in(page, there, "member", "definitions")
    whole = there.secrets.read_text(encoding="utf-8")
    assert "hours = 8\n" in whole
    try:
        there.secrets.write_text(whole.replace("hours = 8\n", "hours = 0.001\n"), encoding="utf-8")
        time.sleep(4)  # 3.6 seconds are over
        page.get_by_role("link", name="Overview").click()
        expect(page.get_by_text("Your session has ended")).to_be_visible()
        assert "Legal Team" not in page.inner_text("body")
    finally:
        there.secrets.write_text(whole, encoding="utf-8")


def test_a_cookie_made_up_lets_nobody_in(browser: Browser, there: Council) -> None:
    context = browser.new_context()
    said = json.dumps({"is_logged_in": True, "email": HEAD, "iat": int(time.time())})
    context.add_cookies([{"name": "_streamlit_user", "value": said, "url": there.address}])
    page = context.new_page()
    page.goto(f"{there.address}/overview")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    assert "Legal Team" not in page.inner_text("body")
    context.close()


def test_a_cookie_signed_with_another_secret_lets_nobody_in(
    browser: Browser, there: Council
) -> None:
    said = json.dumps({"is_logged_in": True, "email": HEAD, "iat": int(time.time())})
    name = "_streamlit_user"
    forged = create_signed_value("another-secret-of-more-than-32-letters", name, said).decode()
    context = browser.new_context()
    context.add_cookies([{"name": name, "value": forged, "url": there.address}])
    page = context.new_page()
    page.goto(f"{there.address}/overview")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    assert "Legal Team" not in page.inner_text("body")
    context.close()


@pytest.mark.parametrize("role", [Role.READER, Role.OFFICER])
def test_a_role_in_one_plan_shows_that_plan_alone(page: Page, there: Council, role: Role) -> None:
    store = open_store(there.store)
    give(store, CLERK, role, 2, "Head of democracy")
    try:
        sign_in(page, there, "clerk", "overview")
        expect(page.get_by_text("Section 20").first).to_be_visible()
        assert "Legal Team" not in page.inner_text("body")
        assert ("Upload" in menu(page)) == (role == Role.OFFICER)
        assert "People" not in menu(page)
        page.goto(f"{there.address}/overview?plan=1")
        settled(page)
        assert "Legal Team" not in page.inner_text("body")
    finally:
        for one in people(store):
            if one.address == CLERK:
                take_away(store, one.id, "Head of democracy")


def test_a_provider_that_is_away_says_so_and_shows_nothing(
    page: Page, chromium: str, tmp_path: Path
) -> None:
    with council(tmp_path, f"http://localhost:{free_port()}") as alone:
        page.goto(alone.address)
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_text("does not answer just now, so nobody can sign in")).to_be_visible()
        assert "Legal Team" not in page.inner_text("body")
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
