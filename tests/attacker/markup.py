"""Reads XML of any kind: the text of every element, every attribute, comment and instruction."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Comment, Element, ProcessingInstruction, TreeBuilder, XMLParser

from tests.attacker.held import Grid, Held, held

BLOCKS = {"p", "si", "is", "text", "desc", "title", "metadata"}
"""Elements whose text is read as one: a paragraph, a cell's words, a label of a drawing."""
REMARKS = (Comment, ProcessingInstruction)


def tree(data: bytes) -> Element:
    """The root of an XML file, with its comments and instructions in it."""
    parser = XMLParser(target=TreeBuilder(insert_comments=True, insert_pis=True))
    parser.feed(data)
    root: Element = parser.close()
    return root


def name(element: Element) -> str:
    """An element's name without its namespace; "" of a comment or an instruction."""
    return "" if element.tag in REMARKS else str(element.tag).rpartition("}")[2]


def text(element: Element) -> str:
    """All text inside an element; the lines of a drawing's label apart from each other."""
    return (" " if name(element) == "text" else "").join(element.itertext())


def child(element: Element, *names: str) -> Iterator[Element]:
    """The elements of some names anywhere under one."""
    return (found for found in element.iter() if name(found) in names)


def texts(element: Element, *, inside: bool = False) -> Iterator[str]:
    """Every text and every attribute under an element; a paragraph's text as one."""
    yield from element.attrib.values()
    block = name(element) in BLOCKS
    if block:
        yield text(element)
    if element.tag in REMARKS or not (inside or block):
        yield element.text or ""
    for inner in element:
        yield from texts(inner, inside=inside or block)
        if not (inside or block):
            yield inner.tail or ""


def read(data: bytes) -> Held:
    """An XML file; of a document or a slide its tables too, each with the words over it."""
    root = tree(data)
    laid = [*next(child(root, "body"), ()), *_shapes(next(child(root, "spTree"), ()))]
    return held(texts(root), _tables(laid))


def _shapes(slide: Iterable[Element]) -> Iterator[Element]:
    """What stands on a slide: of a frame that holds a table, the table."""
    for shape in slide:
        yield next(child(shape, "tbl"), shape)


def _tables(body: Iterable[Element]) -> Iterator[Grid]:
    over: list[str] = []
    for block in body:
        if name(block) == "tbl":
            rows = ([text(cell) for cell in child(row, "tc")] for row in child(block, "tr"))
            yield Grid(" ".join(over[-2:]), tuple(tuple(row) for row in rows))
            over = []
        else:
            over.append(text(block))
