"""Leaks put into public files on purpose, one in each layer, to see that the attack finds them."""

import base64
import json
import re
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pikepdf

from charts.draw import plain
from reports.content.blocks import Pack

EXACT = "8 Human Rights Act cases are open"
Plant = Callable[[bytes, Pack], bytes]


def _changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """A zipped file with the first of some words in one part of it replaced."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as read, ZipFile(out, "w", ZIP_DEFLATED) as write:
        for name in read.namelist():
            text = read.read(name)
            if name == part:
                assert old.encode() in text, f"{old} is not in {part}"
                text = text.replace(old.encode(), new.encode(), 1)
            write.writestr(name, text)
    return out.getvalue()


def word_property(data: bytes, members: Pack) -> bytes:
    return _changed(data, "docProps/core.xml", "<cp:keywords>", f"<cp:keywords>{EXACT}")


def word_alt_text(data: bytes, members: Pack) -> bytes:
    return _changed(
        data,
        "word/document.xml",
        'descr="',
        'descr="3 new and 2 concluded since 20 September 2022. ',
    )


def word_comment(data: bytes, members: Pack) -> bytes:
    return _changed(data, "word/document.xml", "<w:body>", f"<w:body><!-- {EXACT} -->")


def word_zip_remark(data: bytes, members: Pack) -> bytes:
    out = BytesIO(data)
    with ZipFile(out, "a") as archive:
        archive.comment = EXACT.encode()
    return out.getvalue()


def word_cell(data: bytes, members: Pack) -> bytes:
    """A band of the table of figures, made exact."""
    with ZipFile(BytesIO(data)) as archive:
        text = archive.read("word/document.xml").decode()
    place = text.index("New cases</w:t>")
    band = "<w:t>1 to 5</w:t>"
    cell = text.index(band, place)
    exact = text[place:cell] + "<w:t>3</w:t>"
    return _changed(data, "word/document.xml", text[place : cell + len(band)], exact)


def excel_hidden_row(data: bytes, members: Pack) -> bytes:
    book = openpyxl.load_workbook(BytesIO(data))
    sheet, row, column = next(
        (sheet, row[0].row, cell.column)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if row[0].value == "New cases" and cell.value == "1 to 5"
    )
    sheet.cell(row, column).value = 3
    sheet.row_dimensions[row].hidden = True
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def excel_hidden_sheet(data: bytes, members: Pack) -> bytes:
    book = openpyxl.load_workbook(BytesIO(data))
    sheet = book.create_sheet("Notes")
    sheet.append(["Human Rights Act cases", "as at 22 November 2022"])
    sheet.append(["Under investigation", 2])
    sheet.sheet_state = "veryHidden"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def pdf_property(data: bytes, members: Pack) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as opened:
        opened.docinfo["/Keywords"] = EXACT
        opened.save(out)
    return out.getvalue()


def pdf_alt_text(data: bytes, members: Pack) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as opened:
        told = next(o for o in opened.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o)
        told.Alt = pikepdf.String(EXACT)
        opened.save(out)
    return out.getvalue()


def pdf_attachment(data: bytes, members: Pack) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as opened:
        opened.attachments["cases.txt"] = EXACT.encode()
        opened.save(out)
    return out.getvalue()


def page_members_figure(data: bytes, members: Pack) -> bytes:
    """The members' figure in the place of the public one."""
    (chart,) = [s.chart for s in members.sheets if s.chart.key == "hra_cases.learning"]
    text = data.decode()
    place = re.search(r'aria-label="[^"]*learning still open[^"]*" data-from="(figure-\d+)"', text)
    assert place
    figure = json.dumps({"screen": plain(chart, "screen", words=False)})
    start = text.index(">", text.index(f'id="{place[1]}"')) + 1
    return (text[:start] + figure + text[text.index("</script>", start) :]).encode()


def page_comment(data: bytes, members: Pack) -> bytes:
    return data.replace(b"</main>", f"<!-- {EXACT} --></main>".encode())


def page_packed(data: bytes, members: Pack) -> bytes:
    packed = base64.b64encode(EXACT.encode()).decode()
    return data.replace(b"</main>", f'<img src="data:text/plain;base64,{packed}"></main>'.encode())


def page_hover(data: bytes, members: Pack) -> bytes:
    """One hover of the band's ends made to say something else."""
    return data.replace(
        b'"Most\\u003cbr>22 November 2022\\u003cbr>10"',
        b'"Most\\u003cbr>22 November 2022\\u003cbr>New since 20 September 2022: 3"',
        1,
    )


def svg_text(data: bytes, members: Pack) -> bytes:
    return data.replace(b"</svg>", f"<text><tspan>{EXACT}</tspan></text></svg>".encode())


def svg_description(data: bytes, members: Pack) -> bytes:
    return data.replace(b">", f"><desc>{EXACT}</desc>".encode(), 1)


def png_remark(data: bytes, members: Pack) -> bytes:
    body = b"Comment\0\0" + zlib.compress(EXACT.encode())
    chunk = len(body).to_bytes(4) + b"zTXt" + body + zlib.crc32(b"zTXt" + body).to_bytes(4)
    return data[:33] + chunk + data[33:]


def png_after_the_end(data: bytes, members: Pack) -> bytes:
    return data + EXACT.encode()


def text_beside(data: bytes, members: Pack) -> bytes:
    return data + b"2 of the 8 open cases are older than a year.\n"


PLANTS: tuple[tuple[str, Plant], ...] = (
    ("docx", word_property),
    ("docx", word_alt_text),
    ("docx", word_comment),
    ("docx", word_zip_remark),
    ("docx", word_cell),
    ("xlsx", excel_hidden_row),
    ("xlsx", excel_hidden_sheet),
    ("pdf", pdf_property),
    ("pdf", pdf_alt_text),
    ("pdf", pdf_attachment),
    ("html", page_members_figure),
    ("html", page_comment),
    ("html", page_packed),
    ("html", page_hover),
    ("svg", svg_text),
    ("svg", svg_description),
    ("png", png_remark),
    ("png", png_after_the_end),
    ("txt", text_beside),
)
"""The kind of file, and what is put into it."""
