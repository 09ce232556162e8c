"""What only a browser sees: cold bookmarks, width, keyboard, and the rules of accessibility."""

import re
from collections.abc import Mapping
from contextlib import suppress

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, drawn, settled
from tests.browser.open_every_page import PAGES
from tests.browser.servers.knocking import answered, opens_a_visit
from workstreams import WORKSTREAMS

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
OF_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""The rules that a page may keep in light and break in the dark: the page itself is the same."""
ASKED = (
    "actions?ask=slipped",
    "actions?ask=records",
    "actions?ask=figures",
    "hra_cases?ask=lists",
    "training?ask=who",
    "plan_settings?ask=log",
)
"""Pages with a question open."""
IN_SECTIONS = ("recommendations", "definitions", "plan_settings")
"""Pages beside those of the workstreams that show one section at a time."""
DARK = "rgb(20, 24, 28)"
"""A page's ground where the system is set to dark."""
STREAMLITS_OWN = {
    ("presentation-role-conflict", "stFileUploaderDropzone"),
    ("landmark-unique", 'aria-label="Pagination"'),
}
"""What Streamlit 1.67 draws so and no page can change: the rule, and the only element it may
stand on. None of it is a rule of WCAG 2.2 A or AA."""


def violations(page: Page, rules: Mapping[str, object] = RULES) -> list[str]:
    """The rules that a page breaks (WCAG 2.2 A and AA, and good practice), less Streamlit's own.

    Looked at once nothing moves any more: what fades in is pale for a moment.
    """
    page.evaluate(
        "Promise.all(document.getAnimations()"
        ".filter(one => one.effect.getComputedTiming().endTime !== Infinity)"
        ".map(one => one.finished.catch(() => null)))"
    )
    return [
        f"{rule['id']}: {node['html'][:200]}"
        for rule in Axe().run(page, options=rules).response["violations"]
        for node in rule["nodes"]
        if not any(rule["id"] == own and part in node["html"] for own, part in STREAMLITS_OWN)
    ]


def test_a_bookmark_opens_on_a_cold_server(visit: Visit) -> None:
    """First in this module: the server has answered nobody yet."""
    page = visit("recruitment")
    expect(page.get_by_role("heading", level=1)).to_have_text("Recruitment")
    expect(page.get_by_role("link", name="Overview")).to_be_visible()
    expect(page).to_have_title(re.compile("Recruitment"))
    expect(page.get_by_text("Page not found")).to_have_count(0)


def test_nothing_is_fetched_from_outside(visit: Visit) -> None:
    page = visit()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    drawn(page)
    assert asked
    assert not [url for url in asked if not url.startswith(("http://localhost", "data:", "blob:"))]


def test_no_other_site_opens_a_visit_or_takes_a_file_away(server: str) -> None:
    assert opens_a_visit(server, origin=server) == 101
    assert opens_a_visit(server, origin="https://elsewhere.example") == 403
    # A file that is sent or taken away without the token that our own page holds.
    for method in ("PUT", "DELETE"):
        place = "/_stcore/upload_file/visit/file"
        assert answered(server, method, place, {"Content-Length": "0"}) == 403


@pytest.mark.parametrize("width", [820, 390])
@pytest.mark.parametrize("name", [*PAGES, *ASKED])
def test_no_page_scrolls_sideways(name: str, width: int, visit: Visit) -> None:
    assert too_wide(visit(name, width)) <= 0


def too_wide(page: Page) -> int:
    """By how many pixels a page is wider than what shows it."""
    found: int = page.evaluate(
        "Math.max(document.documentElement.scrollWidth - innerWidth,"
        " ...[...document.querySelectorAll('[data-testid=stMain]')]"
        ".map(e => e.scrollWidth - e.clientWidth))"
    )
    return found


@pytest.mark.parametrize("name", [*PAGES, *ASKED])
def test_a_wide_page_fits_and_breaks_no_rule_of_accessibility_in_light_and_in_the_dark(
    name: str, visit: Visit
) -> None:
    page = visit(name)
    assert too_wide(page) <= 0
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    expect(page.locator(".stApp")).to_have_css("background-color", DARK)
    settled(page)
    assert violations(page, OF_COLOURS) == []


@pytest.mark.parametrize(("width", "most"), [(1280, 2600), (390, 5000)])
@pytest.mark.parametrize("name", [*(one.key for one in WORKSTREAMS), *IN_SECTIONS])
def test_a_page_in_sections_ends(name: str, width: int, most: int, visit: Visit) -> None:
    page = visit(name, width)
    height = page.get_by_test_id("stMainBlockContainer").evaluate("e => e.scrollHeight")
    assert 800 < height <= most


def test_one_question_is_open_at_a_time_and_stands_in_the_address(visit: Visit) -> None:
    page = visit("actions")
    charts = page.get_by_test_id("stPlotlyChart")
    opening = charts.count()
    page.get_by_role("radio", name="Whose is it?").click()
    expect(charts).to_have_count(opening + 1)
    expect(page).to_have_url(re.compile(r"ask=whose"))
    page.get_by_role("radio", name="What is late?").click()
    expect(charts).to_have_count(opening + 2)
    expect(page).to_have_url(re.compile(r"ask=late"))
    page.get_by_role("radio", name="What is late?").click()
    expect(charts).to_have_count(opening)
    expect(page).not_to_have_url(re.compile(r"ask="))


def test_a_definition_is_reached_from_its_chart_by_its_part_and_by_a_word_of_it(
    visit: Visit,
) -> None:
    page = visit("training")
    page.get_by_role("radio", name="What this counts").first.click()
    page.get_by_role("link", name="All definitions of Training").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Definitions")
    expect(page.get_by_role("heading", name="Training", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/definitions\?.*ask=training"))
    main = page.get_by_test_id("stMain")
    main.get_by_role("link", name="Recruitment", exact=True).click()
    expect(page.get_by_role("heading", name="Recruitment", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(r"ask=recruitment"))
    # No press: what is typed narrows the definitions at once.
    page.get_by_role("searchbox", name="Search all definitions").press_sequentially(
        "nobody in date"
    )
    expect(page.get_by_text("Empty the search for the contents")).to_be_visible()
    expect(page.get_by_role("cell", name="Groups with nobody in date")).to_be_visible()
    expect(page.get_by_role("heading", name="Recruitment", exact=True)).to_have_count(0)


def test_one_section_of_the_settings_is_open_and_stands_in_the_address(visit: Visit) -> None:
    page = visit("plan_settings?ask=targets")
    expect(page.get_by_role("heading", name="Targets", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Meetings", exact=True)).to_have_count(0)
    page.get_by_role("radio", name="Meetings").click()
    expect(page.get_by_role("heading", name="Meetings", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Targets", exact=True)).to_have_count(0)
    expect(page).to_have_url(re.compile(r"ask=meetings"))


def test_the_phones_page_breaks_no_rule_either(visit: Visit) -> None:
    assert violations(visit("actions", 390)) == []


def test_the_members_page_breaks_no_rule_either(visit: Visit) -> None:
    page = visit("hra_cases")
    page.get_by_text("Members", exact=True).click()
    expect(page.get_by_text("Exempt: not for publication").first).to_be_visible()
    settled(page)
    assert violations(page) == []


def test_the_table_under_a_chart_opens_and_is_a_real_one(visit: Visit) -> None:
    page = visit("training")
    page.get_by_role("radio", name="View as a table").first.click()
    table = page.get_by_test_id("stTable").first
    expect(table.locator("th").first).to_be_visible()
    expect(table.locator("td").first).not_to_be_empty()


def test_what_is_folded_away_breaks_no_rule_once_it_is_opened(visit: Visit) -> None:
    page = visit("training?ask=records")
    second = page.get_by_role("option").nth(1)
    for _ in range(5):
        # A run that is still on its way may draw the list anew, and closed.
        page.get_by_role("combobox", name="Open a record").press("ArrowDown")
        with suppress(AssertionError):
            expect(second).to_be_visible(timeout=5_000)
            break
    second.click()
    expect(page.get_by_text("From 2022-11-22.xlsx")).to_be_visible()
    folded = {
        "View as a table": page.get_by_role("columnheader", name="Staff group").first,
        "What this counts": page.get_by_text("How it is worked out"),
        "Take this chart": page.get_by_text("Words to go with it"),
    }
    for line, held in folded.items():
        page.get_by_role("radio", name=line).first.click()
        expect(held.first).to_be_visible()
        settled(page)
        assert violations(page) == []


def test_a_chart_on_a_phone_keeps_to_its_width(visit: Visit) -> None:
    page = visit("actions", 390)
    chart = page.locator("[data-testid='stPlotlyChart'] svg.main-svg").first
    expect(chart).to_be_visible()
    box = chart.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_clicking_a_bar_shows_the_records_behind_it(visit: Visit) -> None:
    page = visit("actions?ask=whose")
    chart = page.locator("[data-testid='stPlotlyChart']").last
    chart.scroll_into_view_if_needed()
    bar = chart.locator(".barlayer .point path").first
    bar.click(force=True)
    expect(page.get_by_text("Behind what you picked")).to_be_visible()


def test_the_way_from_the_overview_to_a_page_keeps_plan_and_date(visit: Visit) -> None:
    page = visit("?plan=1&as_at=2022-03-22")
    page.get_by_test_id("stMain").get_by_role("link", name="Training", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Training")
    settled(page)
    expect(page).to_have_url(re.compile(r"/training\?.*as_at=2022-03-22"))


def test_the_menu_keeps_plan_and_date(visit: Visit) -> None:
    page = visit("?plan=1&as_at=2022-03-22")
    menu = page.get_by_test_id("stSidebarNavItems")
    menu.get_by_role("link", name="Actions", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Actions")
    settled(page)
    expect(page).to_have_url(re.compile(r"/actions\?.*as_at=2022-03-22"))


def test_the_menu_is_reached_and_used_by_keyboard_alone(visit: Visit) -> None:
    page = visit()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip() == "Training":
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Training")
