"""Opens every page of a running dashboard in Chromium, as a first visitor would.

    python -m tests.browser.open_every_page http://localhost:8501

Exits 1, naming the page, where one does not open, shows an error, or stays empty.
"""

import re
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

PAGES = sorted(
    path.stem
    for path in (Path(__file__).resolve().parents[2] / "pages").glob("*.py")
    if path.stem != "__init__"
)
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
"""The names it goes by."""


def chromium() -> str:
    """The machine's own Chromium or Chrome."""
    for name in CHROMIUM:
        if found := shutil.which(name):
            return found
    raise SystemExit("Chromium is not installed. On Debian: apt-get install chromium")


def wrong_with(page: Page, address: str) -> str:
    """Why the page at an address is not fit to be seen, or "" where it is."""
    page.goto(address)
    expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=60_000)
    # The app marks itself as running until the last element is drawn.
    expect(page.locator("[data-test-script-state='notRunning']")).to_be_attached(timeout=60_000)
    if page.get_by_test_id("stException").count():
        return "it shows an error: " + page.get_by_test_id("stException").first.inner_text()
    if page.get_by_text("Page not found").count():
        return "it opens under “Page not found”"
    said = page.get_by_test_id("stMain").inner_text()
    # "None of the posts" is English; a cell or line of nothing but None is not.
    if re.search(r"\b(NaN|NaT|Traceback)\b|(?:^|\t)None(?:\t|$)", said, re.MULTILINE):
        return "it prints a programmer's word"
    return "" if len(said) > 100 else "it is empty"


def main(server: str) -> int:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        failed = 0
        for name in PAGES:
            page = browser.new_page()
            wrong = wrong_with(page, f"{server}/{name}")
            sys.stdout.write(f"{name}: {wrong or 'opened'}\n")
            failed += bool(wrong)
            page.close()
        browser.close()
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1].rstrip("/")))
