"""Two servers on one PostgreSQL behind nginx, from the files of ``deploy/``, in Chromium."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import settled
from tests.browser.servers.behind_nginx import Site, standing
from tests.browser.servers.knocking import opens_a_visit
from tests.browser.servers.provider import secrets_for
from tests.made.workbooks import of_rows
from tests.missing import missing
from ui.door.headers import headers

pytestmark = pytest.mark.browser

Visitor = Callable[[int], Page]
VISIT = "dashboard_visit"


@pytest.fixture(scope="module")
def site(
    chromium: str,
    provider: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Site]:
    if not (shutil.which("nginx") or Path("/usr/sbin/nginx").exists()):
        missing("nginx", "nginx-light")
    if not list(Path("/usr/lib/postgresql").glob("*/bin")):
        missing("PostgreSQL", "postgresql")
    with standing(tmp_path_factory.mktemp("site"), provider, secrets_for) as found:
        yield found


@pytest.fixture(scope="module")
def signed_in(site: Site, browser: Browser) -> list[Any]:
    """The cookies of the head of democracy, who signed in at the first server."""
    context = browser.new_context(ignore_https_errors=True)
    context.set_default_timeout(60_000)
    visit = site.visit_of(list(site.servers)[0])
    context.add_cookies([{"name": VISIT, "value": visit, "url": site.address}])
    page = context.new_page()
    page.goto(site.address)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="head", exact=True).click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    kept = [one for one in context.cookies(site.address) if one["name"] != VISIT]
    context.close()
    return [{"name": one["name"], "value": one["value"], "url": site.address} for one in kept]


@pytest.fixture
def visitor(site: Site, browser: Browser, signed_in: list[Any]) -> Iterator[Visitor]:
    """Their page at the first or the second server, which know them by the same cookies."""
    contexts = []

    def opened(which: int) -> Page:
        context = browser.new_context(ignore_https_errors=True)
        contexts.append(context)
        context.set_default_timeout(60_000)
        visit = site.visit_of(list(site.servers)[which])
        context.add_cookies([*signed_in, {"name": VISIT, "value": visit, "url": site.address}])
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


def test_a_server_is_asked_under_its_own_name_alone(site: Site) -> None:
    port = next(iter(site.servers))
    server = f"http://localhost:{port}"
    assert opens_a_visit(server, origin=server) == 101
    # A name elsewhere that was made to lead to this machine: its page would be of that site.
    other = f"elsewhere.example:{port}"
    assert opens_a_visit(server, origin=f"http://{other}", host=other) == 403


def test_every_answer_keeps_a_browser_to_ourselves_whoever_gives_it(
    site: Site, visitor: Visitor
) -> None:
    page = visitor(1)
    page.goto(f"{site.address}/record")
    settled(page)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download as Excel workbook").click()
    media = taken.value.url
    assert "/media/" in media
    (script, *_) = page.evaluate("[...document.scripts].map(x => x.src).filter(x => x)")
    assert "/static/" in script
    for path in (media, script, "/", "/record", "/_stcore/health", "/nothing/is/here.js"):
        answer = page.request.get(path if path.startswith("http") else f"{site.address}{path}")
        found = [(one["name"].lower(), one["value"]) for one in answer.headers_array]
        for name, value in headers().items():
            assert [said for told, said in found if told == name.lower()] == [value], path
        assert "max-age=31536000" in dict(found)["strict-transport-security"]
        assert not any(digit.isdigit() for digit in dict(found).get("server", "")), path


def workbook(path: Path, action: str, when: str) -> Path:
    rows = (
        (f"Progress as at {when}",),
        ("Ref", "Action", "Lead", "By when", "Status"),
        ("Z1", action, "Head of legal services", date(2026, 12, 1), "In progress"),
    )
    path.write_bytes(of_rows(rows))
    return path


def choose(page: Page, site: Site, path: Path) -> None:
    page.goto(f"{site.address}/upload?plan=2")
    settled(page)
    page.locator("input[type=file]").first.set_input_files(path)
    page.get_by_text("One that this plan has not had before").click()
    expect(page.get_by_role("heading", name="What will change")).to_be_visible()
    settled(page)


def test_what_is_accepted_on_one_server_is_seen_on_the_other(
    site: Site, visitor: Visitor, tmp_path: Path
) -> None:
    one, other = visitor(0), visitor(1)
    other.goto(f"{site.address}/overview?plan=2")
    settled(other)
    choose(
        one, site, workbook(tmp_path / "log.xlsx", "Paint the bicycle shed", "30 September 2026")
    )
    one.get_by_role("button", name="Accept as at 30 September 2026").click()
    expect(one.get_by_text("is accepted as at 30 September 2026")).to_be_visible()
    other.goto(f"{site.address}/actions?plan=2&as_at=2026-09-30")
    expect(other.get_by_role("heading", level=1)).to_have_text("Actions")
    expect(other.get_by_text("as at 30 September 2026").first).to_be_visible()


def test_a_page_with_a_chosen_file_goes_on_by_itself_when_a_database_that_was_away_is_back(
    site: Site, visitor: Visitor, tmp_path: Path
) -> None:
    page = visitor(0)
    choose(page, site, workbook(tmp_path / "log.xlsx", "Oil the gate", "31 October 2026"))
    logs = {port: (site.folder / f"server-{port}.log") for port in site.servers}
    before = {port: len(log.read_text(encoding="utf-8")) for port, log in logs.items()}
    site.postgres.stop()
    try:
        page.get_by_role("button", name="Accept as at 31 October 2026").click()
        expect(page.get_by_text("The plans cannot be reached just now")).to_be_visible()
        expect(page.get_by_text("encountered an error")).to_have_count(0)
    finally:
        site.postgres.start()
    expect(page.get_by_role("heading", name="What will change")).to_be_visible()
    settled(page)
    expect(page.get_by_text("log.xlsx").first).to_be_visible()
    page.get_by_role("button", name="Accept as at 31 October 2026").click()
    expect(page.get_by_text("is accepted as at 31 October 2026")).to_be_visible()
    said = [log.read_text(encoding="utf-8")[before[port] :] for port, log in logs.items()]
    assert any("the database does not answer" in words for words in said)
    assert not [words for words in said if "Traceback" in words or "Oil the gate" in words]


def test_when_a_server_is_killed_its_visitors_go_on_at_the_other_signed_in(
    site: Site, visitor: Visitor
) -> None:
    page = visitor(0)
    port, killed = next(iter(site.servers.items()))
    killed.kill()
    killed.wait(timeout=20)
    try:
        page.goto(f"{site.address}/actions?plan=2")
        expect(page.get_by_role("heading", level=1)).to_have_text("Actions")
        expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    finally:
        site.start(port)
