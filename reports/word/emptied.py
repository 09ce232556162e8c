"""What of a council's template stays in the copy made on it: its looks, and nothing it says."""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement

LOOKS = ("styles", "stylesWithEffects", "numbering", "settings", "webSettings", "fontTable",
         "theme")  # fmt: skip
"""The kinds of part that a document's looks are kept in."""
UNWANTED = ("attachedTemplate", "mailMerge", "docVars", "documentProtection", "writeProtection")
"""Settings that name files on the council's machines, or forbid editing."""
NOTES = ("footnotePr", "endnotePr")
"""Settings that go with sample notes."""


def emptied(document: Document) -> None:
    """Take out the template's sample text and all that only it used.

    Styles, margins, headers and footers stay: of several sections the last one's, with the
    headers and footers that it takes over from those before.
    """
    body = document.element.body
    last = body.get_or_add_sectPr()
    _take_over(last, body.xpath(".//w:pPr/w:sectPr"))
    for element in list(body):
        if element is not last:
            body.remove(element)
    for change in last.findall(qn("w:sectPrChange")):
        last.remove(change)
    _drop_unused(document)
    loosened(document, *NOTES)


def loosened(document: Document, *names: str) -> None:
    """Take out the settings that tie it to the council's machines, and those that are named."""
    settings = document.settings
    for name in (*UNWANTED, *names):
        for element in settings.element.findall(qn(f"w:{name}")):
            settings.element.remove(element)
    document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels.clear()


def unnamed(document: Document) -> None:
    """Take out every property: who made the file and for whom, its company, its keywords."""
    rels = document.part.package.rels
    for key in list(rels):
        if rels[key].reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT:
            del rels[key]


def _take_over(last: BaseOxmlElement, before: list[BaseOxmlElement]) -> None:
    """Give the last section the headers and footers that it shares with those before it."""
    edges = [qn("w:headerReference"), qn("w:footerReference")]
    own = {_edge(edge) for edge in last if edge.tag in edges}
    for section in reversed(before):
        for edge in [edge for edge in section if edge.tag in edges]:
            if _edge(edge) not in own:
                own.add(_edge(edge))
                last.insert(0, edge)


def _edge(reference: BaseOxmlElement) -> tuple[str, str]:
    return str(reference.tag), reference.get(qn("w:type"), "default")


def _drop_unused(document: Document) -> None:
    """Drop the parts that only the sample text used: pictures, comments, notes, other headers."""
    prefix = f"{{{nsmap['r']}}}"
    used = {
        value
        for element in document.element.iter()
        for name, value in element.attrib.items()
        if str(name).startswith(prefix)
    }
    rels = document.part.rels
    for key in list(rels):
        if key not in used and rels[key].reltype.rpartition("/")[2] not in LOOKS:
            del rels[key]
