"""What our own Word documents look like, and the styles that each template must have."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle

from charts import palette
from reports.word import parts

FONT = "Arial"
HEADINGS = {1: (16, 14, 4), 2: (13, 10, 3), 3: (11, 8, 3)}
"""Level -> type size, space before and after, in points."""


def our_page(document: Document) -> None:
    """A4, upright."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.9)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.6)
    section.header_distance = section.footer_distance = Cm(0.8)


def our_styles(document: Document) -> None:
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


def needed_styles(document: Document, deepest: int = 3) -> None:
    """The styles the writer names; a template that lacks one is given a plain one."""
    named = {style.name for style in document.styles}
    levels = {f"Heading {level}": level for level in range(1, deepest + 1)}
    for name in ("Title", *levels, "Caption", "List Bullet", "List Number"):
        if name not in named:
            style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
            if name in levels:
                parts.outlined(style, levels[name])
