"""A file that was not made: one that opens where it would have opened, and says why."""

from datetime import UTC, datetime
from html import escape
from io import BytesIO

from docx import Document
from openpyxl import Workbook
from pptx import Presentation

from reports import media_types
from reports.pdf.document import quoted
from reports.typeset import pdf, typeset
from reports.zipped import zipped

TITLE = "Not made"
AT = datetime(2000, 1, 1, tzinfo=UTC)
"""Every refusal of a kind is the same file."""


def refusal(mime: str, sentence: str) -> bytes:
    """A file of a media type that holds a sentence and nothing else.

    A type that it does not know, and every text, is the sentence as plain text.
    """
    match mime:
        case media_types.PDF:
            return pdf(_page(sentence), AT)
        case "image/png":
            return typeset(_page(sentence), format="png", ppi=96)
        case "image/svg+xml":
            return typeset(_page(sentence), format="svg")
        case media_types.ZIP:
            return zipped({f"{TITLE}.txt": sentence.encode()}, AT)
        case media_types.HTML:
            head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{TITLE}</title>'
            return f"{head}<p>{escape(sentence)}</p></html>".encode()
    made = BytesIO()
    if mime == media_types.DOCX:
        document = Document()
        document.add_paragraph(sentence)
        document.save(made)
    elif mime == media_types.PPTX:
        slides = Presentation()
        slide = slides.slides.add_slide(slides.slide_layouts[5])
        slide.shapes.title.text = sentence
        slides.save(made)
    elif mime == media_types.XLSX:
        book = Workbook()
        book.active.append([sentence])
        book.save(made)
    else:
        return sentence.encode("utf-8-sig" if mime == media_types.CSV else "utf-8")
    return made.getvalue()


def _page(sentence: str) -> dict[str, bytes]:
    """A page for typst, which takes the sentence as a string and never as a command."""
    head = f'#set document(title: "{TITLE}")\n#set page(paper: "a5", flipped: true)'
    return {"main.typ": f"{head}\n#{quoted(sentence)}\n".encode()}
