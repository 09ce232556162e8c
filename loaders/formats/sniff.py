"""What a file is, told from what is in it and not from its name."""

import re
import zipfile
from io import BytesIO
from typing import Literal

from loaders.formats import cannot
from loaders.formats.limits import MAX_BYTES
from loaders.formats.parts import BROKEN

Kind = Literal["xlsx", "xlsb", "ods", "xls", "csv"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_XLS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_PLAIN = (".csv", ".txt", ".tsv", ".tab", ".prn")
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a Word document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"Rar!", "a compressed folder"),
    (b"7z\xbc\xaf", "a compressed folder"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)


def kind(data: bytes, name: str) -> Kind:
    """The form of a file that can be read; raises ``CannotRead`` for every other."""
    if len(data) > MAX_BYTES:
        raise cannot.too_big(name, len(data), MAX_BYTES)
    if not data.strip(b"\0 \t\r\n"):
        raise cannot.empty(name)
    if data.startswith(b"PK"):
        return _zipped(data, name)
    if data.startswith(_OLE):
        return _ole(data, name)
    if data.startswith(_OLD_XLS):
        return "xls"
    for start, what in _OTHERS:
        if data.startswith(start):
            raise cannot.other(name, what)
    return _text(data, name)


def _zipped(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = set(archive.namelist())
            mimetype = archive.read("mimetype")[:80] if "mimetype" in parts else b""
            manifest = (
                archive.open("META-INF/manifest.xml").read(200_000)
                if "META-INF/manifest.xml" in parts
                else b""
            )
    except BROKEN as error:
        raise cannot.damaged(name) from error
    lower = {part.lower().replace("\\", "/").lstrip("/") for part in parts}
    if b"opendocument" in mimetype or {"content.xml", "meta.xml"} <= lower:
        if b"encryption-data" in manifest:
            raise cannot.locked(name)
        if b"spreadsheet" in mimetype or not mimetype:
            return "ods"
        raise cannot.other(name, "a document, not a sheet")
    if any(part.endswith("workbook.bin") for part in lower):
        return "xlsb"
    if any(part.startswith("word/") for part in lower):
        raise cannot.other(name, "a Word document")
    if any(part.startswith("ppt/") for part in lower):
        raise cannot.other(name, "a PowerPoint presentation")
    if any(part.endswith(".iwa") for part in lower):
        raise cannot.re_save(name, "a Numbers spreadsheet")
    if "[content_types].xml" in lower or any(part.endswith("workbook.xml") for part in lower):
        return "xlsx"
    raise cannot.other(name, "a compressed folder")


def _ole(data: bytes, name: str) -> Kind:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        raise cannot.locked(name)
    if holds("Workbook") or holds("Book") or holds("WORKBOOK") or holds("BOOK"):
        return "xls"
    if holds("WordDocument"):
        raise cannot.other(name, "a Word document")
    if holds("PowerPoint Document"):
        raise cannot.other(name, "a PowerPoint presentation")
    if holds("__properties_version1.0"):
        raise cannot.other(name, "an email")
    if len(data) < 2048:
        raise cannot.damaged(name)
    raise cannot.unknown(name)


def _text(data: bytes, name: str) -> Kind:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        raise cannot.re_save(name, "an XML spreadsheet of Excel 2003")
    if b"office:document" in head and head.startswith(b"<?xml"):
        raise cannot.re_save(name, "a flat OpenDocument file")
    if re.match(rb"<!doctype html|<html|<table|<head|<body", head):
        raise cannot.re_save(name, "a web page")
    if re.match(rb"(content-type|mime-version): ", head):
        raise cannot.re_save(name, "a web page")
    if head.startswith(b"<?xml"):
        raise cannot.unknown(name)
    if name.lower().endswith((".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")) and not _printable(data):
        raise cannot.damaged(name)
    if not name.lower().endswith(_PLAIN) and b"\n" not in data and b"\r" not in data:
        raise cannot.unknown(name)
    if not _printable(data):
        raise cannot.unknown(name)
    return "csv"


def _printable(data: bytes) -> bool:
    """Whether bytes are text: hardly any control characters, or UTF-16 with its mark."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = data[:65_536]
    if sample.count(0) > len(sample) * 0.3:
        # UTF-16 without its mark: of each pair of bytes it is always the same one that is zero.
        return min(sample[0::2].count(0), sample[1::2].count(0)) == 0
    control = len(sample) - len(sample.translate(None, bytes({*range(32)} - {9, 10, 12, 13, 27})))
    return control <= len(sample) * 0.01
