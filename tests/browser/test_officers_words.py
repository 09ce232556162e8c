"""Officers' words are text everywhere: in cells, headings, names of sheets, files and plans."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.visiting.servers import free_port
from tests.browser.conftest import PATIENCE, ROOT, drawn, running, settled

pytestmark = pytest.mark.browser

OUTSIDE = "http://hostile.example"
WORDS = (
    f"![a]({OUTSIDE}/1.png)",
    f"[link]({OUTSIDE}/2)",
    f"<img src='{OUTSIDE}/3.png'>",
    f"<a href='{OUTSIDE}/4'>link</a>",
    "<script>document.title='taken'</script>",
    "<b>bold1</b>",
    "**bold2**",
    "__bold3__",
    "*slant1*",
    "_slant2_",
    "~~struck1~~",
    "`code1`",
    "```\ncode2\n```",
    "# heading1",
    "heading2\n===",
    "> quoted1",
    "- listed1",
    "1. listed2",
    "$x_{sum1}^2$",
    "$$\\frac{1}{sum2}$$",
    ":material/skull:",
    ":skull:",
    ":red[coloured1]",
    ":blue-background[coloured2]",
    ":orange-badge[coloured3]",
    ":small[coloured4]",
    ":rainbow[coloured5]",
    f"[ref1]: {OUTSIDE}/5",
    f'=HYPERLINK("{OUTSIDE}/6","formula1")',
    "\u202edenrut1",
    "&lt;b&gt;bold4&lt;/b&gt;",
    f"<iframe src='{OUTSIDE}/7'></iframe>",
    "<svg onload=\"document.title='taken'\">",
    "| a | b |\n|---|---|\n| cell1 | c |",
    "heading3\n---",
)
DRAWN = """() => {
  const plain = new Set([
    'bold1', 'bold2', 'bold3', 'bold4', 'slant1', 'slant2', 'struck1', 'code1', 'quoted1',
    'heading1', 'heading2', 'heading3',
    'coloured1', 'coloured2', 'coloured3', 'coloured4', 'coloured5', 'skull', 'formula1', 'cell1',
    'listed1', 'listed2', 'link',
  ]);
  const found = [...document.querySelectorAll('body *')]
    .filter(one => plain.has(one.textContent.replaceAll('\u2060', '').trim()))
    .map(one => one.outerHTML.slice(0, 120));
  const tags = document.querySelectorAll(
    '.katex, [src*="hostile"], [href*="hostile"], iframe, blockquote, del, svg[onload]');
  // An address that stands there as itself may be pressed; nothing else leads anywhere.
  const itself = one => one.href && decodeURI(one.href) === one.textContent;
  found.push(...[...tags].filter(one => !itself(one)).map(one => one.outerHTML.slice(0, 120)));
  if (/\\u{1F480}|\\u202e/u.test(document.body.innerText)) found.push('an emoji, or words turned');
  if (document.title === 'taken') found.push('a script was run');
  return found;
}"""
PAGES = (
    *("overview", "actions?ask=records", "actions?ask=late", "recommendations", "recruitment"),
    *("indicators", "plan_settings"),
)


def book(seed: int = 0) -> bytes:
    """A workbook whose every text is hostile: sheets, headings, and the cells of four tables."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    turn = iter(range(10**6))

    def word(lead: str = "") -> str:
        return f"{lead}{WORDS[(next(turn) + seed) % len(WORDS)]}"

    def sheet(name: str, head: list[str], rows: list[list[object]]) -> None:
        page = made.create_sheet(name)
        page.append(["Progress as at 31 October 2022"])
        page.append(head)
        for row in rows:
            page.append(row)
            for cell in page[page.max_row]:
                if isinstance(cell.value, str):
                    cell.data_type = "s"

    actions = [
        [f"Z{n}", word("Do "), word(), date(2022, 9 + n % 3, 1 + n % 28), status, word(), word()]
        for n, status in enumerate(["In progress", "Complete", "Not started"] * 12)
    ]
    head = ["Ref", "Action", "Lead", "By when", "Status", "Progress", f"Theme {WORDS[1][:20]}"]
    sheet("Actions <b>x<b> $a$", head, actions)
    recs = [[f"R{n}", word("That "), word(), None, word()] for n in range(6)]
    sheet(
        "Recommendations", ["Rec", "Recommendation", "Owner", "Due date", "Response comment"], recs
    )
    posts = [[f"P{n}", word(), word(), 1, "Vacant"] for n in range(len(WORDS))]
    sheet("Posts", ["Post no", "Job title", "Team", "FTE", "Status"], posts)
    series = [[word(), date(2022, 1 + n % 9, 28), n, word()] for n in range(len(WORDS))]
    sheet("KPIs", ["Indicator", "Period", "Value", "Comment"], series)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one plan with a hostile name, from a hostile file, by a hostile officer."""
    folder = tmp_path_factory.mktemp("hostile")
    name = f"![p](http:%2F%2Fhostile) {WORDS[6]} {WORDS[18]} {WORDS[22]} {WORDS[20]}"
    file = folder / f"{WORDS[6]} {WORDS[22]} {WORDS[18]}.xlsx"
    file.write_bytes(book())
    address = f"sqlite:///{folder / 'hostile.sqlite'}"
    subprocess.run(
        [sys.executable, "-m", "store", "accept", str(file), "--plan", name, "--new"]
        + ["--as-at", "2022-10-31", "--committee", WORDS[1], "--by", WORDS[2]]
        + ["--reason", WORDS[0]],
        check=True,
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": address, "PERSON_KEY_SECRET": "for tests"},
        stdout=subprocess.DEVNULL,
    )
    return folder / "hostile.sqlite"


@pytest.fixture
def asked(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and every address that it asks for something."""
    context = browser.new_context(viewport={"width": 1280, "height": 1400})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    yield page, urls
    context.close()


def test_nothing_is_fetched_and_nothing_is_drawn_but_text(
    store: Path, asked: tuple[Page, list[str]], tmp_path: Path
) -> None:
    page, urls = asked
    chosen = tmp_path / f"{WORDS[8]} {WORDS[22]} {WORDS[18]} {WORDS[21]}.xlsx"
    chosen.write_bytes(book(seed=3))
    settings = {"DATABASE_URL": f"sqlite:///{store}", "PERSON_KEY_SECRET": "for tests"}
    found: dict[str, list[str]] = {}
    with running(tmp_path, free_port(), settings=settings) as address:
        for path in PAGES:
            page.goto(f"{address}/{path}")
            drawn(page)
            found[path] = page.evaluate(DRAWN)
            assert "bold2" in page.content() or "coloured1" in page.content(), path
        page.goto(f"{address}/upload")
        drawn(page)
        page.locator("input[type=file]").first.set_input_files(chosen)
        expect(page.get_by_role("heading", name="What will change")).to_be_visible()
        settled(page)
        found["upload"] = page.evaluate(DRAWN)
    assert {path: words for path, words in found.items() if words} == {}
    assert not [url for url in urls if not url.startswith(("http://localhost", "data:", "blob:"))]
