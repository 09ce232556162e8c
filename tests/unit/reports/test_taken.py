"""What is taken home: names fit to upload, the summary by itself, one zip, contents and lists."""

import re
from dataclasses import replace
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn

from reports.content.blocks import Contents, Heading, Points
from reports.forms import in_one
from reports.forms import written as made_forms
from reports.pictures import UNDRAWN
from reports.word import document as word
from tests.made import written
from tests.made.packs import made, pdf_text, squeezed, word_text

COMMITTEE = "children-and-young-people-scrutiny-committee"
PLAN = "childrens-legal-team-improvement-plan"


def test_a_file_is_named_by_committee_date_item_form_and_copy() -> None:
    start = f"{COMMITTEE}_2022-11-22_{PLAN}"
    assert made().named("report.docx") == f"{start}_report_public.docx"
    assert made(0, "members").named("chairs-brief.pdf") == f"{start}_chairs-brief_exempt.pdf"
    assert made().named("pictures") == f"{start}_pictures_public"
    assert replace(made(0, "members"), banner="").named("data.xlsx").endswith("_data_members.xlsx")


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Plan A/B: “Über” café & co.", "plan-a-b-uber-cafe-co"),
        ("..\\..\\etc", "etc"),
        ("x" * 300, "x" * 44),
        ("A long name " * 20, "a-long-name-a-long-name-a-long-name-a-long"),
        ("🙂", ""),
    ],
)
def test_whatever_a_plan_is_called_every_system_takes_the_name(title: str, named: str) -> None:
    name = replace(made(), title=title).named("report.pdf")
    assert name == "_".join(filter(None, (COMMITTEE, "2022-11-22", named, "report_public.pdf")))
    assert re.fullmatch(r"[a-z0-9_.-]{1,150}", name)


@pytest.mark.parametrize("audience", ["public", "members"])
def test_the_summary_is_a_file_of_its_own_in_each_form(audience) -> None:
    given = made(0, audience)
    found = made_forms(given, ["summary"], UNDRAWN)
    endings = [name.rpartition(".")[2] for name in found]
    assert endings == ["docx", "pdf", "html"]
    said = [
        squeezed(text)
        for text in (
            word_text(found[given.named("summary.docx")]),
            pdf_text(found[given.named("summary.pdf")]),
            unescape(found[given.named("summary.html")].decode()),
        )
    ]
    front = given.summary.blocks
    first = next(block.text for block in front if isinstance(block, Heading))
    for text in said:
        assert squeezed(first) in text
        assert all(
            squeezed(i) in text
            for b in given.summary.blocks
            if isinstance(b, Points)
            for i in b.items
        )
        assert squeezed("How far to trust these figures") not in text
        assert not given.banner or squeezed(given.banner) in text
    with pikepdf.open(BytesIO(found[given.named("summary.pdf")])) as opened:
        assert len(opened.pages) == 1
    assert found == made_forms(given, ["summary"], UNDRAWN)
    assert len(found[given.named("summary.html")]) < 100_000


def test_a_summary_that_was_not_chosen_is_not_made() -> None:
    assert made_forms(replace(made(), parts=()), ["summary"], UNDRAWN) == {}


def test_everything_is_one_zip_the_same_each_time() -> None:
    given = made()
    found = made_forms(given, ["summary", "excel"], UNDRAWN)
    name, data = in_one(given, found)
    assert name == given.named("pack.zip")
    assert in_one(given, dict(reversed(found.items()))) == (name, data)
    with ZipFile(BytesIO(data)) as opened:
        assert {one: opened.read(one) for one in opened.namelist()} == found


def titles(place: int) -> tuple[str, ...]:
    (found,) = (block for block in made(place).blocks if isinstance(block, Contents))
    return found.titles


@pytest.mark.parametrize("place", [0, 1])
def test_the_contents_of_a_word_document_are_a_field_of_links_to_its_headings(place) -> None:
    assert titles(place) == tuple(
        block.text
        for block in made(place).blocks
        if isinstance(block, Heading) and block.level == 1
    )
    body = docx.Document(BytesIO(written.in_word(place))).element.body
    fields = [one.text for one in body.iter(qn("w:instrText"))]
    assert sum(text.split()[0] == "TOC" for text in fields) == 1
    links = [
        (link.get(qn("w:anchor")), "".join(t.text for t in link.iter(qn("w:t"))))
        for link in body.iter(qn("w:hyperlink"))
    ]
    places = {one.get(qn("w:name")): one.getparent() for one in body.iter(qn("w:bookmarkStart"))}
    assert [title for _, title in links] == list(titles(place))
    for anchor, title in links:
        heading = places[anchor]
        assert "".join(t.text for t in heading.iter(qn("w:t"))) == title
    marks = [one.get(qn("w:fldCharType")) for one in body.iter(qn("w:fldChar"))]
    assert marks.count("begin") == marks.count("separate") == marks.count("end")


@pytest.mark.parametrize("place", [0, 1])
def test_the_contents_of_the_page_and_the_pdf_lead_to_each_part(place) -> None:
    page = written.page(place)
    links = re.findall(r'<li><a href="#(part-\d+)">(.*?)</a></li>', page)
    assert [unescape(title) for _, title in links] == list(titles(place))
    for name, title in links:
        assert f'<h2 id="{name}">{title}</h2>' in page
    with pikepdf.open(BytesIO(written.in_pdf(place))) as opened:
        second = opened.pages[1]
        assert sum("/Dest" in one or "/A" in one for one in second.Annots) >= len(titles(place))


def test_each_numbered_list_of_a_word_document_is_a_list_that_begins_at_one() -> None:
    document = docx.Document(BytesIO(written.in_word()))
    lists = [block for block in made().blocks if isinstance(block, Points)]
    root = document.part.numbering_part.element
    shapes = {
        one.get(qn("w:numId")): one.find(qn("w:abstractNumId")).get(qn("w:val"))
        for one in root.findall(qn("w:num"))
    }
    items = [p for p in document.paragraphs if p.style.name in ("List Bullet", "List Number")]
    assert [p.text for p in items] == [item for block in lists for item in block.items]
    own = {p._p.pPr.numPr.numId.val for p in items}
    assert len({shapes[str(number)] for number in own}) == len(lists)


def test_lists_stand_on_a_template_that_has_none() -> None:
    template = docx.Document()
    (rel,) = (r for r, one in template.part.rels.items() if one.reltype.endswith("/numbering"))
    del template.part.rels[rel]
    for name in ("List Bullet", "List Number"):
        element = template.styles[name].element
        element.getparent().remove(element)
    out = BytesIO()
    template.save(out)
    found = docx.Document(BytesIO(word.write(made().summary, UNDRAWN, out.getvalue())))
    assert found.part.numbering_part.element.findall(qn("w:num"))
