"""Lists that are lists in Word: each numbered from one, and the list of contents, a field."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from docx.text.paragraph import Paragraph

INDENT = 425
"""What an item stands in from the margin, in twentieths of a point."""
LEVELS = "1-1"
"""The levels of headings that the contents list."""


def numbering(document: Document, *, numbered: bool) -> int:
    """A new list of the document, numbered from one or with bullets: the number it is known by."""
    root = _part(document).element
    taken = [int(one.get(qn("w:abstractNumId"))) for one in root.findall(qn("w:abstractNum"))]
    shape = max(taken, default=-1) + 1
    kind, text = ("decimal", "%1.") if numbered else ("bullet", "•")
    made = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{shape}">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{INDENT}" w:hanging="{INDENT}"/></w:pPr></w:lvl></w:abstractNum>'
    )
    # What lists look like stands before which lists there are.
    lists = root.findall(qn("w:num"))
    root.insert(root.index(lists[0]) if lists else len(root), made)
    known = max((int(one.get(qn("w:numId"))) for one in lists), default=0) + 1
    one = parse_xml(
        f'<w:num {nsdecls("w")} w:numId="{known}"><w:abstractNumId w:val="{shape}"/></w:num>'
    )
    if lists:
        lists[-1].addnext(one)
    else:
        root.append(one)
    return known


def _part(document: Document) -> Any:
    """The part that holds the lists; a new one where a template has none."""
    try:
        return document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        root = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        part = NumberingPart(
            PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, root, document.part.package
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return part


def listed(paragraph: Paragraph, number: int) -> None:
    """Make a paragraph an item of a list."""
    mark = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    mark.get_or_add_ilvl().val = 0
    mark.get_or_add_numId().val = number


def bookmarked(heading: Paragraph, place: int) -> None:
    """Give a heading the name that the contents lead to."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(place))
    start.set(qn("w:name"), _name(place))
    heading._p.insert_element_before(start, "w:r")
    heading._p.append(end)


def _name(place: int) -> str:
    return f"_Toc{place:08}"


def contents(lines: Sequence[Paragraph], titles: Sequence[str]) -> None:
    """A field over these lines: the contents, with a link a title until Word fills it anew."""
    begin = _mark("begin")
    begin[0].set(qn("w:dirty"), "true")
    code = OxmlElement("w:r")
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f' TOC \\o "{LEVELS}" \\h \\z \\u '
    code.append(text)
    for run in (begin, code, _mark("separate")):
        lines[0]._p.append(run)
    for place, (line, title) in enumerate(zip(lines, titles, strict=True), 1):
        line.paragraph_format.space_after = 0
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _name(place))
        link.set(qn("w:history"), "1")
        line._p.append(link)
        run = OxmlElement("w:r")
        words = OxmlElement("w:t")
        words.text = title
        run.append(words)
        link.append(run)
    lines[-1]._p.append(_mark("end"))


def _mark(kind: str) -> Any:
    run, mark = OxmlElement("w:r"), OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)
    return run
