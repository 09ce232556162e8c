"""The pack as a Word document that officers can edit, on their own template if they have one."""

from collections.abc import Sequence
from io import BytesIO
from math import floor

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.image.image import Image
from docx.shared import Cm, Emu, Pt
from docx.styles.style import ParagraphStyle

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

FONT = "Arial"
HEADINGS = {1: (16, 14, 4), 2: (13, 10, 3), 3: (11, 8, 3)}
"""Level -> type size, space before and after, in points."""
TABLE = 9
"""The type of tables, in points."""
SMALL = 8
"""The smallest type, in points: of long reference tables."""
WIDE = 0.82
"""The share of the page's text width that a picture takes."""
TALLEST = Cm(20)


def write(paper: Paper, drawings: Drawings, template: bytes = b"") -> bytes:
    """The document's bytes. With a council's template, its looks are kept."""
    document = docx.Document(BytesIO(template)) if template else docx.Document()
    unnamed(document)
    if template:
        emptied(document)
    else:
        _page(document)
        _styles(document)
    _needed_styles(document)
    parts.in_english(document)
    _front(document, paper)
    edges(document, paper)
    writer = _Writer(document, drawings)
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


def _starts(document: Document, blocks: Sequence[Block], writer: "_Writer") -> frozenset[int]:
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


def _page(document: Document) -> None:
    """A4, upright."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.9)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.6)
    section.header_distance = section.footer_distance = Cm(0.8)


def _styles(document: Document) -> None:
    """Type, space and colour of our own document."""
    styles = document.styles
    for style in styles:
        if isinstance(style, ParagraphStyle):
            style.font.name = FONT
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for name in list(fonts.attrib):
                if name.endswith("Theme"):
                    del fonts.attrib[name]
    normal = styles["Normal"]
    normal.font.size = Pt(9.5)
    normal.paragraph_format.space_after = Pt(6)
    for level, (size, before, after) in HEADINGS.items():
        style = styles[f"Heading {level}"]
        style.font.size, style.font.bold = Pt(size), True
        style.font.color.rgb = parts.colour(palette.BLUE if level < 3 else palette.INK)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.keep_with_next = True
    title = styles["Title"]
    title.font.size, title.font.bold, title.font.color.rgb = (
        Pt(22),
        True,
        parts.colour(palette.BLUE),
    )
    for border in title.element.xpath(".//w:pBdr"):
        border.getparent().remove(border)
    caption = styles["Caption"]
    caption.font.size, caption.font.bold = Pt(9.5), False
    caption.font.color.rgb = parts.colour(palette.FOOT_INK)
    caption.paragraph_format.space_after = Pt(4)
    caption.paragraph_format.line_spacing = 1.0
    for name in ("List Bullet", "List Number"):
        styles[name].paragraph_format.space_after = Pt(4)


def _needed_styles(document: Document) -> None:
    """The styles the writer names; a template that lacks one is given a plain one."""
    named = {style.name for style in document.styles}
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Caption", "List Bullet",
                 "List Number"):  # fmt: skip
        if name not in named:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)


def _front(document: Document, paper: Paper) -> None:
    """The title and what stands under it, at the head of the first page."""
    document.add_paragraph(paper.title, style="Title")
    document.add_paragraph("\n".join(filter(None, (paper.council, *paper.under))))


class _Writer:
    """Adds blocks to a document in order, numbering tables and figures as it goes."""

    def __init__(self, document: Document, drawings: Drawings) -> None:
        self.document = document
        self.drawings = drawings
        self.tables = 0
        self.figures = 0
        self.parts = 0
        self.new_page = False

    def add(self, block: Block, *, stays: bool) -> None:
        """Add a block; one that ``stays`` is kept on the page of what follows."""
        match block:
            case Heading():
                heading = self.document.add_heading(block.text, block.level)
                if block.level == 1:
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
        room = parts.text_width(self.document.sections[-1])
        widths = [Emu(floor(room * share)) for share in block.shares]
        for column, wide in zip(made.columns, widths, strict=True):
            column.width = wide
        size = Pt(SMALL if block.small else TABLE)
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
        room = parts.text_width(self.document.sections[-1]) * WIDE
        return float(min(room * image.px_height / image.px_width, TALLEST) / Pt(1))

    def _picture(self, block: Picture) -> None:
        self.figures += 1
        drawing = self.drawings.get(block.chart.key, SIZE)
        if drawing is None:
            raise ValueError(f"{block.chart.key} was not drawn")
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = 1.0
        room = parts.text_width(self.document.sections[-1])
        picture = paragraph.add_run().add_picture(
            BytesIO(drawing.png), width=Emu(floor(room * WIDE))
        )
        if picture.height > TALLEST:
            picture.width = Emu(floor(picture.width * TALLEST / picture.height))
            picture.height = Emu(TALLEST)
        parts.describe(picture, block.chart.finding, block.alt)
        self._caption("Figure", self.figures, block.caption, above=False)
