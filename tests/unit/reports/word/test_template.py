"""A council's own template: what of it stays in the copy made on it, and what does not."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from reports.word import document as word
from reports.word.template import usable
from tests.made.packs import SVG, drawings, in_dots, made, word_text

PROPERTIES = ("author", "category", "comments", "content_status", "identifier", "keywords",
              "last_modified_by", "subject", "title", "version")  # fmt: skip
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"


def a_template() -> Document:
    """Two sections; the headers are those of the first, which the second takes over."""
    template = docx.Document()
    for name in PROPERTIES:
        setattr(template.core_properties, name, f"Left over {name}")
    first = template.sections[0]
    first.different_first_page_header_footer = True
    template.settings.odd_and_even_pages_header_footer = True
    first.header.paragraphs[0].text = "Letterhead"
    first.first_page_header.paragraphs[0].text = "Crest"
    first.even_page_header.paragraphs[0].text = "Letterhead, even pages"
    first.footer.paragraphs[0].text = "A council's own footer"
    template.add_paragraph("Type the title of the report here")
    template.add_picture(BytesIO(in_dots(SVG.encode(), "report")))
    template.add_comment(template.paragraphs[0].runs, "Who wrote this?", "An officer", "AO")
    template.add_section(WD_SECTION.NEW_PAGE)
    template.add_paragraph("Sample text of an appendix")
    template.sections[1].different_first_page_header_footer = True
    source = OxmlElement("w:docVars")
    source.set(qn("w:left_over"), "Left over variable")
    template.settings.element.append(source)
    return template


def saved(template: Document) -> bytes:
    out = BytesIO()
    template.save(out)
    return out.getvalue()


def with_company(data: bytes) -> bytes:
    """The file with a company in its properties, and one of the council's own."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as read, ZipFile(out, "w", ZIP_DEFLATED) as write:
        for name in read.namelist():
            text = read.read(name)
            if name == "docProps/app.xml":
                text = re.sub(rb"<Company>.*?</Company>", b"", text)
                text = text.replace(
                    b"</Properties>", b"<Company>Left over company</Company></Properties>"
                )
            write.writestr(name, text)
    return out.getvalue()


def as_template(data: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(data)) as read, ZipFile(out, "w", ZIP_DEFLATED) as write:
        for name in read.namelist():
            text = read.read(name).replace(
                MAIN.format("document").encode(), MAIN.format("template").encode()
            )
            write.writestr(name, text)
    return out.getvalue()


def headers(document: Document) -> list[str]:
    """The text of each header that a page of the document has."""
    section = document.sections[-1]
    return [
        "\n".join(paragraph.text for paragraph in header.paragraphs)
        for header in (section.header, section.first_page_header, section.even_page_header)
    ]


def test_every_kind_of_page_of_a_members_copy_is_marked_exempt():
    given = made(0, "members")
    document = docx.Document(BytesIO(word.write(given, drawings(given), saved(a_template()))))
    assert headers(document) == [
        f"Letterhead\n{given.banner}",
        f"Crest\n{given.banner}",
        f"Letterhead, even pages\n{given.banner}",
    ]


def test_a_kind_of_page_that_the_template_gives_no_header_is_marked_too():
    template = docx.Document()
    template.sections[0].different_first_page_header_footer = True
    template.settings.odd_and_even_pages_header_footer = True
    given = made(0, "members")
    document = docx.Document(BytesIO(word.write(given, drawings(given), saved(template))))
    assert headers(document) == [given.banner] * 3
    section = document.sections[-1]
    for footer in (section.footer, section.first_page_footer, section.even_page_footer):
        assert footer.paragraphs[0].text.startswith(given.title)


def test_a_template_gives_its_looks_and_none_of_its_text():
    given = made()
    data = word.write(given, drawings(given), saved(a_template()))
    document = docx.Document(BytesIO(data))
    assert document.paragraphs[0].text == given.title
    assert len(document.sections) == 1
    assert document.sections[0].footer.paragraphs[0].text == "A council's own footer"
    assert len(document.inline_shapes) == len(given.pictures)
    text = word_text(data)
    for words in ("Type the title", "Sample text", "Who wrote this?", "Left over"):
        assert words not in text, words


def test_no_property_of_a_template_is_left_in_the_copy():
    given = made()
    data = word.write(given, drawings(given), with_company(saved(a_template())))
    about = docx.Document(BytesIO(data)).core_properties
    assert about.title == f"{given.title}: committee pack"
    assert about.category == about.identifier == about.content_status == ""
    with ZipFile(BytesIO(data)) as parts:
        assert [n for n in parts.namelist() if n.startswith("docProps/")] == ["docProps/core.xml"]
        assert not any(b"Left over" in parts.read(name) for name in parts.namelist())


def test_a_template_without_a_section_is_written_on_all_the_same():
    template = docx.Document()
    template.element.body.remove(template.element.body.sectPr)
    given = made(0, "members")
    document = docx.Document(BytesIO(word.write(given, drawings(given), saved(template))))
    assert document.sections[0].header.paragraphs[0].text == given.banner


@pytest.mark.parametrize("make", [docx.Document, a_template], ids=["plain", "of a council"])
def test_a_word_template_is_taken_as_a_document_is(make):
    data = as_template(saved(make()))
    with pytest.raises(ValueError, match="not a Word file"):
        docx.Document(BytesIO(data))
    given = made()
    document = docx.Document(BytesIO(word.write(given, drawings(given), usable(data))))
    assert document.paragraphs[0].text == given.title
