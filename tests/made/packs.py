"""Packs of the sample plans, and what stands in each form of one, for the tests of reports."""

import re
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from zipfile import ZipFile

import docx
import pikepdf
import sqlalchemy as sa

from charts.draw import Width, plain
from reports.content.blocks import Pack
from reports.pack import pack
from reports.pictures import Drawing, Drawings, in_dots
from store.database.engine import open_store
from store.plans import plans
from store.views import view
from tests.made.sample import sample_copy
from workstreams.view import Audience, View

MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="680" height="200">'
    '<rect width="680" height="200" fill="#12436D"/></svg>'
)


@cache
def store() -> sa.Engine:
    """A store with the sample plans, one for all tests of a process."""
    return open_store(f"sqlite:///{sample_copy(Path(mkdtemp()) / 'sample.sqlite')}")


@cache
def looked_at(place: int = 0, audience: Audience = "public", meeting: date | None = None) -> View:
    """A sample plan as at its latest upload, or as at a meeting."""
    plan = plans(store())[place]
    return view(store(), plan.id, as_at=meeting, audience=audience)


@cache
def made(place: int = 0, audience: Audience = "public", meeting: date | None = None) -> Pack:
    """The pack of a sample plan."""
    found = looked_at(place, audience, meeting)
    return pack(found, meeting or found.as_at, MOMENT)


def drawings(given: Pack) -> Drawings:
    """Stand-ins for the pack's drawings, so that a test needs no browser."""
    png = in_dots(SVG.encode(), "report")
    drawing = Drawing(SVG.encode(), png)
    sizes: tuple[Width, ...] = ("report", "page", "wide")
    return Drawings({(s.chart.key, size): drawing for s in given.sheets for size in sizes})


def sized(given: Pack) -> Drawings:
    """Stand-ins as tall as the pack's own pictures, so that pages fill as they do with those."""
    made: dict[tuple[str, Width], Drawing] = {}
    for picture in given.pictures:
        tall = plain(picture.chart, "page")["layout"]["height"]
        svg = SVG.replace('height="200"', f'height="{tall}"').encode()
        made[picture.chart.key, "page"] = Drawing(svg, in_dots(svg, "page"))
    return Drawings(made)


def word_text(data: bytes) -> str:
    """Every letter of a Word document: body, tables, alt texts, headers, footers, properties."""
    with ZipFile(BytesIO(data)) as parts:
        xml = [parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")]
    return "\n".join(re.sub(r"</w:(p|tc)>", "\n", part) for part in xml)


def word_cells(data: bytes) -> list[list[str]]:
    """The rows of every table of a Word document."""
    tables = docx.Document(BytesIO(data)).tables
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def pdf_text(data: bytes) -> str:
    """The words of a PDF as its reader would copy them, one line a run of letters."""
    with pikepdf.open(BytesIO(data)) as opened:
        return "\n".join(page_text(page) for page in opened.pages)


def page_text(page: pikepdf.Page) -> str:
    """The words of one page."""
    return _words(page.obj)


def _words(page: pikepdf.Object) -> str:
    said: list[str] = []
    names: dict[str, dict[int, str]] = {}
    fonts = page.Resources.get("/Font", {}) if "/Resources" in page else {}
    for name in list(fonts.keys()):
        names[name] = letters_of(fonts[name])
    letters: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                letters = names.get(str(operands[0]), {})
            case "Tj" | "TJ":
                runs = operands[0] if str(operator) == "TJ" else operands
                said.append("".join(words_of(run, letters) for run in runs))
            case "ET":
                said.append("\n")
    forms = page.Resources.get("/XObject", {}) if "/Resources" in page else {}
    for name in list(forms.keys()):
        if forms[name].get("/Subtype") == "/Form":
            said.append(_words(forms[name]))
    return "".join(said)


def words_of(run: object, letters: dict[int, str]) -> str:
    """The letters of one run of glyphs."""
    if not isinstance(run, pikepdf.String):
        return ""
    codes = bytes(run)
    return "".join(
        letters.get(int.from_bytes(codes[i : i + 2]), "") for i in range(0, len(codes), 2)
    )


def letters_of(font: pikepdf.Object) -> dict[int, str]:
    """Glyph number -> letters, from the font's own table."""
    if "/ToUnicode" not in font:
        return {}
    text = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, letters in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[int(code, 16)] = bytes.fromhex(letters).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for low, high, first in re.findall(
            r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block
        ):
            for step in range(int(high, 16) - int(low, 16) + 1):
                found[int(low, 16) + step] = chr(int(first, 16) + step)
    return found


def squeezed(text: str) -> str:
    """Text without spaces or line ends, to look for words that a page breaks over lines."""
    return "".join(text.split())
