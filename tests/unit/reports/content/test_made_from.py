"""Each file of a pack, alone, says what it was made from."""

import struct
import zlib
from dataclasses import replace
from html import unescape
from io import BytesIO

import docx
import openpyxl
import pikepdf
import pytest

from charts.picture.export import described
from reports.content import made_from
from reports.content.blocks import Pack
from reports.content.rules import DRAW, of_files, rules, software
from reports.excel import document as excel
from reports.forms import pictures
from reports.pack import pack
from reports.pdf import document as pdf
from reports.pictures import Drawing, Drawings
from reports.typeset import png
from reports.web import document as html
from reports.word import document as word
from tests.made.packs import MOMENT, SVG, drawings, looked_at, made


def facts(given: Pack) -> list[str]:
    """What must be in each file: the values, the fingerprint and both versions among them."""
    values = [value for _, value in given.facts]
    joined = " ".join(values)
    assert looked_at().snapshots[-1].fingerprint in joined
    assert rules() in joined
    assert software() in joined
    return values


def chunks(data: bytes) -> dict[bytes, bytes]:
    """The chunks of a PNG by kind, each one's sum checked."""
    found, place = {}, 8
    while place < len(data):
        (size,) = struct.unpack(">I", data[place : place + 4])
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + size]
        assert struct.unpack(">I", data[place + 8 + size : place + 12 + size])[0] == zlib.crc32(
            kind + body
        )
        found[kind] = body
        place += 12 + size
    return found


@pytest.mark.parametrize("audience", ["public", "members"])
def test_every_file_in_the_folder_of_pictures_says_what_it_was_made_from(audience):
    given = made(0, audience)
    found = pictures(given, drawings(given))
    for name, data in found.items():
        match name.rpartition(".")[2]:
            case "png":
                held = chunks(data)
                text = held.get(b"tEXt", held.get(b"iTXt", b"")).decode("utf-8", "replace")
            case "svg":
                text = unescape(data.decode().partition("<metadata>")[2].partition("<")[0])
            case _:
                text = data.decode()
        for value in facts(given):
            assert value.rstrip(".") in text, f"{value} in {name}"
    assert f"{given.named('pictures')}/Made from.txt" in found
    for sheet in given.sheets:
        lines = found[f"{given.named('pictures')}/{sheet.name.replace(' ', '_')}.txt"].decode()
        assert lines.splitlines() == [sheet.chart.alt, made_from.sentence(given)]


@pytest.mark.parametrize("parts", [["summary"], ["recommendations"], ["actions", "honesty"]])
def test_documents_say_so_whatever_parts_are_chosen(parts):
    given = pack(looked_at(), made().meeting, MOMENT, parts=parts)
    drawn = drawings(given)
    with pikepdf.open(BytesIO(pdf.write(given, drawn))) as opened:
        keywords = str(opened.docinfo["/Keywords"])
    texts = {
        "word": docx.Document(BytesIO(word.write(given, drawn))).core_properties.comments,
        "pdf": keywords,
        "excel": openpyxl.load_workbook(BytesIO(excel.write(given))).properties.description,
        "page": unescape(html.write(given).decode()),
    }
    for form, text in texts.items():
        for value in facts(given):
            assert value.rstrip(".") in text, f"{value} in {form}"


def test_a_picture_with_what_it_was_made_from_is_still_the_picture():
    given = made()
    plain = drawings(given).get(given.sheets[0].chart.key, "report")
    told = made_from.in_png(plain.png, given)
    assert {k: v for k, v in chunks(told).items() if k not in (b"tEXt", b"iTXt")} == chunks(
        plain.png
    )
    svg = described(SVG.encode(), given.sheets[0].chart)
    with_facts = made_from.in_svg(svg, given)
    assert with_facts.index(b"</desc>") < with_facts.index(b"<metadata>")
    assert png(with_facts, 680, 680) == png(svg, 680, 680)


def test_words_beyond_western_letters_are_kept():
    given = replace(made(), committee="Pwyllgor Craffu Ŵ < & >")
    drawing = Drawing(SVG.encode(), drawings(given).get(given.sheets[0].chart.key, "report").png)
    drawn = Drawings({(s.chart.key, z): drawing for s in given.sheets for z in ("report", "wide")})
    found = pictures(given, drawn)
    held = chunks(next(d for n, d in found.items() if n.endswith(".png")))
    assert "Pwyllgor Craffu Ŵ < & >" in held[b"iTXt"].decode()
    svg = next(d for n, d in found.items() if n.endswith(".svg")).decode()
    assert "Pwyllgor Craffu Ŵ &lt; &amp; &gt;" in svg


def test_the_version_of_the_rules_follows_the_code_and_not_the_machine(tmp_path):
    def house(name, text, *, file="one.py"):
        (tmp_path / name / "measures").mkdir(parents=True)
        (tmp_path / name / "measures" / file).write_bytes(text)
        return of_files(tmp_path / name, ("measures",))

    first = house("a", b"x = 1\ny = 2\n")
    assert len(first) == 8
    assert house("b", b"x = 1\r\ny = 2\r\n") == first
    assert house("c", b"x = 1\ny = 3\n") != first
    assert house("d", b"x = 1\ny = 2\n", file="two.py") != first
    (tmp_path / "a" / "measures" / "__pycache__").mkdir()
    (tmp_path / "a" / "measures" / "__pycache__" / "one.pyc").write_bytes(b"anything")
    assert of_files(tmp_path / "a", ("measures",)) == first


def test_the_software_names_what_it_draws_with():
    assert software().startswith("improvement-plan-dashboard ")
    for name in DRAW:
        assert f"{name} " in software()
