"""How a pack lies on its pages: headings with what follows, short tables whole, type to read."""

import re
import shutil
import subprocess
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest
from docx.shared import Pt

from charts.theme import SIZES, SMALL
from reports.captioned import told
from reports.content.blocks import (
    Contents,
    Heading,
    NewPage,
    Pack,
    Paragraph,
    Picture,
    Points,
    Table,
)
from reports.content.sections import noted, shared
from reports.pack import SHEET, shortened
from reports.pdf import document as pdf
from reports.word import document as word
from reports.word.breaks import broken_before
from tests.made.packs import looked_at, made, page_text, sized, squeezed
from tests.made.written import in_word
from tests.missing import missing

MOST_PAGES = 18
PLANS = pytest.mark.parametrize("place", [0, 1], ids=["legal team", "section 20"])
BOTH = pytest.mark.parametrize("audience", ["public", "members"])


@cache
def paper(place: int, audience: str) -> tuple[str, ...]:
    """The words of each page of the PDF, without spaces and without its foot."""
    given = made(place, audience)
    return pages(pdf.write(given, sized(given)), given)


def pages(data: bytes, given: Pack) -> tuple[str, ...]:
    foot = squeezed(f"{given.title}, {given.meeting.day} {given.meeting:%B %Y}. Page ")
    with pikepdf.open(BytesIO(data)) as opened:
        texts = [squeezed(page_text(page)) for page in opened.pages]
    return tuple(re.sub(rf"{re.escape(foot)}\d+of\d+", "", text) for text in texts)


def headings(given: Pack) -> list[str]:
    return [squeezed(block.text) for block in given.blocks if isinstance(block, Heading)]


@PLANS
@BOTH
def test_no_page_of_the_pdf_ends_with_a_heading(place, audience):
    for page in paper(place, audience):
        assert not page.endswith(tuple(headings(made(place, audience))))


@PLANS
@BOTH
def test_a_short_table_is_whole_on_one_page_of_the_pdf(place, audience):
    given = made(place, audience)
    for table in told(given.blocks, sized(given)):
        if isinstance(table, Table) and table.stays_whole:
            said = squeezed(f"{table.caption}{''.join(table.headings)}")
            rows = squeezed("".join("".join(row) for row in table.rows))
            assert any(said + rows in page for page in paper(place, audience)), table.caption


def test_which_tables_stay_whole():
    one = ("1", "A short cell")
    assert Table("A", ("No", "What"), (one,) * 12).stays_whole
    assert not Table("A", ("No", "What"), (one,) * 15).stays_whole
    assert not Table("A", ("No", "What"), (("1", "Long words " * 40),) * 8).stays_whole
    assert Table("A", ("No", "What"), ()).stays_whole


@PLANS
def test_the_summary_stands_alone_at_the_first_meeting_too(place):
    first = looked_at(place).snapshots[0].as_at
    given = made(place, "public", first)
    second = next(
        b for b in given.blocks if isinstance(b, Heading) and b.level == 1 and b.text != "Summary"
    )
    contents, before = (given.blocks[given.blocks.index(second) - back] for back in (1, 2))
    assert isinstance(contents, Contents)
    assert isinstance(before, NewPage)
    assert sum(isinstance(block, NewPage) for block in given.blocks) == 1
    first_page = pages(pdf.write(given, sized(given)), given)[0]
    assert squeezed(second.text) not in first_page.replace(squeezed(given.title), "")


@PLANS
def test_a_word_document_keeps_headings_and_short_tables_together(place):
    given = made(place, "members")
    document = docx.Document(BytesIO(in_word(place, "members", tall=True)))
    for level in (1, 2):
        assert document.styles[f"Heading {level}"].paragraph_format.keep_with_next
    blocks = told(given.blocks, sized(given))
    tables = [block for block in blocks if isinstance(block, Table)]
    for table, block in zip(document.tables, tables, strict=True):
        kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
        assert kept[0]
        assert all(kept[:-1]) == (block.stays_whole or len(kept) <= 5), block.caption
        assert not kept[-1]
    for before, after in zip(document.paragraphs, document.paragraphs[1:], strict=False):
        if before._p.xpath(".//w:drawing"):
            assert before.paragraph_format.keep_with_next
            assert after.style.name == "Caption"


@PLANS
@BOTH
def test_no_type_in_a_document_is_too_small_to_read(place, audience):
    given = made(place, audience)
    document = docx.Document(BytesIO(in_word(place, audience, tall=True)))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    runs += [
        run
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for run in cell.paragraphs[0].runs
    ]
    assert min(run.font.size for run in runs if run.font.size) >= Pt(8)
    assert document.styles["Normal"].font.size >= Pt(9)
    source = pdf._sources(given, sized(given))["main.typ"].decode()
    sizes = [float(size) for size in re.findall(r"size: ([\d.]+)pt", source)]
    assert min(sizes) >= 8
    assert len(sizes) > 10


def test_words_in_a_picture_are_seven_points_or_more_at_its_width_on_the_page():
    wide = (21 - 2 * 1.9) / 2.54 * 72
    across = SIZES["page"].widths[0]
    assert SMALL * word.WIDE * wide / across >= 7
    picture = pdf.write.__globals__["_Body"]()._one(made().pictures[0], sticks=False)
    share = re.search(r"width: (\d+)%", picture)
    assert share is not None
    assert SMALL * int(share[1]) / 100 * wide / across >= 7


HEADS = {1: (16, 14, 4), 2: (13, 10, 3)}


@pytest.mark.parametrize("lines", range(20, 40))
def test_a_heading_never_stands_alone_at_the_foot_as_word_pages_are_reckoned(lines):
    rows = tuple((str(place), "word") for place in range(30))
    blocks = [Points(("one",) * lines), Heading("Next"), Paragraph("Says", "lead"),
              Table("Rows", ("No", "What"), rows)]  # fmt: skip
    found = broken_before(blocks, 487, 705, 0, lambda _: 0.0, HEADS, (9, 8))
    left = 705 - lines * (9.5 * 1.15 * 1.15 + 4)
    # Heading, sentence, caption, headings of the table and its first row.
    needed = (14 + 16 * 1.3225 + 4) + (12 * 1.3225 + 6) + (9.5 * 1.15 + 4) + 2 * (9 * 1.15 + 3.6)
    assert (1 in found) == (0 < left < needed)


def test_a_heading_goes_with_the_whole_picture_after_it():
    picture = made().pictures[0]
    blocks = [Points(("one",) * 20), Heading("Next"), picture]
    assert broken_before(blocks, 487, 700, 0, lambda _: 400.0, HEADS, (9, 8)) == {1}
    assert broken_before(blocks, 487, 700, 0, lambda _: 200.0, HEADS, (9, 8)) == set()


@pytest.fixture(scope="module")
def office() -> str:
    """Where LibreOffice is; a machine without it skips, CI does not."""
    found = shutil.which("soffice")
    if not found or not shutil.which("pdftotext"):
        missing("LibreOffice or pdftotext", "libreoffice-writer poppler-utils")
    return found


@PLANS
@BOTH
def test_word_pages_as_libreoffice_lays_them_out(place, audience, office: str, tmp_path: Path):
    given = made(place, audience)
    (tmp_path / "pack.docx").write_bytes(in_word(place, audience, tall=True))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    order = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run([*order, tmp_path / "pack.docx"], check=True, capture_output=True, timeout=120)
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "pack.pdf", "-"], check=True, capture_output=True
    ).stdout.decode()
    foot = squeezed(f"{given.title}, {given.meeting.day} {given.meeting:%B %Y}. Page ")
    laid = [squeezed(page).split(foot)[0] for page in text.split("\f") if page.strip()]
    assert len(laid) <= MOST_PAGES
    # The summary is one page, with the questions on it.
    assert squeezed("Questions to ask") in laid[0]
    assert laid[1].removeprefix(squeezed(given.banner)).startswith("Contents")
    for page in laid:
        assert not page.endswith(tuple(headings(given)))


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("34 legal advice given within the agreed time", "34 legal advice given"),
        ("37 managers who know when to ask for legal advice", "37 managers who know"),
        ("39 decisions called in by councillors", "39 decisions called in"),
        ("01 burn up", "01 burn up"),
        ("02 what it is for", "02 what it is for"),
        ("40 " + "x" * 50, "40 " + "x" * 28),
    ],
)
def test_a_long_sheet_name_is_cut_after_a_word(long, short):
    assert shortened(long) == short


@PLANS
def test_sheet_names_are_whole_words_each_its_own_and_fit_excel(place):
    given = made(place, "members")
    names = [sheet.name for sheet in given.sheets]
    assert len(set(names)) == len(names)
    for sheet in given.sheets:
        assert len(sheet.name) <= SHEET
        key = re.split(r"\W+", sheet.chart.key.split(".", 1)[-1].replace("_", " "))
        assert sheet.name.split()[1:] == key[: len(sheet.name.split()) - 1]


def test_what_several_definitions_say_is_said_once():
    same = "A sentence that is long enough to be worth a note of its own."
    texts = [f"One. {same}", f"{same} Two.", f"Three. {same}", "Four.", same]
    notes = shared(texts)
    assert notes == (same,)
    assert [noted(text, notes) for text in texts] == [
        "One. See note 1.",
        "Two. See note 1.",
        "Three. See note 1.",
        "Four.",
        same,
    ]
    assert shared(texts[:2]) == ()


def test_a_pictures_caption_says_where_its_figures_are_and_not_its_subtitle_again():
    for picture in made().pictures:
        assert isinstance(picture, Picture)
        assert picture.sheet in picture.caption
        assert picture.chart.subtitle not in picture.caption


def test_a_pack_says_what_it_was_made_from_in_a_table_of_plain_labels():
    table = next(
        b for b in made(0, "public", date(2022, 9, 20)).blocks
        if isinstance(b, Table) and b.caption == "What this pack was made from."
    )  # fmt: skip
    assert [row[0] for row in table.rows] == [
        "Meeting",
        "Figures as at",
        "Compared with",
        "Upload reported",
        "Check code of that file",
        "Made from what was known on",
        "Version of the rules",
        "Software",
        "To make the same pack again",
    ]
