"""Updates between meetings in a browser: asked for, returned and taken on, by mouse and by keys."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from tests.browser.conftest import Visit, settled
from tests.browser.test_pages import too_wide, violations
from tests.browser.test_upload_journey import reached
from tests.made.updates.returned import filled, sheets

pytestmark = pytest.mark.browser

DOWNLOAD = "Download the sheets and messages"
GO_ON = "Go on to accept the draft"


def asked(page: Page) -> None:
    """Wait until the sheets that were asked for stand ready."""
    expect(page.get_by_text("The sheets are ready.")).to_be_visible()
    expect(page.get_by_role("heading", name="Returns in")).to_be_visible()
    settled(page)


def returned(page: Page, zipped: Download, folder: Path) -> str:
    """Choose one of the sheets as its owner sends it back, and say whose it is."""
    owner, sheet = next(iter(sheets(Path(zipped.path()).read_bytes()).items()))
    path = folder / "my lines (2).xlsx"
    path.write_bytes(filled(sheet, {"progress": "Done, and seen by members"}))
    # The system's own window for a file cannot be driven.
    page.locator("input[type=file]").first.set_input_files(path)
    expect(page.get_by_text(re.compile(r"1 of \d+ owners returned\."))).to_be_visible()
    settled(page)
    return owner


def taken_on(page: Page) -> None:
    """Wait until the draft stands on the upload page, with what it changes."""
    expect(page.get_by_text("The draft made from 1 sheet that came back")).to_be_visible()
    expect(page.get_by_role("heading", name="What will change")).to_be_visible()


def test_updates_are_asked_for_returned_and_taken_on_by_mouse_without_a_barrier(
    visit: Visit, tmp_path: Path
) -> None:
    page = visit("updates?plan=1")
    page.get_by_label("Your name or job title").first.fill("Committee officer")
    page.get_by_role("button", name="Prepare the sheets").click()
    asked(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name=DOWNLOAD).click()
    owner = returned(page, waiting.value, tmp_path)
    page.get_by_text("Owners, and what nothing was said about").click()
    # A file is named without the commas of its owner.
    expect(page.get_by_role("cell", name=owner.split()[0]).first).to_be_visible()
    came = page.get_by_role("group", name="Day the sheets came back")
    expect(came).to_contain_text(str(datetime.now().astimezone().year))
    settled(page)
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    settled(page)
    assert too_wide(page) <= 0
    assert violations(page) == []
    page.get_by_role("button", name=GO_ON).click()
    taken_on(page)


def test_updates_are_asked_for_and_taken_on_by_keyboard_alone(visit: Visit, tmp_path: Path) -> None:
    page = visit("updates?plan=2")
    reached(page, "document.activeElement.getAttribute('aria-label') === 'Your name or job title'")
    page.keyboard.type("Committee officer")
    page.keyboard.press("Tab")
    reached(page, on("Prepare the sheets"))
    page.keyboard.press("Enter")
    asked(page)
    reached(page, on(DOWNLOAD))
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    reached(page, "document.activeElement.closest('[data-testid=stFileUploader]') !== null")
    returned(page, waiting.value, tmp_path)
    reached(page, on(GO_ON))
    page.keyboard.press("Enter")
    taken_on(page)


def on(label: str) -> str:
    """Whether the focus is on the button of this label."""
    focused = "document.activeElement"
    return f"{focused}.matches('button') && {focused}.textContent.includes('{label}')"
