"""A council's own report: its text stays, its places are filled, and nothing in it is run."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from reports.content.blocks import Heading, Pack, Paragraph, Points, Table
from reports.forms import report
from reports.word.filled import places_of, write
from reports.word.places import BLOCKS, EVERY, LINES, written
from reports.word.refused import NotATemplate
from reports.word.sample_template import HOW, sample_template
from reports.word.template import usable
from tests.made.packs import drawings, made, word_text
from tests.unit.reports.word.test_template import as_template, saved

OWN = "Our own words: {one brace}, 50% & <more>"


def a_template(*texts: str) -> bytes:
    """A template of a council with these paragraphs under a heading of its own."""
    document = docx.Document()
    document.add_heading("Progress against the plan", 2)
    document.add_paragraph(OWN)
    for text in texts:
        document.add_paragraph(text)
    document.add_paragraph("The end of our own words")
    return saved(document)


def given(audience: str = "public") -> Pack:
    return made(0, "members" if audience == "members" else "public")


@cache
def sample(audience: str = "public") -> bytes:
    return write(given(audience), drawings(given(audience)), usable(sample_template()))


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs]


def test_the_sample_template_shows_every_place_and_all_are_filled() -> None:
    assert set(places_of(sample_template())) == set(EVERY)
    found = texts(sample())
    assert "{{" not in word_text(sample())
    assert "place_" not in word_text(sample())
    assert HOW in found, "what is not ours stays"
    heads = [found.index(one) for one in ("Purpose", "Recommendations", "Background", "Progress",
                                          "Legal implications", "Appendices")]  # fmt: skip
    assert heads == sorted(heads)
    assert found[heads[0] + 1].startswith("To tell Children and Young People Scrutiny Committee")
    assert "No legal implications have been written for this meeting." in found
    table = docx.Document(BytesIO(sample())).tables[0]
    assert table.cell(1, 1).text == given().committee
    assert sample() == write(given(), drawings(given()), sample_template())


def test_it_holds_every_table_picture_and_question_of_the_pack() -> None:
    document = docx.Document(BytesIO(sample()))
    assert len(document.inline_shapes) == len(given().pictures)
    alts = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert alts == [picture.alt for picture in given().pictures]
    text = word_text(sample())
    for block in given().blocks:
        if isinstance(block, Table):
            assert escape(block.caption) in text, block.caption
    ids = [one.get("id") for one in document.element.body.iter(qn("wp:docPr"))]
    assert len(set(ids)) == len(ids)
    numbers = [p.text.split(".")[0] for p in document.paragraphs if p.style.name == "Caption"]
    assert [n for n in numbers if n.startswith("Figure")] == [
        f"Figure {place}" for place in range(1, len(given().pictures) + 1)
    ]


def test_headings_go_on_from_the_councils_own_one_level_at_a_time() -> None:
    data = write(given(), drawings(given()), a_template(written("progress")))
    levels = [
        int(p.style.name[-1])
        for p in docx.Document(BytesIO(data)).paragraphs
        if p.style.name.startswith("Heading")
    ]
    assert levels[:2] == [2, 3]
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_a_members_copy_is_marked_on_its_own_header() -> None:
    header = docx.Document(BytesIO(sample("members"))).sections[0].header
    assert header.paragraphs[0].text == given("members").banner
    assert "Exempt" not in word_text(sample())


def test_a_template_without_places_gives_its_looks_as_before() -> None:
    data = report(given(), drawings(given()), usable(a_template()))
    assert places_of(a_template()) == ()
    assert texts(data)[0] == given().title
    assert OWN not in texts(data)


def test_a_template_of_word_is_filled_too_and_keeps_its_text() -> None:
    data = as_template(a_template("Report to {{ Committee }} on {{meeting_date}}."))
    found = texts(report(given(), drawings(given()), usable(data)))
    assert found == [
        "Progress against the plan",
        OWN,
        f"Report to {given().committee} on 22 November 2022.",
        "The end of our own words",
    ]


def split(document: Document) -> None:
    """A mark whose letters stand in five runs of different looks."""
    paragraph = document.add_paragraph("To ")
    for letters in ("{", "{ com", "mit", "tee }", "} only"):
        paragraph.add_run(letters).bold = letters == "mit"


def bound(document: Document) -> None:
    """Controls: round a paragraph, within a sentence, and one that is not ours."""
    for about, text in (("Legal Implications", "Click here"), ("Their own", "Stays as it is")):
        document.element.body.insert(0, parse_xml(
            f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{about}"/><w:showingPlcHdr/></w:sdtPr>'
            f"<w:sdtContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ))  # fmt: skip
    paragraph = document.add_paragraph("To ")
    paragraph._p.append(parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="committee"/></w:sdtPr><w:sdtContent>'
        "<w:r><w:rPr><w:b/></w:rPr><w:t>name</w:t></w:r></w:sdtContent></w:sdt>"
    ))  # fmt: skip
    paragraph.add_run(" only")


@pytest.mark.parametrize("make", [split, bound])
def test_marks_and_controls_are_found_however_word_keeps_them(
    make: Callable[[Document], None],
) -> None:
    document = docx.Document()
    make(document)
    data = write(given(), drawings(given()), usable(saved(document)))
    assert f"To {given().committee} only" in texts(data)
    if make is bound:
        assert "No legal implications have been written for this meeting." in texts(data)
        assert "Click here" not in word_text(data)
        assert "Stays as it is" in word_text(data)


def test_sections_bookmarks_and_headers_of_the_template_stay() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ council }}: report"
    place = document.add_paragraph(written("progress"))
    mark = OxmlElement("w:bookmarkStart")
    mark.set(qn("w:id"), "77")
    mark.set(qn("w:name"), "Progress_here")
    place._p.insert(0, mark)
    document.add_section(WD_SECTION.NEW_PAGE)
    landscape = document.sections[1]
    landscape.orientation = WD_ORIENT.LANDSCAPE
    landscape.page_width, landscape.page_height = Cm(29.7), Cm(21)
    document.add_paragraph(written("appendices"))
    made_on = docx.Document(BytesIO(write(given(), drawings(given()), saved(document))))
    assert len(made_on.sections) == 2
    assert made_on.sections[0].header.paragraphs[0].text == f"{given().council}: report"
    assert made_on.element.body.xpath("//w:bookmarkStart[@w:name='Progress_here']")
    wide = [table._tbl.xpath("sum(./w:tblGrid/w:gridCol/@w:w)") for table in made_on.tables]
    assert max(wide[:5]) < 10_500 < max(wide)


def test_a_picture_stays_on_its_page_with_its_caption() -> None:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(29.7), Cm(15)
    document.add_paragraph(written("progress"))
    made_on = docx.Document(BytesIO(write(given(), drawings(given()), saved(document))))
    room = section.page_height - section.top_margin - section.bottom_margin
    assert all(shape.height <= 0.8 * room for shape in made_on.inline_shapes)
    holding = [p for p in made_on.paragraphs if p._p.xpath(".//w:drawing")]
    assert holding
    assert all(p.paragraph_format.keep_with_next for p in holding)


HOSTILE = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ progress.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ self._TemplateReference__context }}",
    "{{ committee|attr('__class__') }}",
    "{{ lipsum }}",
    "{{ 'a' * 999999999 }}",
    "{% for x in range(9999999999) %}x{% endfor %}",
    "{% import 'os' as os %}",
    "{# a remark #}",
    "{%p if title %}",
    "{{p __class__ }}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_expression_of_a_template_is_run(text: str) -> None:
    with pytest.raises(NotATemplate, match=r"not the name of a place|curly brackets"):
        usable(a_template(text))


@pytest.mark.parametrize("text", ["{{ 7 * 191 }}", "{{ place_0 }}", "{{ committee }}"])
def test_where_nothing_is_filled_nothing_may_be_asked(text: str) -> None:
    """What is said of a picture is no place, and would be read by what fills the others."""
    document = docx.Document(BytesIO(a_template(written("committee"))))
    document.paragraphs[0]._p.append(parse_xml(
        f'<w:r {nsdecls("w")}><w:drawing><wp:inline {nsdecls("wp")}>'
        f'<wp:docPr id="1" name="x" descr="{text}"/></wp:inline></w:drawing></w:r>'
    ))  # fmt: skip
    with pytest.raises(NotATemplate, match="nothing can be filled"):
        usable(saved(document))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ progres }}", r"Did you mean \{\{ progress \}\}"),
        ("{{ progress", "are not closed"),
        ("progress }}", "are not closed"),
        ("So: {{ progress }}", "a paragraph of its own"),
        ("{{ our_reference }}", "The places are: title, council"),
    ],
)
def test_a_mark_that_is_not_understood_is_named_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(NotATemplate, match=said):
        usable(a_template(text))


def test_a_place_in_a_header_has_no_room() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = written("progress")
    with pytest.raises(NotATemplate, match="header, a footer or a text box"):
        usable(saved(document))


def test_any_text_and_a_long_table_survive() -> None:
    text = "<w:p>&amp; {{ progress }} {% x %} {_{ ]]> 'quoted' \u201ccurly\u201d \U0001f600"
    rows = tuple((f"{place}", text) for place in range(1500))
    odd = replace(
        given(),
        committee=text,
        words=(("The committee is asked to", text), ("Legal implications", text)),
        parts=(
            ("summary", (Heading("Summary"), Paragraph(text), Points((text,)))),
            ("since", (Table(text, ("Row", "Text"), rows),)),
        ),
    )
    marks = [*map(written, LINES), *map(written, BLOCKS)]
    document = docx.Document(BytesIO(write(odd, drawings(given()), a_template(*marks))))
    found = [paragraph.text for paragraph in document.paragraphs]
    assert found.count(text) == 4
    assert f"The committee is asked to {text}" in found
    (table,) = document.tables
    cells = table._tbl.xpath("./w:tr[last()]/w:tc[2]//w:t/text()")
    assert ("".join(cells), len(table._tbl.tr_lst)) == (text, 1501)
