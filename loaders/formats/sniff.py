"""What a file is, told from what is in it and not from its name."""

import re
import zipfile
from io import BytesIO
from pathlib import PurePath
from typing import Literal

from loaders.formats import cannot
from loaders.formats.limits import MAX_BYTES
from loaders.formats.parts import BROKEN

Kind = Literal["xlsx", "xlsb", "ods", "xls", "csv", "docx", "html", "pdf", "fods", "spreadsheetml"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_XLS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_PAGE = re.compile(r"<!doctype html|<html|<table|<head|<body|<meta|version:\d|<!--startfragment")
"""How a web page begins, or a piece of one on the clipboard of Windows."""
_LOCK = 1_024
"""Excel's lock file holds a user's name and nothing else: 165 bytes, Word's 162."""
_PICTURE = re.compile(rb"BM.{4}\0{4}|RIFF.{4}WEBP|.{4}ftyp(?:heic|heix|mif1|avif)", re.DOTALL)
_PLAIN = (".csv", ".txt", ".tsv", ".tab", ".prn")
_SHORTCUT = "a shortcut to a file, not the file"
_OTHERS = (
    (b"{\\rtf", "a Word document of an old form"),
    *((start, "a picture") for start in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")),
    (b"L\0\0\0\x01\x14\x02\0", _SHORTCUT),
    (b"[InternetShortcut]", _SHORTCUT),
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
    if PurePath(name).name.startswith("~$") and len(data) <= _LOCK:
        raise cannot.lock_file(name)
    if data.startswith(b"PK"):
        return _zipped(data, name)
    if data.startswith(_OLE):
        return _ole(data, name)
    if data.startswith(_OLD_XLS):
        return "xls"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    for start, what in _OTHERS:
        if data.startswith(start):
            raise cannot.other(name, what)
    if _PICTURE.match(data):
        raise cannot.other(name, "a picture")
    return _text(data, name)


def _zipped(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = set(archive.namelist())
            locked = any(part.flag_bits & 1 for part in archive.infolist())
            mimetype = archive.read("mimetype")[:80] if "mimetype" in parts else b""
            manifest = (
                archive.open("META-INF/manifest.xml").read(200_000)
                if "META-INF/manifest.xml" in parts
                else b""
            )
    except BROKEN as error:
        if "not a zip file" in str(error):
            raise cannot.cut_short(name) from error
        raise cannot.damaged(name) from error
    if locked:
        raise cannot.locked(name)
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
        return "docx"
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
        raise cannot.re_save(name, "an old Word document", ".docx")
    if holds("PowerPoint Document"):
        raise cannot.other(name, "a PowerPoint presentation")
    if holds("__properties_version1.0"):
        raise cannot.other(name, "an email")
    if len(data) < 2048:
        raise cannot.damaged(name)
    raise cannot.unknown(name)


def _text(data: bytes, name: str) -> Kind:
    head = data[:4096].decode(wide(data) or "utf-8", "replace").lstrip("\ufeff \t\r\n").lower()
    if "urn:schemas-microsoft-com:office:spreadsheet" in head:
        return "spreadsheetml"
    if "office:document" in head and head.startswith("<?xml"):
        if "opendocument.spreadsheet" not in head:
            raise cannot.other(name, "a document, not a sheet")
        return "fods"
    # A table from the clipboard may stand in any element.
    if _PAGE.match(head) or (re.match(r"<[a-z!]", head) and b"<table" in data[:200_000].lower()):
        return "html"
    if re.match(r"(content-type|mime-version): ", head):
        raise cannot.re_save(name, "a web page")
    if head.startswith("{") and "docs.google.com" in head:
        raise cannot.google_link(name)
    if re.match(r"id;p|table\r?\n0,1", head):
        raise cannot.re_save(name, "a sheet in an old form of exchange")
    if head.startswith("<?xml"):
        raise cannot.unknown(name)
    if name.lower().endswith((".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")) and not _printable(data):
        raise cannot.damaged(name)
    if not name.lower().endswith(_PLAIN) and b"\n" not in data and b"\r" not in data:
        raise cannot.unknown(name)
    if not _printable(data):
        raise cannot.unknown(name)
    return "csv"


def wide(data: bytes) -> str:
    """The encoding of text of two or four bytes a letter, by its mark or its zeros; "" for none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    head = data[: 4096 - 4096 % 4]
    zeros = [head[at::4].count(0) for at in range(4)]
    # Of each letter in UTF-32 the two highest bytes are all but always zero; of a letter in
    # UTF-16 the higher byte is, for every space, figure and line break at least.
    for high, encoding in ((zeros[2:], "utf-32-le"), (zeros[:2], "utf-32-be")):
        if min(high) >= len(head) // 4 - 1 and _words(head.decode(encoding, "replace")):
            return encoding
    if not any(zeros):
        return ""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = head.decode(encoding, "ignore")
        usual = sum(text.count(letter) for letter in ",;\t\r\n 0123456789")
        if usual >= 0.02 * len(text) and "\0" not in text and _words(text):
            return encoding
    return ""


_MARKS = (
    *((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32")),
    *((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")),
)


def _words(text: str) -> bool:
    """Whether nearly all letters are ones that people type."""
    return bool(text) and sum(
        letter.isprintable() or letter in "\r\n\t" for letter in text
    ) >= 0.98 * len(text)


def _printable(data: bytes) -> bool:
    """Whether bytes are text: hardly any control characters, or a wide encoding."""
    if wide(data):
        return True
    sample = data[:65_536]
    control = len(sample) - len(sample.translate(None, bytes({*range(32)} - {9, 10, 12, 13, 27})))
    return control <= len(sample) * 0.01
