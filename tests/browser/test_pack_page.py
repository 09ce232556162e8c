"""The one-file page of a pack, opened from a folder with no network."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from reports.web import document
from tests.made.packs import made

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=["public", "members"])
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pack") / f"{request.param}.html"
    path.write_bytes(document.write(made(0, request.param)))
    return path


def opened(browser: Browser, file: Path, wide: int) -> tuple[Page, list[str]]:
    page = browser.new_page(viewport={"width": wide, "height": 900})
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on(
        "request",
        lambda asked: trouble.append(asked.url) if not asked.url.startswith("file:") else None,
    )
    page.goto(file.as_uri())
    page.wait_for_function(
        "document.querySelectorAll('.chart .main-svg').length >= "
        "document.querySelectorAll('.chart').length"
    )
    return page, trouble


@pytest.mark.parametrize("wide", [1280, 820, 390])
def test_it_draws_every_chart_at_every_width_and_asks_the_network_for_nothing(
    browser: Browser, file: Path, wide: int
) -> None:
    page, trouble = opened(browser, file, wide)
    assert trouble == []
    assert page.evaluate("document.documentElement.scrollWidth") <= wide
    assert page.locator(".chart").count() == page.locator("details").count() > 10
    page.close()


BROKEN = """() => {
  const cut = [];
  for (const cell of document.querySelectorAll("th, td")) {
    if (!cell.checkVisibility()) continue;
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode())
      for (const found of text.data.matchAll(/[\\p{L}\\p{N}]{2,24}/gu)) {
        const word = document.createRange();
        word.setStart(text, found.index);
        word.setEnd(text, found.index + found[0].length);
        if (new Set([...word.getClientRects()].map((box) => Math.round(box.top))).size > 1)
          cut.push(found[0]);
      }
  }
  return cut;
}"""


@pytest.mark.parametrize("wide", [1280, 820, 390])
def test_no_word_of_a_table_is_broken_over_two_lines(
    browser: Browser, file: Path, wide: int
) -> None:
    page, _ = opened(browser, file, wide)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.locator("td").count() > 300
    assert page.evaluate(BROKEN) == []
    page.close()


def test_a_listener_and_a_keyboard_can_use_it(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file, 1280)
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.violations_count == 0, found.generate_report()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    first = page.locator("details").first
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    assert first.locator("table").is_visible()
    page.close()
