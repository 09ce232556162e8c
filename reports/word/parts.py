"""What python-docx has no call for: alt text, header rows, fields, shading, language."""

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shape import InlineShape
from docx.shared import RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from charts.palette import BLUE, QUIET

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date given to every part of the file, so that the same pack is the same bytes."""


def describe(picture: InlineShape, title: str, alt: str) -> None:
    """Give a picture its text alternative."""
    about = picture._inline.docPr
    about.set("descr", alt)
    about.set("title", title)


def header_row(row: _Row) -> None:
    """Mark a row as the table's headings, repeated on every page it runs over."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def whole(row: _Row) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def describe_table(table: Table, caption: str) -> None:
    """Give a table its description, and its first row the looks and part of headings."""
    properties = table._tbl.tblPr
    for name, value in (("w:tblCaption", caption), ("w:tblDescription", caption)):
        about = OxmlElement(name)
        about.set(qn("w:val"), value)
        properties.append(about)
    look = properties.find(qn("w:tblLook"))
    if look is None:
        look = OxmlElement("w:tblLook")
        properties.append(look)
    for name, value in (
        ("firstRow", "1"),
        ("firstColumn", "0"),
        ("noHBand", "1"),
        ("noVBand", "1"),
    ):
        look.set(qn(f"w:{name}"), value)


def colour(ink: str) -> RGBColor:
    """A colour of ours as Word takes it."""
    made: RGBColor = RGBColor.from_string(bare(ink))
    return made


def bare(ink: str) -> str:
    """A colour of ours as Word writes it."""
    return ink.removeprefix("#")


def outlined(style: BaseStyle, level: int) -> None:
    """Make a style that of headings of a level: bold, kept with what follows, in the outline."""
    assert isinstance(style, ParagraphStyle)
    style.font.bold = True
    style.paragraph_format.keep_with_next = True
    mark = OxmlElement("w:outlineLvl")
    mark.set(qn("w:val"), str(level - 1))
    style.element.get_or_add_pPr().append(mark)


def shade(cell: _Cell, ink: str) -> None:
    """Fill a cell."""
    fill = OxmlElement("w:shd")
    fill.set(qn("w:val"), "clear")
    fill.set(qn("w:color"), "auto")
    fill.set(qn("w:fill"), bare(ink))
    cell._tc.get_or_add_tcPr().append(fill)


def tight(table: Table) -> None:
    """Little air beside the text of cells: the columns have their own."""
    margins = OxmlElement("w:tblCellMar")
    for edge in ("left", "right"):
        margin = OxmlElement(f"w:{edge}")
        margin.set(qn("w:w"), "60")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.append(margins)


def ruled(table: Table) -> None:
    """A line under every row and none beside cells: plain, and clear in print."""
    borders = OxmlElement("w:tblBorders")
    for edge, size in (("top", 8), ("bottom", 8), ("insideH", 4)):
        line = OxmlElement(f"w:{edge}")
        for name, value in (("val", "single"), ("sz", str(size)), ("space", "0")):
            line.set(qn(f"w:{name}"), value)
        line.set(qn("w:color"), bare(QUIET))
        borders.append(line)
    table._tbl.tblPr.append(borders)


def field(paragraph: Paragraph, code: str, cached: str) -> None:
    """A field that Word keeps up to date, such as a page number, and what it shows until then."""
    run = paragraph.add_run()
    for kind, text in (
        ("begin", ""),
        ("code", code),
        ("separate", ""),
        ("text", cached),
        ("end", ""),
    ):
        if kind == "code":
            part = OxmlElement("w:instrText")
            part.set(qn("xml:space"), "preserve")
            part.text = f" {text} "
        elif kind == "text":
            part = OxmlElement("w:t")
            part.text = text
        else:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        run._r.append(part)


def frame(paragraph: Paragraph) -> None:
    """A line down the left of a paragraph, for a notice."""
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "24"), ("space", "8"), ("color", bare(BLUE))):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().append(borders)


def in_english(document: Document) -> None:
    """Say that the document is in British English, for spelling and for listening."""
    styles = document.styles.element
    for defaults in styles.iter(qn("w:rPrDefault")):
        properties = defaults.find(qn("w:rPr"))
        if properties is None:
            properties = OxmlElement("w:rPr")
            defaults.append(properties)
        for old in properties.findall(qn("w:lang")):
            properties.remove(old)
        language = OxmlElement("w:lang")
        for name in ("val", "eastAsia", "bidi"):
            language.set(qn(f"w:{name}"), "en-GB" if name != "bidi" else "ar-SA")
        properties.append(language)


def text_width(section: Section) -> int:
    """The width between the margins, in English Metric Units."""
    return int((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0))


def text_height(section: Section) -> int:
    """The height between the margins, in English Metric Units."""
    return int(
        (section.page_height or 0) - (section.top_margin or 0) - (section.bottom_margin or 0)
    )


def about(
    document: Document, title: str, subject: str, author: str, made_from: str, at: datetime
) -> None:
    """The document's properties, none of them from the machine it is made on."""
    properties = document.core_properties
    properties.title = title
    properties.subject = subject
    properties.author = author
    properties.last_modified_by = author
    properties.language = "en-GB"
    # Longer than the 255 letters that python-docx takes; Word takes and shows all of it.
    properties._element.get_or_add_description().text = made_from
    properties.keywords = ""
    properties.revision = 1
    properties.created = at.replace(tzinfo=None)
    properties.modified = at.replace(tzinfo=None)


def saved(document: Document) -> bytes:
    """The document's bytes, the same each time: every part in order, with one date."""
    made, out = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as read, ZipFile(out, "w", ZIP_DEFLATED) as write:
        for name in read.namelist():
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            write.writestr(entry, read.read(name))
    return out.getvalue()
