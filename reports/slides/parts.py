"""What python-pptx has no call for: our look, alt text, text that fits, the same bytes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from textwrap import wrap
from typing import Any, Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Pt

from charts import palette
from reports.content.printable import printable

FONT = "Arial"
WIDE, HIGH = Inches(13.333), Inches(7.5)
LEFT, ACROSS = Inches(0.6), Inches(12.13)
"""Where everything of a slide begins, and how wide it is."""
Box = tuple[int, int, int, int]
"""Left, top, width and height."""
POINT = 12700
"""What a point is, in the unit of slides."""
LETTER, LEADING = 0.52, 1.3
"""The width of a usual letter and the height of a line, beside the size of the type."""
INDENT = 228600
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date given to every part of the file, so that the same pack is the same bytes."""
CREATED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def colour(ink: str) -> RGBColor:
    """A colour of ours as slides take it."""
    made: RGBColor = RGBColor.from_string(ink.removeprefix("#"))
    return made


def blank() -> Deck:
    """An empty deck of wide slides in our typeface and colours."""
    deck = Presentation()
    old = deck.slide_width or WIDE
    deck.slide_width, deck.slide_height = WIDE, HIGH
    master = deck.slide_masters[0]
    for shape in [*master.shapes, *(s for layout in master.slide_layouts for s in layout.shapes)]:
        # What was placed for slides of four by three stands as far across the wide ones.
        if shape.element.xpath("./p:spPr/a:xfrm"):
            shape.left, shape.width = (Emu(v * WIDE // old) for v in (shape.left, shape.width))
    for rel in master.part.rels.values():
        if rel.reltype.endswith("/theme"):
            part = rel.target_part
            part._blob = _in_our_look(part.blob)
    return deck


def _in_our_look(look: bytes) -> bytes:
    """The theme with our typeface and colours: what is added later looks like the rest."""
    look = re.sub(rb'<a:latin typeface="Calibri[^"]*"', b'<a:latin typeface="Arial"', look)
    for place, ink in enumerate(palette.SERIES, 1):
        name, code = f"accent{place}".encode(), ink.removeprefix("#").encode()
        new = b'<a:%b><a:srgbClr val="%b"/></a:%b>' % (name, code, name)
        look = re.sub(rb"<a:%b>.*?</a:%b>" % (name, name), new, look, flags=re.DOTALL)
    return look


def slide(deck: Deck, title: str) -> Slide:
    """A slide with its title in the title's own place, which is read first."""
    made = deck.slides.add_slide(
        deck.slide_layouts.get_by_name("Title Only") or deck.slide_layouts[5]
    )
    place = made.shapes.title
    if place is None:
        raise ValueError("the layout has no title")
    place.left, place.top, place.width, place.height = LEFT, Inches(0.45), ACROSS, Inches(0.95)
    place.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    fill(place.text_frame, (title,), (place.width, place.height), TITLE)
    return made


@dataclass(frozen=True)
class Look:
    """How paragraphs look: the sizes that may be tried, the largest first, and their marks.

    ``leads`` says that the first is a heading of the others.
    """

    sizes: tuple[float, ...]
    bold: bool = False
    ink: str = palette.INK
    marks: Literal["", "bullets", "numbers"] = ""
    leads: bool = False


TITLE = Look((28, 24, 20, 18, 16, 14), bold=True, ink=palette.BLUE)


def text(on: Slide, items: Sequence[str], box: Box, look: Look) -> None:
    """A box of paragraphs in the largest of the sizes in which they fit it."""
    shape = on.shapes.add_textbox(*(Emu(edge) for edge in box))
    fill(shape.text_frame, items, box[2:], look)


def fill(frame: TextFrame, items: Sequence[str], room: tuple[int, ...], look: Look) -> None:
    """Put paragraphs into a frame whose room is so wide and so high."""
    wide, high = room
    points = fitting(items, wide, high, look.sizes)
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    for place, item in enumerate(items):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        heads = look.leads and place == 0
        if look.marks and not heads:
            _marked(paragraph, look.marks)
            paragraph.space_after = Pt(points * 0.25)
        run(paragraph, item, points, bold=look.bold or heads, ink=look.ink)


def run(
    paragraph: Any, said: str, points: float, *, bold: bool = False, ink: str = palette.INK
) -> None:
    """Add words to a paragraph in our type, as English."""
    made = paragraph.add_run()
    made.text = printable(said)
    made.font.size, made.font.bold, made.font.name = Pt(points), bold, FONT
    made.font.color.rgb = colour(ink)
    made.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK


def _marked(paragraph: Any, marks: str) -> None:
    """Make a paragraph an item of a list, which is said to those who listen."""
    about = paragraph._p.get_or_add_pPr()
    about.set("marL", str(INDENT))
    about.set("indent", str(-INDENT))
    kind, name, value = (
        ("buChar", "char", "•") if marks == "bullets" else ("buAutoNum", "type", "arabicPeriod")
    )
    mark = about.makeelement(qn(f"a:{kind}"), {name: value})
    about.append(mark)


def fitting(items: Sequence[str], wide: int, high: int, sizes: Sequence[float]) -> float:
    """The largest of the type sizes in which the paragraphs fit a box; the last where none does."""
    for points in sizes:
        if sum(lines(item, wide, points) for item in items) * points * LEADING * POINT <= high:
            return points
    return sizes[-1]


def lines(said: str, wide: float, points: float) -> int:
    """The lines that a text takes in a width, reckoned by the usual width of a letter."""
    across = max(int(wide / POINT / (points * LETTER)), 4)
    return max(1, len(wrap(said, across)))


def describe(shape: BaseShape, name: str, alt: str) -> None:
    """Give a chart or a table its name and its text alternative."""
    shape.name = printable(name)
    for found in shape._element.xpath(".//p:cNvPr"):
        found.set("descr", printable(alt))


def notes(on: Slide, said: Iterable[str]) -> None:
    """The speaker's notes: a paragraph a sentence."""
    frame = on.notes_slide.notes_text_frame
    if frame is None:
        raise ValueError("the notes have no place for text")
    frame.text = printable("\n".join(said))


def about(deck: Deck, title: str, subject: str, author: str, made_from: str, at: datetime) -> None:
    """The deck's properties, none of them from the machine it is made on."""
    properties = deck.core_properties
    properties.title, properties.subject = printable(title)[:255], printable(subject)[:255]
    properties.author = properties.last_modified_by = printable(author)[:255]
    properties.language, properties.keywords, properties.revision = "en-GB", "", 1
    properties.comments = printable(made_from)[:255]
    properties.created = properties.modified = at.astimezone(UTC).replace(tzinfo=None)


def saved(deck: Deck, at: datetime) -> bytes:
    """The deck's bytes, the same each time: every part in order, with one date.

    So is each chart's own workbook, which says when it was written.
    """
    made = BytesIO()
    deck.save(made)
    return _again(made.getvalue(), at)


def _again(data: bytes, at: datetime) -> bytes:
    when = f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}".encode()
    out = BytesIO()
    with ZipFile(BytesIO(data)) as read, ZipFile(out, "w", ZIP_DEFLATED) as write:
        for name in read.namelist():
            part = read.read(name)
            if name.endswith(".xlsx"):
                part = _again(part, at)
            elif name == "docProps/core.xml":
                part = CREATED.sub(rb"\g<1>" + when, part)
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            write.writestr(entry, part)
    return out.getvalue()
