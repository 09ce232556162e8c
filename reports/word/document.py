"""The pack as a Word document that officers can edit, on their own template if they have one."""

from collections.abc import Sequence
from io import BytesIO
from math import floor

import docx
from docx.document import Document
from docx.image.image import Image
from docx.shared import Cm, Emu, Pt

from charts import palette
from reports.captioned import SIZE, told
from reports.content import made_from
from reports.content.blocks import (
    CONTENTS,
    Block,
    Contents,
    Heading,
    NewPage,
    Paragraph,
    Picture,
    Points,
    Table,
    leads,
)
from reports.content.paper import Paper
from reports.pictures import Drawings
from reports.word import lists, parts
from reports.word.breaks import broken_before
from reports.word.edges import edges
from reports.word.emptied import emptied, unnamed
from reports.word.looks import HEADINGS, needed_styles, our_page, our_styles
from reports.word.places import Room

TABLE = 9
"""The type of tables, in points."""
SMALL = 8
"""The smallest type, in points: of long reference tables."""
WIDE = 0.82
"""The share of the page's text width that a picture takes."""
TALLEST, HIGH = Cm(20), 0.8
"""The most of a page's height that a picture takes, and the most as a share of it."""
ACROSS, SMALLEST = Cm(17.2), 7
"""The width of our own page's text, and the smallest type of a table on a narrower one."""
DEEPEST = 6
"""The lowest level of headings."""


def write(paper: Paper, drawings: Drawings, template: bytes = b"") -> bytes:
    """The document's bytes. With a council's template, its looks are kept."""
    document = docx.Document(BytesIO(template)) if template else docx.Document()
    unnamed(document)
    if template:
        emptied(document)
    else:
        our_page(document)
        our_styles(document)
    needed_styles(document)
    parts.in_english(document)
    _front(document, paper)
    edges(document, paper)
    writer = Writer(document, drawings)
    blocks = told(paper.blocks, drawings)
    # How a council's own styles fill a page cannot be told.
    starts = frozenset() if template else _starts(document, blocks, writer)
    for place, (block, after) in enumerate(zip(blocks, [*blocks[1:], None], strict=True)):
        writer.new_page |= place in starts
        writer.add(block, stays=leads(block, after))
    parts.about(
        document,
        f"{paper.title}: {paper.what}",
        paper.subject,
        paper.council,
        made_from.sentence(paper),
        paper.known_at,
    )
    return parts.saved(document)


FRONT = 110
"""Points that the title and the lines under it take."""


def _starts(document: Document, blocks: Sequence[Block], writer: "Writer") -> frozenset[int]:
    """The places of the headings that would be left at the foot of a page."""
    section = document.sections[0]
    tall = parts.text_height(section)
    return broken_before(
        blocks,
        parts.text_width(section) / Pt(1),
        tall / Pt(1),
        FRONT,
        writer.high,
        HEADINGS,
        (TABLE, SMALL),
    )


def _front(document: Document, paper: Paper) -> None:
    """The title and what stands under it, at the head of the first page."""
    document.add_paragraph(paper.title, style="Title")
    document.add_paragraph("\n".join(filter(None, (paper.council, *paper.under))))


class Writer:
    """Adds blocks to a document in order, numbering tables and figures as it goes."""

    def __init__(self, document: Document, drawings: Drawings) -> None:
        self.document = document
        self.drawings = drawings
        section = document.sections[-1]
        self.room = Room(parts.text_width(section), parts.text_height(section))
        self.tables = 0
        self.figures = 0
        self.parts = 0
        self.alone = True
        """Whether the document is all ours: its parts are led to, and begin pages."""
        self.new_page = False

    def add(self, block: Block, *, stays: bool) -> None:
        """Add a block; one that ``stays`` is kept on the page of what follows."""
        match block:
            case Heading():
                level = min(block.level + self.room.level, DEEPEST)
                heading = self.document.add_heading(block.text, level)
                if self.alone and level == 1:
                    self.parts += 1
                    lists.bookmarked(heading, self.parts)
                heading.paragraph_format.page_break_before = self.new_page or None
                self.new_page = False
            case Paragraph():
                self._paragraph(block, stays=stays)
            case Points():
                self._points(block)
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)
            case NewPage():
                self.new_page = True
            case Contents():
                self._contents(block)

    def _paragraph(self, block: Paragraph, *, stays: bool) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = stays
        run = paragraph.add_run(block.text)
        match block.style:
            case "lead":
                run.font.size, run.bold = Pt(12), True
            case "finding":
                run.font.size, run.bold = Pt(11), True
                paragraph.paragraph_format.space_before = Pt(8)
                paragraph.paragraph_format.space_after = Pt(2)
            case "notice":
                parts.frame(paragraph)
            case "small":
                run.font.size = Pt(9)

    def _points(self, block: Points) -> None:
        number = lists.numbering(self.document, numbered=block.numbered)
        for item in block.items:
            style = "List Number" if block.numbered else "List Bullet"
            lists.listed(self.document.add_paragraph(item, style=style), number)

    def _contents(self, block: Contents) -> None:
        """A field that Word fills anew, and until then a line a part, each the way to it."""
        title = self.document.add_paragraph()
        title.add_run(CONTENTS).bold = True
        title.paragraph_format.keep_with_next = True
        title.paragraph_format.page_break_before = self.new_page or None
        self.new_page = False
        made = [self.document.add_paragraph() for _ in block.titles]
        lists.contents(made, block.titles)

    def _caption(self, name: str, number: int, text: str, *, above: bool) -> None:
        paragraph = self.document.add_paragraph(style="Caption")
        paragraph.add_run(f"{name} ")
        parts.field(paragraph, f"SEQ {name} \\* ARABIC", str(number))
        paragraph.add_run(f". {text}")
        paragraph.paragraph_format.keep_with_next = above
        paragraph.paragraph_format.keep_together = True
        if not above:
            paragraph.paragraph_format.space_after = Pt(8)

    def _table(self, block: Table) -> None:
        self.tables += 1
        self._caption("Table", self.tables, block.caption, above=True)
        made = self.document.add_table(len(block.rows) + 1, len(block.headings))
        made.autofit = False
        parts.ruled(made)
        parts.tight(made)
        parts.describe_table(made, block.caption)
        parts.header_row(made.rows[0])
        widths = [Emu(floor(self.room.wide * share)) for share in block.shares]
        for column, wide in zip(made.columns, widths, strict=True):
            column.width = wide
        size = Pt(self._type(SMALL if block.small else TABLE))
        for row, cells in zip(made.rows, (block.headings, *block.rows), strict=True):
            parts.whole(row)
            for cell, text, wide in zip(row.cells, cells, widths, strict=True):
                cell.width = wide
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(1.5)
                paragraph.paragraph_format.space_before = Pt(1.5)
                paragraph.paragraph_format.line_spacing = 1.0
                run = paragraph.add_run(text)
                run.font.size = size
                if cells is block.headings:
                    run.bold = True
                    parts.shade(cell, palette.PANEL)
        # Of a longer one the first rows stay together, and the last.
        kept = made.rows[:-1] if block.stays_whole else [*made.rows[:2], *made.rows[-3:-1]]
        for row in kept:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
        # Word joins two tables with nothing between them.
        after = self.document.add_paragraph()
        after.paragraph_format.space_after = Pt(0)
        after.paragraph_format.line_spacing = Pt(6)

    def high(self, block: Picture) -> float:
        """Points that a picture takes on the page, or the words where it is not drawn."""
        drawing = self.drawings.get(block.chart.key, SIZE)
        if drawing is None:
            return 40
        image = Image.from_blob(drawing.png)
        tall = self.room.wide * WIDE * image.px_height / image.px_width
        return float(min(tall, self._tallest) / Pt(1))

    def _type(self, size: float) -> float:
        """The type of a table: smaller where there is less room than our own page has."""
        share = min(1.0, self.room.wide / ACROSS)
        return max(SMALLEST, round(size * share * 2) / 2)

    @property
    def _tallest(self) -> int:
        """What a picture may take of a page's height, with room for its finding and caption."""
        return min(TALLEST, floor(self.room.tall * HIGH))

    def _picture(self, block: Picture) -> None:
        self.figures += 1
        drawing = self.drawings.get(block.chart.key, SIZE)
        if drawing is None:
            raise ValueError(f"{block.chart.key} was not drawn")
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = 1.0
        picture = paragraph.add_run().add_picture(
            BytesIO(drawing.png), width=Emu(floor(self.room.wide * WIDE))
        )
        if picture.height > self._tallest:
            picture.width = Emu(floor(picture.width * self._tallest / picture.height))
            picture.height = Emu(self._tallest)
        parts.describe(picture, block.chart.finding, block.alt)
        self._caption("Figure", self.figures, block.caption, above=False)
