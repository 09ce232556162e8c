"""A council's own report: its template as it is, with what a pack says in the named places.

A template is a file from outside, and what fills its marks is a language that can do much. So the
template is read through a sandbox that knows no functions, filters or tests, and before anything
is filled it must hold nothing of that language but the marks that were counted.
"""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reports.captioned import told
from reports.content import made_from
from reports.content.blocks import Block, Heading, Pack, leads
from reports.pictures import Drawings
from reports.word import holds, parts
from reports.word.document import DEEPEST, Writer
from reports.word.edges import edges
from reports.word.emptied import loosened, unnamed
from reports.word.looks import needed_styles
from reports.word.marks import prepared
from reports.word.refused import NotATemplate

ALLOWED = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name)
"""What a template may hold: text, and names that are filled."""
ELSEWHERE = (
    "The template has curly brackets where nothing can be filled, such as in a footnote or in what "
    "is said of a picture. Take them out."
)


def write(pack: Pack, drawings: Drawings, template: bytes) -> bytes:
    """The document's bytes, on a template with named places; what is not ours stays in it."""
    made = _Template(BytesIO(template))
    document = made.get_docx()
    unnamed(document)
    loosened(document)
    document.element.body.get_or_add_sectPr()
    needed_styles(document, DEEPEST)
    places = prepared(document)
    blocks = holds.blocks(pack, {place.name for place in places})
    lines = holds.lines(pack)
    writer = Writer(document, drawings)
    writer.alone = False
    fill: dict[str, str] = {}
    for place in places:
        if place.room is None:
            fill[place.mark] = lines[place.name]
        else:
            writer.room = place.room
            fill[place.mark] = _xml(writer, told(_from_the_top(blocks[place.name]), drawings))
    made.fill(fill)
    _contents_anew(document)
    edges(document, pack, foot=False)
    parts.about(
        document,
        f"{pack.title}: {pack.what}",
        pack.subject,
        pack.council,
        made_from.sentence(pack),
        pack.known_at,
    )
    return parts.saved(document)


def places_of(template: bytes) -> tuple[str, ...]:
    """The names of a template's places, in its order; none where it is used for its looks alone.

    Raises ``NotATemplate`` where it has places and cannot be filled.
    """
    made = _Template(BytesIO(template))
    unnamed(made.get_docx())
    places = prepared(made.get_docx())
    made.fill({place.mark: "" for place in places})
    return tuple(dict.fromkeys(place.name for place in places))


def _from_the_top(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with their highest heading on the first level."""
    made = list(blocks)
    levels = [block.level for block in made if isinstance(block, Heading)]
    up = min(levels, default=1) - 1
    return [Heading(b.text, b.level - up) if isinstance(b, Heading) else b for b in made]


class _Written(str):
    """Text that is Word's own XML already: each letter in it was escaped when it was written."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def _xml(writer: Writer, blocks: tuple[Block, ...]) -> _Written:
    """The blocks as Word keeps them: written at the end of the document, and taken from there."""
    body = writer.document.element.body
    before = len(body) - 1
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        writer.add(block, stays=leads(block, after))
    made = list(body)[before:-1]
    text = "".join(serialize_part_xml(one).decode().partition("?>")[2] for one in made)
    for one in made:
        body.remove(one)
    return _Written(text)


def _contents_anew(document: Document) -> None:
    """Have Word fill the template's own list of contents anew."""
    for code in document.element.body.iter(qn("w:instrText")):
        if (code.text or "").split()[:1] == ["TOC"]:
            for begin in reversed(code.xpath("preceding::w:fldChar[@w:fldCharType='begin']")):
                begin.set(qn("w:dirty"), "true")
                break


class _Template(DocxTemplate):  # type: ignore[misc]
    """A template that is filled with nothing but the values it is given."""

    def fill(self, values: Mapping[str, str]) -> None:
        """Put each value where its mark stands; all the marks, each once, and nothing else."""
        self._awaited = sorted(values)
        self._met: list[str] = []
        try:
            self.render(dict(values), _sandbox(), autoescape=True)
        # Broken XML is a SyntaxError.
        except (TemplateError, SyntaxError):
            raise NotATemplate(ELSEWHERE) from None
        if sorted(self._met) != self._awaited:
            raise NotATemplate(ELSEWHERE)

    def render_xml_part(
        self, src_xml: str, part: object, context: dict[str, Any], jinja_env: Any = None
    ) -> str:
        """One part of the document, looked at before it is filled."""
        found = jinja_env.parse(src_xml)
        if not all(isinstance(node, ALLOWED) for node in found.find_all(nodes.Node)):
            raise NotATemplate(ELSEWHERE)
        names = [node.name for node in found.find_all(nodes.Name)]
        if not set(names) <= set(self._awaited):
            raise NotATemplate(ELSEWHERE)
        self._met += names
        return str(jinja_env.from_string(src_xml).render(context))

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Nothing: the properties are ours."""

    def fix_tables(self, xml: str) -> Any:
        """The filled text as it is: no row is repeated, so no table has to be mended."""
        return parse_xml(xml)

    def fix_docpr_ids(self, tree: Any) -> None:
        """Number the pictures anew, the template's own and ours."""
        for place, one in enumerate(tree.iter(qn("wp:docPr")), 1):
            one.set("id", str(place))


def _sandbox() -> ImmutableSandboxedEnvironment:
    """What reads a template: without functions, filters or tests of any kind."""
    made = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    for named in (made.globals, made.filters, made.tests):
        named.clear()
    return made
