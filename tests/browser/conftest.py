"""A dashboard of its own for the browser's tests: the sample plans, a free port, Chromium."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from benchmarks.visiting.servers import free_port
from tests.browser.open_every_page import CHROMIUM
from tests.browser.servers.provider import USERS
from tests.made.sample import sample_copy
from tests.missing import missing

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)
WATCH = """() => {
  const watched = window.changedAt !== undefined;
  window.changedAt = performance.now();
  if (watched) return;
  new MutationObserver(() => { window.changedAt = performance.now(); })
    .observe(document.body, { subtree: true, childList: true });
}"""
QUIET = """() => document.querySelector("[data-test-script-state='notRunning']")
  && performance.now() - window.changedAt > 600"""
Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the machine's own Chromium or Chrome is; a machine without one skips, CI does not."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        missing("Chromium", "chromium")
    return found


@pytest.fixture(scope="module")
def server(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard on a fresh copy of the samples, cold at a module's first test."""
    with running(tmp_path_factory.mktemp("server"), free_port()) as address:
        yield address


@contextmanager
def running(
    folder: Path, port: int, *options: str, settings: Mapping[str, str] | None = None
) -> Iterator[str]:
    """A dashboard on a copy of the samples in a folder: its address, until the block ends."""
    store = sample_copy(folder / "samples.sqlite")
    log = folder / "server.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "dashboard.py", f"--server.port={port}"]
            + list(options),
            cwd=ROOT,
            env=os.environ | {"DATABASE_URL": f"sqlite:///{store}"} | dict(settings or {}),
            stdout=out,
            stderr=out,
        )
    address = f"http://localhost:{port}"
    try:
        answers(f"{address}/_stcore/health", process, log)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def answers(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the server is there."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"It did not start:\n{log.read_text(encoding='utf-8')}")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An OpenID Connect provider in a process of its own, at which anybody may be anybody."""
    port = free_port()
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    for user in USERS:
        command += ["--user-claims", json.dumps(user)]
    log = tmp_path_factory.mktemp("provider") / "provider.log"
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out)
    try:
        address = f"http://localhost:{port}"
        answers(f"{address}/.well-known/openid-configuration", process, log)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Visit]:
    """Open a page as a new visitor, at a width, and wait until it is drawn."""
    contexts = []

    def opened(path: str = "", width: int = 1280, height: int = 900) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(f"{server}/{path}")
        drawn(page)
        return page

    yield opened
    for context in contexts:
        context.close()


def drawn(page: Page) -> None:
    """Wait until the script has run, every element is there and every chart is drawn.

    A kind of element is fetched when it is first met, and a grey bar stands for it until then.
    """
    expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=PATIENCE)
    settled(page)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=PATIENCE)
    undrawn = page.locator("[data-testid='stPlotlyChart']:not(:has(.main-svg))")
    expect(undrawn).to_have_count(0, timeout=PATIENCE)
    settled(page)


def settled(page: Page) -> None:
    """Wait until the script does not run and nothing has been drawn for a moment.

    Between two runs, and before the first, the app says that no script is running; so does it in
    the moment between a key press and the run that answers it.
    """
    page.evaluate(WATCH)
    page.wait_for_function(QUIET, timeout=PATIENCE)
