"""What lies on the overview's first screen, measured; each test prints what it measured."""

import sys

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, settled

LINES = "[class*=st-key-trend_]"
MOST_WORDS = 220
"""Of the brief itself, which ends with the questions; a tall screen shows the lists too."""
MEASURED = """() => {
  const main = document.querySelector('[data-testid="stMainBlockContainer"]');
  const UNREAD = 'style, [data-testid="stIconMaterial"]';
  const all = (what) => [...main.querySelectorAll(what)];
  const opened = (prefix) => all(`[class*="st-key-${prefix}"] summary`);
  const tiles = all('[data-testid="stPageLink"]')
    .filter(one => !one.closest('.st-key-search_link')).slice(0, 5)
    .map(one => one.closest('[data-testid="stVerticalBlock"]'));
  const asked = opened('open_question_').map(one => one.getBoundingClientRect().bottom);
  const last = Math.max(...asked);
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  let words = 0, small = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    const closed = text.parentElement.closest('details:not([open]) > :not(summary)');
    if (!box.height || closed || text.parentElement.closest(UNREAD))
      continue;
    const first = box.top < Math.min(window.innerHeight, last);
    if (first) words += text.data.split(/\\s+/).filter(Boolean).length;
    if (text.data.trim() && parseFloat(getComputedStyle(text.parentElement).fontSize) < 12)
      small.push(text.data);
  }
  const cut = all('p, span, a').filter(one => one.scrollWidth > one.clientWidth + 1
    && getComputedStyle(one).overflow !== 'visible' && one.clientWidth && one.textContent);
  return {
    tiles: tiles.map(one => Math.round(one.getBoundingClientRect().bottom)),
    sentences: opened('told_').map(one => Math.round(one.getBoundingClientRect().bottom)),
    questions: opened('open_question_').map(one => Math.round(one.getBoundingClientRect().bottom)),
    height: Math.round(main.getBoundingClientRect().height),
    words, small, cut: cut.map(one => one.textContent),
    sidebar: document.querySelector('[data-testid="stSidebar"]').dataset.collapsed,
  };
}"""


def measured(page: Page) -> dict:
    found = page.evaluate(MEASURED)
    sys.stdout.write(f"{page.viewport_size}: {found}\n")
    return found


@pytest.mark.parametrize(("width", "height", "closed"), [(1280, 800, False), (820, 1180, True)])
def test_the_first_screen_holds_tiles_sentences_and_questions(
    visit: Visit, width: int, height: int, closed: bool
) -> None:
    page = visit("overview", width=width, height=height)
    page.wait_for_timeout(500)
    settled(page)
    found = measured(page)
    assert len(found["tiles"]) == 5
    assert 1 <= len(found["sentences"]) <= 5
    assert len(found["questions"]) == 3
    assert max(*found["tiles"], *found["sentences"], *found["questions"]) <= height
    assert found["words"] <= MOST_WORDS
    assert not found["small"]
    assert not found["cut"]
    assert (found["sidebar"] == "true") == closed
    if width == 1280:
        assert found["height"] <= 3 * height


@pytest.mark.parametrize("width", [1280, 1010, 820])
def test_a_small_line_is_drawn_to_its_last_figure(visit: Visit, width: int) -> None:
    page = visit("overview", width=width)
    expect(page.locator(f"{LINES} svg.main-svg").first).to_be_attached()
    settled(page)
    beyond = page.evaluate(
        f"""() => [...document.querySelectorAll('{LINES}')].map(line =>
          line.querySelector('svg.main-svg').getBoundingClientRect().right
          - line.getBoundingClientRect().right)"""
    )
    assert len(beyond) >= 3
    assert max(beyond) <= 2, f"cut by {beyond} pixels"


def test_the_chairs_brief_is_one_press_away_as_one_page(visit: Visit) -> None:
    page = visit("overview")
    settled(page)
    with page.expect_download() as found:
        page.get_by_role("button", name="Chair’s brief (one page)").click()
    assert found.value.suggested_filename.endswith("_public.pdf")
    with pikepdf.open(found.value.path()) as brief:
        assert len(brief.pages) == 1


def test_a_phone_shows_the_tiles_and_two_sentences_first(visit: Visit) -> None:
    page = visit("overview", width=390, height=844)
    page.wait_for_timeout(500)
    settled(page)
    found = measured(page)
    assert len(found["tiles"]) == 5
    assert max(*found["tiles"], *found["sentences"][:2]) <= 844
    assert found["words"] <= MOST_WORDS
    assert not found["small"]


def test_a_sentence_opens_its_rows_with_one_press(visit: Visit) -> None:
    page = visit("overview", height=800)
    page.get_by_text("Q3 and Q28 have become late").click()
    table = page.locator("[class*='st-key-told_late']").get_by_role("table")
    table.wait_for(state="visible")
    assert "Q28" in table.inner_text()
