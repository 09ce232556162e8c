"""The pack as a PDF that everybody can read: tagged, with bookmarks, headings and alt text.

It is typeset by typst, which refuses to make a PDF/UA-1 with a picture that has no alt text. All
text goes in as quoted strings, so that nothing an officer typed can be taken for a command.
"""

from charts.palette import BLUE, PANEL, coloured
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
from reports.content.printable import printable
from reports.pdf.fonts import WANTED
from reports.pictures import Drawings
from reports.typeset import pages, pdf

STYLE = coloured("""
#set text(font: TYPEFACES, size: 9.5pt, lang: "en", region: "GB")
#set par(leading: 0.6em, spacing: 0.9em)
#set list(spacing: 0.7em)
#set enum(spacing: 0.7em)
#set table(inset: (x: 4pt, y: 3.5pt), stroke: (x, y) => (bottom: 0.5pt + rgb("$quiet")))
#set table.cell(breakable: false)
#show table.cell: set par(justify: false, leading: 0.5em)
#show table.cell: set text(hyphenate: false)
#show table.cell.where(y: 0): set text(weight: "bold")
#set outline(indent: 0pt)
#set outline.entry(fill: repeat([.], gap: 0.25em))
#show outline.entry: set block(spacing: 0.75em)
#show heading: set text(fill: rgb("$blue"))
#show heading.where(level: 1): set text(size: 16pt)
#show heading.where(level: 1): set block(above: 1.3em, below: 0.8em, sticky: true)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading.where(level: 2): set block(above: 1.4em, below: 0.7em, sticky: true)
#show heading.where(level: 3): set text(size: 11pt, fill: black)
#show heading.where(level: 3): set block(above: 1.2em, below: 0.6em, sticky: true)
#show figure: set block(breakable: true, above: 1.1em, below: 1.3em)
#show figure.where(kind: image): set block(breakable: false)
#show figure.where(kind: image): set align(left)
#show figure.caption: set text(size: 9pt, fill: rgb("$foot"))
#show figure.caption: set align(left)
#show figure.caption: set block(sticky: true)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set align(left)
""")


def write(paper: Paper, drawings: Drawings) -> bytes:
    """The PDF's bytes; the same document gives the same bytes."""
    return pdf(_sources(paper, drawings), paper.known_at)


def preview(paper: Paper, drawings: Drawings, dots: float = 80) -> list[bytes]:
    """The PDF's pages as pictures, so many dots to the inch."""
    return pages(_sources(paper, drawings), dots)


def _sources(paper: Paper, drawings: Drawings) -> dict[str, bytes]:
    """What is typeset: the text and its pictures."""
    body = _Body().all(told(paper.blocks, drawings))
    source = "\n".join([*setup(paper, paper.what), style(), *_front(paper), *body])
    files = {"main.typ": source.encode()}
    for picture in paper.pictures:
        drawing = drawings.get(picture.chart.key, SIZE)
        if drawing is not None:
            files[_name(picture)] = drawing.svg
    return files


def style() -> str:
    """The look of all that we typeset, in the typeface of this machine."""
    return STYLE.replace("TYPEFACES", f"({', '.join(map(quoted, WANTED))})")


def quoted(text: str) -> str:
    """A text as typst's own string: only its end and its escapes have a meaning in it."""
    return (
        '"' + printable(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    )


def _name(picture: Picture) -> str:
    return f"{picture.sheet.split(' ', 1)[0]}.svg"


def setup(paper: Paper, what: str) -> list[str]:
    """Title, author, paper, and what stands at the head and foot of every page.

    ``what`` is said of the document in its title: "committee pack".
    """
    at = paper.known_at
    when = (
        f"datetime(year: {at.year}, month: {at.month}, day: {at.day}, "
        f"hour: {at.hour}, minute: {at.minute}, second: {at.second})"
    )
    author = f"author: {quoted(paper.council)}, " if paper.council else ""
    keywords = f"keywords: ({', '.join(map(quoted, made_from.facts(paper)))},), "
    foot = quoted(f"{paper.foot}. Page ")
    title = quoted(f"{paper.title}: {what}")
    return [
        f"#set document(title: {title}, {author}{keywords}date: {when})",
        '#set page(paper: "a4", margin: (x: 1.9cm, top: 1.8cm, bottom: 1.7cm),',
        f"  header: text(size: 9pt, weight: \"bold\", {quoted(paper.banner)}),",
        f"  footer: context text(size: 9pt, {foot} + str(counter(page).get().first()) + \" of \"",
        "    + str(counter(page).final().first())))",
    ]  # fmt: skip


def _front(paper: Paper) -> list[str]:
    """The title and what stands under it, at the head of the first page."""
    said = filter(None, (paper.council, *paper.under))
    title = f'#block(text(size: 21pt, weight: "bold", fill: rgb("{BLUE}"), {quoted(paper.title)}))'
    return [title, f"#{quoted(chr(10).join(said))}"]


class _Body:
    """Blocks as typst source, one after another."""

    def all(self, blocks: tuple[Block, ...]) -> list[str]:
        following = [*blocks[1:], None]
        return [
            self._one(block, leads(block, after))
            for block, after in zip(blocks, following, strict=True)
        ]

    def _one(self, block: Block, sticks: bool) -> str:
        match block:
            case Heading():
                return f"#heading(level: {block.level}, {quoted(block.text)})"
            case Paragraph():
                return _paragraph(block, "true" if sticks else "false")
            case Points():
                kind = "enum" if block.numbered else "list"
                return f"#{kind}({', '.join(quoted(item) for item in block.items)})"
            case Table():
                return _table(block)
            case Picture():
                return self._picture(block)
            case Contents():
                title = _paragraph(Paragraph(CONTENTS, "finding"), "true")
                return f"{title}\n#outline(title: none, depth: 1)"
            case NewPage():
                return "#pagebreak(weak: true)"

    def _picture(self, block: Picture) -> str:
        alt = quoted(block.alt)
        image = f"image({quoted(_name(block))}, width: 82%, alt: {alt})"
        return f"#figure({image}, alt: {alt}, caption: {quoted(block.caption)})"


def _paragraph(block: Paragraph, sticks: str) -> str:
    text = quoted(block.text)
    match block.style:
        case "lead":
            return f'#block(sticky: {sticks}, text(size: 11.5pt, weight: "bold", {text}))'
        case "finding":
            said = f'text(size: 10.5pt, weight: "bold", {text})'
            return f"#block(sticky: true, above: 1.4em, below: 0.6em, {said})"
        case "notice":
            return f'#block(stroke: (left: 3pt + rgb("{BLUE}")), inset: (left: 8pt), {text})'
        case "small":
            return f"#block(sticky: {sticks}, text(size: 8.5pt, {text}))"
        case _:
            return f"#block(sticky: {sticks}, par({text}))"


def _table(block: Table) -> str:
    made = (
        f"#figure(kind: table, supplement: \"Table\", caption: {quoted(block.caption)},\n"
        f"  {table(block)})"
    )  # fmt: skip
    whole = "#show figure.where(kind: table): set block(breakable: false)"
    return f"#[{whole}\n{made}]" if block.stays_whole else made


def table(block: Table) -> str:
    """A table without its caption, as an expression in code."""
    columns = ", ".join(f"{share:.4f}fr" for share in block.shares)
    head = ", ".join(quoted(heading) for heading in block.headings)
    cells = ",\n  ".join(", ".join(quoted(cell) for cell in row) for row in block.rows)
    size = "8pt" if block.small else "8.5pt"
    made = (
        f"table(columns: ({columns},), fill: (x, y) => if y == 0 {{ rgb(\"{PANEL}\") }},\n"
        f"  table.header({head}),\n  {cells})"
    )  # fmt: skip
    return f"{{ set text(size: {size})\n  {made} }}"
