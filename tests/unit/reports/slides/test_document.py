"""The slides of a pack: native charts with the figures of the other forms, alt text and notes."""

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from charts.kinds.points import points
from charts.table import alt, table
from reports.content.blocks import Picture
from reports.slides import document
from reports.slides.native import BASE, native
from tests.made.packs import made, squeezed
from tests.missing import missing

PLANS = pytest.mark.parametrize("place", [0, 1], ids=["legal team", "section 20"])
BOTH = pytest.mark.parametrize("audience", ["public", "members"])


@cache
def data(place: int, audience: str) -> bytes:
    return document.write(made(place, audience))


def deck(place: int, audience: str) -> Deck:
    return Presentation(BytesIO(data(place, audience)))


def findings(place: int, audience: str) -> list[tuple[Picture, Slide]]:
    """The pictures of the documents, each with its slide: they stand after title and brief."""
    given = made(place, audience)
    shown = list(deck(place, audience).slides)[2 : 2 + len(given.pictures)]
    return list(zip(given.pictures, shown, strict=True))


def words(slide: Slide) -> str:
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    texts += [cell.text for table in tables for row in table.rows for cell in row.cells]
    return "\n".join(texts)


def notes(slide: Slide) -> str:
    return slide.notes_slide.notes_text_frame.text


@PLANS
@BOTH
def test_each_slide_is_titled_stays_inside_itself_and_says_what_it_was_made_from(place, audience):
    given, opened = made(place, audience), deck(place, audience)
    for number, slide in enumerate(opened.slides, 1):
        assert slide.shapes[0] == slide.shapes.title, "the title is not read first"
        assert slide.shapes.title.text_frame.text
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= opened.slide_width
            assert shape.top + shape.height <= opened.slide_height
        assert dict(given.facts)["Upload reported"] in notes(slide)
        assert f"Slide {number} of {len(opened.slides)}" in words(slide)
        marked = "Exempt: not for publication"
        assert (marked in words(slide)) == (marked in notes(slide)) == (audience == "members")


@PLANS
@BOTH
def test_each_finding_has_one_slide_whose_notes_hold_every_value_source_and_definition(
    place, audience
):
    given = made(place, audience)
    for picture, slide in findings(place, audience):
        chart = picture.chart
        assert slide.shapes.title.text_frame.text == chart.finding
        said = squeezed(notes(slide))
        assert squeezed(chart.subtitle) in said
        assert squeezed(chart.source.removeprefix("Source: ")) in said
        sheet = next(one for one in given.sheets if one.name == picture.sheet)
        assert squeezed(sheet.unlisted) in said
        for line in given.lines:
            if line.measure.key == chart.measure:
                assert squeezed(line.measure.definition) in said
        for row in table(chart).itertuples(index=False, name=None):
            assert all(squeezed(str(cell)) in said for cell in row)


@PLANS
@BOTH
def test_each_chart_is_the_programs_own_with_the_figures_of_the_pack_and_alt_text(place, audience):
    kinds = Counter()
    for picture, slide in findings(place, audience):
        chart = picture.chart
        (frame,) = [shape for shape in slide.shapes if shape.has_chart or shape.has_table]
        described = frame._element.nvGraphicFramePr.cNvPr.get("descr")
        assert described == alt(chart)
        if frame.has_table:
            cells = {cell.text for row in frame.table.rows for cell in row.cells}
            assert set(table(chart).iloc[0].astype(str)) <= cells
            continue
        kinds[chart.kind] += 1
        drawn = frame.chart
        held = [
            round(value, 9)
            for plot in drawn.plots
            for series in plot.series
            if series.name != BASE
            for value in series.values
            if value is not None
        ]
        values = [round(abs(mark.value), 9) for mark in points(chart) if mark.value is not None]
        assert not Counter(values) - Counter(map(abs, held)), chart.key
        # The same figures stand in the workbook that opens when the chart is edited.
        book = openpyxl.load_workbook(BytesIO(drawn.part.chart_workbook.xlsx_part.blob))
        inside = [
            round(cell, 9)
            for row in book.active.iter_rows(min_row=2, min_col=2, values_only=True)
            for cell in row
            if cell is not None
        ]
        assert not Counter(held) - Counter(inside), chart.key
    assert len(kinds) >= 2


@PLANS
@BOTH
def test_a_label_beside_a_mark_is_the_figure_as_it_is_printed_everywhere(place, audience):
    seen = 0
    for picture, slide in findings(place, audience):
        texts = {mark.text for mark in points(picture.chart)}
        for frame in (shape for shape in slide.shapes if shape.has_chart):
            xml = frame.chart.part.blob.decode()
            labels = re.findall(r"<c:dLbl>.*?<a:t>(.*?)</a:t>", xml, re.DOTALL)
            assert set(labels) <= texts, picture.chart.key
            seen += len(labels)
    assert seen > 10


@PLANS
@BOTH
def test_the_brief_is_one_slide_with_the_same_words_as_on_paper(place, audience):
    given = made(place, audience)
    (slide,) = Presentation(BytesIO(document.one(given))).slides
    said = squeezed(words(slide))
    assert words(slide).count("Slide 1 of 1") == 1
    for one in given.brief.figures:
        for text in (one.part, one.name, one.parts, one.figure, one.change):
            assert squeezed(text) in said
    for text in (*given.brief.changed, *(asked.text for asked in given.brief.asked)):
        assert squeezed(text) in said
    assert squeezed(given.brief.late.heading) in said
    assert squeezed(given.brief.unseen.heading) in said


@BOTH
def test_the_same_pack_is_the_same_bytes_to_the_last_date_inside(audience):
    given = made(0, audience)
    assert document.write(given) == data(0, audience)
    dates: set[str] = set()
    _dates(data(0, audience), dates)
    assert dates == {"2026-01-02T03:04:05Z"}


def _dates(zipped: bytes, dates: set[str]) -> None:
    """Every date that a file of parts says it was written on, those packed inside with it."""
    with ZipFile(BytesIO(zipped)) as parts:
        for part in parts.infolist():
            assert part.date_time == (1980, 1, 1, 0, 0, 0)
            inside = parts.read(part)
            if part.filename.endswith(".xlsx"):
                _dates(inside, dates)
            elif part.filename == "docProps/core.xml":
                dates |= set(re.findall(r"<dcterms:\w+[^>]*>([^<]+)<", inside.decode()))


def test_colours_and_typeface_are_ours_for_what_is_added_later_too():
    with ZipFile(BytesIO(data(0, "public"))) as parts:
        look = parts.read("ppt/theme/theme1.xml").decode()
    assert '<a:accent1><a:srgbClr val="12436D"/></a:accent1>' in look
    assert 'typeface="Calibri' not in look


def test_what_an_officer_typed_is_words_alone_whatever_it_is():
    nasty = "Copied \x0b\x07 <a:t>&amp; ]]> \ud800 = 1+1"
    given = made()
    first = given.pictures[0]
    chart = replace(first.chart, finding=nasty, subtitle=nasty)
    sheets = tuple(
        replace(one, chart=chart) if one.name == first.sheet else one for one in given.sheets
    )
    blocks = tuple(
        replace(block, chart=chart) if block == first else block for block in given.blocks
    )
    bad = replace(given, title=nasty, committee=nasty, sheets=sheets, blocks=blocks)
    slides = list(Presentation(BytesIO(document.write(bad))).slides)
    assert "<a:t>&amp; ]]>" in slides[2].shapes.title.text_frame.text


@pytest.mark.parametrize("place", [0, 1])
def test_more_bars_than_a_slide_has_room_for_are_counted(place):
    for sheet in made(place).sheets:
        found = native(sheet.chart)
        if sheet.chart.kind == "bars" and found is not None:
            assert len(found.categories) + found.left_out == len(sheet.chart.data)


@pytest.fixture(scope="module")
def office() -> str:
    """Where LibreOffice is that opens slides; a machine without it skips, CI does not."""
    found = shutil.which("soffice")
    opens = list(Path("/usr/lib/libreoffice/program").glob("libsdlo.so")) if found else []
    elsewhere = not Path("/usr/lib/libreoffice").exists()
    if not found or not (opens or elsewhere) or not shutil.which("pdftotext"):
        missing("LibreOffice Impress or pdftotext", "libreoffice-impress poppler-utils")
    return found


def test_libreoffice_opens_each_deck_and_lays_each_slide_on_a_page(office: str, tmp_path: Path):
    for place, audience in ((0, "public"), (1, "members")):
        (tmp_path / f"{place}.pptx").write_bytes(data(place, audience))
    order = [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    order += ["--convert-to", "pdf", "--outdir", str(tmp_path)]
    order += [str(tmp_path / f"{place}.pptx") for place in (0, 1)]
    subprocess.run(order, check=True, capture_output=True, timeout=120)
    for place, audience in ((0, "public"), (1, "members")):
        text = subprocess.run(
            ["pdftotext", str(tmp_path / f"{place}.pdf"), "-"], check=True, capture_output=True
        ).stdout.decode()
        pages = [squeezed(page) for page in text.split("\f")[:-1]]
        slides = list(deck(place, audience).slides)
        assert len(pages) == len(slides)
        for page, slide in zip(pages, slides, strict=True):
            assert squeezed(slide.shapes.title.text_frame.text) in page
