"""A file of plans that goes away, or is spoilt, under a server: a sentence, and on it goes."""

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.visiting.servers import free_port
from tests.browser.conftest import PATIENCE, running, settled
from tests.made.workbooks import of_rows

pytestmark = pytest.mark.browser

ROWS = (
    ("Progress as at 31 October 2022",),
    ("Ref", "Action", "Lead", "By when", "Status"),
    ("Z1", "Oil the planted gate", "Head of legal services", date(2022, 12, 1), "In progress"),
)
BESIDE = ("-wal", "-shm")


def taken_away(store: Path) -> Callable[[], None]:
    """Moves the store aside; gives the way to put it back."""
    kept = {
        path: path.rename(path.with_name(f"aside-{path.name}"))
        for path in (store, *(store.with_name(store.name + end) for end in BESIDE))
        if path.exists()
    }

    def put_back() -> None:
        for path, aside in kept.items():
            aside.rename(path)

    return put_back


def spoilt(store: Path) -> Callable[[], None]:
    """Writes over the store, which holds all that was written; gives the way to write it back."""
    with sqlite3.connect(store) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    whole = store.read_bytes()
    store.write_bytes(b"no database at all" * 5000)

    def put_back() -> None:
        store.write_bytes(whole)

    return put_back


def pressed(page: Page) -> None:
    page.get_by_role("button", name="Accept as at 31 October 2022").click()


def test_a_chosen_file_and_a_typed_name_outlast_a_store_that_goes_away_and_one_that_is_spoilt(
    browser: Browser, chromium: str, tmp_path: Path
) -> None:
    book = tmp_path / "log.xlsx"
    book.write_bytes(of_rows(ROWS))
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    with running(tmp_path, free_port()) as address:
        page.goto(f"{address}/upload?plan=2")
        settled(page)
        page.locator("input[type=file]").first.set_input_files(book)
        page.get_by_text("One that this plan has not had before").click()
        asked = page.get_by_role("heading", name="What will change")
        accepted = page.get_by_text("log.xlsx is accepted as at 31 October 2022")
        expect(asked).to_be_visible()
        settled(page)
        page.get_by_label("Your name or job title").first.fill("Committee officer")
        for spoil, sentence in ((taken_away, "moved or deleted"), (spoilt, "is damaged")):
            put_back = spoil(tmp_path / "samples.sqlite")
            pressed(page)
            expect(page.get_by_text(sentence).first).to_be_visible()
            expect(page.get_by_text("encountered an error")).to_have_count(0)
            put_back()
            # What was pressed is done once the store is back, or stands there to be pressed again.
            expect(accepted.or_(asked).first).to_be_visible()
            settled(page)
            if accepted.count():
                break
            expect(page.get_by_label("Your name or job title").first).to_have_value(
                "Committee officer"
            )
        else:
            pressed(page)
        expect(accepted).to_be_visible()
    context.close()
    log = (tmp_path / "server.log").read_text(encoding="utf-8")
    assert "Traceback" not in log
    assert "planted" not in log
    assert "moved or deleted" in log
