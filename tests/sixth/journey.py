"""The invented workstream from its sheet to the pack. Run by ``test_sixth.py``."""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
import sqlalchemy as sa
from openpyxl import Workbook, load_workbook
from streamlit.testing.v1 import AppTest

from loaders.guarded.safely import check
from loaders.written.templates import blank
from reports.content.blocks import Pack
from reports.excel import document as excel
from reports.pack import PARTS, pack
from reports.web import document as web
from reports.word import document as word
from store.database.engine import open_store
from store.plans import add_plan
from store.snapshots import accept
from store.views import view
from tests.made.packs import drawings
from tests.screens.conftest import DASHBOARD, asked_for_by_this_machine, lines_stand_open
from tests.screens.reading import said
from workstreams import TABLES
from workstreams.view import Audience

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADINGS = ("Complaint", "Stage", "Received on", "Answered on", "What it is about")
SEPTEMBER, NOVEMBER = date(2022, 9, 30), date(2022, 11, 30)
FIRST = (
    ("K1", "Open", date(2022, 8, 1), None, "A letter was never answered"),
    ("K2", "Received", date(2022, 9, 20), None, "The wrong form was sent"),
    ("K3", "Closed", date(2022, 8, 1), date(2022, 8, 9), None),
)
SECOND = (
    ("K1", "Open", date(2022, 8, 1), None, "A letter was never answered"),
    ("K2", "Closed", date(2022, 9, 20), date(2022, 11, 1), "The wrong form was sent"),
    ("K3", "Closed", date(2022, 8, 1), date(2022, 8, 9), None),
    ("K4", "New", date(2022, 11, 25), None, "A meeting was moved twice"),
)


def workbook(rows: tuple[tuple[object, ...], ...]) -> bytes:
    book = Workbook()
    book.active.title = "Complaints log"
    for row in (HEADINGS, *rows):
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


__all__ = ["asked_for_by_this_machine", "lines_stand_open"]


@pytest.fixture
def one_upload(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    """A plan whose first upload holds complaints and nothing else."""
    address = f"sqlite:///{tmp_path / 'complaints.sqlite'}"
    monkeypatch.setenv("DATABASE_URL", address)
    engine = open_store(address)
    plan = add_plan(engine, "Putting it right", "Scrutiny committee", by="Improvement officer")
    checked = check(workbook(FIRST), "september.xlsx", TABLES)
    assert not checked.problems
    accept(engine, plan.id, SEPTEMBER, checked, "Improvement officer", {})
    return engine


@pytest.fixture
def two_uploads(one_upload: sa.Engine) -> sa.Engine:
    checked = check(workbook(SECOND), "november.xlsx", TABLES)
    accept(one_upload, 1, NOVEMBER, checked, "Improvement officer", {})
    return one_upload


def opened(page: str, **address: str) -> AppTest:
    """A page of the menu, by its address."""
    app = AppTest.from_file(DASHBOARD, default_timeout=120).run()
    app.query_params.update(address)
    # A page without a file has no path that AppTest could be given.
    app._page_hash = next(
        key for key, one in app._registered_pages.items() if one.get("url_pathname") == page
    )
    app.run()
    assert not app.exception, [e.message for e in app.exception]
    return app


def test_the_blank_workbook_has_its_sheet_with_its_words_to_choose() -> None:
    book = load_workbook(BytesIO(blank(TABLES)))
    headings = {cell.value for row in book["Complaints"].iter_rows() for cell in row}
    assert set(HEADINGS) <= headings
    assert book["Complaints"].data_validations.dataValidation


def test_its_page_says_what_to_upload_before_there_is_any(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'empty.sqlite'}")
    add_plan(open_store(), "Putting it right", "Scrutiny committee", by="Improvement officer")
    app = opened("complaints")
    assert app.info[0].value == "Upload a list of complaints to see them here."
    assert app.get("download_button")


def test_the_upload_reads_its_sheet_and_says_what_changes(one_upload: sa.Engine) -> None:
    app = opened("upload")
    app.file_uploader[0].set_value([("november.xlsx", workbook(SECOND), XLSX)]).run()
    app.date_input[0].set_value(NOVEMBER).run()
    assert not app.exception
    told = said(app)
    assert "Received on" in told
    assert "1 completed, 1 new" in told
    app.text_input(key="accepted_by").set_value("Improvement officer")
    next(b for b in app.button if b.label.startswith("Accept as at")).click().run()
    assert not app.exception
    assert "november.xlsx is accepted" in said(app).replace("\\", "")
    assert len(view(open_store(), 1).now("complaints")) == 4


def test_its_page_has_all_that_a_page_has(two_uploads: sa.Engine) -> None:
    app = opened("complaints")
    assert app.title[0].value == "Complaints"
    told = said(app).replace("\\", "")
    assert "2 of 4 complaints are unanswered" in told
    assert "Complaints without an answer 2" in told
    assert "50%" in told
    assert "4 rows read, none left out and 1 without a subject" in told
    assert "Complaints on the phone are not counted." in told
    assert len(app.get("plotly_chart")) == 1
    app.pills(key="complaints_ask").set_value("waiting").run()
    assert "Waiting too long" in [header.value for header in app.header]
    (late,) = [t.value for t in app.table if "Received" in t.value.columns]
    assert late["Complaint"].to_list() == ["K1"]
    assert late["Where"].str.contains("row").all()


def test_its_records_are_searched_filtered_and_opened(two_uploads: sa.Engine) -> None:
    app = opened("complaints")
    app.pills(key="complaints_ask").set_value("records").run()
    app.text_input(key="complaints_search").set_value("WRONG form").run()
    (found,) = [t.value for t in app.table if "Where" in t.value and "Stage" in t.value]
    assert found["Complaint"].to_list() == ["K2"]
    app.text_input(key="complaints_search").set_value("").run()
    app.multiselect(key="complaints_stage").set_value(["received"]).run()
    (found,) = [t.value for t in app.table if "Where" in t.value and "Stage" in t.value]
    assert found["Complaint"].to_list() == ["K4"]
    app.multiselect(key="complaints_stage").set_value([]).run()
    app.selectbox(key="complaints_open").select_index(1).run()
    assert not app.exception
    history, cells = (t.value for t in app.table[-2:])
    assert "K2" in cells["Says"].to_list()
    assert ["Received", "Answered"] in history[["From", "To"]].to_numpy().tolist()


def test_the_overview_has_its_headline_what_moved_and_a_question(two_uploads: sa.Engine) -> None:
    app = opened("overview")
    told = said(app).replace("\\", "")
    assert "2 of 4 complaints are unanswered" in told
    assert "Answered in time" in told
    assert any("What is being done about complaints?" in one.label for one in app.expander)
    links = [link.proto for link in app.get("page_link")]
    # From the question about it, from the sentence about it and from its tile.
    labels = {"Go to Complaints", "**Complaints**"}
    assert [one.page for one in links if one.label in labels] == ["complaints"] * 3


def test_its_measures_and_columns_are_defined(two_uploads: sa.Engine) -> None:
    told = said(opened("definitions", ask="complaints"))
    assert "Complaints answered within 20 days, as a share of those answered." in told
    assert "Subject of complaint" in told


def test_a_target_can_be_set_for_it(two_uploads: sa.Engine) -> None:
    app = opened("plan_settings", ask="targets")
    lists = [box.options for box in app.selectbox if box.label == "Measure"]
    assert any("Complaints: Answered in time" in options for options in lists)


def made(engine: sa.Engine, audience: Audience) -> Pack:
    found = view(engine, 1, audience=audience)
    return pack(found, NOVEMBER, datetime(2026, 1, 2, tzinfo=UTC))


@pytest.mark.parametrize("audience", ["public", "members"])
def test_the_pack_has_its_part_in_every_form(two_uploads: sa.Engine, audience: Audience) -> None:
    assert "complaints" in PARTS
    given = made(two_uploads, audience)
    document = docx.Document(BytesIO(word.write(given, drawings(given))))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    in_word = "\n".join([*(p.text for p in document.paragraphs), *cells])
    in_web = web.write(given).decode()
    for told in (in_word, in_web):
        assert "2 of 4 complaints are unanswered" in told
        assert "Waiting too long" in told
        assert "1 complaint waited for more than 20 days." in told
        assert "Complaints that wait too long." in told
        assert "Complaints answered within 20 days" in told
        assert "Complaints on the phone are not counted." in told
    sheets = load_workbook(BytesIO(excel.write(given)))
    assert any(name.endswith("by stage") for name in sheets.sheetnames)
    figures = [row[1] for row in sheets["Figures"].iter_rows(values_only=True)]
    assert "Answered in time" in figures
