"""What is taken from the pages opens: the PDF of a pack, and the picture of one chart."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from playwright.sync_api import Download, Page, expect

from tests.browser.conftest import PATIENCE, Visit, settled
from tests.browser.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def downloaded(page: Page, name: str) -> tuple[Download, bytes]:
    with page.expect_download(timeout=PATIENCE) as found:
        page.get_by_role("button", name=name).click()
    return found.value, Path(found.value.path()).read_bytes()


def test_a_pack_is_made_and_its_pdf_opens_tagged_and_in_english(visit: Visit) -> None:
    page = visit("committee_pack?plan=1&as_at=2022-11-22")
    for form in ("Word document", "Workbook of data", "Page for a browser"):
        page.get_by_role("button", name=form, exact=True).click()
        settled(page)
    page.get_by_label("Your name or job title").fill("Report author")
    page.keyboard.press("Tab")
    settled(page)
    page.get_by_role("button", name="Make the pack").click()
    expect(page.get_by_text("The pack is made.")).to_be_visible(timeout=4 * PATIENCE)
    settled(page)
    expect(page.get_by_alt_text("Page 1 of", exact=False)).to_be_visible()
    found, contents = downloaded(page, "Download the PDF")
    assert found.suggested_filename.endswith("_2022-11-22_public.pdf")
    with pikepdf.open(BytesIO(contents)) as pdf:
        assert 2 <= len(pdf.pages) <= 14
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("en")
    assert violations(page) == []


def test_a_charts_picture_is_taken_by_keyboard_alone_and_opens(visit: Visit) -> None:
    page = visit("actions?plan=1")
    page.locator("summary", has_text="Take this chart").first.focus()
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
