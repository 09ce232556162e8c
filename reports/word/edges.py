"""What stands at the head and foot of every page of the Word document."""

from collections.abc import Iterator

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section, _Footer, _Header
from docx.shared import Pt

from reports.content.paper import Paper
from reports.word import parts


def edges(document: Document, paper: Paper, *, foot: bool = True) -> None:
    """The banner at the head, and at the foot what this is and its page, on every kind of page.

    ``foot`` says whether the foot is ours to fill. A template's own headers and footers stay; the
    banner stands beneath what its header holds.
    """
    for section in document.sections:
        headers, footers = zip(*_shown(document, section), strict=True)
        if paper.banner:
            for header in headers:
                _banner(header, paper.banner)
        if foot and not any(_says(footer) for footer in footers):
            for footer in footers:
                _foot(footer, paper)


def _shown(document: Document, section: Section) -> Iterator[tuple[_Header, _Footer]]:
    """The head and foot of each kind of page that a section shows: first, even and all others."""
    yield section.header, section.footer
    if section.different_first_page_header_footer:
        yield section.first_page_header, section.first_page_footer
    if document.settings.odd_and_even_pages_header_footer:
        yield section.even_page_header, section.even_page_footer


def _says(footer: _Footer) -> bool:
    """Whether a footer holds anything: words, a picture or a field."""
    return bool(footer._element.xpath(".//w:t | .//w:drawing | .//w:pict | .//w:fldSimple"))


def _banner(header: _Header, banner: str) -> None:
    last = header.paragraphs[-1] if header.paragraphs else None
    empty = last is not None and not last._p.xpath(".//w:r")
    run = (last if last is not None and empty else header.add_paragraph()).add_run(banner)
    run.bold, run.font.size = True, Pt(9)


def _foot(footer: _Footer, paper: Paper) -> None:
    foot = footer.paragraphs[0] if footer.paragraphs else footer.add_paragraph()
    foot.alignment = WD_ALIGN_PARAGRAPH.LEFT
    foot.add_run(f"{paper.foot}. Page ")
    parts.field(foot, "PAGE", "1")
    foot.add_run(" of ")
    parts.field(foot, "NUMPAGES", "1")
    for run in foot.runs:
        run.font.size = Pt(9)
