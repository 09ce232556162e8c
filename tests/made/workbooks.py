"""Workbooks made by hand for the tests: forms that no library writes, or odd on purpose."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[object]]

PLAN: Rows = (
    ("Ref", "Action", "Owner", "Status"),
    ("1.10", "Train the team", "Head of Legal", "Ongoing"),
    ("Q7", "Review the workshop list", "Principal Solicitor", "Complete"),
)


def xlsx(fill_in: Callable[[Worksheet], object]) -> bytes:
    """An .xlsx of one sheet named Plan, as ``fill_in`` makes it."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Plan"
    fill_in(sheet)
    return saved(book)


def of_rows(rows: Rows = PLAN) -> bytes:
    """An .xlsx that holds these rows."""

    def fill_in(sheet: Worksheet) -> None:
        for row in rows:
            sheet.append(list(row))

    return xlsx(fill_in)


def saved(book: Workbook) -> bytes:
    """A workbook's bytes."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A zipped workbook with one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(parts | {part: change(parts[part])})


SHEET = "xl/worksheets/sheet1.xml"

_ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">'
    "<office:automatic-styles>{styles}</office:automatic-styles>"
    "<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
    "</office:document-content>"
)


def ods(sheets: str, styles: str = "") -> bytes:
    """An .ods with this XML for its sheets (``table:table``) and its automatic styles."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": _ODS.format(sheets=sheets, styles=styles),
        }
    )


def ods_of_rows(rows: Rows = PLAN) -> bytes:
    """An .ods that holds these rows of text."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{value}</text:p>'
            "</table:table-cell>"
            for value in row
        )
        + "</table:table-row>"
        for row in rows
    )
    return ods(f'<table:table table:name="Plan">{cells}</table:table>')


def xls(rows: Rows = PLAN) -> bytes:
    """An .xls of Excel 2, the one binary form that is short enough to write by hand."""

    out = biff(0x0009, struct.pack("<HH", 2, 0x10))
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            place = struct.pack("<HH", at, column) + b"\0\0\0"
            if isinstance(value, float):
                out += biff(0x0003, place + struct.pack("<d", value))
            else:
                text = str(value).encode("cp1252")
                out += biff(0x0004, place + bytes([len(text)]) + text)
    return out + biff(0x000A)


def xls_of_cells(cells: Mapping[tuple[int, int], tuple[object, str]], *more: bytes) -> bytes:
    """An .xls of Excel 97 with these cells, each with its number format, without its OLE shell.

    ``more`` are further records of the sheet, ready made ([MS-XLS] 2.3).
    """
    codes = sorted({code for _, code in cells.values()})
    out = biff(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    font = struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0)
    out += biff(0x0031, font + b"\x05\x00Arial") * 5
    for at, code in enumerate(codes):
        out += biff(
            0x041E, struct.pack("<HH", 164 + at, len(code)) + b"\0" + code.encode("latin-1")
        )
    for at in range(16 + len(codes)):
        style = 0xFFF4 if at < 15 else 0
        number = 164 + at - 16 if at > 15 else 0
        out += biff(0x00E0, struct.pack("<HHH", 0, number, style) + b"\x20" + b"\0" * 13)
    sheet = biff(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for (row, column), (value, code) in sorted(cells.items()):
        place = struct.pack("<HHH", row, column, 16 + codes.index(code))
        if isinstance(value, str):
            text = value.encode("utf-16-le")
            sheet += biff(0x0204, place + struct.pack("<HB", len(value), 1) + text)
        elif isinstance(value, bytes):
            sheet += biff(0x0205, place + value + b"\x01")
        else:
            sheet += biff(0x0203, place + struct.pack("<d", value))
    sheet += b"".join(more) + biff(0x000A)
    name = b"\x04\x00Plan"
    start = len(out) + len(biff(0x0085, b"\0" * (6 + len(name)))) + len(biff(0x000A))
    out += biff(0x0085, struct.pack("<IH", start, 0) + name) + biff(0x000A)
    return out + sheet


def biff(number: int, body: bytes = b"") -> bytes:
    """One record of an .xls."""
    return struct.pack("<HH", number, len(body)) + body


def xlsb(rows: Rows = PLAN) -> bytes:
    """An .xlsb that holds these rows of text, its records written by hand ([MS-XLSB] 2.1.4)."""

    def seven_bits(number: int) -> bytes:
        return bytes([number]) if number < 128 else bytes([number & 127 | 128, number >> 7])

    def record(number: int, body: bytes = b"") -> bytes:
        return seven_bits(number) + seven_bits(len(body)) + body

    def text(value: str) -> bytes:
        return struct.pack("<I", len(value)) + value.encode("utf-16-le")

    book = record(131) + record(143)
    book += record(156, struct.pack("<II", 0, 1) + text("rId1") + text("Plan"))
    book += record(144) + record(132)
    width = max(map(len, rows))
    sheet = record(129) + record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1))
    sheet += record(145)
    for at, row in enumerate(rows):
        sheet += record(0, struct.pack("<I", at) + b"\0" * 13)
        for column, value in enumerate(row):
            sheet += record(6, struct.pack("<II", column, 0) + text(str(value)))
    sheet += record(146) + record(130)
    related = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{related}"><Relationship '
            f'Id="rId1" Type="{kind}" Target="worksheets/sheet1.bin"/></Relationships>',
            "xl/worksheets/sheet1.bin": sheet,
        }
    )
