"""The marks and content controls of a template, found and made ready to be filled.

Word splits the letters of a mark over runs as it likes, and a control may hold letters, paragraphs
or a cell. Here each becomes one mark of ours in one run; all other curly brackets are refused.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from difflib import get_close_matches
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section

from reports.word import parts
from reports.word.places import BLOCKS, EVERY, Place, Room, named, written
from reports.word.refused import NotATemplate
from workstreams.wording import listed

MARK = re.compile(r"\{\{[pr]?\s*(.*?)\s*\}\}")
BROKEN = re.compile(r"\{[{%#]|[}%#]\}")
RANGES = tuple(
    qn(f"w:{name}")
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
)
"""What may stand between paragraphs, and leads from elsewhere to where it stands."""
OUTLINE = re.compile(r"heading (\d)", re.IGNORECASE)
CELL = 216
"""What the air beside a cell's text takes, in twentieths of a point."""
TWENTIETH = 635
"""A twentieth of a point, in English Metric Units."""


def prepared(document: Document) -> tuple[Place, ...]:
    """The places of a template, in its order; their marks stand in it from then on.

    Raises ``NotATemplate`` where something in curly brackets is no place, is not closed, or stands
    where it cannot be filled.
    """
    found: list[Place] = []
    body = document.element.body
    for root in (body, *_edges(document)):
        for control in list(root.iter(qn("w:sdt"))):
            _uncontrolled(control)
        for paragraph in list(root.iter(qn("w:p"))):
            found += _marked(document, paragraph, len(found), inside=root is body)
    return tuple(found)


def _edges(document: Document) -> Iterator[Any]:
    """The headers and footers."""
    for rel in document.part.rels.values():
        if rel.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
            yield rel.target_part.element


def _uncontrolled(control: Any) -> None:
    """Put a mark in the place of a control that is named as one of ours; leave all others."""
    about = control.find(qn("w:sdtPr"))
    content = control.find(qn("w:sdtContent"))
    if about is None or content is None or control.getparent() is None or not len(content):
        return
    names = [about.find(qn(f"w:{name}")) for name in ("tag", "alias")]
    said = (named(one.get(qn("w:val"), "")) for one in names if one is not None)
    name = next(filter(None, said), "")
    kind = content[0].tag
    if not name or kind not in (qn("w:p"), qn("w:r"), qn("w:tc")):
        return
    run = _run(written(name), None if _sample(about) else content.find(f".//{qn('w:rPr')}"))
    made = run
    if kind != qn("w:r"):
        made = OxmlElement("w:p")
        before = content.find(f".//{qn('w:pPr')}")
        if before is not None:
            made.append(deepcopy(before))
        made.append(run)
    if kind == qn("w:tc"):
        cell = content[0]
        for one in list(cell):
            if one.tag != qn("w:tcPr"):
                cell.remove(one)
        cell.append(made)
        made = cell
    control.getparent().replace(control, made)


def _sample(about: Any) -> bool:
    """Whether a control shows no more than what it asks for, in grey."""
    return about.find(qn("w:showingPlcHdr")) is not None


def _run(text: str, looks: Any = None) -> Any:
    run = OxmlElement("w:r")
    if looks is not None:
        run.append(deepcopy(looks))
    letters = OxmlElement("w:t")
    letters.set(qn("xml:space"), "preserve")
    letters.text = text
    run.append(letters)
    return run


def _marked(document: Document, paragraph: Any, taken: int, *, inside: bool) -> list[Place]:
    """The places of one paragraph, each given its mark; ``taken`` places came before."""
    letters = [
        one for one in paragraph.iter(qn("w:t")) if next(one.iterancestors(qn("w:p"))) is paragraph
    ]
    text = "".join(one.text or "" for one in letters)
    marks = list(MARK.finditer(text))
    _look(text)
    if not marks:
        return []
    names = [_known(mark) for mark in marks]
    if any(name in BLOCKS for name in names):
        if text.strip() != marks[0].group():
            one = next(mark.group() for mark, name in zip(marks, names, strict=True)
                       if name in BLOCKS)  # fmt: skip
            raise NotATemplate(
                f"“{one}” stands among other words. Give it a paragraph of its own in the template."
            )
        # What a text box holds is in the file twice, and grows with nothing.
        boxed = next(paragraph.iterancestors(qn("w:txbxContent")), None) is not None
        if not inside or boxed:
            raise NotATemplate(
                f"“{text.strip()}” stands in a header, a footer or a text box, which has no room "
                "for it. Put it in the text of the template."
            )
        place = Place(names[0], f"place_{taken}", _room(document, paragraph))
        _alone(paragraph, f"{{{{p {place.mark} }}}}")
        return [place]
    places = [Place(name, f"place_{taken + at}") for at, name in enumerate(names)]
    for mark, place in reversed(list(zip(marks, places, strict=True))):
        _replaced(letters, mark.start(), mark.end(), f"{{{{ {place.mark} }}}}")
    return places


def _look(text: str) -> None:
    """Refuse a text with curly brackets that make no mark."""
    rest = MARK.sub("", text)
    broken = BROKEN.search(rest)
    if broken:
        said = rest[max(0, broken.start() - 20) : broken.end() + 30].strip()
        raise NotATemplate(
            f"The template says “{said}”, where curly brackets are not closed or hold something "
            f"else than the name of a place. A place is written as {written('progress')}."
        )


def _known(mark: re.Match[str]) -> str:
    name = named(mark.group(1)) if re.fullmatch(r"[\w\s]*", mark.group(1)) else ""
    if name:
        return name
    near = get_close_matches(mark.group(1).lower().replace("_", " "), EVERY, 1)
    meant = f" Did you mean {written(near[0])}?" if near else ""
    raise NotATemplate(
        f"The template has “{mark.group()[:60]}”, which is not the name of a place.{meant} "
        f"The places are: {listed(EVERY)}."
    )


def _replaced(letters: list[Any], start: int, end: int, new: str) -> None:
    """Put other letters in the place of some of a paragraph's, whatever runs they stand in."""
    at = 0
    for one in letters:
        text = one.text or ""
        low, high = max(start - at, 0), min(end - at, len(text))
        if low < high:
            one.text = f"{text[:low]}{new}{text[high:]}"
            one.set(qn("xml:space"), "preserve")
            new = ""
        at += len(text)


def _alone(paragraph: Any, mark: str) -> None:
    """Put a paragraph with nothing but a mark in the place of one; what leads to it stays."""
    made = OxmlElement("w:p")
    made.append(_run(mark))
    paragraph.addprevious(made)
    about = paragraph.find(qn("w:pPr"))
    if about is not None and about.find(qn("w:sectPr")) is not None:
        # It ends a section: it stays, without its letters.
        for one in list(paragraph):
            if one is not about and one.tag not in RANGES:
                paragraph.remove(one)
        return
    for one in list(paragraph):
        if one.tag in RANGES:
            paragraph.addprevious(one)
    paragraph.getparent().remove(paragraph)


def _room(document: Document, paragraph: Any) -> Room:
    """The width and height there is where a paragraph stands, and how deep its heading is."""
    own = paragraph.xpath("./w:pPr/w:sectPr")
    after = own or paragraph.xpath("following::w:sectPr")
    section = Section(after[0], document.part)
    columns = section._sectPr.xpath("./w:cols/@w:num")
    wide = parts.text_width(section) // max(1, int(columns[0]) if columns else 1)
    for cell in paragraph.iterancestors(qn("w:tc")):
        widths = cell.xpath("./w:tcPr/w:tcW[@w:type='dxa']/@w:w")
        if widths:
            wide = min(wide, max(int(widths[0]) - CELL, CELL) * TWENTIETH)
    return Room(wide, parts.text_height(section), _level(document, paragraph))


def _level(document: Document, paragraph: Any) -> int:
    """The level of the last heading before a paragraph; 0 where there is none."""
    outlines = {
        style.style_id: int(found.group(1))
        for style in document.styles
        if style.name and (found := OUTLINE.fullmatch(style.name))
    }
    for before in reversed(paragraph.xpath("preceding::w:p")):
        style = before.xpath("string(./w:pPr/w:pStyle/@w:val)")
        if style in outlines:
            return outlines[style]
    return 0
