"""The upload journey in a browser: by mouse, and by keyboard alone."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, settled
from tests.made.workbooks import of_rows

pytestmark = pytest.mark.browser

ROWS = (
    ("Progress as at 31 October 2022",),
    ("Ref", "Action", "Lead", "By when", "Status"),
    ("Z1", "Write the induction pack", "Head of legal services", date(2022, 12, 1), "In progress"),
    ("Z2", "Book the workshop", "Training officer", date(2022, 11, 1), "Complete"),
)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """An officer's action log."""
    path = tmp_path / "action log.xlsx"
    path.write_bytes(of_rows(ROWS))
    return path


def chosen(page: Page, path: Path) -> None:
    """Choose a file; the system's own window for it cannot be driven."""
    page.locator("input[type=file]").first.set_input_files(path)
    expect(page.get_by_role("heading", name="How it was read")).to_be_visible()
    settled(page)


def test_a_file_is_uploaded_accepted_charted_and_undone_by_mouse(visit: Visit, log: Path) -> None:
    page = visit("upload?plan=2")
    chosen(page, log)
    page.get_by_text("One that this plan has not had before").click()
    expect(page.get_by_role("heading", name="What will change")).to_be_visible()
    page.get_by_label("Your name or job title").first.fill("Committee officer")
    page.get_by_role("button", name="Accept as at 31 October 2022").click()
    expect(page.get_by_text("action log.xlsx is accepted as at 31 October 2022")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Undone: the figures are as they were")).to_be_visible()


def test_a_file_is_accepted_by_keyboard_alone(visit: Visit, log: Path) -> None:
    page = visit("upload?plan=2")
    chosen(page, log)
    reached(page, "document.activeElement.type === 'radio'")
    page.keyboard.press("ArrowDown")  # to the second of two: a file the plan has not had before
    expect(page.get_by_role("heading", name="What will change")).to_be_visible()
    settled(page)
    reached(page, "document.activeElement.getAttribute('aria-label') === 'Your name or job title'")
    page.keyboard.type("Committee officer")
    page.keyboard.press("Tab")
    reached(page, "document.activeElement.textContent.includes('Accept as at')")
    page.keyboard.press("Enter")
    expect(page.get_by_text("is accepted as at 31 October 2022")).to_be_visible()


def test_a_file_that_cannot_be_read_leaves_the_control_on_the_page(
    visit: Visit, tmp_path: Path
) -> None:
    page = visit("upload?plan=2")
    bad = tmp_path / "plan.xlsx"
    bad.write_bytes(b"%PDF-1.7 not a workbook")
    page.locator("input[type=file]").first.set_input_files(bad)
    expect(page.get_by_text("This file cannot be read")).to_be_visible()
    expect(page.locator("input[type=file]").first).to_be_attached()
    expect(page.get_by_role("button", name="Accept")).to_have_count(0)


def reached(page: Page, test: str) -> None:
    """Press Tab until what has the focus passes a test."""
    for _ in range(150):
        if page.evaluate(test):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the keyboard never reached it: {test}")
