"""A template of ours with every place in it, for a council to see how its own is marked."""

import docx
from docx.document import Document

from reports.word import parts
from reports.word.looks import our_page, our_styles
from reports.word.places import BLOCKS, LINES, written
from workstreams.wording import sentence

FILE = "sample-report-template.docx"
HOW = (
    "Each mark in curly brackets is a named place and is filled when the pack is made. Move them, "
    "take out those you do not need, and write your own text around them: it stays as it is. A "
    "content control whose title or tag is the name of a place is filled too. Take this paragraph "
    "out."
)
ABOUT = {"meeting date": "Meeting", "data as at": "Data as at", "copy": "Copy"}
FOOT = "Report to committee"


def sample_template() -> bytes:
    """The template's bytes, the same each time."""
    document = docx.Document()
    our_page(document)
    our_styles(document)
    parts.in_english(document)
    document.add_paragraph(written("title"), style="Title")
    _about(document)
    document.add_paragraph(HOW)
    for name in BLOCKS:
        document.add_heading(sentence(name), 1)
        document.add_paragraph(written(name))
    foot = document.sections[0].footer.paragraphs[0]
    foot.add_run(f"{FOOT}. Page ")
    parts.field(foot, "PAGE", "1")
    document.core_properties.title = "A sample template for a report to committee"
    return parts.saved(document)


def _about(document: Document) -> None:
    """The table at the head of a report: to whom it is, and of when."""
    names = [name for name in LINES if name != "title"]
    table = document.add_table(len(names), 2, "Table Grid")
    parts.describe_table(table, "What the report is")
    for row, name in zip(table.rows, names, strict=True):
        row.cells[0].text = ABOUT.get(name, sentence(name))
        row.cells[1].text = written(name)
