"""A pack's forms: the same figures in each, the same bytes each time, and what each must say."""

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from reports.captioned import told
from reports.content.blocks import Block, Heading, Pack, Picture, Table
from reports.excel import document as excel
from reports.forms import FORMS, files, pictures, wanted
from reports.pack import PARTS, pack
from reports.pdf import document as pdf
from reports.pictures import Drawings
from reports.web import document as html
from reports.word import document as word
from tests.made import written
from tests.made.packs import (
    MOMENT,
    drawings,
    looked_at,
    made,
    page_text,
    pdf_text,
    squeezed,
    word_cells,
    word_text,
)
from workstreams.across.own_date import cell
from workstreams.view import Audience


def in_print(given: Pack) -> tuple[Block, ...]:
    """The blocks of a pack as its documents have them."""
    return told(given.blocks, drawings(given))


BOTH = pytest.mark.parametrize("audience", ["public", "members"])
PLANS = pytest.mark.parametrize("place", [0, 1], ids=["legal team", "section 20"])


def _compared(given: Pack, workstream: str) -> bool:
    return any(line.before for line in given.lines if line.workstream == workstream)


def given_before(place: int, audience: Audience) -> date:
    """The date compared with."""
    since = looked_at(place, audience).since
    assert since is not None
    return since


@PLANS
@BOTH
def test_every_figure_is_the_same_in_every_form(place, audience):
    given = made(place, audience)
    cells = word_cells(written.in_word(place, audience))
    paper = squeezed(pdf_text(written.in_pdf(place, audience)))
    page = squeezed(unescape(written.page(place, audience)))
    rows = list(written.book(place, audience)["Figures"].iter_rows(values_only=True))
    printed = {(row[0], row[1]): row[2] for row in rows}
    true_on = {(row[0], row[1]): row[3] for row in rows}
    assert given.lines
    for line in given.lines:
        name, figure = line.measure.name, cell(line.now, given.as_at)
        assert any(row[0] == name and figure in row for row in cells), f"{name} in Word"
        # Then stands before now, where it may stand beside it.
        row = [figure]
        if looked_at(place, audience).since and _compared(given, line.workstream):
            row.insert(0, cell(line.before, given_before(place, audience)) if line.before else "–")
        assert squeezed(name + "".join(row)) in paper, f"{name} in the PDF"
        scope = squeezed(f'<th scope="row">{name}</th>{"".join(f"<td>{c}</td>" for c in row)}')
        assert scope in page, f"{name} on the page"
        assert printed[line.workstream, name] == str(line.now), f"{name} in the workbook"
        held = true_on[line.workstream, name]
        assert (held and held.date()) == line.now.as_at, f"{name}'s date in the workbook"


def test_a_figure_of_another_date_carries_its_month_under_the_heading_of_the_snapshot():
    given = made(1)
    line = next(line for line in given.lines if line.measure.key == "recruitment.vacancy_rate")
    assert line.now.as_at != given.as_at
    month = f", {line.now.as_at:%b}\u00a0{line.now.as_at:%Y}"
    tables = [block for block in given.blocks if isinstance(block, Table)]
    rows = [row for table in tables for row in table.rows if line.measure.name in row]
    assert any(f"{line.now.full}{month}" in row for row in rows)
    same = next(line for line in given.lines if line.now.as_at == given.as_at)
    assert cell(same.now, given.as_at) == same.now.full
    assert cell(same.now, line.now.as_at).startswith(f"{same.now.full}, ")


@BOTH
def test_the_same_pack_is_the_same_bytes(audience):
    given = made(0, audience)
    again = pack(looked_at(0, audience), given.meeting, MOMENT)
    drawn = drawings(again)
    assert written.in_word(0, audience) == word.write(again, drawn)
    assert written.in_pdf(0, audience) == pdf.write(again, drawn)
    assert written.in_excel(0, audience) == excel.write(again)
    assert written.page(0, audience).encode() == html.write(again)


def test_a_pack_names_what_it_was_made_from_in_every_form():
    given = made()
    facts = dict(given.facts)
    latest = looked_at().snapshots[-1]
    assert facts["Upload reported"] == f"{latest.file}, upload {latest.id}"
    assert facts["Check code of that file"] == latest.fingerprint
    assert facts["Made from what was known on"] == "2 January 2026 at 03:04 UTC"
    assert facts["To make the same pack again"] == "2026-01-02T03:04:05.000000Z"
    assert {"Version of the rules", "Software"} <= set(facts)
    for text in (
        word_text(written.in_word()),
        pdf_text(written.in_pdf()),
        written.page(),
    ):
        assert all(squeezed(value) in squeezed(text) for value in facts.values())
    about = written.book()["About"]
    rows = {row[0]: row[1] for row in about.iter_rows(values_only=True)}
    assert {name: rows[name] for name in facts} == facts


def test_headings_go_down_one_level_at_a_time():
    for audience in ("public", "members"):
        last = 0
        for block in made(0, audience).blocks:
            if isinstance(block, Heading):
                assert block.level <= last + 1, block.text
                last = block.level


def test_a_word_document_can_be_read_by_everybody():
    given = made()
    document = docx.Document(BytesIO(written.in_word()))
    assert document.core_properties.title.startswith(given.title)
    assert document.core_properties.language == "en-GB"
    languages = document.styles.element.iter(qn("w:lang"))
    assert {language.get(qn("w:val")) for language in languages} == {"en-GB"}
    assert len(document.inline_shapes) == len(given.pictures)
    for shape, picture in zip(document.inline_shapes, given.pictures, strict=True):
        assert shape._inline.docPr.get("descr") == picture.alt
    assert len(document.tables) == sum(isinstance(block, Table) for block in in_print(given))
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert not table._tbl.xpath(".//w:gridSpan | .//w:vMerge")
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    assert len(captions) == len(document.tables) + len(document.inline_shapes)
    headings = [b.text for b in given.blocks if isinstance(b, Heading)]
    styled = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert styled == headings


def test_a_pdf_is_tagged_with_headings_tables_pictures_and_bookmarks():
    given = made()
    with pikepdf.open(BytesIO(written.in_pdf())) as opened:
        root = opened.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "en-GB"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        with opened.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert given.title in about["dc:title"]
        tags, alts = [], []
        _walk(root.StructTreeRoot, tags, alts)
        with opened.open_outline() as outline:
            marks = [mark.title for mark in outline.root]
    assert tags.count("/Table") == sum(isinstance(block, Table) for block in in_print(given))
    assert "/TH" in tags
    assert {"/H1", "/H2"} <= set(tags)
    assert set(alts) == {picture.alt for picture in given.pictures}
    assert marks == [b.text for b in given.blocks if isinstance(b, Heading) and b.level == 1]


def _walk(node, tags, alts):
    if isinstance(node, pikepdf.Array):
        for child in node:
            _walk(child, tags, alts)
    elif isinstance(node, pikepdf.Dictionary):
        tags.append(str(node.get("/S", "")))
        if "/Alt" in node:
            alts.append(str(node.Alt))
        if "/K" in node:
            _walk(node.K, tags, alts)


def test_without_a_browser_a_pack_has_findings_and_tables_and_says_why(monkeypatch, tmp_path):
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "none"))
    given = made()
    found = files(given, FORMS)
    names = {name.rpartition(".")[2] for name in found}
    assert names == {"docx", "pdf", "pptx", "xlsx", "html", "txt"}
    note = next(data for name, data in found.items() if name.endswith("No pictures.txt"))
    assert b"Install Google Chrome" in note
    document = docx.Document(BytesIO(next(d for n, d in found.items() if n.endswith("docx"))))
    said_in_it = [paragraph.text for paragraph in document.paragraphs]
    assert sum("Install Google Chrome" in text for text in said_in_it) == 1
    for picture in given.pictures:
        assert picture.chart.finding in said_in_it


def test_pictures_come_in_two_sizes_and_two_kinds_with_their_alt_text():
    given = made()
    found = pictures(given, drawings(given))
    assert len(found) == 5 * len(given.sheets) + 1
    for sheet in given.sheets:
        name = f"{given.named('pictures')}/{sheet.name.replace(' ', '_')}"
        assert found[f"{name}.txt"].decode().startswith(f"{sheet.chart.alt}\n")
        for size in ("report", "wide"):
            assert {f"{name}_{size}.png", f"{name}_{size}.svg"} <= set(found)


def test_only_what_a_form_uses_is_drawn():
    given = made()
    assert wanted(given, ["excel", "html"]) == []
    assert len(wanted(given, ["word"])) == len(given.pictures)
    assert len(wanted(given, ["pictures"])) == 2 * len(given.sheets)


def test_parts_can_be_chosen_and_keep_their_order():
    given = pack(looked_at(), made().meeting, MOMENT, parts=["definitions", "summary"])
    tops = [b.text for b in given.blocks if isinstance(b, Heading) and b.level == 1]
    assert tops == ["Summary", "Definitions"]
    whole = [b.text for b in made().blocks if isinstance(b, Heading) and b.level == 1]
    assert len(whole) >= len(PARTS) - 1
    assert whole[0] == "Summary"


@PLANS
def test_a_members_copy_is_marked_on_every_page_picture_and_sheet(place):
    given = made(place, "members")
    assert given.banner.startswith("Exempt: not for publication")
    assert "Schedule 12A" in given.banner
    for sheet in given.sheets:
        assert sheet.chart.banner == given.banner
        assert sheet.chart.alt.startswith(given.banner)
    document = docx.Document(BytesIO(written.in_word(place, "members")))
    assert document.sections[0].header.paragraphs[0].text == given.banner
    with pikepdf.open(BytesIO(written.in_pdf(place, "members"))) as opened:
        for page in opened.pages:
            assert squeezed(given.banner) in squeezed(page_text(page))
    assert all(page["A1"].value == given.banner for page in written.book(place, "members"))
    assert written.page(place, "members").count(f'<p class="banner">{given.banner}</p>') == 2


@PLANS
def test_a_public_copy_says_exempt_nowhere(place):
    given = made(place)
    assert given.banner == ""
    for data in (written.page(place).encode(), written.in_word(place)):
        assert b"Exempt" not in data
    assert "Exempt" not in word_text(written.in_word(place))


def test_a_chart_for_members_only_cannot_get_into_a_public_pack(monkeypatch):
    from workstreams.actions import ACTIONS_WORKSTREAM

    secret = replace(ACTIONS_WORKSTREAM.charts[0](looked_at()), sensitive=True)
    altered = replace(ACTIONS_WORKSTREAM, charts=(lambda view: secret,))
    monkeypatch.setattr("reports.pack.WORKSTREAMS", (altered,))
    with pytest.raises(ValueError, match="for members only"):
        pack(looked_at(), made().meeting, MOMENT, parts=["actions"])
    for_members = pack(looked_at(0, "members"), made().meeting, MOMENT, parts=["actions"])
    assert for_members.sheets[0].chart.sensitive


def test_a_councils_template_keeps_its_styles_margins_and_footer():
    template = docx.Document()
    template.styles["Heading 1"].font.name = "Council Sans"
    template.sections[0].left_margin = Pt(90)
    template.sections[0].footer.paragraphs[0].text = "A council's own footer"
    out = BytesIO()
    template.save(out)
    given = made(0, "members")
    document = docx.Document(BytesIO(word.write(given, drawings(given), out.getvalue())))
    assert document.styles["Heading 1"].font.name == "Council Sans"
    assert document.sections[0].left_margin == Pt(90)
    assert document.sections[0].footer.paragraphs[0].text == "A council's own footer"
    assert any(given.banner in p.text for p in document.sections[0].header.paragraphs)


def test_a_template_without_our_styles_is_written_on_all_the_same():
    template = docx.Document()
    for name in ("Caption", "List Bullet", "Title"):
        element = template.styles[name].element
        element.getparent().remove(element)
    out = BytesIO()
    template.save(out)
    assert word.write(made(), drawings(made()), out.getvalue())


def test_nothing_an_officer_typed_is_a_formula_a_command_or_markup():
    given = made()
    nasty = '=HYPERLINK("http://x") #panic("x") </script><script>alert(1)</script> \\ "'
    sheet = replace(given.sheets[0], chart=replace(given.sheets[0].chart, finding=nasty))
    picture = Picture(sheet.chart, sheet.name)
    bad = replace(
        given, title=nasty, sheets=(sheet,), blocks=(Heading(nasty), picture), committee=nasty
    )
    drawn = drawings(bad)
    assert squeezed('#panic("x")') in squeezed(pdf_text(pdf.write(bad, drawn)))
    page = html.write(bad).decode()
    assert "<script>alert(1)" not in page
    with ZipFile(BytesIO(excel.write(bad))) as parts:
        for name in parts.namelist():
            assert b"<f>" not in parts.read(name)
            assert b"hyperlink" not in parts.read(name)
    assert nasty in [p.text for p in docx.Document(BytesIO(word.write(bad, drawn))).paragraphs]


def test_the_one_file_page_fetches_nothing_and_draws_every_chart():
    given = made()
    page = written.page()
    ours = page.replace(page[page.index("<script>/**") : page.rindex("<script>")], "")
    assert not re.findall(r'(?:src|href)="(?!#)', ours)
    assert "default-src 'none'" in ours
    found = re.findall(r'<script type="application/json" id="figure-\d+">(.*?)</script>', ours)
    assert len(found) == len(given.sheets)
    for figure in found:
        assert {"screen", "narrow"} == set(json.loads(figure))


def test_the_workbook_of_data_holds_every_chart_and_leads_back_to_rows():
    given = made(0, "members")
    book = written.book(0, "members")
    assert [sheet.name for sheet in given.sheets] == book.sheetnames[3:-1]
    for sheet in given.sheets:
        texts = {cell.value for row in book[sheet.name].iter_rows() for cell in row}
        assert sheet.chart.finding in texts
        assert {text for text in sheet.chart.data["text"] if text} <= texts
    rows = list(book["Source rows"].iter_rows(values_only=True))
    assert ("2022-11-22.xlsx", "Actions") in {(row[1], row[2]) for row in rows}


def test_undrawn_pictures_are_named_in_the_pdf():
    given = made()
    text = squeezed(pdf_text(pdf.write(given, Drawings(missing="No browser here."))))
    assert squeezed("No browser here.") in text
    assert squeezed(given.pictures[0].chart.finding) in text
