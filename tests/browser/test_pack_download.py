"""What is taken from the pages opens: the PDF of a pack, and the picture of one chart."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from playwright.sync_api import Download, Page, expect

from tests.browser.conftest import PATIENCE, Visit, settled
from tests.browser.test_pages import violations

pytestmark = pytest.mark.browser


def downloaded(page: Page, name: str) -> tuple[Download, bytes]:
    with page.expect_download(timeout=PATIENCE) as found:
        page.get_by_role("button", name=name).click()
    return found.value, Path(found.value.path()).read_bytes()


def test_a_pack_is_made_and_its_pdf_opens_tagged_and_in_english(visit: Visit) -> None:
    page = visit("committee_pack?plan=1&as_at=2022-11-22")
    for form in ("Word document", "Workbook of data", "Page for a browser"):
        page.get_by_role("button", name=form, exact=True).click()
        settled(page)
    # The first is of the form above it, in which words are written for the meeting.
    page.get_by_label("Your name or job title").last.fill("Report author")
    page.keyboard.press("Tab")
    settled(page)
    page.get_by_role("button", name="Make the pack").click()
    expect(page.get_by_text("The pack is made.")).to_be_visible(timeout=4 * PATIENCE)
    settled(page)
    expect(page.get_by_alt_text("Page 1 of", exact=False)).to_be_visible()
    found, contents = downloaded(page, "Download the PDF")
    assert found.suggested_filename.endswith("_report_public.pdf")
    with pikepdf.open(BytesIO(contents)) as pdf:
        assert 2 <= len(pdf.pages) <= 18
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("en")
    assert violations(page) == []


def test_a_charts_picture_is_taken_by_keyboard_alone_and_opens(visit: Visit) -> None:
    page = visit("actions?plan=1")
    page.get_by_role("radio", name="Take this chart").first.focus()
    page.keyboard.press("Enter")
    picture = page.get_by_role("button", name="Picture (PNG)")
    expect(picture).to_be_visible()
    settled(page)
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").endswith("Picture (PNG)"):
            break
    expect(picture).to_be_focused()
    with page.expect_download(timeout=PATIENCE) as found:
        page.keyboard.press("Enter")
    with Image.open(found.value.path()) as image:
        assert image.width == 1360
    assert violations(page) == []


def test_a_charts_picture_and_table_are_copied_to_the_clipboard(visit: Visit) -> None:
    page = visit("actions?plan=1")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("radio", name="Take this chart").first.click()
    page.get_by_role("button", name="Copy picture").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    # The same click again takes the picture that is already there.
    page.get_by_role("button", name="Copy picture").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    copied = on_the_clipboard(page)
    with Image.open(BytesIO(copied["image/png"])) as image:
        assert image.width == 1360
    page.get_by_role("button", name="Copy table").click()
    expect(page.get_by_text("Copied.")).to_have_count(2)
    copied = on_the_clipboard(page)
    assert copied["text/plain"].startswith(b"As at\tIn the plan\t")
    assert b"<th>As at</th><th>In the plan</th>" in copied["text/html"]
    assert violations(page) == []


def test_a_browser_that_does_not_let_a_page_copy_says_what_to_do(visit: Visit) -> None:
    page = visit("actions?plan=1")
    page.get_by_role("radio", name="Take this chart").first.click()
    settled(page)
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error()); }")
    page.get_by_role("button", name="Copy table").click()
    expect(page.get_by_text("does not let this page copy")).to_be_visible()


def on_the_clipboard(page: Page) -> dict[str, bytes]:
    """What can be pasted, by media type."""
    found = page.evaluate(
        """async () => {
          const parts = {};
          for (const item of await navigator.clipboard.read())
            for (const type of item.types) {
              const bytes = new Uint8Array(await (await item.getType(type)).arrayBuffer());
              parts[type] = Array.from(bytes);
            }
          return parts;
        }"""
    )
    return {form: bytes(numbers) for form, numbers in found.items()}
