"""The tables of a Word document (.docx) as grids, read from its XML.

Tracked changes are read as if accepted, except that a deleted row counts as struck out. Content
controls around rows and cells are looked through.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from loaders.formats import cannot
from loaders.formats.documents.laid import Part, TableCell, grid, joined
from loaders.formats.grid import Grid
from loaders.formats.limits import MAX_CELLS
from loaders.formats.parts import Parts, local

_DOCUMENT = "word/document.xml"
_AROUND = ("sdt", "sdtContent", "customXml", "ins", "smartTag", "hyperlink", "fldSimple", "moveTo")
_SYMBOLS = {"FC": "✓", "FB": "✗", "FE": "☑", "FD": "☒", "A8": "☐", "6F": "☐"}
"""Marks of the typeface Wingdings, by their last two digits, as a check list uses them."""
_DEEPEST = 8
_OFF = ("0", "false", "off", "none")


def grids(data: bytes, name: str) -> list[Grid]:
    """Each table of a document, those that go on in the next one joined. Raises ``CannotRead``."""
    parts = Parts(data, name)
    root = parts.xml(_DOCUMENT)
    body = _inside(root, "body")
    if body is None:
        raise cannot.damaged(name)
    found = list(_tables(body, name))
    if not found:
        raise cannot.no_table(name, "Word document")
    return [grid(name, group[0].places[0][0], group) for group in joined(found)]


def text(data: bytes, name: str) -> list[str]:
    """The paragraphs of a document, one a line, and its tables' rows with "|" between the cells.

    A paragraph of a list has a bullet before it: its number is Word's to count. Raises
    ``CannotRead``.
    """
    body = _inside(Parts(data, name).xml(_DOCUMENT), "body")
    if body is None:
        raise cannot.damaged(name)
    out: list[str] = []
    for block in _blocks(body):
        if local(block) == "p":
            listed = "• " if _is_listed(block) else ""
            lines = [line for line in _paragraph(block)[0].split("\n") if line.strip()]
            out += [f"{listed}{line}" for line in lines[:1]] + lines[1:]
        elif local(block) == "tbl":
            for row in _rows(block):
                cells = [" ".join(cell.text.split()) for cell in row if not cell.struck]
                out.append(f"| {' | '.join(cells)} |" if len(cells) > 1 else "".join(cells))
        if len(out) > MAX_CELLS:
            raise cannot.too_many_cells(name, "", MAX_CELLS)
    return out


def _is_listed(paragraph: Element) -> bool:
    """Whether a paragraph is one of a list: numbered, or of a style for bullets; no heading is."""
    about = _inside(paragraph, "pPr")
    style = _attribute(_inside(about, "pStyle"), "val").casefold()
    if style.startswith(("heading", "title")):
        return False
    numbered = _inside(_inside(about, "numPr"), "numId")
    return _attribute(numbered, "val") not in ("", "0") or style.startswith(
        ("listbullet", "listnumber")
    )


def _tables(body: Element, name: str) -> Iterator[Part]:
    above: list[str] = []
    number = cells = 0
    for block in _blocks(body):
        if local(block) == "p":
            text = _paragraph(block)[0].strip()
            if text:
                above.append(text)
        elif local(block) == "tbl":
            number += 1
            rows = _rows(block)
            cells += sum(map(len, rows))
            if cells > MAX_CELLS:
                raise cannot.too_many_cells(name, "", MAX_CELLS)
            if rows:
                places = [(f"Table {number}", at + 1) for at in range(len(rows))]
                yield Part(rows, places, above)
            above = []


def _blocks(body: Element, depth: int = 0) -> Iterator[Element]:
    """Paragraphs and tables in their order, also those in text boxes and in tables that only lay
    out the page, as deep as anybody puts them.
    """
    for block in _children(body):
        if local(block) == "p":
            yield block
            for box in _boxes(block):
                yield from _blocks(box, depth + 1) if depth < _DEEPEST else ()
        elif local(block) == "tbl" and depth < _DEEPEST and _lays_out(block):
            for row in _children(block):
                for cell in _children(row):
                    yield from _blocks(cell, depth + 1)
        else:
            yield block


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes in a paragraph; what stands there for older programs is the same again."""
    for inner in element:
        if local(inner) == "txbxContent":
            yield inner
        elif local(inner) != "Fallback":
            yield from _boxes(inner)


def _lays_out(table: Element) -> bool:
    """Whether a table stands around one with more cells than it has itself."""
    own = [cell for row in _children(table) for cell in _children(row) if local(cell) == "tc"]
    inside = [inner for cell in own for inner in _children(cell) if local(inner) == "tbl"]
    sizes = [sum(local(part) == "tc" for part in inner.iter()) for inner in inside]
    return max(sizes, default=0) > max(len(own), 3)


def _children(element: Element) -> Iterator[Element]:
    """What stands in an element, seen through what Word may wrap around it."""
    for inner in element:
        if local(inner) in _AROUND:
            yield from _children(inner)
        else:
            yield inner


def _rows(table: Element) -> list[list[TableCell]]:
    """The rows of cells; those merged downwards stand once, in their first row."""
    lines: list[list[tuple[int, Element]]] = []
    gone: list[bool] = []
    headed: list[bool] = []
    for row in _children(table):
        if local(row) != "tr":
            continue
        about = _inside(row, "trPr")
        gone.append(_inside(about, "del") is not None)
        headed.append(_is_on(_inside(about, "tblHeader")))
        at = _count(_inside(about, "gridBefore"), least=0)
        line = []
        for cell in _children(row):
            if local(cell) == "tc":
                line.append((at, cell))
                at += _wide(cell)
        lines.append(line)
    going = [{at for at, cell in line if _goes_on(cell)} for line in lines]
    high = _heights(going)
    out = []
    begun: set[int] = set()
    for number, line in enumerate(lines):
        # One that goes on from a cell that is not there is a cell of its own.
        shown = [(at, cell) for at, cell in line if at not in going[number] or at not in begun]
        begun = {at for at, _ in shown if at not in going[number]} | (begun & going[number])
        before = [TableCell("", wide=line[0][0])] if line and line[0][0] else []
        out.append(
            before
            + [
                _cell(cell, high[number].get(at, 0) + 1, gone[number], headed[number])
                for at, cell in shown
            ]
        )
    return out


def _heights(going: list[set[int]]) -> list[dict[int, int]]:
    """For each row, through how many rows below it a cell of each place goes on."""
    below: dict[int, int] = {}
    out = []
    for places in reversed(going):
        out.append(below)
        below = {at: below.get(at, 0) + 1 for at in places}
    return out[::-1]


def _cell(cell: Element, high: int, gone: bool, headed: bool) -> TableCell:
    texts, struck, plain, bold = [], 0, 0, 0
    for block in _children(cell):
        paragraphs = [block] if local(block) == "p" else []
        if local(block) == "tbl":
            # A table within a cell is text of that cell.
            paragraphs = [inner for inner in block.iter() if local(inner) == "p"]
        for paragraph in paragraphs:
            text, lines_struck, lines_bold, letters = _paragraph(paragraph)
            texts.append(text)
            struck += lines_struck
            bold += lines_bold
            plain += letters
    shade = _inside(_inside(cell, "tcPr"), "shd")
    fill = _attribute(shade, "fill").upper()
    return TableCell(
        "\n".join(texts).strip(),
        _wide(cell),
        high,
        fill if len(fill) == 6 and all(c in "0123456789ABCDEF" for c in fill) else "",
        gone or (plain > 0 and struck == plain),
        headed or (plain > 0 and bold == plain),
    )


def _paragraph(paragraph: Element) -> tuple[str, int, int, int]:
    """A paragraph's text, and how many of its letters are struck out, bold, and there at all."""
    text, struck, bold, letters = "", 0, 0, 0
    for run in _children(paragraph):
        if local(run) != "r":
            continue
        looks = _inside(run, "rPr")
        if _is_on(_inside(looks, "vanish")):
            continue
        said = "".join(map(_said, run))
        count = len("".join(said.split()))
        struck += count * (_is_on(_inside(looks, "strike")) or _is_on(_inside(looks, "dstrike")))
        bold += count * _is_on(_inside(looks, "b"))
        letters += count
        text += said
    return text, struck, bold, letters


def _said(piece: Element) -> str:
    kind = local(piece)
    if kind == "AlternateContent":
        return "".join(map(_said, _inside(piece, "Choice") or ()))
    if kind == "sym":
        return _SYMBOLS.get(_attribute(piece, "char").upper()[-2:], "")
    if kind == "t":
        return piece.text or ""
    if kind in ("br", "cr"):
        return "\n"
    if kind == "noBreakHyphen":
        return "-"
    return " " if kind == "tab" else ""


def _inside(element: Element | None, name: str) -> Element | None:
    if element is None:
        return None
    return next((inner for inner in element if local(inner) == name), None)


def _attribute(element: Element | None, name: str) -> str:
    if element is None:
        return ""
    return next(
        (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), ""
    )


def _is_on(element: Element | None) -> bool:
    return element is not None and _attribute(element, "val") not in _OFF


def _goes_on(cell: Element) -> bool:
    merge = _inside(_inside(cell, "tcPr"), "vMerge")
    return merge is not None and _attribute(merge, "val") != "restart"


def _wide(cell: Element) -> int:
    return _count(_inside(_inside(cell, "tcPr"), "gridSpan"), least=1)


def _count(element: Element | None, least: int) -> int:
    value = _attribute(element, "val")
    return min(max(int(value), least), 1_000) if value.isdigit() and len(value) < 6 else least
